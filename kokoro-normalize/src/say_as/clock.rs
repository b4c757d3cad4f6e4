//! Times of the day, and times that something takes.

use super::kind::{DurationField, HourCount};
use super::number::Number;

/// Half of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    /// am
    Morning,
    /// pm
    Afternoon,
}

/// A time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Time {
    /// 0 to 24.
    pub(crate) hour: usize,
    /// 0 to 59; nothing if only the hour is told.
    pub(crate) minute: Option<usize>,
    /// 0 to 59.
    pub(crate) second: Option<usize>,
    /// Which half of the day, if it is told.
    pub(crate) half: Option<Half>,
}

/// A time that something takes, by its numbers. At least one part is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Duration {
    pub(crate) hours: Option<String>,
    pub(crate) minutes: Option<String>,
    pub(crate) seconds: Option<Number>,
}

/// What is written for the halves of the day, in small letters without spaces and full stops.
const HALVES: [(&str, Half); 4] =
    [("am", Half::Morning), ("pm", Half::Afternoon), ("a", Half::Morning), ("p", Half::Afternoon)];

impl Time {
    /// Reads a time that is all of `text`: 14:30, 14.30.05, 1430, 2:30 p.m., 2pm, 14h30. `hours`
    /// says how the hours are to be counted.
    pub(super) fn parse(text: &str, hours: Option<HourCount>) -> Option<Self> {
        let digits_end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
        let (clock, behind) = text.split_at(digits_end);
        let behind: String =
            behind.to_lowercase().chars().filter(|c| !matches!(c, ' ' | '.')).collect();
        let half = HALVES.iter().find(|(own, _)| *own == behind).map(|(_, half)| *half);
        let known = half.is_some() || matches!(behind.as_str(), "" | "h" | "hs" | "hrs" | "z");
        let parts: Vec<&str> = match clock.len() {
            4 | 6 if clock.bytes().all(|byte| byte.is_ascii_digit()) => {
                clock.as_bytes().chunks(2).filter_map(|two| std::str::from_utf8(two).ok()).collect()
            }
            _ => clock.split([':', '.', 'h', 'H', ' ']).collect(),
        };
        let mut numbers = [None; 3];
        if !known || parts.len() > numbers.len() {
            return None;
        }
        for ((number, part), most) in numbers.iter_mut().zip(&parts).zip([24, 59, 59]) {
            let short = (1..=2).contains(&part.len());
            let value = part.parse::<usize>().ok().filter(|value| short && *value <= most)?;
            *number = Some(value);
        }
        let [hour, minute, second] = numbers;
        Some(Self { hour: hour?, minute, second, half }.counted(hours))
    }

    /// The same time with its hours counted so.
    fn counted(self, hours: Option<HourCount>) -> Self {
        match (hours, self.half, self.hour) {
            (Some(HourCount::Twelve), None, 13..=23) => {
                Self { hour: self.hour - 12, half: Some(Half::Afternoon), ..self }
            }
            (Some(HourCount::Twelve), None, 0) => {
                Self { hour: 12, half: Some(Half::Morning), ..self }
            }
            (Some(HourCount::TwentyFour), Some(Half::Afternoon), 1..=11) => {
                Self { hour: self.hour + 12, half: None, ..self }
            }
            (Some(HourCount::TwentyFour), Some(Half::Morning), 12) => {
                Self { hour: 0, half: None, ..self }
            }
            (Some(HourCount::TwentyFour), Some(_), _) => Self { half: None, ..self },
            _ => self,
        }
    }
}

/// Signs and letters behind a number of a duration, in small letters.
const UNITS: [(&str, DurationField); 16] = [
    ("h", DurationField::Hours),
    ("hr", DurationField::Hours),
    ("hrs", DurationField::Hours),
    ("m", DurationField::Minutes),
    ("mn", DurationField::Minutes),
    ("min", DurationField::Minutes),
    ("mins", DurationField::Minutes),
    ("'", DurationField::Minutes),
    ("′", DurationField::Minutes),
    ("’", DurationField::Minutes),
    ("s", DurationField::Seconds),
    ("sec", DurationField::Seconds),
    ("secs", DurationField::Seconds),
    ("\"", DurationField::Seconds),
    ("″", DurationField::Seconds),
    ("”", DurationField::Seconds),
];

impl Duration {
    /// Reads a duration that is all of `text`: 1:30:05, 2h 5min, 1'21", PT1H30M. `fields` are what
    /// its numbers are, if that was told.
    pub(super) fn parse(text: &str, fields: &[DurationField], decimal_mark: char) -> Option<Self> {
        let (clock, by_colons) = match with_units(text) {
            Some(parts) => (parts, false),
            None => (by_marks(text, fields)?, true),
        };
        let mut duration = Self::default();
        let mut last = None;
        for (number, field) in clock {
            if last.is_some_and(|last| last >= field) {
                return None;
            }
            last = Some(field);
            let whole = number.bytes().all(|byte| byte.is_ascii_digit());
            let digits = || (whole && number.len() <= 9).then(|| number.to_owned());
            match field {
                DurationField::Hours => duration.hours = Some(digits()?),
                DurationField::Minutes => duration.minutes = Some(digits()?),
                DurationField::Seconds => {
                    duration.seconds = Some(Number::parse(number, decimal_mark)?);
                }
            }
        }
        if by_colons {
            duration.leave_out_zeros();
        }
        (duration != Self::default()).then_some(duration)
    }

