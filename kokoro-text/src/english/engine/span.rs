//! Pieces that are looked up together.

use std::borrow::Cow;
use std::ops::Range;

use kokoro_tagger::Tag;

use super::numbers::{Currency, Place};
use super::piece::Piece;

/// The longest text, in bytes, that pieces are looked up together as: longer than any word of a
/// lexicon. So reading takes time linear in the length of the text.
const MAX_SPAN_BYTES: usize = 64;

/// Pieces that are looked up as one word.
pub(super) struct Span<'a> {
    /// What the pieces say together.
    pub(super) text: Cow<'a, str>,
    /// Their bytes in the passage.
    pub(super) range: Range<usize>,
    /// The part of speech of the piece that says most of it.
    pub(super) tag: Tag,
    /// The stress that the author asked for, if it is the same for all pieces.
    pub(super) stress: Option<f32>,
    /// The currency that is named after it.
    pub(super) currency: Option<Currency>,
    /// Where in its group it stands.
    pub(super) place: Place,
    /// The first and the last of the tokens.
    pub(super) tokens: (usize, usize),
}

impl<'a> Span<'a> {
    /// Some pieces as a span; none if their text is too long for it.
    pub(super) fn of(pieces: &[Piece<'a>], place: Place) -> Option<Self> {
        let [first, rest @ ..] = pieces else { return None };
        if rest.is_empty() {
            return Some(Self {
                text: first.text.into(),
                range: first.range.clone(),
                tag: first.tag,
                stress: first.stress,
                currency: first.currency,
                place,
                tokens: (first.token, first.token),
            });
        }
        if pieces.iter().map(|piece| piece.text.len()).sum::<usize>() > MAX_SPAN_BYTES {
            return None;
        }
        let stress = rest.iter().fold(first.stress, |stress, piece| piece.stress.or(stress));
        let same = pieces.iter().filter_map(|piece| piece.stress).all(|by| Some(by) == stress);
        let mut heaviest = first;
        for piece in rest {
            if letters(piece.text) > letters(heaviest.text) {
                heaviest = piece;
            }
        }
        Some(Self {
            text: pieces.iter().map(|piece| piece.text).collect::<String>().into(),
            range: first.range.start..rest.last().map_or(first.range.end, |last| last.range.end),
            tag: heaviest.tag,
            stress: stress.filter(|_| same),
            currency: pieces.iter().filter_map(|piece| piece.currency).max(),
            place,
            tokens: (first.token, rest.last().map_or(first.token, |last| last.token)),
        })
    }
}

/// How much a text says of the part of speech of what it belongs to: capitals count twice.
fn letters(text: &str) -> usize {
    let count = |c: char| if c.is_uppercase() { 2 } else { 1 };
    text.chars().map(count).sum()
}
