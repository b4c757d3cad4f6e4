//! The words of a text as they are written, with their times, from the chunks of its speech.

use std::borrow::Cow;

use kokoro_captions::{Boundary as Ends, SpokenWord, WrittenWord, WrittenWords};
use kokoro_document::blocks;
use kokoro_text::{Boundary, Format, Origin};

use crate::Chunk;

/// Makes one record of each word of a text as its author wrote it, while the text is spoken: "$100"
/// is one word, whatever is said for it. [`captions`](crate::captions) says what a word is, and
/// writes records as JSON, subtitles and speech marks.
///
/// ```no_run
/// use kokoro::captions::{CaptionWriter, CueOptions, SubtitleFormat, Subtitles};
/// use kokoro::{Kokoro, SAMPLE_RATE, SpeechOptions, WordTimes};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let (kokoro, options) = (Kokoro::load("weights/data")?, SpeechOptions::default());
/// let text = "It cost $100 in all. Why?";
/// let mut words = WordTimes::new(text, options.text.format);
/// let mut srt = Subtitles::new(SubtitleFormat::Srt, SAMPLE_RATE, CueOptions::default());
/// let (mut file, mut end) = (String::new(), 0);
/// for chunk in kokoro.stream(text, &options) {
///     let chunk = chunk?;
///     words.push(&chunk).iter().for_each(|word| file += &srt.push(word));
///     end = chunk.end();
/// }
/// words.finish().iter().for_each(|word| file += &srt.push(word));
/// file += &srt.finish(end);
/// std::fs::write("speech.srt", file)?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct WordTimes<'a> {
    words: WrittenWords<'a>,
}

impl<'a> WordTimes<'a> {
    /// The words of `text`, which is written in `format`.
    pub fn new(text: impl Into<Cow<'a, str>>, format: Format) -> Self {
        let text = text.into();
        let mut words = WrittenWords::new(text.clone());
        if format != Format::Plain {
            blocks(&text, format).for_each(|block| words.show(&block.text));
        }
        Self { words }
    }

    /// Adds to the text, if it arrives in pieces. A piece must be there before a chunk speaks it.
    /// What of it is markup is shown with its words.
    pub fn push_text(&mut self, more: &str) {
        self.words.push_text(more);
    }

    /// Takes the next chunk of the speech of the text. Gives the words that are complete.
    pub fn push(&mut self, chunk: &Chunk) -> Vec<WrittenWord> {
        let mut complete = Vec::new();
        for word in &chunk.words {
            match word.origin {
                Origin::Punctuation => self.words.punctuation(word.source.clone()),
                Origin::Silent => {}
                _ => complete.extend(self.words.push(&SpokenWord {
                    spoken: &word.spoken,
                    phonemes: &word.phonemes,
                    time: word.start..word.end,
                    source: word.source.clone(),
                })),
            }
        }
        match chunk.boundary {
            None | Some(Boundary::Split | Boundary::Clause) => {}
            Some(Boundary::Sentence) => self.words.end(Ends::Sentence),
            Some(_) => self.words.end(Ends::Paragraph),
        }
        complete
    }

    /// The last word of `chunk`, which was pushed, if a sentence or a paragraph ends with it: for
    /// those who want to tell a word no later than its sound. Without this, the next word tells
    /// that the one before it is complete.
    pub fn complete(&mut self, chunk: &Chunk) -> Option<WrittenWord> {
        self.words.complete(chunk.source.end)
    }

    /// The last word, if any was spoken.
    pub fn finish(self) -> Option<WrittenWord> {
        self.words.finish()
    }
}
