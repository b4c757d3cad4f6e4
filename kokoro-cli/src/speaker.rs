//! A plan, spoken into the files that the user has asked for.

use std::collections::HashSet;

use kokoro::plan::{Item, Warning};
use kokoro::{Chunk, Kokoro, SpeechOptions, Stream};

use crate::audio_output::AudioOutput;
#[cfg(feature = "npu")]
use crate::backend::Fallbacks;
use crate::console::warn;
use crate::error::Error;
use crate::follow::Reading;
use crate::plot::Plot;
use crate::progress::Progress;
use crate::unknown::Unknown;
use crate::word_files::WordFiles;

/// Speaks utterances into a file or stream, and collects what is reported at the end: unknown
/// words, and utterances for which the CPU stood in.
pub struct Speaker<'a> {
    output: AudioOutput,
    /// Files of words that are written, too.
    pub words: Option<WordFiles<'a>>,
    /// A drawing that is made, too.
    pub plot: Option<Plot<'a>>,
    unknown: Unknown,
    warned: HashSet<String>,
    #[cfg(feature = "npu")]
    fallbacks: Fallbacks,
    progress: Progress,
    /// Bytes of the text.
    bytes: u64,
}

impl Speaker<'_> {
    /// Will speak a text of so many bytes into `output`.
    pub fn new(output: AudioOutput, bytes: usize) -> Self {
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
    ///
    /// # Errors
    /// Speaking or writing fails.
    pub fn speak_all(
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

    /// Speaks a text while it is read.
    ///
    /// # Errors
    /// Reading, speaking or writing fails.
    pub fn speak_followed(&mut self, chunks: Stream<'_>, text: Reading) -> Result<(), Error> {
        let mut result = Ok(());
        for chunk in chunks {
            let piece = text.new_text();
            if let Some(words) = &mut self.words {
                words.push_text(&piece);
            }
            result = chunk.map_err(Error::from).and_then(|chunk| self.write(&chunk));
            if result.is_err() {
                break;
            }
        }
        text.fault()?; // it may be why there was nothing to say
        result
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

    /// Completes all files, and warns of what was left out.
    ///
    /// # Errors
    /// Nothing was spoken; writing fails.
    pub fn finish(self) -> Result<(), Error> {
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
