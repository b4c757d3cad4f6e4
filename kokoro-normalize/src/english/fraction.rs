//! Fractions, and pairs of numbers with a slash that are none.

use crate::cursor::{Cursor, Match};
use crate::english::date::{self, month};
use crate::english::quantity::{Number, Quantity, fraction_words};
use crate::english::{context, numbers, sign};
use crate::reader::Reader;

/// 1/2, 3 1/4, 2½, 24/7, 9/11; 8/10 as "eight out of ten"; 1/5 as a date after "on".
pub(crate) fn fraction(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let sign = sign::start(cursor, &mut reader)?;
    let start = reader;
    if let Some(words) = mark(&mut reader, cursor) {
        return Some(Match::words(reader.at, &sign::signed(sign, &words)));
    }
    reader = start;
    if sign.is_empty()
        && let Some(words) = slashed(cursor, &mut reader)
    {
        return Some(Match::words(reader.at, &words));
    }
    reader = start;
    let quantity = Quantity::read(&mut reader, cursor.dialect)?;
    if quantity.number.is_none() && !inside(&reader) {
        ending(&mut reader);
        return Some(Match::words(reader.at, &sign::signed(sign, &quantity.words)));
    }
    reader = start;
    let numerator = reader.digits(1..=9)?;
    reader.eat_one(&['/', '⁄', '∕'])?;
    let denominator = reader.digits(1..=9)?;
    ending(&mut reader);
    if inside(&reader) || !reader.ends() {
        return None;
    }
    let shot = matches!(
        cursor.next_word(reader.at),
        "shot" | "odds" | "chance" | "outsider" | "favourite" | "favorite" | "underdog"
    );
    if denominator == "1" && (shot || cursor.previous_word() == "at") {
        let words = format!("{} to one", numbers::cardinal(numerator, cursor.dialect));
        return Some(Match::words(reader.at, &sign::signed(sign, &words)));
    }
    let words = if numerator.starts_with('0') && numerator.len() > 1 || denominator == "0" {
        format!("{} over {}", numbers::digits(numerator), numbers::digits(denominator))
    } else {
        fraction_words(numerator, denominator, cursor.dialect)
    };
    Some(Match::words(reader.at, &sign::signed(sign, &words)))
}

/// Reads a mark with decimals: "4.5/5".
fn mark(reader: &mut Reader<'_>, cursor: &Cursor<'_>) -> Option<String> {
    let number = Number::read(reader).filter(|number| number.decimals.is_some())?;
    reader.eat("/").then_some(())?;
    let whole = numbers::cardinal(reader.digits(1..=3)?, cursor.dialect);
    let fits = reader.ends() && !inside(reader);
    fits.then(|| format!("{} out of {whole}", number.words(cursor.dialect)))
}

/// Whether what was read is only a part of something with more slashes or digits.
fn inside(reader: &Reader<'_>) -> bool {
    let mut ahead = *reader;
    reader.at_digit() || ahead.eat_one(&['/', '.', ',', ':']).is_some() && ahead.at_digit()
}

/// Reads "th" and the like behind a fraction: 3/4ths.
fn ending(reader: &mut Reader<'_>) {
    let mut ahead = *reader;
    let word = ahead.word().to_ascii_lowercase();
    if matches!(word.as_str(), "th" | "ths" | "rd" | "rds" | "nd" | "nds") {
        *reader = ahead;
    }
}

/// Reads two numbers that are no fraction, and returns them in words.
fn slashed(cursor: &Cursor<'_>, reader: &mut Reader<'_>) -> Option<String> {
    let first = reader.digits(1..=4)?;
    reader.eat("/").then_some(())?;
    let second = reader.digits(1..=3)?;
    if inside(reader) || !reader.ends() {
        return None;
    }
    if first.len() == 4 {
        let next = first.parse::<u32>().map(|year| format!("{:02}", (year + 1) % 100));
        let season = next.is_ok_and(|next| next == second) && first > "1500";
        let year = |digits| numbers::year(digits, cursor.dialect);
        let last = if second == "00" { "two thousand".into() } else { short(second, cursor) };
        return season.then(|| format!("{} {last}", year(first)));
    }
    let words = |number| numbers::cardinal(number, cursor.dialect);
    let pair = format!("{} {}", words(first), words(second));
    match (first, second) {
        ("24", "7") | ("9", "11") | ("7", "7") | ("50", "50") | ("20", "20") => return Some(pair),
        ("60", "40") | ("40", "60") | ("80", "20") | ("70", "30") | ("90", "10") => {
            return Some(pair);
        }
        _ => {}
    }
    if let Some(date) = day_and_month(cursor, first, second) {
        return Some(date);
    }
    let (Ok(value), Ok(whole)) = (first.parse::<u32>(), second.parse::<u32>()) else { return None };
    let mut after = *reader;
    let stars = after.space() && matches!(after.word(), "stars" | "star" | "points" | "rating");
    let of = reader.rest().starts_with(" of ");
    let marks = matches!(second, "10" | "100" | "20") && value != 1 && !of;
    let value = if second == "10" { value.min(10) } else { value };
    if (marks || stars) && value <= whole && (first == "0" || !first.starts_with('0')) {
        let unit = context::is_attribute(cursor, reader, false) && !stars;
        return (!unit).then(|| format!("{} out of {}", words(first), words(second)));
    }
    let pressure = (60..=250).contains(&value) && (30..=150).contains(&whole) && value > whole;
    let pressure = pressure.then(|| format!("{} over {}", words(first), words(second)))?;
    match reader.eat(" mmHg") || reader.eat(" mm Hg") {
        true => Some(format!("{pressure} millimeters of mercury")),
        false => Some(pressure),
    }
}

/// The last two digits of a year.
fn short(digits: &str, cursor: &Cursor<'_>) -> String {
    match digits.starts_with('0') {
        true => numbers::spoken_digits(digits),
        false => numbers::cardinal(digits, cursor.dialect),
    }
}

/// A date without a year, where the words before it announce one: "on 1/5", "Tue 2/22", "due 3/4".
fn day_and_month(cursor: &Cursor<'_>, first: &str, second: &str) -> Option<String> {
    let british = cursor.dialect == crate::Dialect::British;
    let (month, day) = if british { (second, first) } else { (first, second) };
    let (month, day): (usize, usize) = (month.parse().ok()?, day.parse().ok()?);
    if !(1..=31).contains(&day) || first.len() > 2 || second.len() > 2 {
        return None;
    }
    let name = month::name(month)?;
    let past = cursor.past().trim_end_matches([' ', '(', ',', '.']);
    let word = &past[past.trim_end_matches(char::is_alphabetic).len()..];
    let announced = [
        "on", "On", "due", "by", "By", "since", "Since", "until", "dated", "starting", "before",
        "after", "from", "through",
    ];
    let two = |number: &str| number.len() == 2 && number.starts_with('0');
    let mut weekday = Reader::new(word);
    let known = announced.contains(&word) || word == "Tu" || word == "Th";
    (known || month::weekday(&mut weekday).is_some() || two(first) && two(second))
        .then(|| date::words(name, day, "", cursor.dialect, false))
}
