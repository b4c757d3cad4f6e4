//! From a text and what it is said to be, to what is said.

use super::clock::{Duration, Time};
use super::date::Date;
use super::digits;
use super::fraction::Fraction;
use super::kind::SayAs;
use super::money::Money;
use super::number::Number;
use super::said_as::SaidAs;
use super::speaker::Speaker;
use super::spelled;
use super::telephone::Telephone;
use super::unit;
use crate::said::Said;

/// What a reader says for `text`, which is what `how` says. A text that is not written as such a
/// thing is read as if nothing were demanded. Something is said for every text that has letters or
/// digits.
pub(crate) fn say(text: &str, how: &SayAs, speaker: &dyn Speaker) -> SaidAs {
    let plain = digits::to_ascii(text);
    let is_said = |said: &Said| said.text().contains(char::is_alphanumeric);
    let must = text.contains(char::is_alphanumeric);
    let said = demanded(&plain, how, speaker).filter(|said| is_said(said) || !must);
    let said = said.unwrap_or_else(|| speaker.plain(text.trim()));
    let silent = must && !is_said(&said);
    SaidAs::from(if silent { spelled::characters(&plain, speaker) } else { said })
}

/// What is said if `text`, whose digits are those of ASCII, is written as what it is said to be.
fn demanded(text: &str, how: &SayAs, speaker: &dyn Speaker) -> Option<Said> {
    let mark = speaker.decimal_mark();
    match how {
        SayAs::Cardinal => speaker.number(&Number::parse(text, mark)?),
        SayAs::Ordinal => ordinal(text, speaker),
        SayAs::Digits => Some(spelled::digits(text, speaker)),
        SayAs::Characters => Some(spelled::characters(text, speaker)),
        SayAs::Acronym => spelled::acronym(text, speaker),
        SayAs::Date { order, style } => {
            speaker.date(&Date::parse(text, order, speaker.date_order())?, *style)
        }
        SayAs::Time { hours } => match Time::parse(text, *hours) {
            Some(time) => speaker.time(&time),
            None => speaker.duration(&Duration::parse(text, &[], mark)?), // 1'21"
        },
        SayAs::Duration { fields } => speaker.duration(&Duration::parse(text, fields, mark)?),
        SayAs::Telephone => speaker.telephone(&Telephone::parse(text)?),
        SayAs::Currency { code } => speaker.money(&Money::parse(text, code.as_deref(), mark)?),
        SayAs::Fraction => {
            let fraction = Fraction::parse(text)?;
            speaker.fraction(&fraction).or_else(|| Some(speaker.plain(&fraction.written())))
        }
        SayAs::Unit => Some(speaker.plain(&unit::spaced(text))),
        SayAs::Address => speaker.address(text),
        SayAs::Name => None,
        SayAs::Expletive => {
            text.contains(char::is_alphanumeric).then(|| Said::words(speaker.bleep()))
        }
    }
}

/// An ordinal: digits, which may be grouped, or a Roman numeral, and perhaps an ending.
fn ordinal(text: &str, speaker: &dyn Speaker) -> Option<Said> {
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (number, ending) = text.split_at(end);
    let number = Number::parse(number, speaker.decimal_mark())?;
    let ending = ending.trim_matches([' ', '.']);
    let whole = number.decimals.is_none() && !number.minus;
    let ordinal = speaker.ordinal(&number.whole, ending).filter(|_| whole)?;
    Some(Said::words(&ordinal))
}
