//! The words around a heteronym.

use kokoro_tagger::Token;

/// How far rules look to either side, in tokens.
const WINDOW: isize = 8;

/// A word and its part of speech, by the Penn Treebank's tags.
#[derive(Debug, Clone, Copy)]
pub(super) struct Neighbour<'a> {
    pub text: &'a str,
    pub tag: &'static str,
}

impl Neighbour<'_> {
    /// Whether the word is one of `words`, which have spaces between them, in any case.
    pub fn is(&self, words: &str) -> bool {
        words.split(' ').any(|word| word.eq_ignore_ascii_case(self.text))
    }

    /// Whether the tag begins with one of `tags`, which have spaces between them.
    pub fn is_tagged(&self, tags: &str) -> bool {
        tags.split(' ').any(|tag| self.tag.starts_with(tag))
    }

    /// Whether it begins with a capital letter.
    pub fn is_capitalized(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

/// A text in tokens, seen from one of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Neighbours<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
}

impl<'a> Neighbours<'a> {
    /// `text` with `tokens`, seen from the one with number `at`.
    pub fn new(text: &'a str, tokens: &'a [Token], at: usize) -> Self {
        Self { text, tokens, at }
    }

    /// The token that is `steps` away: 0 is the heteronym, −1 the word before it. None outside the
    /// text, and beyond what rules look at.
    pub fn get(&self, steps: isize) -> Option<Neighbour<'a>> {
        if steps.abs() > WINDOW {
            return None;
        }
        let token = self.tokens.get(self.at.checked_add_signed(steps)?)?;
        let text = self.text.get(token.range.clone())?;
        Some(Neighbour { text, tag: token.tag.as_str() })
    }

    /// The words before it, the nearest first, as far as rules look.
    pub fn before(self) -> impl Iterator<Item = Neighbour<'a>> {
        (1..=WINDOW).map_while(move |steps| self.get(-steps))
    }

    /// The words after it, the nearest first, as far as rules look.
    pub fn after(self) -> impl Iterator<Item = Neighbour<'a>> {
        (1..=WINDOW).map_while(move |steps| self.get(steps))
    }

    /// Whether it begins a sentence: nothing is before it but what ends one, or a quotation mark.
    pub fn is_first(&self) -> bool {
        self.get(-1).is_none_or(|before| before.is_tagged(". : `` ''") || before.is("( - — •"))
    }
}
