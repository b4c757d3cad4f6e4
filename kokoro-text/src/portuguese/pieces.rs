//! The pieces of a word that are said one after the other: the parts of a compound, a run of
//! digits, the halves of "YouTube".

use super::fold::fold;
use super::lexicon::{Entry, Leads, Lexicon};
use super::patterns::Patterns;
use super::sounds::sounds;
use super::syllables::Syllables;
use super::{numbers, signs, spelled};
use crate::word::Origin;

/// A piece of a word, before its neighbours are heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its letters in lower case; empty, if a hint gives its phonemes.
    pub(super) letters: String,
    /// How it is said.
    pub(super) said: Said,
    /// Whether its end stays as it is before every word.
    pub(super) keeps_end: bool,
    /// What may follow it.
    pub(super) leads: Option<Leads>,
    /// Whether a space follows it in its word.
    pub(super) space: bool,
    /// Where its phonemes came from.
    pub(super) origin: Origin,
}

/// How a piece is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// The same everywhere.
    Always(String),
    /// By its place.
    ByPlace(Entry),
}

impl Piece {
    /// A piece with these phonemes wherever it stands.
    pub(super) fn new(letters: &str, phonemes: String, origin: Origin) -> Self {
        Self {
            letters: letters.into(),
            said: Said::Always(phonemes),
            keeps_end: false,
            leads: None,
            space: false,
            origin,
        }
    }
}

/// The tables that tell how words are said.
#[derive(Debug)]
pub(super) struct Tables {
    /// Whole words.
    pub(super) lexicon: Lexicon,
    /// Parts of words.
    pub(super) patterns: Patterns,
}

impl Tables {
    /// The pieces of a word as it is written; none if nothing can be said of it.
    pub(super) fn pieces(&self, text: &str, capitals: Capitals) -> Vec<Piece> {
        let mut chars = text.chars();
        if let (Some(sign), None) = (chars.next(), chars.next())
            && let Some(name) = signs::spoken(sign)
        {
            return vec![Piece::new("", name.into(), Origin::Rule)];
        }
        let Some(folded) = fold(text) else { return Vec::new() };
        if self.lexicon.get(&folded).is_some() && !is_initialism(text, &folded, capitals) {
            return vec![self.piece(&folded)];
        }
        let mut pieces = Vec::new();
        for part in text.split(['-', '\u{2010}', '\u{2011}']) {
            for run in runs(part) {
                let Some(folded) = fold(run) else { return Vec::new() };
                let has_digits = folded.starts_with(|c: char| c.is_ascii_digit());
                if let Some(number) = roman(run) {
                    pieces.extend(number_pieces(&number.to_string()));
                } else if is_initialism(run, &folded, capitals) {
                    pieces.push(Piece { space: true, ..initialism(&folded) });
                } else if has_digits {
                    pieces.extend(number_pieces(&folded));
                } else if folded.chars().any(|c| c.is_alphabetic()) {
                    pieces.push(Piece { space: true, ..self.piece(&folded) });
                }
            }
            if let Some(last) = pieces.last_mut() {
                last.space = false;
                last.keeps_end &= last.letters != "lo";
            }
        }
        pieces
    }

    /// The names of the letters and signs of a word, and its numbers.
    pub(super) fn letters(&self, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for run in runs(text) {
            match fold(run) {
                Some(folded) if folded.starts_with(|c: char| c.is_ascii_digit()) => {
                    let digits = folded.split("").filter(|digit| !digit.is_empty());
                    pieces.extend(digits.flat_map(number_pieces));
                }
                folded => {
                    let letters = folded.unwrap_or_default();
                    pieces.push(Piece { space: true, ..initialism(&letters) });
                }
            }
        }
        pieces.retain(|piece| piece.said != Said::Always(String::new()));
        if let Some(last) = pieces.last_mut() {
            last.space = false;
        }
        pieces
    }

