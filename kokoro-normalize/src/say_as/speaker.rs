//! What a language supplies for `say-as`.

use super::clock::{Duration, Time};
use super::date::Date;
use super::fraction::Fraction;
use super::kind::{DateField, DateStyle};
use super::money::Money;
use super::number::Number;
use super::telephone::Telephone;
use crate::said::Said;

/// What a sign is called. The caller knows more signs than the normalizer.
pub type SignName<'a> = &'a dyn Fn(char) -> Option<String>;

/// What stands between things that are said one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Joint {
    /// A space, as between words.
    Space,
    /// Nothing: the language is written without spaces.
    Nothing,
}

/// How a language says what `say-as` demands. Where it says nothing (`None`), the text is read as
/// if nothing were demanded.
pub(crate) trait Speaker {
    /// In which order the language writes the parts of a date.
    fn date_order(&self) -> [DateField; 3];

    /// What stands before decimals.
    fn decimal_mark(&self) -> char;

    /// What stands between digits that are said one by one.
    fn joint(&self) -> Joint {
        Joint::Space
    }

    /// What the normalizer of the language makes of a text.
    fn plain(&self, text: &str) -> Said;

    /// A number in words.
    fn number(&self, number: &Number) -> Option<Said>;

    /// An ordinal, from the digits and what is written behind them: "3" and "rd", "3" and "ª".
    fn ordinal(&self, digits: &str, ending: &str) -> Option<String>;

    /// What a digit of ASCII is called.
    fn digit(&self, digit: char) -> String;

    /// What a sign is called among letters that are spelled.
    fn sign(&self, sign: char) -> Option<String>;

    /// A date.
    fn date(&self, date: &Date, style: DateStyle) -> Option<Said>;

    /// A time of the day.
    fn time(&self, time: &Time) -> Option<Said>;

    /// A time that something takes.
    fn duration(&self, duration: &Duration) -> Option<Said>;

    /// A telephone number.
    fn telephone(&self, number: &Telephone) -> Option<Said>;

    /// An amount of money.
    fn money(&self, money: &Money) -> Option<Said> {
        Some(self.plain(&money.written(self.decimal_mark())))
    }

    /// A fraction.
    fn fraction(&self, fraction: &Fraction) -> Option<Said>;

    /// A postal address.
    fn address(&self, text: &str) -> Option<Said> {
        Some(self.plain(text))
    }

    /// What is said for a word that is not to be heard.
    fn bleep(&self) -> &'static str;
}
