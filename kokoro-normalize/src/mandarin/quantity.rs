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
    if minus.is_empty()
        && let Some(found) = range(cursor, reader, first, tail)
    {
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
    let said = tail.say(&format!("{minus}{}", first.say_count(minus.is_empty() && counted)), true);
    Some(Match::words(reader.at, &said))
}

/// The rest of a range whose first number is read.
fn range(
    cursor: &Cursor<'_, ()>,
    mut reader: Reader<'_>,
    first: Number<'_>,
    first_tail: Tail,
) -> Option<Match> {
    let space = reader.space();
    let dash = reader.eat_one(RANGE).filter(|_| space == reader.space())?;
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
        let first = both.say(&first.say_count(counted), named);
        format!("{first}到{}", second_tail.say(&second.say_count(counted), true))
    };
    Some(Match::words(reader.at, &said))
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
