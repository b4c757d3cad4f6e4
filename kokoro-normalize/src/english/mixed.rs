//! Letters and digits in one word: A380, MP3, H1N1, 4K, 10k, F-16.

use crate::cursor::{Cursor, Match};
use crate::english::{neighbours, numbers};
use crate::{reader::Reader, said::Said};

/// The pension plans 401(k) and 403(b), with or without brackets.
pub(crate) fn plan(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let digits = reader.digits(3..=3).filter(|digits| matches!(*digits, "401" | "403" | "457"))?;
    let bracket = reader.eat("(");
    reader.eat("-");
    let letter = reader.eat_one(&['k', 'K', 'b', 'B'])?;
    if bracket && !reader.eat(")") || cursor.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let said = Said::words(&numbers::spoken_digits(digits)).then_letters(&letter.to_string());
    let mut plural = reader;
    if plural.eat("s") && plural.ends() {
        return Some(Match { len: plural.at, said: said.joined("'s") });
    }
    reader.ends().then_some(Match { len: reader.at, said })
}

/// The 49ers and 76ers.
pub(crate) fn fans(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let digits = reader.digits(2..=2)?;
    let ending = reader.word();
    if !matches!(ending, "er" | "ers") || cursor.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let words = numbers::cardinal(digits, cursor.dialect);
    Some(Match::words(reader.at, &format!("{}{ending}", words.trim_end_matches('e'))))
}

/// A word of letters and digits: A380, MP3, 88cf44, B2B, iPhone15; and F-16, COVID-19, I-95.
pub(crate) fn mixed(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let parts = Parts::of(cursor.rest());
    if parts.letters == 0 || parts.digits == 0 {
        return hyphened(cursor);
    }
    let said = parts.said(cursor)?;
    let mut rest = Reader::new(&cursor.rest()[parts.text.len()..]);
    if parts.text.ends_with(|c: char| c.is_ascii_digit())
        && rest.eat(".")
        && let Some(decimals) = rest.digits(1..=4).filter(|_| rest.ends())
    {
        let said = said.then("point").then(&numbers::digits(decimals)); // PM2.5
        return Some(Match { len: parts.text.len() + rest.at, said });
    }
    Some(Match { len: parts.text.len(), said })
}

/// Words before a number with a letter that names a thing: Gate 5A, Exit 14B.
const NAMED: [&str; 46] = [
    "exit",
    "gate",
    "seat",
    "apt",
    "apartment",
    "room",
    "flat",
    "unit",
    "suite",
    "platform",
    "row",
    "class",
    "section",
    "figure",
    "fig",
    "table",
    "appendix",
    "building",
    "block",
    "number",
    "no",
    "grade",
    "group",
    "level",
    "lot",
    "terminal",
    "door",
    "bus",
    "line",
    "form",
    "part",
    "chapter",
    "step",
    "question",
    "problem",
    "exhibit",
    "item",
    "type",
    "model",
    "version",
    "phase",
    "zone",
    "plan",
    "schedule",
    "rule",
    "article",
];

/// The number of a thing with a letter behind it, as in Gate 5A, Figure 2b.
pub(crate) fn lettered(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let digits = reader.digits(1..=4)?;
    let letter = reader.word();
    let mut before = cursor.previous_word().to_lowercase();
    if matches!(before.as_str(), "is" | "was" | "number") {
        before = neighbours::words_back(cursor.past()).nth(1).unwrap_or("").to_lowercase();
    }
    let pages = matches!(before.as_str(), "pp" | "p" | "page" | "pages" | "lines");
    if pages && matches!(letter, "f" | "ff") {
        let words = format!("{} and following", numbers::cardinal(digits, cursor.dialect));
        return Some(Match::words(reader.at, &words));
    }
    (letter.len() == 1 && reader.ends() && NAMED.contains(&before.as_str())).then(|| {
        let said = Said::words(&group(digits, cursor)).then_letters(letter);
        Match { len: reader.at, said }
    })
}

/// The letters and digits that a text begins with.
struct Parts<'a> {
    text: &'a str,
    letters: usize,
    digits: usize,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Self {
        let len = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
        let text = &text[..len];
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        Self { text, letters: text.chars().filter(|c| c.is_alphabetic()).count(), digits }
    }

    /// Its letters and numbers one after the other.
    fn said(&self, cursor: &Cursor<'_>) -> Option<Said> {
        let code = is_code(self.text);
        let mut reader = Reader::new(self.text);
        let mut said = Said::silent();
        while reader.peek().is_some() {
            if let Some(digits) = reader.digits(1..=60) {
                let capital = self.text[..reader.at - digits.len()].ends_with(char::is_uppercase);
                let single = !capital && digits.len() > 2 && has_small(self.text);
                let round = digits.ends_with("000");
                let lines = matches!(&self.text.as_bytes()[reader.at..], b"p" | b"i"); // 1080p
                let words = match code || single && !round && !lines {
                    true => numbers::digits(digits),
                    false => group(digits, cursor),
                };
                said.push(&words);
                continue;
            }
            let letters = reader.word();
            if letters.is_empty() {
                return None; // superscripts and others
            }
            if is_word(letters) && !code {
                said.push(letters);
            } else {
                said.push_letters(letters);
            }
        }
        Some(said)
    }
}

/// Whether a word looks like hexadecimal digits: five or more, with small letters up to f, and at
/// least two changes between letters and digits.
fn is_code(text: &str) -> bool {
    let changes = text.as_bytes().windows(2);
    let changes =
        changes.filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit()).count();
    text.len() >= 5
        && changes >= 2
        && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        && has_small(text)
}

/// Whether there is a small letter.
fn has_small(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// Whether letters are a word and no abbreviation: they have a vowel and more than two letters, and
/// are not all capitals.
fn is_word(letters: &str) -> bool {
    let vowel = letters.to_lowercase().contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let capitals = letters.chars().all(char::is_uppercase);
    letters.chars().count() > 2 && (vowel && !capitals || letters.len() > 5)
}

/// The digits of a name: up to two as a number, three and four in pairs, more one by one.
fn group(digits: &str, cursor: &Cursor<'_>) -> String {
    match digits.len() {
        _ if digits.len() > 1 && digits.starts_with('0') => numbers::digits(digits),
        1 | 2 => numbers::cardinal(digits, cursor.dialect),
        3 | 4 => numbers::paired(digits, cursor.dialect),
        _ if digits.ends_with("000") => numbers::cardinal(digits, cursor.dialect),
        _ => numbers::digits(digits),
    }
}

/// One to five capitals, a hyphen and digits: F-16, I-95, COVID-19, SN-0042.
fn hyphened(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let letters = reader.word();
    if letters.is_empty() || letters.len() > 5 || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    reader.eat_one(&['-', '‐', '‑']).or_else(|| reader.eat_one(&['–']))?;
    let digits = reader.digits(1..=12)?;
    let mut ahead = reader;
    if ahead.eat_one(&['-', '.', '/']).is_some() && ahead.at_digit() {
        return None;
    }
    let said = if letters == "COVID" { Said::words(letters) } else { Said::letters(letters) };
    let mut said = said.then(&group(digits, cursor));
    if let Some(letter) = reader.eat_one(&['A', 'B', 'C', 'D', 'E', 'F']) {
        said = said.then_letters(&letter.to_string()); // F-35B
    }
    reader.ends().then_some(Match { len: reader.at, said })
}
