//! Amounts of money: $5, 5,50 €, 3 millones de USD, 10-20 €.

use crate::cursor::Match;
use crate::european::context::{self, push};
use crate::european::form::Form;
use crate::european::grammar::{Currency, Found, Grammar, Place};
use crate::european::number::Number;
use crate::european::quantity::Quantity;
use crate::european::unit;
use crate::reader::Reader;

/// An amount whose currency is written before or behind it, or a range of such.
pub(crate) fn money(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let grammar = place.dialect;
    let mut reader = Reader::new(place.rest());
    let (mut said, before) = start(place, &mut reader)?;
    let dollars = reader.before() == Some('$');
    let first = Quantity::read(&mut reader, grammar)?;
    let first = if dollars { with_thousands(first) } else { first };
    if before.is_some() && is_letter(place.rest()) && !has_decimals(&first) {
        return None; // F2 is a key
    }
    let mut ahead = reader;
    let second = second(&mut ahead, grammar);
    let mut behind = if second.is_some() { ahead } else { reader };
    behind.space();
    let after = currency(&mut behind, grammar).filter(|_| before.is_none() || is_code(&behind));
    let currency = after.or(before)?;
    if let Some(second) = second {
        push(&mut said, &first.words(grammar, currency.noun.gender.into())?);
        push(&mut said, grammar.to);
        push(&mut said, &amount(&second, currency, grammar)?);
        reader = ahead;
    } else if after.is_none() && is_named(&reader, grammar) {
        push(&mut said, &first.words(grammar, Form::Masculine)?); // $10 pesos
    } else {
        push(&mut said, &amount(&first, currency, grammar)?);
    }
    if after.is_some() {
        reader = behind;
    }
    if !reader.ends() {
        return None;
    }
    if let Some(words) = unit::per(&mut reader, grammar) {
        push(&mut said, &words);
    }
    Some(Match::words(reader.at, &said))
}

/// Reads a sign and a currency before the number.
fn start(
    place: &Place<'_>,
    reader: &mut Reader<'_>,
) -> Option<(String, Option<&'static Currency>)> {
    let mut said = String::new();
    if reader.clone().eat_one(&['-', '−', '+']).is_some() {
        said = context::sign(place, reader)?.to_string();
    }
    let currency = currency(reader, place.dialect);
    if currency.is_some() {
        reader.space();
        if said.is_empty() && reader.eat_one(&['-', '−']).is_some() {
            said = place.dialect.minus.to_string();
        }
    }
    Some((said, currency))
}

fn has_decimals(quantity: &Quantity<'_>) -> bool {
    matches!(quantity, Quantity::Number(number) if number.decimals.is_some())
}

/// Whether the sign that `text` begins with is one letter.
fn is_letter(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_alphabetic)
        && !chars.next().is_some_and(|c| c.is_alphabetic() || matches!(c, '$' | '/' | '.'))
}

/// Whether three letters were read last: "$5 USD" has two signs.
fn is_code(reader: &Reader<'_>) -> bool {
    reader.before().is_some_and(char::is_alphabetic)
}

/// $1,200 is a thousand two hundred: no price in dollars has three decimals.
fn with_thousands(quantity: Quantity<'_>) -> Quantity<'_> {
    match quantity {
        Quantity::Number(Number { whole, decimals: Some(decimals), point: false })
            if decimals.len() == 3 && whole != "0" =>
        {
            let whole = format!("{whole}{decimals}");
            Quantity::Number(Number { whole, decimals: None, point: false })
        }
        other => other,
    }
}

/// Whether the name of a currency follows.
fn is_named(reader: &Reader<'_>, grammar: &Grammar) -> bool {
    let next = context::next_word(reader);
    let first = |name: &str| name.split(' ').next() == Some(next);
    !next.is_empty()
        && grammar.money.currencies.iter().any(|own| first(own.noun.one) || first(own.noun.many))
}

/// Reads a dash and the second number of a range.
fn second<'a>(reader: &mut Reader<'a>, grammar: &'static Grammar) -> Option<Quantity<'a>> {
    let apart = reader.space();
    if !reader.dash() || apart && !reader.space() {
        return None;
    }
    currency(reader, grammar);
    reader.space();
    Quantity::read(reader, grammar)
}

/// Reads a sign or code of a currency.
fn currency(reader: &mut Reader<'_>, grammar: &'static Grammar) -> Option<&'static Currency> {
    grammar.money.currencies.iter().find(|currency| {
        currency.written.iter().any(|written| {
            let mut ahead = *reader;
            let code = written.len() == 3 && written.bytes().all(|b| b.is_ascii_uppercase());
            let small = code && !grammar.money.capitals.contains(written);
            let found = if small { ahead.eat_any_case(written) } else { ahead.eat(written) };
            let letter = written.ends_with(char::is_alphabetic);
            let ends = !letter || !ahead.peek().is_some_and(char::is_alphabetic);
            if found && ends {
                *reader = ahead;
            }
            found && ends
        })
    })
}

/// An amount in words: the whole and the cents, if there are cents.
fn amount(quantity: &Quantity<'_>, currency: &Currency, grammar: &Grammar) -> Option<String> {
    let Quantity::Number(number) = quantity else { return quantity.of(&currency.noun, grammar) };
    let (Some(decimals @ 1..=99), Some(cent)) = (cents(number), currency.cent) else {
        let whole = Number {
            decimals: number.decimals.filter(|_| cents(number) != Some(0)),
            ..number.clone()
        };
        return Quantity::Number(whole).of(&currency.noun, grammar);
    };
    let cents = Number { whole: decimals.to_string(), decimals: None, ..number.clone() };
    let named = Quantity::Number(cents).of(&cent, grammar)?;
    if number.whole == "0" {
        return Some(named);
    }
    let whole = Number { decimals: None, ..number.clone() };
    let mut said = Quantity::Number(whole).of(&currency.noun, grammar)?;
    push(&mut said, grammar.money.and_cents);
    if grammar.money.names_cents || decimals < 10 {
        push(&mut said, &named);
    } else {
        push(&mut said, &(grammar.cardinal)(&decimals.to_string(), Form::Alone));
    }
    Some(said)
}

/// The hundredths, if there are one or two decimals.
fn cents(number: &Number<'_>) -> Option<u32> {
    let decimals = number.decimals.filter(|decimals| decimals.len() <= 2)?;
    let value: u32 = decimals.parse().ok()?;
    Some(if decimals.len() == 1 { value * 10 } else { value })
}
