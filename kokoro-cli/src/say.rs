//! `kokoro say`: text or phonemes to a file of sound, chunk by chunk, so that memory holds a few
//! chunks and not the whole speech.

use std::collections::HashSet;
use std::path::PathBuf;

use clap::Args;
use kokoro::audio::Target;
use kokoro::plan::{Item, Warning};
use kokoro::{Chunk, Kokoro, Language, SpeechOptions};

use crate::Common;
use crate::audio_args::AudioArgs;
use crate::audio_output::AudioOutput;
#[cfg(feature = "npu")]
use crate::backend::{BackendArgs, Fallbacks};
use crate::console::warn;
use crate::delivery_args::DeliveryArgs;
use crate::error::Error;
use crate::front_end::FrontEnd;
use crate::input::TextInput;
use crate::lang_arg::LangArg;
use crate::output::Output;
use crate::plot::Plot;
#[cfg(not(feature = "npu"))]
use crate::precision::PrecisionArg;
use crate::progress::Progress;
use crate::text_args::TextArgs;
use crate::unknown::Unknown;
use crate::voice_args::VoiceArgs;
use crate::word_files::{WordArgs, WordFiles};

/// Arguments of `say`.
#[derive(Args)]
pub struct Say {
    #[command(flatten)]
    input: TextInput,
    /// The file to write; its extension says the format. `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    how: VoiceArgs,
    /// Language of the text: a tag, a letter, or `auto`, which finds it out [default: that of the
    /// voice]
    #[arg(long, value_name = "LANG")]
    lang: Option<LangArg>,
    /// The text is phonemes (IPA) already
    #[arg(long)]
    phonemes: bool,
    #[command(flatten)]
    delivery: DeliveryArgs,
    #[command(flatten)]
    reading: TextArgs,
    #[command(flatten)]
    words: WordArgs,
    /// Draw the waveform, F0 and words of the first two minutes
    #[arg(long, value_name = "FILE.svg")]
    plot: Option<PathBuf>,
    #[command(flatten)]
    audio: AudioArgs,
    #[cfg(feature = "npu")]
    #[command(flatten)]
    backend: BackendArgs,
    #[cfg(not(feature = "npu"))]
    #[command(flatten)]
    precision: PrecisionArg,
}

impl Say {
    /// Speaks.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        let text = self.input.read()?;
        let mut options = self.delivery.add_to(self.how.options(self.language(&text)?)?);
        let mut front_end = FrontEnd::None;
        // Without a language there is an error later, which a wrong voice may explain.
        if let Ok(language) = options.text_language()
            && !self.phonemes
        {
            options.text = self.reading.options(&self.input, language)?;
            front_end = self.reading.front_end(language)?;
        }
        let kokoro = self.load(common, front_end)?;
        kokoro.weights().voice(&options.voice)?; // if there is none, nothing is computed

        let output = Output::create(&self.output)?;
        let target = if output.is_file() { Target::File } else { Target::Stream };
        let audio = self.audio.options(&self.output, target, options.text_language().ok())?;
        let output = AudioOutput::new(output, &audio)?;
        let format = options.text.format;
        let words = self.words.any().then(|| self.words.open(&text, format)).transpose()?;
        let plot = self.plot.as_deref().map(|path| Plot::new(path, &text, format)).transpose()?;
        let mut speaker = Speaker { words, plot, ..Speaker::new(output, text.len()) };
        if self.phonemes {
            let plan = kokoro.plan_phonemes(&text, &options).map(Ok);
            speaker.speak_all(&kokoro, plan, &options)?;
        } else {
            speaker.speak_all(&kokoro, kokoro.plan(&text, &options), &options)?;
        }
        speaker.finish()
    }

    /// The language that the user names. Phonemes have no language to be found out.
    fn language(&self, text: &str) -> Result<Option<Language>, Error> {
        match self.lang {
            Some(LangArg::Auto) if self.phonemes => Ok(None),
            lang => lang.map(|lang| lang.of(text)).transpose(),
        }
    }

    /// The model.
    fn load(&self, common: &Common, front_end: FrontEnd) -> Result<Kokoro, Error> {
        #[cfg(feature = "npu")]
        return self.backend.load(common, front_end);
        #[cfg(not(feature = "npu"))]
        return common.load(&self.precision, front_end);
    }
}

/// Speaks utterances into a file or stream, and collects what is reported at the end: unknown
/// words, and utterances for which the CPU stood in.
struct Speaker<'a> {
    output: AudioOutput,
    words: Option<WordFiles<'a>>,
    plot: Option<Plot<'a>>,
    unknown: Unknown,
    warned: HashSet<String>,
    #[cfg(feature = "npu")]
    fallbacks: Fallbacks,
    progress: Progress,
    /// Bytes of the text.
    bytes: u64,
}

impl Speaker<'_> {
    fn new(output: AudioOutput, bytes: usize) -> Self {
        Self {
            output,
            words: None,
            plot: None,
            unknown: Unknown::default(),
            warned: HashSet::new(),
            #[cfg(feature = "npu")]
            fallbacks: Fallbacks::default(),
            progress: Progress::new(),
            bytes: bytes as u64,
        }
    }

    /// Speaks a plan. For a file, several utterances are spoken at the same time, each on one
    /// thread, because all of them together are done sooner that way. For a stream, they are spoken
    /// one after another, each on all threads, because someone who listens wants the first as soon
    /// as possible. A single utterance is spoken on all threads, too.
    fn speak_all(
        &mut self,
        kokoro: &Kokoro,
        mut plan: impl Iterator<Item = Result<Item, kokoro::Error>> + Send,
        options: &SpeechOptions,
    ) -> Result<(), Error> {
        let mut first = Vec::new();
        let is_utterance = |item: &Result<Item, _>| matches!(item, Ok(Item::Utterance(_)));
        while first.iter().filter(|item| is_utterance(item)).count() < 2
            && let Some(item) = plan.next()
        {
            first.push(item);
        }
        let many = first.iter().filter(|item| is_utterance(item)).count() > 1;
        let plan = first.into_iter().chain(plan);
        if many && self.output.is_file() {
            let threads = crate::threads();
            return kokoro.speak_many(plan, options, threads, |chunk| self.write(&chunk));
        }
        let mut chunks = kokoro.stream_items(plan, options);
        chunks.try_for_each(|chunk| self.write(&chunk?))
    }

    fn write(&mut self, chunk: &Chunk) -> Result<(), Error> {
        self.unknown.add(&chunk.unknown);
        self.warn(&chunk.warnings);
        #[cfg(feature = "npu")]
        self.fallbacks.add(std::slice::from_ref(&chunk.report));
        self.output.write(chunk)?;
        if let Some(words) = &mut self.words {
            words.write(chunk)?;
        }
        if let Some(plot) = &mut self.plot {
            plot.push(chunk);
        }
        let message = format!("{:.0} s of speech", self.output.seconds());
        self.progress.set(chunk.source.end as u64, self.bytes, message);
        Ok(())
    }

    /// Tells what the text asks for and does not get, each once.
    fn warn(&mut self, warnings: &[Warning]) {
        for warning in warnings {
            if self.warned.insert(warning.message.clone()) {
                warn(&warning.message);
            }
        }
    }

    fn finish(self) -> Result<(), Error> {
        drop(self.progress);
        self.unknown.warn();
        #[cfg(feature = "npu")]
        self.fallbacks.warn();
        self.output.finish()?;
        if let Some(words) = self.words {
            words.finish()?;
        }
        self.plot.map_or(Ok(()), Plot::finish)
    }
}
