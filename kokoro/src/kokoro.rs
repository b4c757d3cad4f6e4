//! The front door: a loaded model that speaks.

use std::fmt;

use kokoro_core::{Precision, Synthesizer};
use kokoro_plan::{Item, plan};
use kokoro_weights::Weights;
use rayon::ThreadPool;

use crate::engine::Engine;
use crate::phonemes::phoneme_items;
use crate::stream::Arrival;
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
    /// Each item is a chunk or the error that ends the stream: [`Error::NoLanguage`],
    /// [`Error::Text`] and [`Error::Plan`] if the text cannot be read or nothing in it can be said,
    /// [`Error::Weights`] for an unknown voice, [`Error::Model`] for a speed out of range or a
    /// decoder that failed, [`Error::Cancelled`].
    pub fn stream<'a>(&'a self, text: &'a str, options: &SpeechOptions) -> Stream<'a> {
        self.stream_items(self.plan(text, options), options)
    }

    /// The speech of phonemes (IPA, one symbol a phoneme) of any length, chunk by chunk. No text
    /// front end is needed, whatever the language.
    ///
    /// White space of any kind is a space. Symbols outside the vocabulary are left out, and
    /// reported with their chunk. The errors are those of [`stream`](Self::stream), with
    /// [`Error::NothingToSay`] if no symbol is in the vocabulary.
    pub fn stream_phonemes(&self, phonemes: &str, options: &SpeechOptions) -> Stream<'_> {
        self.stream_items(self.plan_phonemes(phonemes, options).map(Ok), options)
    }

    /// The speech of the steps of a plan, chunk by chunk: for those who made or changed them.
    ///
    /// An error among the steps ends the stream. The other errors are those of
    /// [`stream`](Self::stream), and [`Error::Model`] for an utterance of more than
    /// [`MAX_PHONEMES`](crate::text::MAX_PHONEMES) phonemes or of none. Of `options`, only seed,
    /// silence, latency and cancellation matter: the steps have all else.
    pub fn stream_items<'a>(
        &'a self,
        items: impl Iterator<Item = Result<Item, Error>> + Send + 'a,
        options: &SpeechOptions,
    ) -> Stream<'a> {
        Stream::new(&self.engine, Box::new(items), options, Arrival::Whole)
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

    /// The plan of a text: its utterances, pauses and marks, made while they are asked for. For
    /// [`speak_many`](Self::speak_many), and for those who change something before it is spoken.
    ///
    /// The errors among the items are those of [`stream`](Self::stream) that have to do with text.
    pub fn plan<'a>(
        &'a self,
        text: &'a str,
        options: &SpeechOptions,
    ) -> impl Iterator<Item = Result<Item, Error>> + Send + use<'a> {
        let planner = options.plan().map(|mut how| {
            how.voices = self.voices().map(str::to_owned).collect();
            plan(text, &self.engine.front_ends, &how)
        });
        let (planner, error) = match planner {
            Ok(planner) => (Some(planner), None),
            Err(error) => (None, Some(Err(error))),
        };
        error.into_iter().chain(planner.into_iter().flatten().map(|item| Ok(item?)))
    }

    /// The plan of phonemes: utterances that the model can speak at once, with pauses between them.
    /// White space of any kind is a space. Symbols outside the vocabulary count when the row of the
    /// voice is chosen, as upstream counts them; they are not said, and the chunks report them.
    pub fn plan_phonemes(
        &self,
        phonemes: &str,
        options: &SpeechOptions,
    ) -> impl Iterator<Item = Item> + Send + use<> {
        phoneme_items(phonemes, self.engine.model.vocab(), options).into_iter()
    }

    /// Measures what [`Latency::Low`](crate::Latency::Low) needs to know of the voice of `options`,
    /// which takes about as long as fifteen seconds of speech. Without this, the first long
    /// sentence of a voice waits for it. What was measured is kept.
    ///
    /// # Errors
    /// Those of [`stream`](Self::stream) that have to do with voices; [`Error::Cancelled`].
    pub fn measure_voice(&self, options: &SpeechOptions) -> Result<(), Error> {
        let Engine { model, calibrations, .. } = &self.engine;
        let voice = self.engine.voice(&options.voice, options)?;
        let measure = || calibrations.get(model, &options.voice, &voice, &options.cancel);
        match &self.engine.threads {
            Some(pool) => pool.install(measure),
            None => measure(),
        }?;
        Ok(())
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
