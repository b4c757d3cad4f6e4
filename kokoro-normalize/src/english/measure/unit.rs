//! Reads a unit behind a number.

use super::units::{Space, TABLES, Unit, in_dialect};
use crate::cursor::{Cursor, Match};
use crate::{Dialect, english::quantity::Quantity, reader::Reader, said::Said};

/// Words before which a unit that is also a word may stand.
const AFTER_UNIT: [&str; 24] = [
    "tall", "wide", "long", "deep", "high", "thick", "diameter", "x", "by", "screen", "monitor",
    "display", "and", "or", "across", "apart", "larger", "shorter", "taller", "longer", "wider",
    "fuse", "away", "above",
];

/// A unit, perhaps squared and divided by others, by its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// The name after 1, without what follows it.
    pub(crate) one: &'static str,
    /// The name after other numbers.
    pub(crate) many: &'static str,
    /// "square" or "cubic" before the name.
    pub(crate) power: &'static str,
    /// "per second" and the like behind it.
    pub(crate) per: String,
}

impl Named {
    /// Says the name in the singular or the plural. Single capitals are names of letters.
    pub(crate) fn say(&self, one: bool, said: &mut Said) {
        said.push(self.power);
        let name = if one { self.one } else { self.many };
        if name.split(' ').all(|word| word.len() == 1) {
            said.push_letters(&name.replace(' ', ""));
        } else {
            said.push(name);
        }
        said.push(&self.per);
    }
}

/// Minutes.
pub(crate) fn minutes() -> Named {
    Named { one: "minute", many: "minutes", power: "", per: String::new() }
}

/// Reads the unit of a quantity, and the space or hyphen before it.
pub(crate) fn read(
    reader: &mut Reader<'_>,
    quantity: &Quantity<'_>,
    dialect: Dialect,
) -> Option<Named> {
    let mut ahead = *reader;
    let decimal = quantity.number.is_some_and(|number| number.decimals.is_some());
    let mut second = ahead;
    if decimal && second.eat(" s") && second.ends() && !second.rest().starts_with(['\'', '’', '/'])
    {
        ahead.space();
        *reader = ahead; // 9.58 s, but not "80 s"
    }
    let apart = ahead.space();
    let hyphen = !apart && ahead.eat("-");
    let unit = if ahead.peek() == Some('/') && !apart && !hyphen {
        None // 12/kg
    } else {
        Some(find(&mut ahead, apart, hyphen)?)
    };
    if let Some(unit) = unit {
        let kelvin = apart && quantity.number.is_some_and(|number| number.whole.len() > 1);
        if unit.0 == "K" && !kelvin
            || matches!(unit.0, "A" | "ac") && !apart
            || unit.0 == "st" && dialect == Dialect::American
        {
            return None;
        }
    }
    let named = finish(&mut ahead, unit, dialect)?;
    if named.one == "X" && !named.power.is_empty() {
        return None; // 2x²
    }
    *reader = ahead;
    Some(named)
}

/// A unit behind the word "per": "$2 per lb".
pub(crate) fn behind_per(cursor: &Cursor<'_>) -> Option<Match> {
    (cursor.previous_word() == "per").then_some(())?;
    let mut reader = Reader::new(cursor.rest());
    let unit =
        longest(&reader).filter(|unit| unit.0.len() > 1 && !matches!(unit.0, "in" | "Mt"))?;
    reader.at += unit.0.len();
    let name = in_dialect(unit.1, cursor.dialect);
    let letters = name.split(' ').any(|word| word.len() == 1);
    (reader.ends() && !letters).then(|| {
        full_stop(&mut reader);
        Match::words(reader.at, name)
    })
}

/// Reads any unit, after a space or none.
pub(crate) fn read_any(reader: &mut Reader<'_>, dialect: Dialect) -> Option<Named> {
    let mut ahead = *reader;
    ahead.space();
    let unit = longest(&ahead)?;
    ahead.at += unit.0.len();
    let named = finish(&mut ahead, Some(unit), dialect)?;
    *reader = ahead;
    Some(named)
}

