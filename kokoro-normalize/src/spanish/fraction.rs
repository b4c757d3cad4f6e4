//! Spanish fractions.

use crate::cursor::Match;
use crate::european::context;
use crate::european::form::{Ending, Form};
use crate::european::grammar::{Found, Fraction, Noun, Place};
use crate::european::number::Number;
use crate::reader::Reader;
use crate::spanish::numbers::{cardinal, ordinal};

/// "tres cuartos", "uno y medio", "un metro y medio", "tres y tres quintos de metro".
pub(crate) fn fraction(fraction: &Fraction<'_>, noun: Option<&Noun>, form: Form) -> Option<String> {
    let half = (fraction.numerator, fraction.denominator) == ("1", "2");
    let part = if half {
        (if form == Form::Feminine { "media" } else { "medio" }).to_string()
    } else {
        parts(fraction.numerator, fraction.denominator)?
    };
    let form = if form == Form::Feminine { form } else { Form::Alone };
    let said = match fraction.whole {
        Some(whole) => format!("{} y {part}", cardinal(whole, form)),
        None => part.clone(),
    };
    Some(match (noun, fraction.whole) {
        (Some(noun), Some(whole)) if half => {
            let name = if whole == "1" { noun.one } else { noun.many };
            format!("{} {name} y {part}", cardinal(whole, noun.gender.into()))
        }
        (Some(noun), None) if half => format!("{said} {}", noun.one),
        (Some(noun), _) => format!("{said} de {}", noun.one),
        (None, _) => said,
    })
}

/// Numerator and denominator in words.
fn parts(numerator: &str, denominator: &str) -> Option<String> {
    let above = cardinal(numerator, Form::Masculine);
    let value: u64 = denominator.parse().ok()?;
    let more = numerator.len() > 1 && numerator.parse().is_ok_and(|above: u64| above > value);
    let name = match value {
        7 if numerator == "24" => return Some("veinticuatro siete".to_string()),
        11.. if numerator == denominator => {
            let half = cardinal(numerator, Form::Alone);
            return Some(format!("{half} {half}")); // 50/50
        }
        _ if more => {
            let above = cardinal(numerator, Form::Alone);
            return Some(format!("{above} sobre {}", cardinal(denominator, Form::Alone)));
        }
        0 | 1 => return None,
        2 => "medio".to_string(),
        3 => "tercio".to_string(),
        10 if numerator.len() > 1 || numerator > "3" => {
            return Some(format!("{} sobre diez", cardinal(numerator, Form::Alone)));
        }
        4..=10 => ordinal(denominator, Ending::Masculine)?,
        11..=99 => {
            let name = cardinal(denominator, Form::Alone).replace(" y ", "i");
            let name =
                name.replace(' ', "").replace("án", "an").replace('é', "e").replace('ó', "o");
            let name = name.strip_suffix("uno").map(|stem| format!("{stem}un")).unwrap_or(name);
            let stem = if value > 29 { name.trim_end_matches('a') } else { &name };
            format!("{stem}avo")
        }
        _ if value.is_multiple_of(100) && (value <= 1000 || value.is_multiple_of(1000)) => {
            ordinal(denominator, Ending::Masculine)?
        }
        _ => {
            let above = cardinal(numerator, Form::Alone);
            return Some(format!("{above} sobre {}", cardinal(denominator, Form::Alone)));
        }
    };
    Some(if numerator == "1" { format!("{above} {name}") } else { format!("{above} {name}s") })
}

/// One part of some thousands: 1/100.000 is "un cienmilésimo".
pub(crate) fn of_thousands(place: &Place<'_>) -> Found {
    let mut reader = Reader::new(place.rest());
    if !context::may_begin(place) || !reader.eat("1/") {
        return None;
    }
    let number = Number::read(&mut reader)?;
    let round = number.whole.ends_with("000") && number.decimals.is_none() && reader.ends();
    let name = ordinal(&number.whole, Ending::Masculine).filter(|_| round)?;
    Some(Match::words(reader.at, &format!("un {name}")))
}
