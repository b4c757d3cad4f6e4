//! Italian fractions.

use crate::european::form::{Ending, Form};
use crate::european::grammar::{Fraction, Noun};
use crate::italian::numbers::{cardinal, ordinal};

/// "tre quarti", "uno e mezzo", "mezzo litro", "due litri e mezzo", "tre quarti di litro".
pub(crate) fn fraction(fraction: &Fraction<'_>, noun: Option<&Noun>, _: Form) -> Option<String> {
    let half = (fraction.numerator, fraction.denominator) == ("1", "2");
    let part = parts(fraction.numerator, fraction.denominator)?;
    let feminine = noun.is_some_and(|noun| Form::from(noun.gender) == Form::Feminine);
    let middle = if feminine { "mezza" } else { "mezzo" };
    let Some(whole) = fraction.whole else {
        return Some(match noun {
            Some(noun) if half => format!("{middle} {}", noun.one),
            Some(noun) => format!("{part} di {}", noun.one),
            None => part,
        });
    };
    let part = if half { middle.to_string() } else { part };
    Some(match noun {
        Some(noun) => {
            let name = if whole == "1" { noun.one } else { noun.many };
            format!("{} {name} e {part}", cardinal(whole, noun.gender.into()))
        }
        None => format!("{} e {part}", cardinal(whole, Form::Alone)),
    })
}

/// Numerator and denominator in words.
fn parts(numerator: &str, denominator: &str) -> Option<String> {
    let above = cardinal(numerator, Form::Masculine);
    let value: u64 = denominator.parse().ok()?;
    match value {
        0 | 1 => return None,
        2 => return Some(format!("{above} {}", if numerator == "1" { "mezzo" } else { "mezzi" })),
        3..=20 | 100 | 1000 if numerator.len() < 3 => {}
        _ => {
            let above = cardinal(numerator, Form::Alone);
            return Some(format!("{above} su {}", cardinal(denominator, Form::Alone)));
        }
    }
    if numerator == "24" && value == 7 {
        return Some("ventiquattro su sette".to_string());
    }
    let name = ordinal(denominator, Ending::Masculine)?;
    let stem = name.strip_suffix('o').unwrap_or(&name);
    Some(format!("{above} {stem}{}", if numerator == "1" { 'o' } else { 'i' }))
}
