//! Italian times.

use crate::european::form::Form;
use crate::european::grammar::Clock;
use crate::european::moment::{Time, Written};
use crate::italian::numbers::cardinal;

/// Words around times.
pub(crate) const CLOCK: Clock = Clock {
    halves: &[("a.m.", false), ("am", false), ("p.m.", true), ("pm", true)],
    before: &["alle", "dalle", "ore", "h", "le", "ora", "alla"],
    silent: &["h"],
    zones: &["CEST", "CET", "EST", "EDT", "GMT", "PST", "UTC"],
};

/// "quattordici e trenta", "un'ora due minuti e dieci secondi".
pub(crate) fn time(time: &Time) -> String {
    let number = |value: usize| cardinal(&value.to_string(), Form::Alone);
    let counted = |value: usize, one: &str, many: &str| match value {
        1 => format!("un {one}"),
        _ => format!("{} {many}", number(value)),
    };
    let hours = match time.hour {
        1 => "un'ora".to_string(),
        hour => format!("{} ore", number(hour)),
    };
    let clock = time.written == Written::Clock || time.padded || time.after_noon.is_some();
    let hour = match time.hour {
        1 => "una".to_string(),
        hour => number(hour),
    };
    let minute = time.minute.filter(|minute| *minute > 0);
    let mut said = match (time.written, minute, time.second.filter(|second| *second > 0)) {
        (Written::Clock, minute, Some(second)) => {
            let minutes = counted(minute.unwrap_or(0), "minuto", "minuti");
            format!("{hour} e {minutes} e {}", counted(second, "secondo", "secondi"))
        }
        (_, Some(minute), Some(second)) => {
            let minutes = counted(minute, "minuto", "minuti");
            format!("{hours} {minutes} e {}", counted(second, "secondo", "secondi"))
        }
        (_, None, Some(second)) => {
            format!("{hours} e {}", counted(second, "secondo", "secondi"))
        }
        (Written::Length, Some(minute), None) => {
            format!("{hours} e {}", counted(minute, "minuto", "minuti"))
        }
        (_, Some(minute), None) => format!("{hour} e {}", number(minute)),
        (_, None, None) if clock => hour,
        (_, None, None) => hours,
    };
    said.push_str(match (time.after_noon, time.hour) {
        (Some(false), _) => " di mattina",
        (Some(true), 12 | 1..=5) => " del pomeriggio",
        (Some(true), 6..=11) => " di sera",
        _ => "",
    });
    said
}
