//! Lines that say what they are: items, headings, rows of tables.

use std::ops::Range;

/// Words that begin the heading of a chapter.
const PARTS: &[&str] = &[
    "chapter", "part", "book", "section", "act", "scene", "canto", "volume", "appendix", "lesson",
    "unit", "episode", "letter", "day", "week",
];

/// Headings of one word, alone or before a colon.
const TITLES: &[&str] = &[
    "prologue",
    "epilogue",
    "preface",
    "introduction",
    "foreword",
    "afterword",
    "contents",
    "conclusion",
    "interlude",
    "abstract",
    "acknowledgements",
    "acknowledgments",
    "appendix",
    "dedication",
    "glossary",
    "index",
    "bibliography",
    "references",
    "intermission",
];

/// Numbers in words, as in "Chapter One".
const NUMBERS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "the",
];

/// The longest line in bytes that is taken for a heading.
const MAX_HEADING: usize = 80;

/// Byte length of the bullet, with the space after it, that begins an item at the start of `line`,
/// or 0 if the item is numbered, whose number is read. None if no item begins.
pub(super) fn item(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let text = rest.trim_start();
    if text.is_empty() {
        return None;
    }
    let bullet = match first {
        '•' | '‣' | '◦' | '▪' | '▫' | '●' | '○' | '■' | '□' | '☐' | '☑' | '☒' | '▸' | '►' | '⁃'
        | '\u{f0b7}' | '\u{b7}' => true,
        '-' | '*' | '+' | '–' | '✓' | '✔' => text.len() < rest.len(),
        _ => false,
    };
    if bullet {
        return Some(line.len() - text.len());
    }
    is_numbered(line).then_some(0)
}

/// Whether `line` begins with a number or letter of an item: "1.", "12)", "(3)", "a)", "iv)".
fn is_numbered(line: &str) -> bool {
    let inside = line.strip_prefix('(').unwrap_or(line);
    let enclosed = inside.len() < line.len();
    let length = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let (number, rest) = inside.split_at(length);
    let digits = (1..=3).contains(&length) && number.bytes().all(|b| b.is_ascii_digit());
    let letter =
        length == 1 || length > 0 && length <= 5 && number.bytes().all(|b| b"ivx".contains(&b));
    let marked = rest.starts_with(')') && (digits || letter && (enclosed || length < 3))
        || rest.starts_with('.') && digits && !enclosed;
    marked && rest[1..].starts_with(char::is_whitespace) && !rest[1..].trim().is_empty()
}

/// The level of the heading that `line` names itself: "Chapter 7", "PART II", "Prologue".
pub(super) fn named_heading(line: &str) -> Option<u8> {
    if line.len() > MAX_HEADING || line.ends_with([',', ';', '!', '?']) {
        return None;
    }
    let mut words = line.split(|c: char| c.is_whitespace() || ".:—–-".contains(c));
    let first = words.next()?;
    let rest = &line[first.len()..];
    let first = first.to_lowercase();
    let second = words.find(|word| !word.is_empty()).map(str::to_lowercase);
    if TITLES.contains(&first.as_str()) && (rest.is_empty() || rest.starts_with([':', '.'])) {
        return Some(2);
    }
    let second = second?;
    let is_number = second.bytes().all(|b| b.is_ascii_digit())
        || is_roman(&second.to_uppercase())
        || NUMBERS.contains(&second.as_str())
        || NUMBERS.iter().any(|number| second.strip_suffix("th").is_some_and(|s| s == *number));
    if !PARTS.contains(&first.as_str()) || !is_number || !line.starts_with(char::is_uppercase) {
        return None;
    }
    // "Part one of the plan failed." is a sentence.
    let sentence = line.ends_with('.') && line.split_whitespace().count() > 3;
    (!sentence).then_some(if matches!(first.as_str(), "part" | "book" | "volume") { 1 } else { 2 })
}

/// Whether a line that stands alone between blank lines is a heading: a roman number, capitals, or
/// a few words that begin with capitals, without a mark at the end.
pub(super) fn is_lone_heading(line: &str) -> bool {
    let bare = line.strip_suffix('.').unwrap_or(line);
    if is_roman(bare) {
        return true;
    }
    if line.len() > MAX_HEADING || !line.ends_with(|c: char| c.is_alphanumeric() || c == ')') {
        return false;
    }
    let words = || line.split_whitespace();
    let capitals = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let small = |word: &str| word.len() < 5 && word.chars().all(char::is_alphabetic);
    words().count() <= 10
        && words().next().is_some_and(capitals)
        && words().all(|word| capitals(word) || small(word) || word.starts_with(char::is_numeric))
        && line.chars().filter(|c| c.is_alphabetic()).count() >= 3
}

/// Whether `text` is a roman number in capitals.
pub(super) fn is_roman(text: &str) -> bool {
    (1..=8).contains(&text.len()) && text.bytes().all(|b| b"IVXLC".contains(&b))
}

/// The level and the words of a heading marked by `#`.
pub(super) fn marked_heading(line: &str) -> Option<(u8, Range<usize>)> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let words = rest.trim_start();
    if !(1..=6).contains(&level) || words.len() == rest.len() || words.is_empty() {
        return None;
    }
    let start = line.len() - words.len();
    let shorter = words.trim_end_matches('#');
    let closed = shorter.len() < words.len() && shorter.ends_with(char::is_whitespace);
    let end = if closed { start + shorter.trim_end().len() } else { line.len() };
    // A level is at most 6.
    Some((level as u8, start..end))
}

/// Whether `line` is a rule between rows of a table: `|---|:--:|`, `+----+----+`.
pub(super) fn is_rule_row(line: &str) -> bool {
    line.contains(['|', '+', '┼', '│', '┬', '┴'])
        && line.contains(['-', '=', '─', '━', '═'])
        && line.chars().all(|c| c.is_whitespace() || "|+-=:─━═┼│├┤┌┐└┘┬┴╪╬║".contains(c))
}

/// The cells of a row that is divided by bars; None if `line` has no bar.
pub(super) fn bar_cells(line: &str) -> Option<Vec<Range<usize>>> {
    let is_bar = |c: char| matches!(c, '|' | '│' | '║');
    line.contains(is_bar).then(|| cells(line, is_bar))
}

/// The cells of a row that is divided by tabs or wide gaps; None if there is only one.
pub(super) fn column_cells(line: &str) -> Option<Vec<Range<usize>>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut gap: Option<usize> = None;
    for (at, c) in line.char_indices() {
        if c.is_whitespace() {
            gap = gap.or(Some(at));
        } else if let Some(from) = gap.take()
            && (line[from..at].contains('\t') || at - from >= 3)
        {
            found.push(start..from);
            start = at;
        }
    }
    found.push(start..line.len());
    (found.len() > 1).then_some(found)
}

/// The pieces of `line` between dividers, trimmed; none is empty.
fn cells(line: &str, is_divider: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let ends = line.char_indices().filter(|(_, c)| is_divider(*c));
    for (end, length) in ends.map(|(at, c)| (at, c.len_utf8())).chain([(line.len(), 0)]) {
        let cell = &line[start..end];
        let from = end - cell.trim_start().len();
        if !cell.trim().is_empty() {
            found.push(from..from + cell.trim().len());
        }
        start = end + length;
    }
    found
}