    /// How a piece in lower case is said.
    fn piece(&self, letters: &str) -> Piece {
        if let Some(entry) = self.lexicon.get(letters) {
            let (keeps_end, leads) = (entry.keeps_end, entry.leads);
            let said = Said::ByPlace(entry);
            let letters = letters.into();
            return Piece {
                letters,
                said,
                keeps_end,
                leads,
                space: false,
                origin: Origin::Lexicon,
            };
        }
        let word: String = letters.chars().filter(|c| c.is_alphabetic()).collect();
        let syllables = Syllables::new(&word, &self.patterns);
        if syllables.stressed.is_none() || word == "y" {
            return initialism(&word);
        }
        let phonemes = sounds(&syllables, &self.patterns).marked();
        // The s of "meses" is never voiced.
        let keeps_end = letters.ends_with("eses");
        Piece { keeps_end, ..Piece::new(letters, phonemes, Origin::Rule) }
    }
}

/// The words of a number in digits. The word before hears a digit, not a letter; "mil" and
/// "milhões" are heard as words.
fn number_pieces(digits: &str) -> Vec<Piece> {
    let piece = |(at, word): (usize, String)| {
        let letters = if at > 0 && word.starts_with('m') { "mil" } else { "0" };
        Piece { space: true, ..Piece::new(letters, word, Origin::Rule) }
    };
    numbers::words(digits).into_iter().enumerate().map(piece).collect()
}

/// What the capitals of a word mean in its phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Capitals {
    /// The phrase has more small letters than capitals: a short word in capitals is an initialism.
    Rare,
    /// The phrase is in capitals.
    Usual,
}

/// Short words that are read as words even in capitals.
const NO_INITIALISMS: &[&str] = &[
    "axé", "dr", "dra", "do", "ele", "era", "esc", "etc", "ex", "gay", "gol", "lhe", "lo", "mac",
    "mr", "mrs", "mui", "no", "não", "ok", "onu", "org", "pro", "sky", "vi", "von", "web", "yes",
    "és",
];

/// Whether a word is an initialism: two or three capitals in a phrase of small letters.
fn is_initialism(text: &str, folded: &str, capitals: Capitals) -> bool {
    capitals == Capitals::Rare
        && matches!(text.chars().count(), 2 | 3)
        && text.chars().all(char::is_uppercase)
        && !NO_INITIALISMS.contains(&folded)
}

/// The names of letters as a piece.
fn initialism(letters: &str) -> Piece {
    let plain: String = letters.chars().map(bare).collect();
    let said = spelled::spell(&plain);
    Piece { keeps_end: true, ..Piece::new(&plain, said, Origin::Letters) }
}

/// The value of a Roman number of two capitals or more, up to 899 (CM is a title of films).
fn roman(text: &str) -> Option<usize> {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    const TENS: [&str; 10] = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];
    if text.len() < 2 || text.len() > 7 || !text.bytes().all(|b| b"IVXL".contains(&b)) {
        return None;
    }
    (1..100).find(|n| {
        let rest = text.strip_prefix(TENS[n / 10]);
        rest == Some(ONES[n % 10])
    })
}

/// A letter without its mark.
fn bare(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ã' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'í' | 'ì' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' => 'o',
        'ú' | 'ù' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        _ => c,
    }
}

/// A word cut between digits and letters, and before a capital that follows a small letter.
fn runs(word: &str) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in word.char_indices() {
        let next = &word[at + c.len_utf8()..];
        let is_cut = before.is_some_and(|before| {
            before.is_numeric() != c.is_numeric() && (c.is_alphanumeric())
                || c.is_uppercase() && (before.is_lowercase() || begins_word(before, next))
        });
        if is_cut {
            runs.push(&word[start..at]);
            start = at;
        }
        before = Some(c);
    }
    if start < word.len() {
        runs.push(&word[start..]);
    }
    runs
}

/// Whether a capital begins a word after another one, as that of "Linux" in "SELinux" does, but not
/// that of "CDs".
fn begins_word(before: char, rest: &str) -> bool {
    before.is_uppercase() && rest.starts_with(char::is_lowercase) && rest != "s"
}
