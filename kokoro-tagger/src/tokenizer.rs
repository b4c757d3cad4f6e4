//! Text into tokens, as spaCy's `Tokenizer` cuts English.
//!
//! The text is cut where white space begins and ends. Of each piece, prefixes and suffixes are cut
//! off until an [exception](specials) is left or nothing more can be; the rest is one token if it
//! is an exception or an address, and is cut at its infixes if not. At last, runs of tokens that
//! spell an exception are joined again.

mod affixes;
mod infixes;
mod rejoin;
mod specials;
mod url;

use std::ops::Range;

use self::affixes::Affixes;
use self::rejoin::Sequences;
use self::specials::Specials;
use crate::classes::Classes;
use crate::token::Untagged;

/// spaCy's tokenizer for English.
#[derive(Debug)]
pub(crate) struct Tokenizer {
    specials: Specials,
    affixes: Affixes,
    sequences: Sequences,
}

impl Tokenizer {
    pub fn new() -> Self {
        Self { specials: Specials::new(), affixes: Affixes::new(), sequences: Sequences::new() }
    }

    /// The tokens of a text. They cover all of it but the spaces that follow them.
    pub fn tokenize(&self, text: &str) -> Vec<Untagged> {
        let mut tokens = Vec::with_capacity(text.len() / 4);
        let mut start = 0; // of the piece
        let is_space = |c: char| Classes::of(c).is(Classes::SPACE);
        let mut in_space = text.starts_with(is_space);
        for (at, character) in text.char_indices() {
            if is_space(character) == in_space {
                continue;
            }
            self.piece(text, start..at, &mut tokens);
            start = at;
            if character == ' ' {
                start += 1;
                if let Some(last) = tokens.last_mut() {
                    last.space = true;
                }
            }
            in_space = !in_space;
        }
        self.piece(text, start..text.len(), &mut tokens);
        self.sequences.rejoin(&self.specials, text, tokens)
    }

    /// The tokens of a piece of text without white space, or of white space.
    fn piece(&self, text: &str, range: Range<usize>, tokens: &mut Vec<Untagged>) {
        if range.is_empty() {
            return;
        }
        if let Some(special) = self.specials.get(&text[range.clone()]) {
            special.push(range.start, tokens);
            return;
        }
        let mut suffixes = Vec::new();
        let middle = self.cut_affixes(text, range, tokens, &mut suffixes);
        self.middle(text, middle, tokens);
        tokens.extend(suffixes.into_iter().rev().map(Untagged::plain));
    }

    /// Cuts affixes off: puts the prefixes among the tokens and the suffixes, the outermost first,
    /// into a list of their own. Returns what is left.
    fn cut_affixes(
        &self,
        text: &str,
        mut range: Range<usize>,
        tokens: &mut Vec<Untagged>,
        suffixes: &mut Vec<Range<usize>>,
    ) -> Range<usize> {
        while !range.is_empty() && self.specials.get(&text[range.clone()]).is_none() {
            let after = range.start + affixes::prefix(&text[range.clone()]);
            let has_prefix = after > range.start;
            if has_prefix && self.specials.get(&text[after..range.end]).is_some() {
                tokens.push(Untagged::plain(range.start..after));
                return after..range.end;
            }
            let before = range.end - self.affixes.suffix(&text[after..range.end]);
            let has_suffix = before < range.end;
            if has_suffix && self.specials.get(&text[range.start..before]).is_some() {
                suffixes.push(before..range.end);
                return range.start..before;
            }
            if !has_prefix && !has_suffix {
                break;
            }
            if has_prefix {
                tokens.push(Untagged::plain(range.start..after));
            }
            if has_suffix {
                suffixes.push(before..range.end);
            }
            range = after..before;
        }
        range
    }

    /// The tokens of what is left between the affixes.
    fn middle(&self, text: &str, range: Range<usize>, tokens: &mut Vec<Untagged>) {
        let middle = &text[range.clone()];
        if let Some(special) = self.specials.get(middle) {
            special.push(range.start, tokens);
            return;
        }
        let mut start = 0;
        if !url::is_url(middle) {
            let mut at = 0;
            while let Some(infix) = infixes::next(middle, at) {
                at = infix.end;
                if infix.start == 0 {
                    continue; // spaCy leaves a first one where it is
                }
                for part in [start..infix.start, infix] {
                    push(range.start, part, tokens);
                }
                start = at;
            }
        }
        push(range.start, start..middle.len(), tokens);
    }
}

/// Pushes a token at `range`, counted from `offset`, unless it is empty.
fn push(offset: usize, range: Range<usize>, tokens: &mut Vec<Untagged>) {
    if !range.is_empty() {
        tokens.push(Untagged::plain(offset + range.start..offset + range.end));
    }
}
