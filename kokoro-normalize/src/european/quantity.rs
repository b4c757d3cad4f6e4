//! A number, a fraction or both, and a word like "million".

use crate::european::form::Form;
use crate::european::grammar::{Fraction, Grammar, Noun, Scale};
use crate::european::number::Number;
use crate::reader::Reader;
use crate::vulgar_fraction;

/// What may stand before a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Quantity<'a> {
    /// A number without a word like "million".
    Number(Number<'a>),
    /// A number and a word like "million", as it is said, and whether a noun follows directly.
    Scaled(Number<'a>, &'a str, bool),
    /// A fraction.
    Fraction(Fraction<'a>),
}

impl<'a> Quantity<'a> {
    /// Reads a number or a fraction, and a word like "million".
    pub(crate) fn read(reader: &mut Reader<'a>, grammar: &'static Grammar) -> Option<Self> {
        if let Some(fraction) = fraction(reader) {
            return Some(Self::Fraction(fraction));
        }
        let before = reader.before();
        let number = Number::read(reader)?;
        Some(match scale(reader, grammar, &number, before) {
            Some((word, direct)) => Self::Scaled(number, word, direct),
            None => Self::Number(number),
        })
    }

    /// The quantity without a noun.
    pub(crate) fn words(&self, grammar: &Grammar, form: Form) -> Option<String> {
        Some(match self {
            Self::Number(number) => number.words(grammar, form),
            Self::Scaled(number, word, _) => scaled(number, word, form, grammar),
            Self::Fraction(fraction) => (grammar.fraction)(fraction, None, Form::Alone)?,
        })
    }

    /// The quantity of `noun`.
    pub(crate) fn of(&self, noun: &Noun, grammar: &Grammar) -> Option<String> {
        Some(match self {
            Self::Number(number) if number.is_millions() => {
                let words = number.words(grammar, Form::Alone);
                format!("{words} {}", (grammar.of)(noun.many))
            }
            Self::Number(number) => {
                let name = if (grammar.singular)(number) { noun.one } else { noun.many };
                format!("{} {name}", number.words(grammar, noun.gender.into()))
            }
            Self::Scaled(number, word, true) => {
                let words = scaled(number, word, noun.gender.into(), grammar);
                format!("{words} {}", noun.many)
            }
            Self::Scaled(number, word, false) => {
                let words = scaled(number, word, Form::Alone, grammar);
                format!("{words} {}", (grammar.of)(noun.many))
            }
            Self::Fraction(fraction) => {
                (grammar.fraction)(fraction, Some(noun), noun.gender.into())?
            }
        })
    }
}

/// A number and a word as "thousand" before a noun of this form: "doscientas mil". One thousand is
/// the word alone.
fn scaled(number: &Number<'_>, word: &str, form: Form, grammar: &Grammar) -> String {
    let thousand = grammar.scales.iter().any(|scale| scale.direct && scale.one == word);
    if thousand && number.is_one() {
        return word.to_string();
    }
    let form = if form == Form::Feminine { form } else { Form::Masculine };
    format!("{} {word}", number.words(grammar, form))
}

/// Reads a word like "million" and returns what is said for it, and whether a noun follows
/// directly. A letter, as in 5M, is one only beside the sign of a currency, which may stand
/// `before`.
fn scale<'a>(
    reader: &mut Reader<'a>,
    grammar: &'static Grammar,
    number: &Number<'_>,
    before: Option<char>,
) -> Option<(&'a str, bool)> {
    let mut ahead = *reader;
    let apart = ahead.space();
    let word = ahead.word();
    let known = |scale: &&Scale| scale.words.iter().any(|own| same(own, word));
    if let Some(scale) = grammar.scales.iter().find(known) {
        *reader = ahead;
        return apart.then_some((word, scale.direct));
    }
    let short = |scale: &&Scale| scale.short.contains(&word);
    let scale = grammar.scales.iter().find(short)?;
    let letter = word.chars().nth(1).is_none();
    let signs = ['€', '$', '£', '¥'];
    let behind = ahead.rest().strip_prefix(' ').unwrap_or(ahead.rest());
    let currency = behind.starts_with(signs);
    let of = behind.starts_with("d'") || behind.starts_with("de ");
    let many = number.decimals.is_some()
        || number.whole.len() > 2
        || number.whole.as_str() > "15" && number.whole.len() == 2;
    let money = word == "K" && many
        || currency
        || before.is_some_and(|c| signs.contains(&c))
        || word == "k"
        || of;
    if letter && (apart && !currency && !(of && word == "M") || !money) {
        return None;
    }
    if !letter {
        ahead.eat(".");
    }
    if !ahead.ends() {
        return None;
    }
    *reader = ahead;
    let said = if (grammar.singular)(number) { scale.one } else { scale.many };
    Some((said, scale.direct))
}

/// Whether two words are the same but for capitals.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.len() == other.len()
        && one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

/// Reads 3/4, ½, 2 3/4 or 2½.
fn fraction<'a>(reader: &mut Reader<'a>) -> Option<Fraction<'a>> {
    let mut ahead = *reader;
    if let Some((numerator, denominator)) = parts(&mut ahead) {
        *reader = ahead;
        return Some(Fraction { whole: None, numerator, denominator });
    }
    let mut ahead = *reader;
    let whole = ahead.digits(1..=6)?;
    let apart = ahead.space();
    if !apart && ahead.at_digit() {
        return None;
    }
    let (numerator, denominator) = parts(&mut ahead)?;
    *reader = ahead;
    Some(Fraction { whole: Some(whole), numerator, denominator })
}

/// Numerator and denominator.
fn parts<'a>(reader: &mut Reader<'a>) -> Option<(&'a str, &'a str)> {
    if let Some(parts) = vulgar_fraction::eat(reader) {
        return Some(parts);
    }
    let numerator = reader.digits(1..=3)?;
    reader.eat_one(&['/', '⁄', '∕'])?;
    let denominator = reader.digits(1..=9)?;
    let mut behind = *reader;
    let sign = behind.eat_one(&['/', '.', ',', '-']);
    // 39/2015 is the number of a law
    let year = denominator.len() == 4 && ("1900".."2100").contains(&denominator);
    let zero =
        year && numerator != "1" || numerator.starts_with('0') || denominator.starts_with('0');
    let mut group = *reader;
    let grouped = group.space() && group.digits(3..=3).is_some();
    let goes_on = sign == Some('/') || grouped || sign.is_some() && behind.at_digit();
    (!zero && !goes_on && reader.ends()).then_some((numerator, denominator))
}
