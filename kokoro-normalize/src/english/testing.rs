//! What one rule alone makes of a text, for tests.

use mapped_text::MappedText;

use crate::cursor::Rule;
use crate::driver::{self, Normalized, Start, Tried};
use crate::{Dialect, Emoji, Options};

/// The text in which only `rule` is tried.
pub(crate) fn said(rule: Rule, text: &str) -> String {
    normalized(rule, text).text.as_str().into()
}

/// The parts of that text that are names of letters.
pub(crate) fn letters(rule: Rule, text: &str) -> Vec<String> {
    let Normalized { text, letters, .. } = normalized(rule, text);
    letters.into_iter().map(|range| text.as_str()[range].into()).collect()
}

fn normalized(rule: Rule, text: &str) -> Normalized {
    let everywhere = Start::WORD.or(Start::PLAIN).or(Start::DIGIT).or(Start::MARK);
    let rules = [Tried(everywhere, rule)];
    let options = Options { emoji: Emoji::Named };
    driver::run(&MappedText::from_source(text), &[], &rules, Dialect::American, &options)
}
