//! French fractions.

use crate::european::form::{Ending, Form};
use crate::european::grammar::{Fraction, Noun};
use crate::french::agreement::of;
use crate::french::numbers::{cardinal, ordinal};

/// "trois quarts", "un et demi", "deux litres et quart", "trois quarts de litre".
pub(crate) fn fraction(fraction: &Fraction<'_>, noun: Option<&Noun>, form: Form) -> Option<String> {
    let _ = form;
    let half = (fraction.numerator, fraction.denominator) == ("1", "2");
    let part = parts(fraction.numerator, fraction.denominator)?;
    let Some(whole) = fraction.whole else {
        return Some(match noun {
            Some(noun) if half => format!("un demi-{}", noun.one),
            Some(noun) => format!("{part} {}", of(noun.one)),
            None => part,
        });
    };
    let part = match (fraction.numerator, fraction.denominator) {
        ("1", "2") => "demi".to_string(),
        ("1", "4") if noun.is_some() => "quart".to_string(),
        _ => part,
    };
    Some(match noun {
        Some(noun) => {
            let name = if whole == "1" { noun.one } else { noun.many };
            format!("{} {name} et {part}", cardinal(whole, noun.gender.into()))
        }
        None => format!("{} et {part}", cardinal(whole, Form::Alone)),
    })
}

/// Numerator and denominator in words.
fn parts(numerator: &str, denominator: &str) -> Option<String> {
    let above = cardinal(numerator, Form::Alone);
    let value: u64 = denominator.parse().ok()?;
    let plural = if numerator == "1" { "" } else { "s" };
    let more = numerator.len() > 1 && numerator.parse().is_ok_and(|above: u64| above > value);
    Some(match value {
        0 | 1 => return None,
        _ if more => format!("{above} sur {}", cardinal(denominator, Form::Alone)),
        2 => format!("{above} demi{plural}"),
        3 => format!("{above} tiers"),
        4 => format!("{above} quart{plural}"),
        7 if numerator == "24" => "vingt-quatre sur sept".to_string(),
        5..=9 | 12 => format!("{above} {}{plural}", ordinal(denominator, Ending::Masculine)?),
        10 | 100 | 1000 if numerator.len() == 1 && numerator < "4" => {
            format!("{above} {}{plural}", ordinal(denominator, Ending::Masculine)?)
        }
        _ => format!("{above} sur {}", cardinal(denominator, Form::Alone)),
    })
}
