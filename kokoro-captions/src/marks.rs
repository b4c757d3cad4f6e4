//! Speech marks in the form of Amazon Polly's: an object a line.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::json;

use crate::time::milliseconds;
use crate::writer::CaptionWriter;
use crate::written::WrittenWord;

/// Writes a line for each sentence, each word and each mark, in the order of their times.
///
/// A line is `{"time":…,"type":"sentence"|"word"|"ssml","start":…,"end":…,"value":"…"}`: the time
/// in milliseconds, the bytes of the original text and what it has there, or a mark's name. A
/// sentence is written when it is over. The form is that of
/// [Amazon Polly](https://docs.aws.amazon.com/polly/latest/dg/output.html).
#[derive(Debug, Clone)]
pub struct SpeechMarks<'a> {
    text: Cow<'a, str>,
    sample_rate: u32,
    /// The words of a sentence that may go on.
    words: Vec<WrittenWord>,
    /// Marks that are not written yet.
    marks: Vec<Mark>,
}

#[derive(Debug, Clone)]
struct Mark {
    name: String,
    time: u64,
    source: Range<usize>,
}

impl<'a> SpeechMarks<'a> {
    /// A writer of words of `text`, whose times are counted in samples at this rate.
    pub fn new(text: impl Into<Cow<'a, str>>, sample_rate: u32) -> Self {
        Self { text: text.into(), sample_rate, words: Vec::new(), marks: Vec::new() }
    }

    /// Adds to the text, if it comes in pieces. A sentence must be there before its last word is
    /// pushed.
    pub fn push_text(&mut self, more: &str) {
        self.text.to_mut().push_str(more);
    }

    /// Takes a mark of the author's that lies at the sample `time` and in these bytes of the text.
    /// Marks come in their order, each before the first word after it.
    pub fn mark(&mut self, name: &str, time: u64, source: Range<usize>) {
        self.marks.push(Mark { name: name.into(), time, source });
    }

    /// The lines of the sentence, and of the marks up to the last sample `until`.
    fn lines(&mut self, until: u64) -> String {
        let words = std::mem::take(&mut self.words);
        let mut lines = Vec::new();
        let mut add = |kind, time, source, value: &str| {
            lines.push((time, line(kind, milliseconds(time, self.sample_rate), source, value)));
        };
        let rest = self.marks.partition_point(|mark| mark.time <= until);
        for mark in self.marks.drain(..rest) {
            add("ssml", mark.time, mark.source, &mark.name);
        }
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            let source = first.display.bytes.start..last.display.bytes.end;
            let text = self.text.get(source.clone()).unwrap_or_default();
            add("sentence", first.start, source, text);
        }
        for word in &words {
            add("word", word.start, word.bytes.clone(), &word.word);
        }
        lines.sort_by_key(|(time, _)| *time); // stable: marks, sentence, words
        lines.into_iter().map(|(_, line)| line).collect()
    }
}

impl CaptionWriter for SpeechMarks<'_> {
    fn push(&mut self, word: &WrittenWord) -> String {
        let ends = self.words.last().is_some_and(|last| last.sentence != word.sentence);
        let lines = if ends { self.lines(word.start) } else { String::new() };
        self.words.push(word.clone());
        lines
    }

    fn finish(&mut self, _audio_end: u64) -> String {
        self.lines(u64::MAX)
    }
}

/// One line, of a time in milliseconds. The keys stand in the order that Polly has.
fn line(kind: &str, time: u64, source: Range<usize>, value: &str) -> String {
    format!(
        "{{\"time\":{time},\"type\":\"{kind}\",\"start\":{},\"end\":{},\"value\":{}}}\n",
        source.start,
        source.end,
        json!(value),
    )
}
