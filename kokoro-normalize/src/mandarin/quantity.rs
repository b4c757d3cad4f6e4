//! Numbers with or without a unit, and ranges of them.

use crate::cursor::{Cursor, Match};
use crate::mandarin::amount::{Number, is_counted, sign};
use crate::mandarin::{numbers, score, units};
use crate::reader::Reader;

/// What stands between the numbers of a range.
const RANGE: &[char] = &['-', '–', '—', '~', '～', '〜', '－'];

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Tail {
    None,
    /// Said before the number: 百分之.
    Before(&'static str),
    /// Said after the number, and perhaps 每 with another unit before it: 每小时.
    After(&'static str, Option<&'static str>),
}

/// 5, -3.5, 1,234.5, 50%, 25kg, 10 km/h, 3-5个, 10~20%, 2010-2015年, 2个.
pub(super) fn quantity(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let minus = sign(cursor, &mut reader)?;
    let first = Number::read(&mut reader)?;
    let tail = tail(&mut reader);
    if let Some(found) = range(cursor, reader, minus, first, tail) {
        return Some(found);
    }
    let rest = reader.rest();
    let counted = match tail {
        Tail::None => is_counted(cursor, rest),
        Tail::After(unit, _) => is_counted(cursor, unit),
        Tail::Before(_) => false,
    };
    // 时速350km/h says the hour already.
    let tail = match tail {
        Tail::After(unit, Some("小时")) if cursor.past().ends_with("时速") => {
            Tail::After(unit, None)
        }
        tail => tail,
    };
    let minus = below(cursor, minus, tail, rest);
    let said = tail.say(&format!("{minus}{}", first.say_count(minus.is_empty() && counted)), true);
    Some(Match::words(reader.at, &said))
}

/// The rest of a range whose first number is read.
fn range(
    cursor: &Cursor<'_, ()>,
    mut reader: Reader<'_>,
    minus: &str,
    first: Number<'_>,
    first_tail: Tail,
) -> Option<Match> {
    let space = reader.space();
    let dash = reader.eat_one(RANGE).filter(|_| space == reader.space())?;
    if !minus.is_empty() && dash == '-' && first_tail == Tail::None {
        return None; // -5-3 is no range.
    }
    let second_minus = if reader.eat("-") || reader.eat("−") { "负" } else { "" };
    let second = Number::read(&mut reader)?;
    let second_tail = tail(&mut reader);
    let mut more = reader;
    if more.eat_one(RANGE).is_some() && more.at_digit() {
        return None;
    }
    let rest = reader.rest();
    if second_tail == Tail::None && dash == '-' && score::is_score(cursor) {
        let said = format!("{}比{}", first.say(), second.say());
        return Some(Match::words(reader.at, &said));
    }
    let years = first.is_whole()
        && second.is_whole()
        && [first, second].iter().all(|n| (3..=4).contains(&n.whole().len()))
        && (rest.starts_with('年') || matches!(cursor.before(), Some('(' | '（' | '，')));
    let signs = if minus.is_empty() && second_minus.is_empty() {
        None
    } else {
        let unit = if second_tail == Tail::None { first_tail } else { second_tail };
        Some([minus, second_minus].map(|sign| below(cursor, sign, unit, rest)))
    };
    let [minus, second_minus] = signs.unwrap_or_default();
    let said = if years {
        format!("{}到{}", numbers::digits(first.whole()), numbers::digits(second.whole()))
    } else {
        let counted = match second_tail {
            Tail::None => is_counted(cursor, rest),
            Tail::After(unit, _) => is_counted(cursor, unit),
            Tail::Before(_) => false,
        };
        let both = if first_tail == Tail::None { second_tail } else { first_tail };
        let named = first_tail != Tail::None || matches!(both, Tail::Before(_));
        let first = format!("{minus}{}", first.say_count(counted));
        let second = format!("{second_minus}{}", second.say_count(counted));
        format!("{}到{}", both.say(&first, named), second_tail.say(&second, true))
    };
    Some(Match::words(reader.at, &said))
}

/// Words that speak of a temperature.
#[rustfmt::skip]
const WEATHER: &[&str] = &[
    "气温", "温度", "最低", "最高", "体感", "氣溫", "溫度", "低温", "高温", "降温", "降到", "降至", "寒潮",
];

/// What is said for the sign of an amount: below zero, a temperature is 零下. By itself, without a
/// text before it, -5℃ is 负五摄氏度, as on a scale.
fn below<'a>(cursor: &Cursor<'_, ()>, minus: &'a str, tail: Tail, rest: &str) -> &'a str {
    let past = cursor.past().trim_end();
    let weather = || WEATHER.iter().any(|word| past.contains(word));
    let degrees = match tail {
        Tail::After("摄氏度" | "华氏度", None) => true,
        Tail::After("度", None) => weather(),
        Tail::None => rest.starts_with(['度', '℃']) && weather(),
        _ => false,
    };
    if degrees && !minus.is_empty() && !past.is_empty() { "零下" } else { minus }
}

/// Reads what a number counts, perhaps after a space.
fn tail(reader: &mut Reader<'_>) -> Tail {
    if reader.eat("%") {
        return Tail::Before("百分之");
    } else if reader.eat("‰") {
        return Tail::Before("千分之");
    }
    let mut ahead = *reader;
    ahead.space();
    let Some(unit) = units::read(&mut ahead) else { return Tail::None };
    let mut per = ahead;
    let per = if per.eat("/") { units::read(&mut per).map(|unit| (unit, per)) } else { None };
    *reader = per.map_or(ahead, |(_, after)| after);
    Tail::After(unit, per.map(|(unit, _)| unit))
}

impl Tail {
    /// A number with what it counts, which is left out if not `named`.
    fn say(self, number: &str, named: bool) -> String {
        match self {
            Self::Before(share) => match number.strip_prefix('负') {
                Some(number) => format!("负{share}{number}"),
                None => format!("{share}{number}"),
            },
            Self::After(unit, None) if named => format!("{number}{unit}"),
            Self::After(unit, Some(per)) if named => format!("每{per}{number}{unit}"),
            Self::None | Self::After(..) => number.to_owned(),
        }
    }
}
