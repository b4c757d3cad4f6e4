//! Ranges and scores.

use crate::cursor::{Cursor, Match};
use crate::english::{context, numbers, quantity::Quantity, sign, year};
use crate::{Dialect, reader::Reader};

/// Words near two numbers that are a score.
const SCORES: [&str; 40] = [
    "won", "win", "wins", "winning", "lost", "lose", "loses", "beat", "beats", "beaten", "beating",
    "defeated", "defeat", "victory", "loss", "score", "scored", "scores", "tied", "tie", "draw",
    "drew", "led", "leads", "lead", "leading", "trailed", "trailing", "ahead", "vote", "voted",
    "ruled", "ruling", "decision", "final", "record", "goals", "match", "game", "match",
];

/// Two numbers with a dash between, as they are written.
struct Pair<'a> {
    sign: &'static str,
    first: Quantity<'a>,
    second: Quantity<'a>,
    first_text: &'a str,
    second_text: &'a str,
    /// Whether there is a space on both sides of the dash.
    spaced: bool,
    /// Whether the dash is the sign of minus.
    minus: bool,
    /// Whether a minus stands before the second.
    negative: bool,
}

/// Numbers with a dash between: 10–20 as a range, 1980–86 as years, "won 3-2" as a score.
pub(crate) fn range(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let pair = Pair::read(&mut reader, cursor)?;
    let years = are_years(cursor, &reader, pair.first_text, pair.second_text);
    if goes_on(reader) || !years && pair.is_code() {
        return None;
    }
    if pair.sign.is_empty() && is_score(cursor, &reader, pair.first_text, pair.second_text) {
        return Some(Match::words(reader.at, &pair.score(cursor.dialect)));
    }
    let (low, high) = if years {
        let year = |text| numbers::year(text, cursor.dialect);
        (year(pair.first_text), short_year(pair.second_text, cursor.dialect))
    } else {
        (pair.first.words.clone(), pair.second.words.clone())
    };
    let high = sign::signed(pair.between(cursor, years), &high);
    Some(Match::words(reader.at, &sign::signed(pair.sign, &format!("{low} {high}"))))
}

impl<'a> Pair<'a> {
    fn read(reader: &mut Reader<'a>, cursor: &Cursor<'_>) -> Option<Self> {
        let sign = sign::start(cursor, reader)?;
        let low = *reader;
        let first = Quantity::read(reader, cursor.dialect)?;
        let first_text = &low.rest()[..reader.at - low.at];
        let spaced = reader.space();
        let minus = reader.peek() == Some('−');
        if !reader.dash() || spaced != reader.space() || chained(cursor) {
            return None;
        }
        let negative = !spaced && reader.eat_one(&['-', '−']).is_some();
        let high = *reader;
        let second = Quantity::read(reader, cursor.dialect)?;
        let second_text = &high.rest()[..reader.at - high.at];
        Some(Self { sign, first, second, first_text, second_text, spaced, minus, negative })
    }

    /// Whether a number has a zero in front, as those have that count nothing.
    fn is_code(&self) -> bool {
        let zero = |text: &str| text.len() > 1 && text.starts_with('0');
        let decimal = self.first.number.is_none_or(|number| number.decimals.is_some());
        zero(self.second_text) && !self.second_text.contains('.')
            || zero(self.first_text) && !decimal
    }

    /// "three two"; three digits in pairs: "one twelve one oh eight".
    fn score(&self, dialect: Dialect) -> String {
        let words = |text: &str, quantity: &Quantity<'_>| match (text, dialect) {
            ("0", Dialect::British) => "nil".into(),
            _ if text.len() == 3 => numbers::paired(text, dialect),
            _ => quantity.words.clone(),
        };
        format!("{} {}", words(self.first_text, &self.first), words(self.second_text, &self.second))
    }

    /// Whether the second is without the digits that it shares with the first: "pp. 100–20".
    fn is_cut_short(&self, cursor: &Cursor<'_>) -> bool {
        let pages = ["pp", "page", "pages", "pgs", "p", "lines", "verses"];
        self.second_text.len() < self.first_text.len() && pages.contains(&cursor.previous_word())
    }

    /// What is said between the two.
    fn between(&self, cursor: &Cursor<'_>, years: bool) -> &'static str {
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let weekday = weekday.into_iter().any(|day| cursor.previous_word().starts_with(day));
        let day = weekday || (self.first_text, self.second_text) == ("9", "5"); // hours of work
        let values = value(self.first_text).zip(value(self.second_text));
        let rising = day || values.is_none_or(|(low, high)| low < high);
        if self.negative {
            "to minus"
        } else if self.minus || self.spaced && !rising {
            "minus"
        } else if rising || years || self.is_cut_short(cursor) {
            "to"
        } else if self.first_text.ends_with('0') && self.second_text.len() == 1 {
            // 250-6 is no 256; in cricket six have been out.
            if cursor.dialect == Dialect::British { "for" } else { "to" }
        } else {
            ""
        }
    }
}

/// Whether what was read is only a part of something longer: 1-2-3, 5-3=2.
fn goes_on(reader: Reader<'_>) -> bool {
    let mut more = reader;
    let chain = matches!(reader.peek(), Some('-' | '–')) && more.dash() && more.at_digit();
    chain || !reader.ends() || reader.rest().trim_start().starts_with('=')
}

/// Whether a digit and a dash stand before, so that a third number would be one of a chain.
fn chained(cursor: &Cursor<'_>) -> bool {
    let mut past = cursor.past().chars().rev();
    matches!(past.next(), Some('-' | '–')) && past.next().is_some_and(|c| c.is_ascii_digit())
}

/// The value of a number without fraction and scale.
fn value(text: &str) -> Option<f64> {
    let plain: String = text.chars().filter(|c| *c != ',').collect();
    plain.parse().ok()
}

/// Whether both numbers are years, or one is and the other its last two digits.
fn are_years(cursor: &Cursor<'_>, reader: &Reader<'_>, first: &str, second: &str) -> bool {
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(first) || !plain(second) || first.len() != 4 {
        return false;
    }
    let near = year::is_year(cursor, first, reader);
    match second.len() {
        4 => near && second >= first && ("1100"..="2199").contains(&second),
        2 => near && (second > &first[2..] || second == "00" && first.ends_with("99")),
        _ => false,
    }
}

/// A year, or its last two digits.
fn short_year(text: &str, dialect: Dialect) -> String {
    match text.as_bytes() {
        [b'0', _] => numbers::spoken_digits(text),
        _ => numbers::year(text, dialect),
    }
}

/// Whether two numbers are a score: words like "won" stand before or behind.
fn is_score(cursor: &Cursor<'_>, reader: &Reader<'_>, first: &str, second: &str) -> bool {
    if first.len() > 3
        || second.len() > 3
        || !first.bytes().chain(second.bytes()).all(|b| b.is_ascii_digit())
    {
        return false;
    }
    let known = |word: &str| SCORES.contains(&word.to_lowercase().as_str());
    let before = cursor.past().rsplit([' ', ',', '(']).filter(|word| !word.is_empty()).take(4);
    let sentence = before.take_while(|word| !word.ends_with(['.', '!', '?']));
    let behind = reader.rest().split([' ', ',', '.', ')']).filter(|word| !word.is_empty()).take(2);
    let near = sentence.last().is_some()
        && cursor.past().rsplit([' ', ',', '(']).filter(|word| !word.is_empty()).take(4).any(known);
    let mut after = *reader;
    let counted = after.space() && context::is_plural(after.word());
    near && !counted || behind.clone().any(known) && reader.rest().starts_with(' ')
}