/// The longest unit that comes next.
fn longest(reader: &Reader<'_>) -> Option<&'static Unit> {
    let first = *reader.rest().as_bytes().first()?;
    if first.is_ascii() && !first.is_ascii_alphabetic() && first != b'%' {
        return None;
    }
    let fits = |unit: &&Unit| {
        let mut ahead = *reader;
        unit.0.as_bytes()[0] == first && ahead.eat(unit.0) && (ahead.ends() || is_power(ahead))
    };
    let units = TABLES.iter().flat_map(|table| table.iter());
    units.filter(fits).max_by_key(|unit| unit.0.len())
}

/// Whether an exponent and nothing else of a word comes next.
fn is_power(mut reader: Reader<'_>) -> bool {
    reader.eat("^");
    reader.eat_one(&['2', '3', '²', '³']).is_some() && reader.ends()
}

/// Reads a unit that may stand here.
fn find(reader: &mut Reader<'_>, apart: bool, hyphen: bool) -> Option<&'static Unit> {
    let unit = match longest(reader) {
        Some(unit) => unit,
        None => capitals(reader)?,
    };
    reader.at += unit.0.len();
    let mut after = *reader;
    let closed = || !reader.ends() || reader.peek().is_none_or(|c| c.is_ascii_punctuation());
    let free = match unit.3 {
        Space::Free => true,
        Space::Tight => !apart && !hyphen,
        Space::End if hyphen => unit.0 == "in" && reader.peek().is_some_and(|c| c == '.'),
        Space::End => !apart || closed() || after.space() && AFTER_UNIT.contains(&after.word()),
    };
    free.then_some(unit)
}

/// A unit of small letters that is written in capitals: 12KG.
fn capitals(reader: &Reader<'_>) -> Option<&'static Unit> {
    let mut ahead = *reader;
    let word = ahead.word();
    let known = ["KG", "CM", "KM", "FT", "LB", "LBS", "OZ", "ML", "MG", "MPH", "KPH", "MIN", "HRS"];
    if !known.contains(&word) {
        return None;
    }
    let units = TABLES.iter().flat_map(|table| table.iter());
    units.into_iter().find(|unit| unit.0.eq_ignore_ascii_case(word))
}

/// Reads exponent, full stop and "/s" behind a unit.
fn finish(reader: &mut Reader<'_>, unit: Option<&Unit>, dialect: Dialect) -> Option<Named> {
    let (one, many) = unit.map_or(("", ""), |unit| (unit.1, unit.2));
    let mut named = Named {
        one: in_dialect(one, dialect),
        many: in_dialect(many, dialect),
        power: power(reader).unwrap_or(""),
        per: String::new(),
    };
    full_stop(reader);
    while let Some(per) = per(reader) {
        named.per = if named.per.is_empty() { per } else { format!("{} {per}", named.per) };
    }
    (unit.is_some() || !named.per.is_empty()).then_some(named)
}

/// Reads an exponent.
fn power(reader: &mut Reader<'_>) -> Option<&'static str> {
    if !is_power(*reader) {
        return None;
    }
    reader.eat("^");
    Some(match reader.eat_one(&['2', '3', '²', '³'])? {
        '2' | '²' => "square",
        _ => "cubic",
    })
}

/// Reads the full stop of an abbreviation, if the sentence goes on after it.
fn full_stop(reader: &mut Reader<'_>) {
    let mut ahead = *reader;
    if !ahead.eat(".") {
        return;
    }
    let mut next = ahead;
    let goes_on = match ahead.peek() {
        Some(',' | ';' | ')' | ':' | '-') => true,
        _ => {
            next.space()
                && (next.peek().is_some_and(|c| c.is_lowercase() || c == '(') || is_measure(next))
        }
    };
    if goes_on {
        *reader = ahead;
    }
}

/// Whether another number with a unit follows: "6 ft. 2 in.".
fn is_measure(mut reader: Reader<'_>) -> bool {
    let digits = reader.digits(1..=2).is_some();
    reader.space();
    digits && longest(&reader).is_some()
}

/// Reads "/s", "/m²", and returns it in words.
pub(crate) fn per(reader: &mut Reader<'_>) -> Option<String> {
    let mut ahead = *reader;
    ahead.eat_one(&['/', '∕'])?;
    let unit = longest(&ahead).filter(|unit| unit.0 != "x")?;
    ahead.at += unit.0.len();
    let power = power(&mut ahead);
    *reader = ahead;
    Some(match (power, unit.1) {
        (Some("square"), "second") => "per second squared".into(),
        (Some(power), name) => format!("per {power} {name}"),
        (None, name) => format!("per {name}"),
    })
}
