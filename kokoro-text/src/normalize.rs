//! Text as typed to text that the English engine reads: plain spaces and quotes, symbols as words,
//! and no word that is so long that the engine would need long for it. Words whose phonemes the
//! text gives itself, `[word](/ipa/)`, are found, too.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::amounts::{CURRENCIES, magnitude_len, number_len, unit_at};
use crate::markup::{is_stress, markup};

/// Symbols that are read as words wherever they stand.
const SPOKEN: [(char, &str); 26] = [
    ('=', "equals"),
    ('<', "less than"),
    ('>', "greater than"),
    ('×', "times"),
    ('÷', "divided by"),
    ('±', "plus or minus"),
    ('≈', "approximately"),
    ('≠', "not equal to"),
    ('≤', "less than or equal to"),
    ('≥', "greater than or equal to"),
    ('√', "square root of"),
    ('∞', "infinity"),
    ('°', "degrees"),
    ('℃', "degrees Celsius"),
    ('℉', "degrees Fahrenheit"),
    ('½', "one half"),
    ('¼', "one quarter"),
    ('¾', "three quarters"),
    ('⅓', "one third"),
    ('⅔', "two thirds"),
    ('©', "copyright"),
    ('®', "registered"),
    ('™', "trademark"),
    ('§', "section"),
    ('¶', "paragraph"),
    ('¢', "cents"),
];

/// Punctuation and signs that the engine reads, or leaves silent, by its own rules.
const KEPT: &str = "!\"$%&'()+,-./:;?@“”‘’—–…£€";

/// Characters without a sound of their own, which are removed and not reported. They separate what
/// stands around them. Zero-width characters, which are removed as well, do not.
const SILENT: &str = "_*`~|^\\{}[]¿¡•·‚";

/// Closing characters, before which no space is written.
const CLOSING: [char; 10] = [',', '.', ';', ':', '!', '?', ')', '”', '"', '\''];

/// Those of [`CLOSING`] that can only close, unlike quotes, which may also open.
const PUNCTUATION: [char; 7] = [',', '.', ';', ':', '!', '?', ')'];

/// The longest run without space that the engine is given: its time grows with the square or cube
/// of the length.
const MAX_WORD: usize = 64;

/// What [`normalize`] makes of a text.
pub(crate) struct Normalized {
    /// The text to read.
    pub(crate) text: String,
    /// Symbols that were left out because they have no spoken form.
    pub(crate) removed: Vec<String>,
    /// Parts of `text`, in order, whose phonemes were given.
    pub(crate) given: Vec<(Range<usize>, String)>,
}

/// Prepares `text` for the English engine.
pub(crate) fn normalize(text: &str) -> Normalized {
    let text: Vec<char> = text.nfc().collect();
    let mut out = Writer::default();
    let mut at = 0;
    while at < text.len() {
        at += match markup(&text[at..]) {
            Some((word, ['/', phonemes @ .., '/'])) => {
                out.given(word, phonemes);
                word.len() + phonemes.len() + "[](//)".len()
            }
            Some((word, feature)) if is_stress(feature) => {
                let len = word.len() + feature.len() + "[]()".len();
                out.push(&text[at..at + len].iter().collect::<String>());
                len
            }
            _ => out.symbol(&text, at),
        };
    }
    Normalized { text: out.text, removed: out.removed, given: out.given }
}

/// The text being written.
#[derive(Default)]
struct Writer {
    text: String,
    /// Bytes since the last space.
    word: usize,
    /// If set, a space is written before the next character, unless that is one of these.
    due: Option<&'static [char]>,
    removed: Vec<String>,
    given: Vec<(Range<usize>, String)>,
}

impl Writer {
    /// Writes a word whose phonemes are given; its own symbols only matter for the grammar of the
    /// sentence.
    fn given(&mut self, word: &[char], phonemes: &[char]) {
        let start = self.text.len() + usize::from(self.due.is_some() && self.word > 0);
        let plain = |c: &&char| c.is_alphanumeric() || **c == '\'' || **c == ' ';
        word.iter().filter(plain).for_each(|c| {
            if *c == ' ' { self.space() } else { self.push(c.encode_utf8(&mut [0; 4])) }
        });
        self.given.push((start..self.text.len(), phonemes.iter().collect()));
    }

    /// Writes what stands for the symbol at `text[at]` and returns how many characters that used
    /// up.
    fn symbol(&mut self, text: &[char], at: usize) -> usize {
        let c = text[at];
        let before = at.checked_sub(1).map_or(' ', |before| text[before]);
        let repeats = text[at..].iter().take_while(|next| **next == c).count();
        let after = text.get(at + repeats).copied().unwrap_or(' ');
        if let Some((len, name)) = unit_at(text, at) {
            self.words(name);
            return len;
        }
        let between_letters = before.is_alphabetic() && after.is_alphabetic();
        match c {
            _ if c.is_whitespace() => self.space(),
            _ if is_zero_width(c) => {}
            '-' | '‐' | '‑' | '−' if repeats > 1 || before == ' ' && after == ' ' => {
                self.words("—")
            }
            '‐' | '‑' | '−' => self.push("-"),
            '―' | '⸺' => self.push("—"),
            // The engine may drop ’ and what follows it.
            '’' | '`' | '´' if between_letters => self.push("'"),
            '«' | '„' => self.push("“"),
            '»' => self.push("”"),
            '$' | '£' | '€' if repeats == 1 && magnitude_len(&text[at + 1..]) > 0 => {
                return self.currency(text, at);
            }
            '#' if repeats == 1 => self.number_sign(before, after),
            '*' if repeats == 1 && before.is_ascii_digit() && after.is_ascii_digit() => {
                self.words("times")
            }
            '°' if after == 'C' || after == 'F' => return self.degrees(text, at),
            // A ruled line.
            _ if repeats > 2 && !c.is_alphanumeric() && !KEPT.contains(c) => self.gap(),
            _ if repeats > 3 && !c.is_alphanumeric() => {
                (0..3).for_each(|_| self.push(c.encode_utf8(&mut [0; 4])))
            }
            _ if c.is_ascii_alphanumeric() || KEPT.contains(c) => {
                self.push(c.encode_utf8(&mut [0; 4]));
                return 1;
            }
            _ if SILENT.contains(c) => self.gap(),
            _ => return self.other(text, at),
        }
        repeats
    }

