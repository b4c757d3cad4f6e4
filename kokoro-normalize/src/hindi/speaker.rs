//! What Hindi says for SSML's `say-as`.

#[cfg(test)]
mod tests;

use mapped_text::MappedText;

use super::{date, numbers};
use crate::Options;
use crate::said::Said;
use crate::say_as::{
    self, Date, DateField, DateStyle, Duration, Fraction, Half, Number, SaidAs, SayAs, SignName,
    Speaker, Telephone, Time,
};

/// What a reader says for `text`, which its author says is `how`. `sign_name` names the signs that
/// have no other name among spelled letters. Something is said for every text that has letters or
/// digits.
pub fn say_as(text: &str, how: &SayAs, options: &Options, sign_name: SignName<'_>) -> SaidAs {
    say_as::say(text, how, &Hindi { options, sign_name })
}

/// A speaker of Hindi.
struct Hindi<'a> {
    options: &'a Options,
    sign_name: SignName<'a>,
}

/// What signs are called among letters and digits.
const SIGNS: [(char, &str); 3] = [('-', "हाइफ़न"), ('.', "डॉट"), ('@', "एट")];

/// How many digits a postal code has.
const POSTAL_CODE: usize = 6;

/// A word before a number below zero.
fn minus(is_minus: bool) -> &'static str {
    if is_minus { "माइनस" } else { "" }
}

impl Speaker for Hindi<'_> {
    fn date_order(&self) -> [DateField; 3] {
        [DateField::Day, DateField::Month, DateField::Year]
    }

    fn decimal_mark(&self) -> char {
        '.'
    }

    fn plain(&self, text: &str) -> Said {
        Said::from(crate::hindi(&MappedText::from_source(text), &[], self.options))
    }

    fn number(&self, number: &Number) -> Option<Said> {
        let mut said = Said::words(minus(number.minus)).then(&numbers::cardinal(&number.whole));
        if let Some(decimals) = &number.decimals {
            said = said.then("दशमलव").then(&numbers::one_by_one(decimals));
        }
        Some(said)
    }

    fn ordinal(&self, digits: &str, ending: &str) -> Option<String> {
        let usual = match digits {
            "1" => "ला",
            "2" | "3" => "रा",
            "4" => "था",
            "6" => "ठा",
            _ => "वाँ",
        };
        let ending = if ending.is_ascii() { usual } else { ending };
        numbers::ordinal(digits, ending)
    }

    fn digit(&self, digit: char) -> String {
        numbers::one_by_one(digit.encode_utf8(&mut [0; 4]))
    }

    fn sign(&self, sign: char) -> Option<String> {
        let own = SIGNS.iter().find(|(own, _)| *own == sign).map(|(_, name)| (*name).to_owned());
        own.or_else(|| (self.sign_name)(sign))
    }

    fn date(&self, date: &Date, _style: DateStyle) -> Option<Said> {
        let day = date.day.map(|day| numbers::words(day as u64)).unwrap_or_default();
        let month = date.month.and_then(date::month_name).unwrap_or_default();
        let year = date.year.as_deref().map(numbers::year).unwrap_or_default();
        Some(Said::words(&day).then(month).then(&year))
    }

    fn time(&self, time: &Time) -> Option<Said> {
        let mut written = format!("{}:{:02}", time.hour, time.minute.unwrap_or(0));
        if let Some(second) = time.second {
            written.push_str(&format!(":{second:02}"));
        }
        match time.half {
            Some(Half::Morning) => written.push_str(" AM"),
            Some(Half::Afternoon) => written.push_str(" PM"),
            None => {}
        }
        Some(self.plain(&written))
    }

    fn duration(&self, duration: &Duration) -> Option<Said> {
        let mut said = Said::silent();
        for (part, unit) in [(&duration.hours, "घंटे"), (&duration.minutes, "मिनट")]
        {
            if let Some(digits) = part {
                let value = digits.parse().unwrap_or(u64::MAX);
                said = said.then(&numbers::words(value)).then(unit);
            }
        }
        if let Some(seconds) = &duration.seconds {
            said = said.then_said(&self.number(seconds)?).then("सेकंड");
        }
        Some(said)
    }

    fn telephone(&self, number: &Telephone) -> Option<Said> {
        let groups: Vec<String> =
            number.groups.iter().map(|group| numbers::one_by_one(group)).collect();
        let plus = if number.plus { "प्लस" } else { "" };
        let said = Said::words(plus).then(&groups.join(", "));
        Some(match &number.extension {
            Some(extension) => {
                said.joined(",").then("एक्सटेंशन").then(&numbers::one_by_one(extension))
            }
            None => said,
        })
    }

    fn fraction(&self, fraction: &Fraction) -> Option<Said> {
        let mut said = Said::words(minus(fraction.minus));
        if let Some(whole) = &fraction.whole {
            said = said.then(&numbers::cardinal(whole)).then("और");
        }
        let above = numbers::cardinal(&fraction.numerator);
        let below = numbers::cardinal(&fraction.denominator);
        Some(said.then(&above).then("बटा").then(&below))
    }

    fn address(&self, text: &str) -> Option<Said> {
        let written = say_as::with_codes_said(text, POSTAL_CODE, numbers::one_by_one);
        Some(self.plain(&written))
    }

    fn bleep(&self) -> &'static str {
        "बीप"
    }
}
