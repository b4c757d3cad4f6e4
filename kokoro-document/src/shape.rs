//! What a line looks like, and how it goes on in the next.

use std::ops::Range;

/// Words that no line ends with on purpose: it was wrapped after them.
const LEAD_ON: &[&str] = &[
    "a", "an", "the", "of", "and", "or", "to", "in", "for", "with", "by", "at", "from", "on",
    "but", "as", "is", "was", "are", "were", "be", "been", "has", "had", "have", "that", "which",
    "who", "whose", "this", "these", "my", "your", "his", "her", "its", "our", "their", "when",
    "if", "into", "than", "then", "not", "no", "so", "very", "will", "would", "can", "could",
    "should", "said", "about", "under", "over", "between", "mr", "mrs", "ms", "dr", "prof", "st",
    "mt",
];

/// First parts of compounds that keep the hyphen at which they were divided.
const KEEP_AFTER: &[&str] = &[
    "well", "self", "ex", "half", "all", "cross", "mid", "high", "low", "long", "short", "old",
    "new", "ill", "best", "better", "great", "double", "single", "two", "three", "four", "five",
    "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty", "sixty",
    "seventy", "eighty", "ninety", "first", "second", "third", "so", "mother", "father", "sister",
    "brother", "son", "daughter", "full", "part", "hard", "far", "vice", "quasi",
];

/// Last parts of compounds that keep it.
const KEEP_BEFORE: &[&str] = &[
    "known", "like", "free", "based", "old", "year", "looking", "made", "born", "bound", "wide",
    "time", "term", "level", "quality", "eyed", "haired", "minded", "sized", "in-law", "up", "off",
    "down", "out", "hand", "handed", "century", "winning", "speaking",
];

/// A line, and what can be seen of it.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    /// Its bytes in the text, trimmed.
    pub(crate) range: Range<usize>,
    /// Its length in characters.
    pub(crate) length: usize,
    /// The length in characters of its first word.
    first_word: usize,
    start: Start,
    pub(crate) end: End,
}

/// How a line begins, opening marks apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    Upper,
    Lower,
    Digit,
    /// With a dash, as direct speech may.
    Dash,
    Other,
}

/// How a line ends, closing marks apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Sentence,
    Colon,
    Comma,
    /// With a word that leads on.
    LeadsOn,
    Hyphen,
    Open,
}

/// What becomes of the end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joint {
    /// A block ends.
    Break,
    /// A space.
    Space,
    /// Nothing: the word goes on after its hyphen.
    Nothing,
    /// Nothing, and the hyphen goes, too.
    WithoutHyphen,
}

/// What can be seen of lines that stand together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Around {
    /// The length of the longest in characters.
    width: usize,
    /// Whether any was wrapped: it ends no sentence, or the next begins in lower case.
    wrapped: bool,
}

impl Around {
    pub(crate) fn new(lines: &[Shape]) -> Self {
        let is_wrapped =
            |pair: &[Shape]| pair[1].start == Start::Lower || pair[0].end != End::Sentence;
        Self {
            width: lines.iter().map(|line| line.length).max().unwrap_or(0),
            wrapped: lines.windows(2).any(is_wrapped),
        }
    }
}

impl Shape {
    /// The shape of `text[range]`, which is trimmed and not empty.
    pub(crate) fn new(text: &str, range: Range<usize>) -> Self {
        let line = &text[range.clone()];
        let word = line.split(char::is_whitespace).next().unwrap_or_default();
        Self {
            length: line.chars().count(),
            first_word: word.chars().count(),
            start: start(line),
            end: end(line),
            range,
        }
    }

    /// Whether the line can be one of a poem or an address.
    pub(crate) fn is_short_with_capital(&self) -> bool {
        matches!(self.start, Start::Upper | Start::Digit) && self.length <= 60
    }

    /// Whether the line begins in lower case.
    pub(crate) fn begins_in_lower_case(&self) -> bool {
        self.start == Start::Lower
    }

