//! What Mandarin says for SSML's `say-as`.

#[cfg(test)]
mod tests;

use mapped_text::MappedText;

use crate::Options;
use crate::mandarin::numbers;
use crate::said::Said;
use crate::say_as::{
    self, Date, DateField, DateStyle, Duration, Fraction, Half, Joint, Money, Number, SaidAs,
    SayAs, SignName, Speaker, Telephone, Time,
};

/// What a reader says for `text`, which its author says is `how`. `sign_name` names the signs that
/// have no other name among spelled letters. Something is said for every text that has letters or
/// digits.
pub fn say_as(text: &str, how: &SayAs, options: &Options, sign_name: SignName<'_>) -> SaidAs {
    say_as::say(text, how, &Mandarin { options, sign_name })
}

/// A speaker of Mandarin.
struct Mandarin<'a> {
    options: &'a Options,
    sign_name: SignName<'a>,
}

/// What signs are called among letters and digits.
const SIGNS: [(char, &str); 3] = [('-', "杠"), ('.', "点"), ('@', "艾特")];

/// How many digits a postal code has.
const POSTAL_CODE: usize = 6;

/// A word before a number below zero.
fn minus(is_minus: bool) -> &'static str {
    if is_minus { "负" } else { "" }
}

impl Speaker for Mandarin<'_> {
    fn date_order(&self) -> [DateField; 3] {
        [DateField::Year, DateField::Month, DateField::Day]
    }

    fn decimal_mark(&self) -> char {
        '.'
    }

    fn joint(&self) -> Joint {
        Joint::Nothing
    }

    fn plain(&self, text: &str) -> Said {
        Said::from(crate::mandarin(&MappedText::from_source(text), &[], self.options))
    }

    fn number(&self, number: &Number) -> Option<Said> {
        let said = match &number.decimals {
            Some(decimals) => numbers::decimal(&number.whole, decimals),
            None => numbers::cardinal(&number.whole),
        };
        Some(Said::words(minus(number.minus)).joined(&said))
    }

    fn ordinal(&self, digits: &str, ending: &str) -> Option<String> {
        Some(format!("第{}{ending}", numbers::cardinal(digits)))
    }

    fn digit(&self, digit: char) -> String {
        numbers::digits(digit.encode_utf8(&mut [0; 4]))
    }

    fn sign(&self, sign: char) -> Option<String> {
        let own = SIGNS.iter().find(|(own, _)| *own == sign).map(|(_, name)| (*name).to_owned());
        own.or_else(|| (self.sign_name)(sign))
    }

    fn date(&self, date: &Date, _style: DateStyle) -> Option<Said> {
        let mut written = String::new();
        if let Some(year) = &date.year {
            written = format!("{year}年");
        }
        for (part, unit) in [(date.month, "月"), (date.day, "日")] {
            written.push_str(&part.map_or(String::new(), |part| format!("{part}{unit}")));
        }
        Some(self.plain(&written))
    }

    fn time(&self, time: &Time) -> Option<Said> {
        let half = match time.half {
            Some(Half::Morning) => "上午",
            Some(Half::Afternoon) => "下午",
            None => "",
        };
        let mut written = format!("{half}{}:{:02}", time.hour, time.minute.unwrap_or(0));
        if let Some(second) = time.second {
            written.push_str(&format!(":{second:02}"));
        }
        Some(self.plain(&written))
    }

    fn duration(&self, duration: &Duration) -> Option<Said> {
        let minutes = if duration.seconds.is_some() { "分" } else { "分钟" };
        let mut written = String::new();
        let seconds = duration.seconds.as_ref().map(|number| number.written('.'));
        for (part, unit) in
            [(&duration.hours, "小时"), (&duration.minutes, minutes), (&seconds, "秒")]
        {
            if let Some(digits) = part {
                let digits = digits.trim_start_matches('0');
                let zero = if digits.is_empty() || digits.starts_with('.') { "0" } else { "" };
                written.push_str(&format!("{zero}{digits}{unit}"));
            }
        }
        Some(self.plain(&written))
    }

    fn telephone(&self, number: &Telephone) -> Option<Said> {
        let mut said = Said::words(if number.plus { "加" } else { "" });
        for (at, group) in number.groups.iter().enumerate() {
            said = said.joined(if at > 0 { "，" } else { "" }).joined(&numbers::telephone(group));
        }
        if let Some(extension) = &number.extension {
            said = said.joined("，转").joined(&numbers::telephone(extension));
        }
        Some(said)
    }

    fn money(&self, money: &Money) -> Option<Said> {
        let amount = Number { minus: false, ..money.amount.clone() };
        let unsigned = Money { amount, currency: money.currency.clone() };
        let said = self.plain(&unsigned.written(self.decimal_mark()));
        Some(Said::words(minus(money.amount.minus)).joined_said(&said))
    }

    fn fraction(&self, fraction: &Fraction) -> Option<Said> {
        let whole = fraction.whole.as_ref();
        let whole = whole.map_or(String::new(), |whole| numbers::cardinal(whole) + "又");
        let below = numbers::cardinal(&fraction.denominator);
        let above = numbers::cardinal(&fraction.numerator);
        Some(Said::words(&format!("{}{whole}{below}分之{above}", minus(fraction.minus))))
    }

    fn address(&self, text: &str) -> Option<Said> {
        let written = say_as::with_codes_said(text, POSTAL_CODE, numbers::telephone);
        Some(self.plain(&written))
    }

    fn bleep(&self) -> &'static str {
        "哔"
    }
}
