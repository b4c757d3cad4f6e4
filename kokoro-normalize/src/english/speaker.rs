//! What English says for SSML's `say-as`.

mod address;

#[cfg(test)]
mod tests;

use mapped_text::MappedText;

use crate::english::date::{self, month};
use crate::english::numbers;
use crate::english::quantity::fraction_words;
use crate::said::Said;
use crate::say_as::{
    self, Date, DateField, DateStyle, Duration, Fraction, Half, Number, SaidAs, SayAs, SignName,
    Speaker, Telephone, Time,
};
use crate::{Dialect, Options};

/// What a reader says for `text`, which its author says is `how`. `sign_name` names the signs that
/// have no other name among spelled letters. Something is said for every text that has letters or
/// digits.
///
/// ```
/// use kokoro_normalize::english::say_as;
/// use kokoro_normalize::{Dialect, Options, SayAs};
///
/// let say = |text, how| {
///     say_as(text, &how, Dialect::American, &Options::default(), &|_| None).text
/// };
/// assert_eq!(say("105", SayAs::Digits), "one zero five");
/// assert_eq!(say("105", SayAs::Ordinal), "one hundred fifth");
/// assert_eq!(say("a1b-2", SayAs::Characters), "A one B dash two");
/// ```
pub fn say_as(
    text: &str,
    how: &SayAs,
    dialect: Dialect,
    options: &Options,
    sign_name: SignName<'_>,
) -> SaidAs {
    say_as::say(text, how, &English { dialect, options, sign_name })
}

/// A speaker of English.
struct English<'a> {
    dialect: Dialect,
    options: &'a Options,
    sign_name: SignName<'a>,
}

/// What signs are called among letters, where that is not their usual name.
const SIGNS: [(char, &str); 8] = [
    ('-', "dash"),
    ('.', "dot"),
    ('@', "at"),
    ('/', "slash"),
    ('_', "underscore"),
    ('&', "and"),
    ('%', "percent"),
    ('\'', "apostrophe"),
];

/// The longest run of digits of a telephone number that is said without a pause.
const LONGEST_GROUP: usize = 4;

impl English<'_> {
    fn cardinal(&self, digits: &str) -> String {
        numbers::cardinal(digits, self.dialect)
    }

    /// A year. One of two digits is that of a century that everyone knows.
    fn year(&self, digits: &str) -> String {
        match digits.as_bytes() {
            [b'0', b'0'] => "two thousand".into(),
            [b'0', _] => numbers::spoken_digits(digits),
            _ => numbers::year(digits, self.dialect),
        }
    }
}