    /// A symbol that is a word, a number's currency, a letter beyond ASCII, or nothing that can be
    /// said.
    fn other(&mut self, text: &[char], at: usize) -> usize {
        let c = text[at];
        let plain: String = std::iter::once(c).nfkc().collect();
        if let Some((_, words)) = SPOKEN.iter().find(|(symbol, _)| *symbol == c) {
            self.words(words);
        } else if CURRENCIES.iter().any(|(symbol, _)| *symbol == c) {
            return self.currency(text, at);
        } else if plain.chars().all(|c| c.is_ascii_alphanumeric() || KEPT.contains(c)) {
            self.push(&plain); // ﬁ, Ⅷ, ①, full-width forms
        } else if plain == "。" || plain == "、" {
            self.push(if plain == "。" { ". " } else { ", " });
        } else if c.is_alphabetic() {
            self.push(&plain);
        } else {
            self.removed.push(if c.is_control() {
                format!("U+{:04X}", u32::from(c))
            } else {
                c.to_string()
            });
            self.gap();
        }
        1
    }

    /// Writes the number and the magnitude that follow the sign of a currency, if any, and then the
    /// name of the currency.
    fn currency(&mut self, text: &[char], at: usize) -> usize {
        let amount = number_len(&text[at + 1..]) + magnitude_len(&text[at + 1..]);
        self.words(&text[at + 1..at + 1 + amount].iter().collect::<String>());
        self.words(
            CURRENCIES.iter().find(|(symbol, _)| *symbol == text[at]).map_or("", |(_, name)| name),
        );
        1 + amount
    }

    /// `#1` is a number, `#word` a hashtag, `C#` sharp.
    fn number_sign(&mut self, before: char, after: char) {
        match (before.is_alphanumeric(), after) {
            (true, _) => self.words("sharp"),
            (false, '0'..='9') => self.words("number"),
            (false, _) if after.is_alphabetic() => self.words("hashtag"),
            (false, _) => self.words("hash"),
        }
    }

    /// `°C` or `°F`, unless more letters follow.
    fn degrees(&mut self, text: &[char], at: usize) -> usize {
        let scale = match text.get(at + 2) {
            Some(more) if more.is_alphanumeric() => None,
            _ => Some(if text[at + 1] == 'C' { "degrees Celsius" } else { "degrees Fahrenheit" }),
        };
        self.words(scale.unwrap_or("degrees"));
        if scale.is_some() { 2 } else { 1 }
    }

    fn words(&mut self, words: &str) {
        self.space();
        words.chars().for_each(|c| {
            if c.is_whitespace() { self.space() } else { self.push(c.encode_utf8(&mut [0; 4])) }
        });
        self.due = (self.word > 0).then_some(&CLOSING);
    }

    /// Something was left out here. This separates words, but not a word from the punctuation after
    /// it.
    fn gap(&mut self) {
        if self.text.ends_with(' ') {
            self.text.pop();
            self.word = 1;
        }
        self.due = (self.word > 0).then_some(&PUNCTUATION);
    }

    fn space(&mut self) {
        if self.word > 0 {
            self.text.push(' ');
            self.word = 0;
        }
        self.due = None;
    }

    /// Keeps the engine from a panic. To find the stem of a word that ends in "ing", it cuts off
    /// four bytes, and panics if that place is not between two characters. So a letter before "ing"
    /// loses its accent. After any other character beyond ASCII, "ing" gets a space before it, also
    /// if signs stand between, because the engine may leave these out.
    fn guard_stem(&mut self) {
        let Some(stem) = self.text.strip_suffix("ing") else { return };
        let is_sign = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && c != ' ';
        let bare = stem.trim_end_matches(is_sign);
        let Some(last) = bare.chars().last().filter(|c| !c.is_ascii()) else { return };
        let base = std::iter::once(last).nfd().next().filter(char::is_ascii_alphabetic);
        let (at, end) = (bare.len() - last.len_utf8(), stem.len());
        match base {
            Some(base) if bare.len() == end => {
                self.text.replace_range(at..end, base.encode_utf8(&mut [0; 4]));
            }
            _ => self.text.insert(end, ' '),
        }
    }

    /// Appends symbols without a space. A space follows them if the word has become too long; or if
    /// it is half as long as that and ends in a sign.
    fn push(&mut self, symbols: &str) {
        if self.due.is_some_and(|closing| !symbols.starts_with(closing)) {
            self.space();
        }
        self.due = None;
        self.text.push_str(symbols);
        self.guard_stem();
        self.word += symbols.len();
        let joins = symbols.ends_with(char::is_alphanumeric);
        if symbols.ends_with(' ') {
            self.word = 0;
        } else if self.word >= MAX_WORD || (self.word >= MAX_WORD / 2 && !joins) {
            self.space();
        }
    }
}

/// Characters that show nothing: soft hyphen, joiners, direction marks, variation selectors, byte
/// order mark, tags.
fn is_zero_width(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{e0000}'..='\u{e0fff}'
            | '\u{1f3fb}'..='\u{1f3ff}'
    )
}

#[cfg(test)]
mod tests;
