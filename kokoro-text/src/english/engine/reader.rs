//! Reads groups of pieces, from the last to the first.

use std::borrow::Cow;
use std::ops::Range;

use kokoro_tagger::{Tag, Token};

use super::chars::{fold, is_apostrophe, is_letter};
use super::context::Context;
use super::hooks::{Before, Site, Unknown};
use super::numbers::Place;
use super::piece::Piece;
use super::resolve::is_junk;
use super::span::Span;
use super::spelled::Spelled;
use super::vocabulary::{
    Query, Said, Vocabulary, has_capitals, is_contraction, is_upper, restress,
};
use crate::word::Origin;

/// The most pieces that are looked up together.
const MAX_SPAN: usize = 16;

/// Reads a passage.
pub(super) struct Reader<'a> {
    pub(super) vocabulary: Vocabulary,
    /// Asked before the lexicon, if there is one.
    pub(super) before: Option<&'a dyn Before>,
    /// Asked after it, if there is one.
    pub(super) unknown: Option<&'a dyn Unknown>,
    pub(super) text: &'a str,
    /// The text before shouted words were put into small letters.
    pub(super) written: &'a str,
    pub(super) tokens: &'a [Token],
    /// What follows the group that is being read.
    pub(super) context: Context,
}

impl<'a> Reader<'a> {
    /// Reads a group: fills in the phonemes of its pieces.
    pub(super) fn read(&mut self, pieces: &mut [Piece<'a>]) {
        if let [piece] = pieces {
            return self.read_single(piece);
        }
        if let Some(said) = self.read_mixed(pieces) {
            return set(pieces, said);
        }
        let (mut left, mut right) = (0, pieces.len());
        while left < right {
            left = left.max(right.saturating_sub(MAX_SPAN));
            let place = if left == 0 { Place::Head } else { Place::Inner };
            if let Some(said) = self.read_span(&pieces[left..right], place) {
                set(&mut pieces[left..right], said);
                (left, right) = (0, left);
            } else if left + 1 < right {
                left += 1;
            } else {
                (left, right) = (0, self.read_unknown(pieces, left));
            }
        }
    }

    /// The phonemes of a word with capitals inside that a further lexicon has as a whole: "GitHub".
    fn read_mixed(&mut self, pieces: &[Piece<'a>]) -> Option<Said> {
        let unknown = self.unknown?;
        let is_part = |piece: &Piece<'_>| piece.said.is_none() && piece.text.chars().all(is_letter);
        if pieces.len() > MAX_SPAN || !pieces.iter().all(is_part) {
            return None;
        }
        let word = text(pieces);
        let said = unknown
            .listed(&word, pieces[0].tag)
            .filter(|_| !self.vocabulary.dictionary.has(&word))?;
        self.context = self.context.before("", "", &said.0);
        Some(said)
    }

    fn read_single(&mut self, piece: &mut Piece<'a>) {
        if piece.said.is_none() {
            let span = Span::of(std::slice::from_ref(piece), Place::Head);
            piece.said = (span.and_then(|span| self.look_up(&span)))
                .or_else(|| self.guess(&straight(piece.text), piece.tag));
        }
        let said = piece.said.as_ref().map_or("", |(said, _)| said);
        let written = &self.text[piece.range.clone()]; // not "to" for the 2 of "G2P"
        self.context = self.context.before(written, piece.tag.as_str(), said);
    }

    /// The phonemes of pieces that are known as one word.
    fn read_span(&mut self, pieces: &[Piece<'a>], place: Place) -> Option<Said> {
        let span = Span::of(pieces, place)?;
        let said = self.look_up(&span)?;
        self.context = self.context.before(&span.text, span.tag.as_str(), &said.0);
        Some(said)
    }

    /// The phonemes of a word that is not known, if unknown words are to be read: its letters and
    /// digits are named if nothing else can be said of it.
    fn guess(&self, word: &str, tag: Tag) -> Option<Said> {
        let unknown = self.unknown?;
        unknown.pronounce(word, tag).or_else(|| {
            let has_name = word.contains(char::is_alphanumeric);
            let names = has_name.then(|| Spelled(self.vocabulary).say(word)).flatten()?;
            Some((names, Origin::Letters))
        })
    }

    /// How a span is said: as a heteronym, as misaki's lexicons have it, or as a number.
    fn look_up(&self, span: &Span<'_>) -> Option<Said> {
        let word = match span.text.is_ascii() {
            true => Cow::Borrowed(span.text.as_ref()),
            false => fold(&span.text).into(),
        };
        let tag = span.tag.as_str();
        if let Some(before) = self.before {
            let (text, tokens, (first, last)) = (self.text, self.tokens, span.tokens);
            let site = Site { word: &word, text, tokens, first, last };
            if let Some(said) = before.pronounce(site) {
                return Some(said);
            }
        }
        let stress = self.emphasis(&word, span);
        let query = Query { tag: Some(tag), stress, context: Some(self.context) };
        if let Some((said, origin)) = self.vocabulary.word(&word, tag, query) {
            let (said, origin) = match origin {
                Origin::Rule => self.listed(&word, span.tag, &said).unwrap_or((said, origin)),
                Origin::Letters => self.unspelled(&word, span.tag).unwrap_or((said, origin)),
                _ => (said, origin),
            };
            let said = self.vocabulary.with_currency(said, span.currency);
            return Some((restress(said, span.stress), origin));
        }
        let said = self.vocabulary.number(&word, span.currency, span.place)?;
        Some((restress(said, span.stress), Origin::Rule))
    }

    /// The phonemes of a word that further lexicons list, if misaki takes it for one with an ending
    /// and says it otherwise: "Lucas" is no "Luca" with an s.
    fn listed(&self, word: &str, tag: Tag, said: &str) -> Option<Said> {
        let has = |word: &str| self.vocabulary.dictionary.has(word);
        if !is_contraction(word) || has(word) || has(&word.to_lowercase()) {
            return None;
        }
        let listed = self.unknown?.listed(word, tag)?;
        (sketch(&listed.0) != sketch(said)).then_some(listed)
    }

    /// The stress that capitals give a word.
    fn emphasis(&self, word: &str, span: &Span<'_>) -> Option<f32> {
        let is_shouted = self.text[span.range.clone()] != self.written[span.range.clone()];
        match has_capitals(word) || is_shouted {
            true => Some(if is_upper(word) || is_shouted { 2.0 } else { 0.5 }),
            false => None,
        }
    }

    /// The phonemes of a word in capitals that misaki spells only because no lexicon has it, if
    /// unknown words are to be read.
    fn unspelled(&self, word: &str, tag: Tag) -> Option<Said> {
        let unknown = self.unknown.as_ref()?;
        let dictionary = &self.vocabulary.dictionary;
        let is_listed = dictionary.has(word) || dictionary.has(&word.to_lowercase());
        (word.len() > 1 && !word.contains('.') && !is_listed)
            .then(|| unknown.pronounce(word, tag))
            .flatten()
    }

    /// Reads the piece at `at`, which no span that ends with it has phonemes for. Returns where the
    /// pieces begin that have been read.
    fn read_unknown(&mut self, pieces: &mut [Piece<'a>], at: usize) -> usize {
        if pieces[at].text.chars().all(is_junk) {
            pieces[at].said = Some((String::new(), Origin::Silent));
            return at;
        }
        let Some(unknown) = self.unknown else { return at };
        let word = run(pieces, at, |_, _| true);
        let part = run(pieces, at, |before, after| !is_turn(before, after));
        let tag = pieces[at].tag;
        let known = unknown.known(&text(&pieces[word.clone()]), tag).map(|said| (word, said));
        let said = known.or_else(|| {
            let said = self.guess(&text(&pieces[part.clone()]), tag)?;
            Some((part, said))
        });
        let Some((range, said)) = said else { return at };
        self.context = self.context.before("", "", &said.0);
        set(&mut pieces[range.clone()], said);
        range.start.min(at)
    }
}

/// Phonemes without what further lexicons have less exactly: stress, weak vowels, flaps.
fn sketch(phonemes: &str) -> String {
    let kept = phonemes.chars().filter(|c| !"ˈˌəɪᵻᵊː".contains(*c));
    kept.map(|c| if c == 'ɾ' { 't' } else { c }).collect()
}

/// Gives the first of some pieces the phonemes of all.
fn set(pieces: &mut [Piece<'_>], said: Said) {
    let origin = said.1;
    let mut said = Some(said);
    for piece in pieces {
        piece.said = Some(said.take().unwrap_or((String::new(), origin)));
    }
}

/// The pieces around the one at `at` that make a word with it: of letters and apostrophes, as far
/// as two neighbours may be joined.
fn run(pieces: &[Piece<'_>], at: usize, joins: impl Fn(&str, &str) -> bool) -> Range<usize> {
    let is_part = |piece: &Piece<'_>| piece.text.chars().all(|c| is_letter(c) || is_apostrophe(c));
    let mut run = at..at + 1;
    if !is_part(&pieces[at]) {
        return run;
    }
    let joined = |at: usize| joins(pieces[at - 1].text, pieces[at].text);
    while run.start > 0 && is_part(&pieces[run.start - 1]) && joined(run.start) {
        run.start -= 1;
    }
    while run.end < pieces.len() && is_part(&pieces[run.end]) && joined(run.end) {
        run.end += 1;
    }
    run
}

/// Whether a word changes to capitals between two of its pieces.
fn is_turn(before: &str, after: &str) -> bool {
    before.ends_with(is_letter) && after.starts_with(char::is_uppercase)
}

/// The text of some pieces, with straight apostrophes.
fn text(pieces: &[Piece<'_>]) -> String {
    pieces.iter().map(|piece| straight(piece.text)).collect()
}

fn straight(text: &str) -> Cow<'_, str> {
    match text.contains(['‘', '’']) {
        true => text.replace(['‘', '’'], "'").into(),
        false => text.into(),
    }
}