    /// How the line goes on in `next`.
    pub(crate) fn joint(&self, text: &str, next: &Self, around: &Around) -> Joint {
        if self.end == End::Hyphen {
            return hyphen(&text[self.range.clone()], &text[next.range.clone()]);
        }
        if next.start == Start::Lower {
            return Joint::Space;
        }
        // A line wrapped at the width would have taken the first word of the next.
        let needed = self.length + 1 + next.first_word;
        let fits = needed <= around.width;
        let ends = match self.end {
            End::Sentence => fits || !around.wrapped || next.start == Start::Dash,
            End::Colon => fits,
            End::LeadsOn | End::Hyphen => false,
            _ if next.start == Start::Dash => false,
            End::Comma | End::Open => 10 * needed <= 7 * around.width,
        };
        if ends { Joint::Break } else { Joint::Space }
    }
}

impl Shape {
    /// How the line goes on in `next` in a format in which the end of a line is a space; `hard`
    /// says that its author ended it on purpose.
    pub(crate) fn flow(&self, text: &str, next: &Self, hard: bool) -> Joint {
        let goes_on = next.start == Start::Lower || self.end == End::LeadsOn;
        match self.end {
            End::Hyphen => hyphen(&text[self.range.clone()], &text[next.range.clone()]),
            _ if hard && !goes_on => Joint::Break,
            _ => Joint::Space,
        }
    }
}

fn start(line: &str) -> Start {
    let opening = |c: char| "\"'“‘’«([*_¿¡".contains(c);
    match line.trim_start_matches(opening).chars().next() {
        Some(c) if c.is_lowercase() => Start::Lower,
        Some(c) if c.is_alphabetic() => Start::Upper,
        Some(c) if c.is_numeric() => Start::Digit,
        Some('—' | '–' | '-') => Start::Dash,
        _ => Start::Other,
    }
}

fn end(line: &str) -> End {
    let bare = line.trim_end_matches(|c: char| "\"'”’»)]*_".contains(c));
    let last = bare.chars().next_back();
    let before = bare.trim_end_matches(|c: char| c.is_ascii_punctuation());
    let word = before.rsplit(|c: char| !c.is_alphanumeric() && c != '\'').next();
    let word = word.filter(|word| word.len() <= 8).unwrap_or_default().to_lowercase();
    let leads_on = LEAD_ON.contains(&word.as_str());
    match last {
        Some('.') if leads_on && word.len() <= 4 && is_title(&word) => End::LeadsOn,
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？') => End::Sentence,
        Some(':' | '：') => End::Colon,
        Some(',' | ';') => End::Comma,
        Some('-' | '‐' | '\u{ad}') if before_hyphen(bare) => End::Hyphen,
        Some(c) if c.is_alphabetic() && leads_on => End::LeadsOn,
        _ => End::Open,
    }
}

fn is_title(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "ms" | "dr" | "prof" | "st" | "mt")
}

/// Whether a letter or digit stands before the hyphen at the end of `line`.
fn before_hyphen(line: &str) -> bool {
    line.chars().rev().nth(1).is_some_and(char::is_alphanumeric)
}

/// How a word goes on that was divided at the end of `line`.
fn hyphen(line: &str, next: &str) -> Joint {
    let is_break = |c: char| c.is_whitespace() || "—–(\"“".contains(c);
    let bare = line.trim_end_matches(['-', '‐', '\u{ad}']);
    let first = bare.rsplit(is_break).next().unwrap_or_default();
    let letter = |c: char| c.is_alphabetic() || c == '-' || c == '\'' || c == '’';
    let second = &next[..next.find(|c| !letter(c)).unwrap_or(next.len())];
    if !second.starts_with(char::is_lowercase) {
        let goes_on = second.starts_with(char::is_alphabetic) || next.starts_with(is_digit);
        return if goes_on { Joint::Nothing } else { Joint::Space };
    }
    if line.ends_with('\u{ad}') {
        return Joint::WithoutHyphen;
    }
    if matches!(second, "and" | "or" | "to") {
        return Joint::Space; // two- and three-
    }
    let ends_as_begins = first.chars().next_back() == second.chars().next();
    let kept = first.contains('-')
        || first.len() == 1 // e-mail
        || ends_as_begins && first.ends_with(['a', 'e', 'i', 'o', 'u']) // co-operate
        || !first.chars().all(char::is_alphabetic)
        || KEEP_AFTER.contains(&first.to_lowercase().as_str())
        || second.contains('-')
        || KEEP_BEFORE.contains(&second);
    if kept { Joint::Nothing } else { Joint::WithoutHyphen }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}
