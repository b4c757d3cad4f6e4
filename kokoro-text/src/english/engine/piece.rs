//! Parts of tokens, and the words that they make.

use std::borrow::Cow;
use std::ops::Range;

use kokoro_tagger::{Tag, Token};

use super::numbers::Currency;
use super::sounds::is_pause;
use super::subtokens::subtokens;
use super::vocabulary::Said;
use crate::word::Origin;

/// A part of a token.
#[derive(Debug, Clone)]
pub(super) struct Piece<'a> {
    /// Its bytes in the passage.
    pub(super) range: Range<usize>,
    /// What is read: the text, or what stands for it.
    pub(super) text: &'a str,
    /// The part of speech of its token.
    pub(super) tag: Tag,
    /// The place of its token.
    pub(super) token: usize,
    /// Whether a space follows.
    pub(super) space: bool,
    /// Its phonemes, once they are known.
    pub(super) said: Option<Said>,
    /// The stress that the author asked for.
    pub(super) stress: Option<f32>,
    /// The currency that is named after it.
    pub(super) currency: Option<Currency>,
}

/// Pieces without a space between them, which are looked up together first.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// The pieces.
    pub(super) pieces: Range<usize>,
    /// Whether more pieces may join.
    open: bool,
}

/// Splits tokens into pieces and joins pieces into groups.
#[derive(Debug, Default)]
pub(super) struct Splitter<'a> {
    pub(super) pieces: Vec<Piece<'a>>,
    pub(super) groups: Vec<Group>,
    /// The currency whose sign was read, until its number ends.
    currency: Option<Currency>,
}

impl<'a> Splitter<'a> {
    /// Adds a piece whose phonemes are known. It makes a group of its own.
    pub(super) fn add_said(&mut self, piece: Piece<'a>) {
        self.push(piece, Joins::Nothing);
    }

    /// Adds a token, of which `piece` has what all of its parts have in common; `next` is the token
    /// after it.
    pub(super) fn add_token(&mut self, piece: Piece<'a>, next: Option<&Token>) {
        let parts = subtokens(piece.text);
        for (at, part) in parts.iter().enumerate() {
            let text = &piece.text[part.clone()];
            let is_last = at + 1 == parts.len();
            let mut part = Piece {
                range: piece.range.start + part.start..piece.range.start + part.end,
                text,
                space: piece.space && is_last,
                ..piece.clone()
            };
            let is_two = text == "2" && at > 0 && !is_last;
            if self.say_sign(&mut part) {
                self.push(part, Joins::Nothing);
                continue;
            }
            if let Some(currency) = self.currency {
                if part.tag.as_str() != "CD" {
                    self.currency = None;
                } else if is_last && next.is_none_or(|next| next.tag.as_str() != "CD") {
                    part.currency = Some(currency);
                }
            } else if is_two && is_between_letters(piece.text, &parts[at]) {
                part.text = "to"; // "G2P"
                self.push(part, Joins::Nothing);
                continue;
            }
            let joins = if part.space { Joins::Before } else { Joins::Both };
            self.push(part, joins);
        }
    }

    /// Says a sign of currency, which is said with its number, or a punctuation mark.
    fn say_sign(&mut self, part: &mut Piece<'_>) -> bool {
        let tag = part.tag.as_str();
        let phonemes = match Currency::of(part.text).filter(|_| tag == "$") {
            Some(currency) => {
                self.currency = Some(currency);
                part.said = Some((String::new(), Origin::Rule));
                return true;
            }
            None if tag == ":" && matches!(part.text, "-" | "–") => "—".into(),
            None if is_punctuation(tag) && !part.text.bytes().all(|b| b.is_ascii_alphabetic()) => {
                mark(tag, part.text)
            }
            None => return false,
        };
        let origin = if phonemes.is_empty() { Origin::Silent } else { Origin::Punctuation };
        part.said = Some((phonemes.into_owned(), origin));
        true
    }

    fn push(&mut self, piece: Piece<'a>, joins: Joins) {
        let at = self.pieces.len();
        let open = joins == Joins::Both;
        self.pieces.push(piece);
        match self.groups.last_mut().filter(|group| group.open && joins != Joins::Nothing) {
            Some(group) => {
                group.pieces.end += 1;
                group.open = open;
            }
            None => self.groups.push(Group { pieces: at..at + 1, open }),
        }
    }
}

/// Which neighbours a piece makes a group with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joins {
    Nothing,
    Before,
    Both,
}

/// Whether a part of a token has letters on both sides.
fn is_between_letters(token: &str, part: &Range<usize>) -> bool {
    let before = token[..part.start].chars().next_back();
    let after = token[part.end..].chars().next();
    before.is_some_and(super::chars::is_letter) && after.is_some_and(super::chars::is_letter)
}

/// Whether a tag is one of punctuation.
fn is_punctuation(tag: &str) -> bool {
    matches!(tag, "." | "," | "-LRB-" | "-RRB-" | "``" | "\"\"" | "''" | ":" | "$" | "#" | "NFP")
}

/// What the model reads for a punctuation mark.
fn mark<'a>(tag: &str, text: &'a str) -> Cow<'a, str> {
    match tag {
        "-LRB-" => "(".into(),
        "-RRB-" => ")".into(),
        "``" => "“".into(),
        "\"\"" | "''" => "”".into(),
        _ => {
            let is_mark = |c: char| is_pause(c) || matches!(c, '"' | '“' | '”');
            match text.chars().all(is_mark) {
                true => text.into(),
                false => text.chars().filter(|&c| is_mark(c)).collect::<String>().into(),
            }
        }
    }
}
