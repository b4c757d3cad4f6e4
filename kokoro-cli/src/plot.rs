//! `--plot`: a drawing of the speech, with its words.

use std::path::Path;

use kokoro::captions::WrittenWord;
use kokoro::text::Format;
use kokoro::{Chunk, SAMPLE_RATE, WordTimes};
use speech_plot::{PlottedWord, SpeechPlot};

use crate::error::Error;
use crate::output::Output;

/// The longest speech that is drawn, in samples: two minutes. What comes after is left out.
const LONGEST: usize = 120 * SAMPLE_RATE as usize;

/// A drawing that is made when the speech is over.
pub struct Plot<'a> {
    output: Output,
    text: &'a str,
    times: WordTimes<'a>,
    samples: Vec<f32>,
    f0: Vec<(u64, f32)>,
    words: Vec<WrittenWord>,
}

impl<'a> Plot<'a> {
    /// A drawing of the speech of `text`.
    ///
    /// # Errors
    /// The file cannot be created.
    pub fn new(path: &Path, text: &'a str, format: Format) -> Result<Self, Error> {
        let (samples, f0, words) = Default::default();
        let times = WordTimes::new(text, format);
        Ok(Self { output: Output::create(path)?, text, times, samples, f0, words })
    }

    /// Takes a chunk.
    pub fn push(&mut self, chunk: &Chunk) {
        if self.samples.len() < LONGEST {
            self.samples.extend_from_slice(&chunk.samples);
            self.f0.extend_from_slice(&chunk.f0);
            self.words.extend(self.times.push(chunk));
        }
    }

    /// Draws.
    ///
    /// # Errors
    /// Writing fails.
    pub fn finish(mut self) -> Result<(), Error> {
        self.samples.truncate(LONGEST);
        self.words.extend(self.times.finish());
        let word = |word: &'_ WrittenWord| {
            word.display.before.clone() + &word.display.word + &word.display.after
        };
        let labels: Vec<String> = self.words.iter().map(word).collect();
        let words = self.words.iter().zip(&labels).map(|(word, text)| PlottedWord {
            text,
            phonemes: &word.phonemes,
            time: word.start..word.end,
        });
        let svg = SpeechPlot {
            title: self.text.trim(),
            sample_rate: SAMPLE_RATE,
            start: 0,
            samples: &self.samples,
            f0: &self.f0,
            words: &words.collect::<Vec<_>>(),
        }
        .svg();
        self.output.write(|out| out.write_all(svg.as_bytes()))?;
        self.output.finish(None)
    }
}
