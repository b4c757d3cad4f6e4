//! Years, decades, eras, quarters.

use crate::cursor::{Cursor, Match};
use crate::english::{context, numbers};
use crate::{reader::Reader, said::Said};

/// Words before which a number of four digits is a year.
const BEFORE_YEARS: [&str; 42] = [
    "in",
    "since",
    "until",
    "till",
    "by",
    "from",
    "circa",
    "ca",
    "c",
    "year",
    "during",
    "before",
    "after",
    "around",
    "early",
    "late",
    "mid",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "of",
    "the",
    "copyright",
    "class",
    "between",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "born",
    "died",
    "olympics",
];

/// Words after which a number of four digits is none.
const BEFORE_COUNTS: [&str; 44] = [
    "over",
    "nearly",
    "almost",
    "approximately",
    "roughly",
    "than",
    "least",
    "most",
    "up",
    "exactly",
    "only",
    "just",
    "all",
    "total",
    "some",
    "another",
    "every",
    "costs",
    "cost",
    "paid",
    "pay",
    "earn",
    "earned",
    "scored",
    "worth",
    "number",
    "population",
    "bought",
    "sold",
    "have",
    "has",
    "had",
    "were",
    "are",
    "about",
    "contains",
    "with",
    "these",
    "those",
    "a",
    "page",
    "pages",
    "for",
    "my",
];

/// A number of four digits that is a year by what stands around it: 1984, 2012, 1066 after "in".
pub(crate) fn year(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let digits = reader.digits(4..=4)?;
    let mut mark = reader;
    let decimal = mark.eat_one(&['.', ',']).is_some() && mark.at_digit();
    let inside = cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ','));
    if decimal || inside && cursor.past().ends_with(char::is_numeric) || !reader.ends() {
        return None;
    }
    is_year(cursor, digits, &reader)
        .then(|| Match::words(reader.at, &numbers::year(digits, cursor.dialect)))
}

/// Whether four digits are a year.
pub(crate) fn is_year(cursor: &Cursor<'_>, digits: &str, reader: &Reader<'_>) -> bool {
    let Ok(value) = digits.parse::<u32>() else { return false };
    let previous = cursor.previous_word().to_lowercase();
    let before = BEFORE_YEARS.contains(&previous.as_str());
    let mut ahead = *reader;
    let next = if ahead.space() { ahead.word() } else { "" };
    let counted = context::is_plural(next) || matches!(next, "of" | "different" | "more" | "other");
    match value {
        1700..=2049 if before => !matches!(next, "of" | "people" | "percent"),
        _ if counted || BEFORE_COUNTS.contains(&previous.as_str()) => false,
        1100..=2099 => true,
        1000..=1099 => before && previous != "the" && previous != "of" && previous != "around",
        2100..=2999 => before && !value.is_multiple_of(100) && previous != "the",
        _ => false,
    }
}

/// 1960s, '90s, the 1800s, 80's, 1960s–80s, 1960s–1970s.
pub(crate) fn decade(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '$')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let mut words = one_decade(&mut reader, cursor)?;
    let mut ahead = reader;
    if ahead.dash()
        && let Some(end) = one_decade(&mut ahead, cursor)
    {
        words = format!("{words} to {end}");
        reader = ahead;
    }
    Some(Match::words(reader.at, &words))
}

/// Reads one decade.
fn one_decade(reader: &mut Reader<'_>, cursor: &Cursor<'_>) -> Option<String> {
    let mut ahead = *reader;
    let short = ahead.eat_one(&['\'', '’', '‘']).is_some();
    let digits = ahead.digits(2..=4)?;
    let apart = digits.len() == 4 && ahead.eat(" s");
    if !apart {
        ahead.eat_one(&['\'', '’']);
        ahead.eat("s").then_some(())?;
    }
    let fits = match digits.len() {
        2 => {
            let before = ["the", "her", "his", "their", "my", "your", "mid", "early", "late", "in"];
            let known = before.contains(&cursor.previous_word().to_lowercase().as_str());
            let hyphen = cursor.before() == Some('-');
            digits.ends_with('0') && (short || known || hyphen || reader.at > 0)
        }
        4 => digits.ends_with('0') && ("1000"..="2990").contains(&digits) && !short,
        _ => false,
    };
    let plain = matches!(digits, "10" | "20" | "30" | "40" | "50" | "60" | "70" | "80" | "90");
    if !ahead.ends() || !(fits || digits.len() == 2 && plain && !short && followed_by_noun(&ahead))
    {
        return None;
    }
    *reader = ahead;
    Some(numbers::decade(digits, cursor.dialect))
}

/// Whether a word as "music" follows, which has decades.
fn followed_by_noun(reader: &Reader<'_>) -> bool {
    let mut ahead = *reader;
    ahead.space()
        && matches!(
            ahead.word(),
            "music" | "movie" | "movies" | "fashion" | "style" | "hits" | "rock"
        )
}

