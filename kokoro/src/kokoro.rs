//! The front door: a loaded model that speaks.

use std::fmt;

use kokoro_core::{Precision, Synthesizer};
use kokoro_text::{Language, TextOptions, Utterance, Utterances, utterances};
use kokoro_weights::Weights;
use rayon::ThreadPool;

use crate::engine::Engine;
use crate::phonemes::phoneme_utterances;
use crate::{Error, Speech, SpeechOptions, Stream};

/// A loaded model. Share one between all threads: it is `Send + Sync`, and many may speak at once.
///
/// The work is done in the model's own thread pool, if
/// [one was asked for](crate::KokoroBuilder::threads); else in the
/// [rayon](https://docs.rs/rayon) pool that the caller is in, or in rayon's global pool.
pub struct Kokoro {
    pub(crate) engine: Engine,
}

impl Kokoro {
    /// The speech of a text of any length, chunk by chunk: each is computed when it is asked for.
    ///
    /// The chunks depend on the text and the options alone, and an utterance sounds the same
    /// wherever in a text it stands.
    ///
    /// Each item is a chunk or the error that ends the stream: [`Error::NoLanguage`] and
    /// [`Error::Text`] if the text cannot be read or nothing in it can be said, [`Error::Weights`]
    /// for an unknown voice, [`Error::Model`] for a speed out of range or a decoder that failed,
    /// [`Error::Cancelled`].
    pub fn stream<'a>(&'a self, text: &'a str, options: &SpeechOptions) -> Stream<'a> {
        let utterances = options.text_language().and_then(|language| {
            let utterances = self.utterances(text, language, &options.text)?;
            Ok(utterances.map(|utterance| Ok(utterance?)))
        });
        match utterances {
            Ok(utterances) => self.stream_utterances(utterances, options),
            Err(error) => self.stream_utterances(std::iter::once(Err(error)), options),
        }
    }

    /// The speech of phonemes (IPA, one symbol a phoneme) of any length, chunk by chunk. No text
    /// front end is needed, whatever the language.
    ///
    /// White space of any kind is a space. Symbols outside the vocabulary are left out, and
    /// reported with their chunk. The errors are those of [`stream`](Self::stream), with
    /// [`Error::NothingToSay`] if no symbol is in the vocabulary.
    pub fn stream_phonemes(&self, phonemes: &str, options: &SpeechOptions) -> Stream<'_> {
        self.stream_utterances(self.phoneme_utterances(phonemes).map(Ok), options)
    }

    /// The speech of utterances, chunk by chunk: for those who made or changed them.
    ///
    /// An error among the utterances ends the stream. The other errors are those of
    /// [`stream`](Self::stream), and [`Error::Model`] for an utterance of more than
    /// [`MAX_PHONEMES`](crate::text::MAX_PHONEMES) phonemes or of none.
    pub fn stream_utterances<'a>(
        &'a self,
        utterances: impl Iterator<Item = Result<Utterance, Error>> + Send + 'a,
        options: &SpeechOptions,
    ) -> Stream<'a> {
        Stream::new(&self.engine, Box::new(utterances), options)
    }

    /// Speaks a text of any length: [`stream`](Self::stream), collected.
    ///
    /// # Errors
    /// The first error of the stream.
    pub fn speak(&self, text: &str, options: &SpeechOptions) -> Result<Speech, Error> {
        self.stream(text, options).collect_speech()
    }

    /// Speaks phonemes of any length: [`stream_phonemes`](Self::stream_phonemes), collected.
    ///
    /// # Errors
    /// The first error of the stream.
    pub fn speak_phonemes(&self, phonemes: &str, options: &SpeechOptions) -> Result<Speech, Error> {
        self.stream_phonemes(phonemes, options).collect_speech()
    }

    /// Text in pieces that the model can speak at once, made while they are asked for: for
    /// [`speak_many`](Self::speak_many), and for those who change phonemes before they are spoken.
    ///
    /// # Errors
    /// [`Error::Text`] if there is no front end for the language.
    pub fn utterances<'a>(
        &'a self,
        text: &'a str,
        language: Language,
        options: &TextOptions,
    ) -> Result<Utterances<'a>, Error> {
        Ok(utterances(text, self.engine.front_ends.get(language)?, options))
    }

    /// Phonemes in pieces that the model can speak at once. White space of any kind is a space.
    /// Symbols outside the vocabulary count when the row of the voice is chosen, as upstream counts
    /// them; they are not said, and the chunks report them.
    pub fn phoneme_utterances(&self, phonemes: &str) -> impl Iterator<Item = Utterance> + use<> {
        phoneme_utterances(phonemes, self.engine.model.vocab()).into_iter()
    }

    /// Speaks one utterance.
    ///
    /// # Errors
    /// Those of [`stream_utterances`](Self::stream_utterances).
    pub fn speak_utterance(
        &self,
        utterance: &Utterance,
        options: &SpeechOptions,
    ) -> Result<Speech, Error> {
        let one = std::iter::once(Ok(utterance.clone()));
        self.stream_utterances(one, options).collect_speech()
    }

    /// Names of the voices, sorted. The first letter is the language, the second `f` or `m`.
    pub fn voices(&self) -> impl ExactSizeIterator<Item = &str> {
        self.engine.weights.voice_names()
    }

    /// What the decoder on the CPU computes in.
    pub fn precision(&self) -> Precision {
        self.engine.precision
    }

    /// The decoder that runs segments, if there is one: its counts, and why none can run.
    #[cfg(feature = "npu")]
    pub fn npu(&self) -> Option<&kokoro_npu::decoder::NpuDecoder> {
        self.engine.npu.as_deref()
    }

    /// The files behind this model.
    pub fn weights(&self) -> &Weights {
        &self.engine.weights
    }

    /// The model itself, for those who want its stages.
    pub fn model(&self) -> &Synthesizer {
        &self.engine.model
    }
}

impl fmt::Debug for Kokoro {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Engine { weights, precision, threads, .. } = &self.engine;
        f.debug_struct("Kokoro")
            .field("weights", &weights.folder())
            .field("precision", precision)
            .field("threads", &threads.as_ref().map(ThreadPool::current_num_threads))
            .finish_non_exhaustive()
    }
}
