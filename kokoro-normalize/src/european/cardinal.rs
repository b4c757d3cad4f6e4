//! Whole numbers and decimals that nothing else claims.

use crate::cursor::Match;
use crate::european::context::{self, push};
use crate::european::form::Form;
use crate::european::grammar::{Found, Place};
use crate::european::number::Number;
use crate::european::quantity::{Quantity, same};
use crate::reader::Reader;

/// A number with its sign: -1.234,5; 3,2 millones.
pub(crate) fn number(place: &Place<'_>) -> Found {
    let mut reader = Reader::new(place.rest());
    let mut words = context::sign(place, &mut reader)?.to_string();
    let grammar = place.dialect;
    if is_listed(place) {
        let number = Number::read_digits(&mut reader)?;
        push(&mut words, &number.words(grammar, Form::Alone));
        return Some(Match::words(reader.at, &words));
    }
    let mut ahead = reader;
    if let Some(quantity @ Quantity::Scaled(..)) = Quantity::read(&mut ahead, grammar) {
        let direct = matches!(quantity, Quantity::Scaled(_, _, true));
        let form = if direct { context::form(place, "2", &ahead) } else { Form::Alone };
        push(&mut words, &quantity.words(grammar, form)?);
        return Some(Match::words(ahead.at, &words));
    }
    let number = Number::read(&mut reader)?;
    let form = context::form(place, &number.whole, &reader);
    push(&mut words, &number.words(grammar, form));
    let mut plural = reader;
    if (plural.eat("'s") || plural.eat("’s")) && plural.ends() {
        return Some(Match::words(plural.at, &words)); // the 90's
    }
    if number.is_millions() && form != Form::Alone {
        reader.space();
        push(&mut words, &(grammar.of)(reader.word()));
    }
    Some(Match::words(reader.at, &words))
}

/// A decade or a year without its century: '80. The apostrophe is silent.
pub(crate) fn decade(place: &Place<'_>) -> Found {
    let mut reader = Reader::new(place.rest());
    reader.eat_one(&['\'', '’', '‘'])?;
    let digits = reader.digits(2..=2).filter(|digits| !digits.starts_with('0'))?;
    let quoted = reader.rest().starts_with(['\'', '’']);
    let free = place.before().is_none_or(|c| matches!(c, ' ' | '(' | '\u{a0}'));
    (free && !quoted && reader.ends())
        .then(|| Match::words(reader.at, &(place.dialect.cardinal)(digits, Form::Alone)))
}

/// Whether digits and a comma or full stop stand right before: 2 in 1,2,3.
fn is_listed(place: &Place<'_>) -> bool {
    let mut before = place.past().chars().rev();
    matches!(before.next(), Some(',' | '.')) && before.next().is_some_and(|c| c.is_ascii_digit())
}

/// French and Italian words before two numbers that are no fraction: "page 3/10".
const OUT_OF: [&str; 6] = ["page", "étape", "épisode", "pagina", "tappa", "episodio"];

/// A fraction: 3/4, -2 1/3, ½.
pub(crate) fn fraction(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let mut reader = Reader::new(place.rest());
    let mut words = match place.first()? {
        '0'..='9' => String::new(),
        c if c.is_numeric() => String::new(),
        _ => context::sign(place, &mut reader)?.to_string(),
    };
    let quantity = Quantity::read(&mut reader, place.dialect)?;
    let Quantity::Fraction(fraction) = quantity else { return None };
    if OUT_OF.iter().any(|own| same(own, place.previous_word())) && fraction.whole.is_none() {
        let part = |digits| (place.dialect.cardinal)(digits, Form::Alone);
        let (one, all) = (part(fraction.numerator), part(fraction.denominator));
        return Some(Match::words(reader.at, &format!("{one} {} {all}", place.dialect.slash)));
    }
    let form = context::form(place, "1", &reader);
    push(&mut words, &(place.dialect.fraction)(&fraction, None, form)?);
    Some(Match::words(reader.at, &words))
}

/// What is left: the number in one character, such as ², ① or ٣.
pub(crate) fn other(place: &Place<'_>) -> Found {
    let first = place.first()?;
    let value = value(first)?;
    let words = (place.dialect.cardinal)(&value.to_string(), Form::Alone);
    Some(Match::words(first.len_utf8(), &words))
}

/// The value of a number in one character that is no ASCII digit.
fn value(c: char) -> Option<u32> {
    const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let at = |text: &str| text.chars().position(|own| own == c).map(|at| at as u32);
    match c {
        '①'..='⑳' => Some(c as u32 - '①' as u32 + 1),
        '₀'..='₉' => Some(c as u32 - '₀' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        '०'..='९' => Some(c as u32 - '०' as u32),
        _ => at(SUPERSCRIPTS),
    }
}