impl Speaker for English<'_> {
    fn date_order(&self) -> [DateField; 3] {
        match self.dialect {
            Dialect::American => [DateField::Month, DateField::Day, DateField::Year],
            Dialect::British => [DateField::Day, DateField::Month, DateField::Year],
        }
    }

    fn decimal_mark(&self) -> char {
        '.'
    }

    fn plain(&self, text: &str) -> Said {
        let text = MappedText::from_source(text);
        Said::from(crate::english(&text, &[], self.dialect, self.options))
    }

    fn number(&self, number: &Number) -> Option<Said> {
        let said = Said::words(if number.minus { "minus" } else { "" });
        Some(said.then(&match &number.decimals {
            Some(decimals) => numbers::decimal(&number.whole, decimals, self.dialect),
            None => self.cardinal(&number.whole),
        }))
    }

    fn ordinal(&self, digits: &str, ending: &str) -> Option<String> {
        let known = ["", "st", "nd", "rd", "th"].contains(&ending.to_ascii_lowercase().as_str());
        known.then(|| numbers::ordinal(digits, self.dialect))
    }

    fn digit(&self, digit: char) -> String {
        self.cardinal(digit.encode_utf8(&mut [0; 4]))
    }

    fn sign(&self, sign: char) -> Option<String> {
        let own = SIGNS.iter().find(|(own, _)| *own == sign).map(|(_, name)| *name);
        own.map(str::to_owned).or_else(|| (self.sign_name)(sign))
    }

    fn date(&self, date: &Date, style: DateStyle) -> Option<Said> {
        let year = date.year.as_deref().map(|year| self.year(year)).unwrap_or_default();
        let month = date.month.and_then(month::name);
        let (day_first, month_first) =
            (style == DateStyle::DayFirst, style == DateStyle::MonthFirst);
        Some(match (date.day, month) {
            (Some(day), Some(month)) => {
                let dialect = if month_first { Dialect::American } else { self.dialect };
                Said::words(&date::words(month, day, &year, dialect, day_first))
            }
            (Some(day), None) => {
                let day = numbers::ordinal(&day.to_string(), self.dialect);
                let said = Said::words("the").then(&day);
                if year.is_empty() { said } else { said.joined(",").then(&year) }
            }
            (None, month) => Said::words(month.unwrap_or_default()).then(&year),
        })
    }

    fn time(&self, time: &Time) -> Option<Said> {
        let hour = time.hour;
        let mut written = match time.minute {
            Some(minute) => format!("{hour}:{minute:02}"),
            None if time.half.is_none() => format!("{hour}:00"),
            None => hour.to_string(),
        };
        match time.half {
            Some(Half::Morning) => written.push_str(" AM"),
            Some(Half::Afternoon) => written.push_str(" PM"),
            None => {}
        }
        let said = self.plain(&written);
        Some(match time.second.filter(|second| *second > 0) {
            Some(1) => said.then("and one second"),
            Some(second) => {
                said.then(&format!("and {} seconds", self.cardinal(&second.to_string())))
            }
            None => said,
        })
    }

    fn duration(&self, duration: &Duration) -> Option<Said> {
        let whole = |digits: &Option<String>| {
            digits.as_ref().map(|digits| Number { whole: digits.clone(), ..Number::default() })
        };
        let parts = [
            (whole(&duration.hours), "hour"),
            (whole(&duration.minutes), "minute"),
            (duration.seconds.clone(), "second"),
        ];
        let parts: Vec<(Number, &str)> =
            parts.into_iter().filter_map(|(number, unit)| Some((number?, unit))).collect();
        let mut said = Said::silent();
        for (at, (number, unit)) in parts.iter().enumerate() {
            let last = at > 0 && at + 1 == parts.len();
            said = said.then(if last { "and" } else { "" }).then_said(&self.number(number)?);
            let one = number.whole.trim_start_matches('0') == "1" && number.decimals.is_none();
            said = said.then(unit).joined(if one { "" } else { "s" });
        }
        Some(said)
    }

    fn telephone(&self, number: &Telephone) -> Option<Said> {
        let mut said = Said::words(if number.plus { "plus" } else { "" });
        let free = number.groups.iter().flat_map(|group| divided(group, number.groups.len() == 1));
        for (at, group) in free.enumerate() {
            said = said.joined(if at > 0 { "," } else { "" }).then(&numbers::spoken_digits(group));
        }
        if let Some(extension) = &number.extension {
            said = said.joined(",").then("extension").then(&numbers::spoken_digits(extension));
        }
        Some(said)
    }

    fn fraction(&self, fraction: &Fraction) -> Option<Said> {
        let mut said = Said::words(if fraction.minus { "minus" } else { "" });
        let (above, below) = (&fraction.numerator, &fraction.denominator);
        let parts = match (above.as_str(), below.as_str()) {
            ("1", "2") if fraction.whole.is_some() => "a half".into(),
            ("1", "4") if fraction.whole.is_some() => "a quarter".into(),
            _ => fraction_words(above, below, self.dialect),
        };
        if let Some(whole) = &fraction.whole {
            said = said.then(&self.cardinal(whole)).then("and");
        }
        Some(said.then(&parts))
    }

    fn address(&self, text: &str) -> Option<Said> {
        Some(self.plain(&address::written_out(text, self.dialect)))
    }

    fn bleep(&self) -> &'static str {
        "beep"
    }
}

/// A group of digits in parts that can be said in one breath: threes, and three or four at the end.
/// Eleven digits that begin with a 1 have the code of their country apart if they stand `alone`.
fn divided(group: &str, alone: bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = group;
    if alone && group.len() == 11 && group.starts_with('1') {
        let (country, number) = group.split_at(1);
        parts.push(country);
        rest = number;
    }
    while rest.len() > LONGEST_GROUP {
        let (three, behind) = rest.split_at(3);
        parts.push(three);
        rest = behind;
    }
    parts.push(rest);
    parts
}