/// A year of two digits after an apostrophe: '99. And the class of '05.
pub(crate) fn short_year(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    reader.eat_one(&['\'', '’', '‘'])?;
    let digits = reader.digits(2..=2)?;
    let open = cursor.before().is_none_or(|c| c == ' ' || c == '(' || c == '–' || c == '-');
    let closes = matches!(reader.peek(), Some('\'' | '’' | '.')) && {
        let mut mark = reader;
        mark.eat_one(&['.']).is_none() || mark.at_digit()
    };
    if !open || !reader.ends() || closes {
        return None;
    }
    let words = match digits.as_bytes() {
        [b'0', _] => numbers::spoken_digits(digits),
        _ => numbers::cardinal(digits, cursor.dialect),
    };
    Some(Match::words(reader.at, &words))
}

/// Years with an era: 340 AD, 44 B.C., 1200 BCE, AD 79.
pub(crate) fn era(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    if let Some(era) = read_era(&mut reader).filter(|era| *era == "AD") {
        reader.space().then_some(())?;
        let digits = reader.digits(1..=4)?;
        let said = Said::letters(era).then(&numbers::year(digits, cursor.dialect));
        return reader.ends().then_some(Match { len: reader.at, said });
    }
    let mut said = Said::silent();
    let first = reader.digits(1..=5)?;
    said.push(&numbers::year(first, cursor.dialect));
    let mut ahead = reader;
    if ahead.dash()
        && let Some(last) = ahead.digits(1..=5)
    {
        said = said.then("to").then(&numbers::year(last, cursor.dialect));
        reader = ahead;
    }
    reader.space();
    said.push_letters(read_era(&mut reader)?);
    Some(Match { len: reader.at, said })
}

/// Reads AD, BC, CE or BCE, with or without full stops.
fn read_era(reader: &mut Reader<'_>) -> Option<&'static str> {
    const ERAS: [(&str, &str); 12] = [
        ("B.C.E.", "BCE"),
        ("BCE", "BCE"),
        ("B.C.", "BC"),
        ("B.C", "BC"),
        ("BC", "BC"),
        ("A.D.", "AD"),
        ("A.D", "AD"),
        ("AD", "AD"),
        ("C.E.", "CE"),
        ("CE", "CE"),
        ("bce", "BCE"),
        ("bc", "BC"),
    ];
    let mut ahead = *reader;
    let (written, era) = ERAS.iter().find(|(written, _)| {
        let mut era = *reader;
        era.eat(written) && era.ends()
    })?;
    ahead.eat(written);
    if written.ends_with('.') && (ahead.peek().is_none() || sentence_ends(ahead)) {
        ahead.at -= 1;
    }
    *reader = ahead;
    Some(era)
}

/// Whether a capital follows a space.
fn sentence_ends(mut reader: Reader<'_>) -> bool {
    reader.space() && reader.peek().is_some_and(char::is_uppercase)
}

/// Quarters, halves and fiscal years: Q3 2024, 3Q22, 1H23, FY25, Q1.
pub(crate) fn quarter(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    if reader.eat("FY") {
        reader.space();
        reader.eat_one(&['\'', '’']);
        let year = reader.digits(2..=4).filter(|year| year.len() != 3)?;
        let words = format!("fiscal year {}", numbers::year(year, cursor.dialect));
        return reader.ends().then(|| Match::words(reader.at, &words));
    }
    let letter = reader.eat_one(&['Q', 'H']);
    let part = reader.small(1..=4)?;
    let behind = letter.is_none();
    let kind = letter.or_else(|| reader.eat_one(&['Q', 'H']))?;
    let mut ahead = reader;
    let apart = !behind && (ahead.space() || ahead.eat("-"));
    ahead.eat("FY");
    ahead.eat_one(&['\'', '’']);
    let year = (behind || apart).then(|| ahead.digits(2..=4)).flatten();
    let year = year.filter(|year| (year.len() == 4 || year.len() == 2 && behind) && ahead.ends());
    if year.is_some() {
        reader = ahead;
    }
    if !reader.ends() || kind == 'H' && (year.is_none() || part > 2) || behind && year.is_none() {
        return None;
    }
    if !behind && year.is_none() {
        let said = Said::letters("Q").then(&numbers::cardinal(&part.to_string(), cursor.dialect));
        return Some(Match { len: reader.at, said });
    }
    let part = numbers::ordinal(&part.to_string(), cursor.dialect);
    let name = if kind == 'Q' { "quarter" } else { "half" };
    let the = if matches!(cursor.previous_word(), "the" | "The") { "" } else { "the " };
    let year = year.map(|year| format!(" of {}", numbers::year(year, cursor.dialect)));
    Some(Match::words(reader.at, &format!("{the}{part} {name}{}", year.unwrap_or_default())))
}
