//! What Japanese says for SSML's `say-as`.

#[cfg(test)]
mod tests;

use mapped_text::MappedText;

use crate::Options;
use crate::japanese::numbers;
use crate::said::Said;
use crate::say_as::{
    self, Date, DateField, DateStyle, Duration, Fraction, Half, Joint, Number, SaidAs, SayAs,
    SignName, Speaker, Telephone, Time,
};

/// What a reader says for `text`, which its author says is `how`. `sign_name` names the signs that
/// have no other name among spelled letters. Something is said for every text that has letters or
/// digits.
pub fn say_as(text: &str, how: &SayAs, options: &Options, sign_name: SignName<'_>) -> SaidAs {
    say_as::say(text, how, &Japanese { options, sign_name })
}

/// A speaker of Japanese.
struct Japanese<'a> {
    options: &'a Options,
    sign_name: SignName<'a>,
}

/// What signs are called among letters and digits.
const SIGNS: [(char, &str); 3] = [('-', "ハイフン"), ('.', "ドット"), ('@', "アットマーク")];

/// Digits one by one, as those of a telephone number are said.
fn one_by_one(digits: &str) -> String {
    numbers::one_by_one(digits).replace('〇', "ゼロ")
}

/// A word before a number below zero.
fn minus(is_minus: bool) -> &'static str {
    if is_minus { "マイナス" } else { "" }
}

impl Speaker for Japanese<'_> {
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
        Said::from(crate::japanese(&MappedText::from_source(text), &[], self.options))
    }

    fn number(&self, number: &Number) -> Option<Said> {
        let said = match &number.decimals {
            Some(decimals) => numbers::decimal(&number.whole, decimals),
            None => numbers::cardinal(&number.whole),
        };
        Some(Said::words(minus(number.minus)).joined(&said))
    }

    fn ordinal(&self, digits: &str, ending: &str) -> Option<String> {
        let ending = if ending.is_empty() { "番目" } else { ending };
        Some(numbers::cardinal(digits) + ending)
    }

    fn digit(&self, digit: char) -> String {
        one_by_one(digit.encode_utf8(&mut [0; 4]))
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
            Some(Half::Morning) => "午前",
            Some(Half::Afternoon) => "午後",
            None => "",
        };
        let mut written = format!("{half}{}:{:02}", time.hour, time.minute.unwrap_or(0));
        if let Some(second) = time.second {
            written.push_str(&format!(":{second:02}"));
        }
        Some(self.plain(&written))
    }

    fn duration(&self, duration: &Duration) -> Option<Said> {
        let mut said = Said::silent();
        for (part, unit) in [(&duration.hours, "時間"), (&duration.minutes, "分")] {
            if let Some(digits) = part {
                said = said.joined(&numbers::cardinal(digits)).joined(unit);
            }
        }
        if let Some(seconds) = &duration.seconds {
            said = said.joined_said(&self.number(seconds)?).joined("秒");
        }
        Some(said)
    }

    fn telephone(&self, number: &Telephone) -> Option<Said> {
        let groups: Vec<String> = number.groups.iter().map(|group| one_by_one(group)).collect();
        let plus = if number.plus { "プラス" } else { "" };
        let said = Said::words(plus).joined(&groups.join("の"));
        Some(match &number.extension {
            Some(extension) => said.joined("、内線").joined(&one_by_one(extension)),
            None => said,
        })
    }

    fn fraction(&self, fraction: &Fraction) -> Option<Said> {
        let whole = fraction.whole.as_ref();
        let whole = whole.map_or(String::new(), |whole| numbers::cardinal(whole) + "と");
        let below = numbers::cardinal(&fraction.denominator);
        let above = numbers::cardinal(&fraction.numerator);
        Some(Said::words(&format!("{}{whole}{below}分の{above}", minus(fraction.minus))))
    }

    fn bleep(&self) -> &'static str {
        "ピー"
    }
}
