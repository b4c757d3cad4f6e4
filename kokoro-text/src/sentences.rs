//! Text to sentences, in linear time.
//!
//! A sentence ends after `.`, `!`, `?` or `…` and the quotes, brackets and footnote marks that
//! close after it, if space follows; after `。`, `！`, `？` or `।` also without space; and at the
//! end of a line. A full stop does not end it after a title, an initial or another abbreviation,
//! nor where the text goes on in lower case, also after a dash. The rules are ours; the last is
//! like rule SB8 of UAX #29.

mod abbreviations;
mod marks;
mod speech;

use std::ops::Range;

use abbreviations::{Stop, is_pronoun_i};
use marks::{is_closing, is_opening, is_terminator};

/// A line at least this long in bytes that goes on in lower case was wrapped, not ended.
const WRAPPED_LINE: usize = 50;

/// The longest footnote mark in digits, as in "so.[12]".
const MAX_FOOTNOTE: usize = 3;

/// The sentences of `text`: never empty, trimmed, in order; nothing but whitespace lies between
/// them.
pub fn sentences(text: &str) -> Sentences<'_> {
    Sentences { text, ranges: sentence_ranges(text) }
}

/// Iterator of [`sentences`].
#[derive(Debug, Clone)]
pub struct Sentences<'a> {
    text: &'a str,
    ranges: SentenceRanges<'a>,
}

impl<'a> Iterator for Sentences<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.ranges.next().map(|range| &self.text[range])
    }
}

/// The bytes of `text` that each of its [`sentences`] has.
pub fn sentence_ranges(text: &str) -> SentenceRanges<'_> {
    SentenceRanges { text, at: 0 }
}

/// Iterator of [`sentence_ranges`].
#[derive(Debug, Clone)]
pub struct SentenceRanges<'a> {
    text: &'a str,
    /// Where the sentences before end.
    at: usize,
}

impl Iterator for SentenceRanges<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = self.text[self.at..].trim_start();
        if rest.is_empty() {
            return None;
        }
        let start = self.text.len() - rest.len();
        let length = end(rest);
        self.at = start + length;
        Some(start..start + rest[..length].trim_end().len())
    }
}

/// Byte length of the first sentence of `text`, which is not empty and begins with no space.
fn end(text: &str) -> usize {
    let mut chars = text.char_indices();
    let mut line = 0; // where the current line began
    while let Some((at, c)) = chars.next() {
        let after = at + c.len_utf8();
        if c == '\n' {
            if !is_wrapped(text[line..at].trim_end(), &text[after..]) {
                return at;
            }
            line = after;
        } else if is_terminator(c) {
            let marks = at + terminators(&text[at..]);
            let closed = marks + closing(&text[marks..]);
            if ends_sentence(text, at, marks, closed) {
                return closed;
            }
            // What was looked at is not looked at again, so that a long run of marks takes linear
            // time.
            while chars.offset() < closed {
                chars.next();
            }
        }
    }
    text.len()
}

/// Byte length of the terminators at the start of `text`; an ellipsis may be written ". . .".
fn terminators(text: &str) -> usize {
    let mut length = run(text, is_terminator);
    if text.starts_with('.') {
        while text[length..].starts_with(" .") {
            length += 1 + run(&text[length + 1..], is_terminator);
        }
    }
    length
}

/// Byte length of what closes at the start of `text`: quotes, brackets, footnote marks. French
/// writes a space before `»`.
fn closing(text: &str) -> usize {
    let spaces = run(text, |c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
    let start = if text[spaces..].starts_with('»') { spaces } else { 0 };
    let mut length = start + run(&text[start..], is_closing);
    while let Some(inside) = text[length..].strip_prefix('[') {
        let digits = run(inside, |c| c.is_ascii_digit());
        if !(1..=MAX_FOOTNOTE).contains(&digits) || !inside[digits..].starts_with(']') {
            break;
        }
        length += digits + 2;
        length += run(&text[length..], is_closing);
    }
    length
}

/// Whether the sentence ends after the marks at `at..marks` and what closes up to `closed`.
fn ends_sentence(text: &str, at: usize, marks: usize, closed: usize) -> bool {
    let run = &text[at..marks];
    let rest = &text[closed..];
    if run.contains(['。', '｡', '！', '？', '।', '॥']) {
        // 「はい。」と言った。 goes on with a particle.
        return marks == closed || !rest.starts_with(|c| matches!(c, 'ぁ'..='ゖ'));
    }
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return false;
    }
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n' && c != '\r');
    let rest = rest.trim_start_matches(is_opening);
    // "—¿Vienes? —preguntó ella." is one sentence.
    let behind = rest.strip_prefix(['—', '–', '-']).map(|rest| rest.trim_start_matches(' '));
    let rest = behind.filter(|rest| rest.starts_with(char::is_lowercase)).unwrap_or(rest);
    let Some(next) = rest.chars().next() else { return true };
    if next == '\n' || next == '\r' {
        return true; // the end of the line decides the rest
    }
    if speech::names_speaker(&text[marks..closed], rest) {
        return false;
    }
    let goes_on = next.is_lowercase() && !is_name_in_lower_case(rest);
    match run {
        "." if closed == marks => !goes_on && Stop { before: &text[..at], rest }.ends_sentence(),
        "." => !goes_on,
        // An ellipsis is a pause unless a new sentence is plain to see: "I" is a capital anywhere.
        _ if !run.contains(['!', '?']) => next.is_uppercase() && !is_pronoun_i(rest),
        // "Oh! what a day" is one sentence, but not for those who never write capitals.
        _ => !goes_on || closed == marks && text.starts_with(char::is_lowercase),
    }
}

/// Whether the first word of `text` has a capital after its first letter, as "iPhone" has.
fn is_name_in_lower_case(text: &str) -> bool {
    text.chars().nth(1).is_some_and(char::is_uppercase)
}

/// Whether a text was only wrapped between `line` and `rest`: a long line, not ended by a mark,
/// that goes on in lower case.
fn is_wrapped(line: &str, rest: &str) -> bool {
    line.len() >= WRAPPED_LINE
        && !line.ends_with(|c| is_terminator(c) || is_closing(c) || c == ':')
        && rest.starts_with(char::is_lowercase)
}

/// Byte length of the run at the start of `text` whose characters satisfy `wanted`.
fn run(text: &str, wanted: impl Fn(char) -> bool) -> usize {
    text.find(|c| !wanted(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests;
