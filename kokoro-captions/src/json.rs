//! All words in one JSON object.

use serde_json::json;

use crate::time::seconds;
use crate::writer::CaptionWriter;
use crate::written::WrittenWord;

/// Writes `{"sample_rate": …, "words": […]}`, one word a line, in the order of the speech.
///
/// A word has `word`, `start` and `end` in seconds, its place in the text (`char_start`,
/// `char_end`, `byte_start`, `byte_end`, `utf16_start`, `utf16_end`), `spoken`, `phonemes` and
/// `sentence`. The same words give the same bytes.
#[derive(Debug, Clone)]
pub struct WordsJson {
    sample_rate: u32,
    begun: bool,
}

impl WordsJson {
    /// A writer of words whose times are counted in samples at this rate.
    pub fn new(sample_rate: u32) -> Self {
        Self { sample_rate, begun: false }
    }

    /// The object of one word, without a line break in it.
    pub fn record(word: &WrittenWord, sample_rate: u32) -> String {
        let second = |samples| seconds(samples, sample_rate);
        format!(
            "{{\"word\": {}, \"start\": {}, \"end\": {}, \"char_start\": {}, \"char_end\": {}, \
             \"byte_start\": {}, \"byte_end\": {}, \"utf16_start\": {}, \"utf16_end\": {}, \
             \"spoken\": {}, \"phonemes\": {}, \"sentence\": {}}}",
            json!(word.word),
            second(word.start),
            second(word.end),
            word.chars.start,
            word.chars.end,
            word.bytes.start,
            word.bytes.end,
            word.utf16.start,
            word.utf16.end,
            json!(word.spoken),
            json!(word.phonemes),
            word.sentence,
        )
    }

    /// What stands before the next word.
    fn separator(&mut self) -> String {
        if std::mem::replace(&mut self.begun, true) {
            return ",\n".into();
        }
        format!("{{\"sample_rate\": {}, \"words\": [\n", self.sample_rate)
    }
}

impl CaptionWriter for WordsJson {
    fn push(&mut self, word: &WrittenWord) -> String {
        self.separator() + &Self::record(word, self.sample_rate)
    }

    fn finish(&mut self, _audio_end: u64) -> String {
        let end = if self.begun { "\n]}\n".into() } else { self.separator() + "]}\n" };
        self.begun = true;
        end
    }
}