    /// Leaves out parts that are zero and that stand only in their place: the minutes and seconds
    /// of 01:00:00. The last part stays if all are zero.
    fn leave_out_zeros(&mut self) {
        let is_zero = |digits: &String| digits.bytes().all(|byte| byte == b'0');
        let seconds = |number: &Number| is_zero(&number.whole) && number.decimals.is_none();
        let all = self.hours.as_ref().is_none_or(is_zero)
            && self.minutes.as_ref().is_none_or(is_zero)
            && self.seconds.as_ref().is_none_or(seconds);
        match (&self.seconds, &self.minutes) {
            (Some(_), _) if all => (self.hours, self.minutes) = (None, None),
            (None, Some(_)) if all => self.hours = None,
            _ if all => {}
            _ => {
                self.hours = self.hours.take().filter(|hours| !is_zero(hours));
                self.minutes = self.minutes.take().filter(|minutes| !is_zero(minutes));
                self.seconds = self.seconds.take().filter(|number| !seconds(number));
            }
        }
    }
}

/// A number and what it is.
type Part<'a> = (&'a str, DurationField);

/// The parts of 2h 5min, of 1'21" and of PT2H5M.
fn with_units(text: &str) -> Option<Vec<Part<'_>>> {
    let mut rest = text.trim();
    rest = rest.strip_prefix("PT").unwrap_or(rest);
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))?;
        let (number, behind) = rest.split_at(digits);
        let behind = behind.trim_start();
        let next = behind.find(|c: char| c.is_ascii_digit()).unwrap_or(behind.len());
        let unit = behind[..next].trim_end_matches([' ', ',', '.']).to_lowercase();
        let (_, field) = UNITS.iter().find(|(own, _)| *own == unit)?;
        if number.is_empty() || parts.len() == 3 {
            return None;
        }
        parts.push((number, *field));
        rest = &behind[next..];
    }
    (!parts.is_empty()).then_some(parts)
}

/// The parts of 1:30:05, and of 05 if one number alone was told to be something.
fn by_marks<'a>(text: &'a str, fields: &[DurationField]) -> Option<Vec<Part<'a>>> {
    const ALL: [DurationField; 3] =
        [DurationField::Hours, DurationField::Minutes, DurationField::Seconds];
    let numbers: Vec<&str> = text.split([':', ' ']).collect();
    let fields =
        if fields.is_empty() { &ALL[ALL.len().checked_sub(numbers.len())?..] } else { fields };
    (numbers.len() == fields.len())
        .then(|| numbers.into_iter().zip(fields.iter().copied()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use DurationField::{Hours, Minutes, Seconds};

    #[test]
    fn times_are_read_in_all_their_forms() {
        let time = |hour, minute, second, half| Some(Time { hour, minute, second, half });
        for (text, hours, expected) in [
            ("14:30", None, time(14, Some(30), None, None)),
            ("1430", None, time(14, Some(30), None, None)),
            ("14h30", None, time(14, Some(30), None, None)),
            ("09.05.07", None, time(9, Some(5), Some(7), None)),
            ("2:30 p.m.", None, time(2, Some(30), None, Some(Half::Afternoon))),
            ("2PM", None, time(2, None, None, Some(Half::Afternoon))),
            ("15:30", Some(HourCount::Twelve), time(3, Some(30), None, Some(Half::Afternoon))),
            ("0:05", Some(HourCount::Twelve), time(12, Some(5), None, Some(Half::Morning))),
            ("3:30pm", Some(HourCount::TwentyFour), time(15, Some(30), None, None)),
            ("12am", Some(HourCount::TwentyFour), time(0, None, None, None)),
            ("25:00", None, None),
            ("2:300", None, None),
            ("2:3:4:5", None, None),
            ("2:30 o", None, None),
            ("pm", None, None),
        ] {
            assert_eq!(Time::parse(text, hours), expected, "{text}");
        }
    }

    #[test]
    fn durations_are_read_in_all_their_forms() {
        let read = |text, fields: &[DurationField]| {
            let duration = Duration::parse(text, fields, '.')?;
            let seconds = duration.seconds.map(|number| number.written('.'));
            Some([duration.hours, duration.minutes, seconds].map(Option::unwrap_or_default))
        };
        for (text, fields, expected) in [
            ("1:30:05", &[][..], ["1", "30", "5"]),
            ("1:30", &[], ["", "1", "30"]),
            ("1:30", &[Hours, Minutes], ["1", "30", ""]),
            ("01:00:00", &[], ["01", "", ""]),
            ("00:00", &[], ["", "", "0"]),
            ("2h 5min", &[], ["2", "5", ""]),
            ("1'21\"", &[], ["", "1", "21"]),
            ("PT1H30M", &[], ["1", "30", ""]),
            ("5", &[Minutes], ["", "5", ""]),
            ("1:02.5", &[Minutes, Seconds], ["", "1", "2.5"]),
        ] {
            assert_eq!(read(text, fields), Some(expected.map(str::to_owned)), "{text}");
        }
        for text in ["", "1:2:3:4", "5 kg", "5s 3h", "h", "1:x"] {
            assert_eq!(read(text, &[]), None, "{text}");
        }
    }
}
