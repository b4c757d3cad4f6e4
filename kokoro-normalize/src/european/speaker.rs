//! What Spanish, French, Italian and Portuguese say for SSML's `say-as`.

use mapped_text::MappedText;

use crate::Options;
use crate::european::date::full_year;
use crate::european::form::{Ending, Form};
use crate::european::grammar::{self, Grammar};
use crate::european::moment;
use crate::european::number;
use crate::said::Said;
use crate::say_as::{
    Date, DateField, DateStyle, Duration, Fraction, Half, Number, SignName, Speaker, Telephone,
    Time,
};

/// Words that only `say-as` needs.
#[derive(Debug)]
pub(crate) struct Words {
    /// Between the month and the year where no day stands: "mayo de 2026".
    pub(crate) before_year: &'static str,
    /// Before a time that does not tell the half of the day: Italian "ore".
    pub(crate) before_time: &'static str,
    /// What is written behind an hour without minutes: ":00" or " h".
    pub(crate) full_hour: &'static str,
    /// Between the last two parts of a duration.
    pub(crate) and: &'static str,
    /// Before the number of an extension.
    pub(crate) extension: &'static str,
    /// For a word that is not to be heard.
    pub(crate) bleep: &'static str,
}

/// A speaker of one of these languages.
pub(crate) struct European<'a> {
    pub(crate) grammar: &'static Grammar,
    pub(crate) words: &'static Words,
    pub(crate) options: &'a Options,
    pub(crate) sign_name: SignName<'a>,
}

impl European<'_> {
    fn cardinal(&self, digits: &str) -> String {
        (self.grammar.cardinal)(digits, Form::Alone)
    }

    /// The word before a number below zero.
    fn minus(&self, is_minus: bool) -> &'static str {
        if is_minus { self.grammar.minus } else { "" }
    }

    fn year(&self, digits: &str) -> String {
        self.cardinal(&full_year(digits))
    }

    fn month(&self, number: usize) -> &'static str {
        let names = number.checked_sub(1).and_then(|at| self.grammar.calendar.months.get(at));
        names.and_then(|names| names.first()).copied().unwrap_or_default()
    }
}

impl Speaker for European<'_> {
    fn date_order(&self) -> [DateField; 3] {
        [DateField::Day, DateField::Month, DateField::Year]
    }

    fn decimal_mark(&self) -> char {
        ','
    }

    fn plain(&self, text: &str) -> Said {
        let text = MappedText::from_source(text);
        Said::from(crate::european::run(&text, &[], self.grammar, self.options))
    }

    fn number(&self, number: &Number) -> Option<Said> {
        let decimals = number.decimals.as_deref();
        let read = number::Number { whole: number.whole.clone(), decimals, point: false };
        let said = Said::words(self.minus(number.minus));
        Some(said.then(&read.words(self.grammar, Form::Alone)))
    }

    fn ordinal(&self, digits: &str, ending: &str) -> Option<String> {
        let mut endings = self.grammar.ordinal_endings.iter();
        let ending = match ending {
            "" => Ending::Masculine,
            _ => endings.find(|(own, _)| own.trim_matches('.') == ending)?.1,
        };
        (self.grammar.ordinal)(digits, ending)
    }

    fn digit(&self, digit: char) -> String {
        self.cardinal(digit.encode_utf8(&mut [0; 4]))
    }

    fn sign(&self, sign: char) -> Option<String> {
        let own = self.grammar.address_sign(sign).map(str::to_owned);
        own.or_else(|| (self.sign_name)(sign))
    }

    fn date(&self, date: &Date, _style: DateStyle) -> Option<Said> {
        let year = date.year.as_deref();
        let month = date.month.map(|month| self.month(month)).unwrap_or_default();
        let Some(day) = date.day else {
            let link =
                if date.month.is_some() && year.is_some() { self.words.before_year } else { "" };
            let year = year.map(|year| self.year(year)).unwrap_or_default();
            return Some(Said::words(month).then(link).then(&year));
        };
        if date.month.is_none() {
            let first = (self.grammar.ordinal)("1", Ending::Masculine).filter(|_| day == 1);
            let said = Said::words(&first.unwrap_or_else(|| self.cardinal(&day.to_string())));
            let year = year.map(|year| self.year(year));
            return Some(year.iter().fold(said, |said, year| said.joined(",").then(year)));
        }
        let full = year.map(full_year);
        let date = moment::Date { day, month, link: "", year: full.as_deref() };
        Some(Said::words(&(self.grammar.date)(&date)))
    }

    fn time(&self, time: &Time) -> Option<Said> {
        let minute = time.minute.unwrap_or(0);
        let before = if time.half.is_none() { self.words.before_time } else { "" };
        let mut written = match (time.second.filter(|second| *second > 0), time.half) {
            (Some(second), _) => format!("{}:{minute:02}:{second:02}", time.hour),
            (None, None) if minute == 0 => format!("{}{}", time.hour, self.words.full_hour),
            _ => format!("{}:{minute:02}", time.hour),
        };
        match time.half {
            Some(Half::Morning) => written.push_str(" am"),
            Some(Half::Afternoon) => written.push_str(" pm"),
            None => {}
        }
        Some(Said::words(before).then_said(&self.plain(&written)))
    }

    fn duration(&self, duration: &Duration) -> Option<Said> {
        let seconds = duration.seconds.as_ref().map(|number| number.written(','));
        let parts = [(&duration.hours, "h"), (&duration.minutes, "min"), (&seconds, "s")];
        let parts: Vec<Said> = parts
            .into_iter()
            .filter_map(|(digits, unit)| Some((digits.as_ref()?, unit)))
            .map(|(digits, unit)| {
                let shorter = digits.trim_start_matches('0');
                let zero = if shorter.is_empty() || shorter.starts_with(',') { "0" } else { "" };
                self.plain(&format!("{zero}{shorter} {unit}"))
            })
            .collect();
        let last = parts.len() - 1;
        let said = parts.iter().enumerate().fold(Said::silent(), |said, (at, part)| {
            let and = if at > 0 && at == last { self.words.and } else { "" };
            said.then(and).then_said(part)
        });
        Some(said)
    }

    fn telephone(&self, number: &Telephone) -> Option<Said> {
        let mut said = Said::silent();
        for (at, group) in number.groups.iter().enumerate() {
            let code = format!("+{group}");
            let group = if number.plus && at == 0 { &code } else { group };
            said = said.joined(if at > 0 { "," } else { "" });
            said = said.then(&(self.grammar.telephone)(&[group]));
        }
        if let Some(extension) = &number.extension {
            said =
                said.joined(",").then(self.words.extension).then(&self.grammar.digits(extension));
        }
        Some(said)
    }

    fn fraction(&self, fraction: &Fraction) -> Option<Said> {
        let parts = grammar::Fraction {
            whole: fraction.whole.as_deref(),
            numerator: &fraction.numerator,
            denominator: &fraction.denominator,
        };
        let words = (self.grammar.fraction)(&parts, None, Form::Alone)?;
        Some(Said::words(self.minus(fraction.minus)).then(&words))
    }

    fn bleep(&self) -> &'static str {
        self.words.bleep
    }
}
