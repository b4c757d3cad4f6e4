//! French times.

use crate::european::form::Form;
use crate::european::grammar::Clock;
use crate::european::moment::{Time, Written};
use crate::french::numbers::cardinal;

/// Words around times.
pub(crate) const CLOCK: Clock = Clock {
    halves: &[("a.m.", false), ("am", false), ("p.m.", true), ("pm", true)],
    before: &[],
    silent: &["h"],
    zones: &["CEST", "CET", "EST", "EDT", "GMT", "PST", "UTC"],
};

/// "quatorze heures trente", "trois heures deux minutes et dix secondes".
pub(crate) fn time(time: &Time) -> String {
    let number = |value: usize| cardinal(&value.to_string(), Form::Feminine);
    let noun = |value: usize, noun: &str| {
        format!("{} {noun}{}", number(value), if value > 1 { "s" } else { "" })
    };
    let mut said = noun(time.hour, "heure");
    match (time.minute.unwrap_or(0), time.second.filter(|second| *second > 0)) {
        (minute, Some(second)) if minute > 0 => {
            said.push_str(&format!(" {} et {}", noun(minute, "minute"), noun(second, "seconde")));
        }
        (_, Some(second)) => said.push_str(&format!(" et {}", noun(second, "seconde"))),
        (0, None) => {}
        (minute, None) if time.written == Written::Length => {
            said.push_str(&format!(" {}", noun(minute, "minute")));
        }
        (minute, None) => said.push_str(&format!(" {}", number(minute))),
    }
    said.push_str(match (time.after_noon, time.hour) {
        (Some(false), _) => " du matin",
        (Some(true), 1..=5) => " de l'après-midi",
        (Some(true), 6..=11) => " du soir",
        _ => "",
    });
    said
}
