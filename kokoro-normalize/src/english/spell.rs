//! How the parts of addresses, file names and names in code are said: in words, letters or digits.

use crate::Dialect;
use crate::english::neighbours;
use crate::english::numbers;
use crate::said::Said;

/// What is said between the parts of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Separators {
    /// "underscore" and "dash", as one who spells an address says.
    Said,
    /// Nothing.
    Silent,
}

/// Words that are said letter by letter though they have vowels. In alphabetical order.
#[rustfmt::skip]
const LETTERS: [&str; 38] = [
    "ai", "api", "avi", "cli", "cpu", "de", "dna", "exe", "fbi", "fr", "gpu", "gui", "http",
    "https", "ibm", "id", "ids", "io", "ip", "iso", "it", "jpeg", "os", "pdf", "py", "qa", "sdk",
    "seo", "tv", "ui", "uk", "uri", "url", "us", "usa", "usb", "uuid", "ux",
];

/// What other parts are said as.
const SAID: [(&str, &str); 7] = [
    ("docx", "doc X"),
    ("epub", "E pub"),
    ("gitignore", "git ignore"),
    ("jpeg", "jay peg"),
    ("usr", "user"),
    ("webp", "web P"),
    ("wifi", "wifi"),
];

/// How many letters the words of a name have at least that begin with a capital within it.
const HUMP: usize = 3;

/// Says a name: its words, numbers, and what stands between them.
pub(crate) fn name(said: &mut Said, name: &str, separators: Separators, dialect: Dialect) {
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let len = if first.is_ascii_digit() {
            let len = rest.bytes().take_while(u8::is_ascii_digit).count();
            digits(said, &rest[..len], dialect);
            len
        } else if first.is_alphabetic() {
            let len = hump(rest, HUMP);
            word(said, &rest[..len]);
            len
        } else if first == '%' && rest.bytes().skip(1).take(2).all(|b| b.is_ascii_hexdigit()) {
            rest.len().min(3)
        } else {
            let before = &name[..name.len() - rest.len()];
            let spelled = first == '-' && !joins_words(before, rest);
            said.push(separator(first, if spelled { Separators::Said } else { separators }));
            first.len_utf8()
        };
        rest = rest.get(len..).unwrap_or("");
    }
}

/// Whether a hyphen stands between words that are said as such. Beside digits and what is spelled
/// it is said, too.
fn joins_words(before: &str, hyphen: &str) -> bool {
    let start = before.trim_end_matches(char::is_alphabetic).len();
    let after = neighbours::leading_letters(&hyphen[1..]);
    [&before[start..], after].iter().all(|word| !word.is_empty() && !is_spelled(word))
}

/// Says a tag, of which each capital behind a small letter begins a word: "MakeItRain".
pub(crate) fn tag(said: &mut Said, tag: &str, dialect: Dialect) {
    let mut rest = tag;
    while !rest.is_empty() {
        let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let len = if letters > 0 { hump(rest, 2) } else { other(rest) };
        name(said, &rest[..len], Separators::Silent, dialect);
        rest = &rest[len..];
    }
}

/// The length of what is no letter.
fn other(text: &str) -> usize {
    text.find(char::is_alphabetic).unwrap_or(text.len())
}

/// What is said for a sign within an address.
fn separator(sign: char, separators: Separators) -> &'static str {
    match (sign, separators) {
        ('.', _) => "dot",
        ('/', _) => "slash",
        ('\\', _) => "backslash",
        (':', _) => "colon",
        ('?', _) => "question mark",
        ('=', _) => "equals",
        ('&', Separators::Said) => "ampersand",
        ('&', _) => "and",
        ('+', _) => "plus",
        ('#', _) => "hash",
        ('@', _) => "at",
        ('~', _) => "tilde",
        ('%', _) => "percent",
        ('$', _) => "dollar",
        ('*', _) => "star",
        ('_', Separators::Said) => "underscore",
        ('-', Separators::Said) => "dash",
        _ => "",
    }
}

/// The length of the first word of `text`, which begins with a letter: a capital within it begins
/// another if both have `least` letters or more ("MiaStone", "HTMLPage"), so "iPhone" is one.
fn hump(text: &str, least: usize) -> usize {
    let letters = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let run = &text[..letters];
    let lower = run.find(char::is_lowercase).unwrap_or(run.len());
    let before = run[..lower].chars().count();
    if before > 2 && lower < run.len() {
        let last = run[..lower].chars().next_back().map_or(0, char::len_utf8);
        let word = run[lower..].find(char::is_uppercase).unwrap_or(run.len() - lower);
        return if word >= 2 { lower - last } else { run.len() };
    }
    let Some(next) = run[lower..].find(char::is_uppercase).map(|at| lower + at) else {
        return run.len();
    };
    let after = &run[next..];
    let capitals = after.find(char::is_lowercase).unwrap_or(after.len());
    let tail = after[capitals..].find(char::is_uppercase).unwrap_or(after.len() - capitals);
    if next >= least && capitals + tail >= least { next } else { run.len() }
}

/// Says one word of a name, in letters where people say letters.
pub(crate) fn word(said: &mut Said, word: &str) {
    let key = word.to_ascii_lowercase();
    if let Ok(at) = SAID.binary_search_by_key(&key.as_str(), |row| row.0) {
        said.push(SAID[at].1);
    } else if let Some(stem) = word.strip_suffix("rc").filter(|stem| stem.len() > 2) {
        self::word(said, stem);
        said.push_letters("rc");
    } else if is_spelled(&key) {
        said.push_letters(word);
    } else {
        said.push(word);
    }
}

/// Whether a word is said in letters: one letter, a few without a vowel, or one of the list.
fn is_spelled(word: &str) -> bool {
    let key = word.to_ascii_lowercase();
    let vowel = key.contains(|c: char| "aeiouy".contains(c) || !c.is_ascii());
    key.len() == 1 || LETTERS.binary_search(&key.as_str()).is_ok() || !vowel && key.len() <= 5
}

/// Says the digits of an address: a number if it is short or round, or else digit by digit.
pub(crate) fn digits(said: &mut Said, number: &str, dialect: Dialect) {
    let short = number.len() <= 2 && !number.starts_with('0');
    let round = number.len() <= 5 && number.ends_with("00") && !number.starts_with('0');
    if short || round {
        said.push(&numbers::cardinal(number, dialect));
    } else if number.len() == 4 && !number[2..].starts_with('0') && !number.starts_with('0') {
        said.push(&numbers::cardinal(&number[..2], dialect));
        said.push(&numbers::cardinal(&number[2..], dialect));
    } else {
        said.push(&numbers::digits(number));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, separators: Separators) -> String {
        let mut said = Said::default();
        name(&mut said, text, separators, Dialect::American);
        said.text().into()
    }

    #[test]
    fn lists_are_in_order() {
        assert!(LETTERS.is_sorted());
        assert!(SAID.is_sorted());
    }

    #[test]
    fn names() {
        for (text, expected) in [
            ("MiaStone", "Mia Stone"),
            ("HTMLPage", "H T M L Page"),
            ("iPhone", "iPhone"),
            ("new-page", "new page"),
            ("cv-page-2", "C V dash page dash two"),
            ("foo_bar", "foo bar"),
            ("a%20b", "A B"),
            ("mp3", "M P three"),
            ("id=5&q=cats", "I D equals five and Q equals cats"),
            ("8080", "eighty eighty"),
            ("rtx6000", "R T X six thousand"),
        ] {
            assert_eq!(read(text, Separators::Silent), expected, "{text}");
        }
        assert_eq!(read("doe_9-x", Separators::Said), "doe underscore nine dash X");
    }
}
