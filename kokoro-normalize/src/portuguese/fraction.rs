//! Portuguese fractions.

use crate::european::form::{Ending, Form};
use crate::european::grammar::{Fraction, Noun};
use crate::portuguese::numbers::{cardinal, ordinal};

/// "três quartos", "um e meio", "meia hora", "três quartos de litro".
pub(crate) fn fraction(fraction: &Fraction<'_>, noun: Option<&Noun>, form: Form) -> Option<String> {
    let half = (fraction.numerator, fraction.denominator) == ("1", "2");
    let feminine = form == Form::Feminine;
    let part = match noun {
        Some(_) if half => (if feminine { "meia" } else { "meio" }).to_string(),
        None if half && feminine => "meia".to_string(),
        _ => parts(fraction.numerator, fraction.denominator)?,
    };
    let Some(whole) = fraction.whole else {
        return Some(match noun {
            Some(noun) if half => format!("{part} {}", noun.one),
            Some(noun) => format!("{part} de {}", noun.one),
            None => part,
        });
    };
    Some(match noun {
        Some(noun) => {
            let name = if whole == "1" { noun.one } else { noun.many };
            format!("{} {name} e {part}", cardinal(whole, noun.gender.into()))
        }
        None => format!("{} e {part}", cardinal(whole, form)),
    })
}

/// Numerator and denominator in words: "dois terços", "três onze avos".
fn parts(numerator: &str, denominator: &str) -> Option<String> {
    let above = cardinal(numerator, Form::Masculine);
    if (numerator, denominator) == ("24", "7") {
        return Some("vinte e quatro por sete".to_string());
    }
    if numerator == denominator && numerator.len() > 1 {
        let (above, below) = (cardinal(numerator, Form::Alone), cardinal(denominator, Form::Alone));
        return Some(format!("{above} {}{below}", if numerator == "10" { "de " } else { "" }));
    }
    let plural = if numerator == "1" { "" } else { "s" };
    let name = match denominator.parse::<u64>().ok()? {
        0 | 1 => return None,
        2 => format!("meio{plural}"),
        3 => format!("terço{plural}"),
        4..=10 | 100 | 1000 | 1_000_000 => {
            format!("{}{plural}", ordinal(denominator, Ending::Masculine)?)
        }
        _ => format!("{} avo{plural}", cardinal(denominator, Form::Masculine)),
    };
    Some(format!("{above} {name}"))
}
