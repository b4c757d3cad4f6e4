//! Spanish times.

use crate::european::form::Form;
use crate::european::grammar::{Clock, Found, Place};
use crate::european::moment::{Time, Written};
use crate::european::time::before_part_of_day;
use crate::spanish::numbers::cardinal;

/// Words around times.
pub(crate) const CLOCK: Clock = Clock {
    halves: &[
        ("a. m.", false),
        ("a.m.", false),
        ("a.m", false),
        ("am", false),
        ("p. m.", true),
        ("p.m.", true),
        ("p.m", true),
        ("pm", true),
    ],
    before: &["las", "la"],
    silent: &["hs.", "hrs.", "hs", "hrs", "h.", "h"],
    zones: &[
        "ART", "BOT", "BRT", "CDT", "CEST", "CET", "CLT", "COT", "CST", "ECT", "EDT", "EST", "GMT",
        "MST", "PDT", "PET", "PST", "UTC", "UYT", "VET", "est", "gmt", "pst", "utc",
    ],
};

/// "15 h de la tarde", which is "tres de la tarde".
pub(crate) fn with_part_of_day(place: &Place<'_>) -> Found {
    before_part_of_day(place, &[("de la tarde", 13, 20), ("de la noche", 19, 23)])
}

/// "cinco y dos de la tarde", "tres horas dos minutos y diez segundos".
pub(crate) fn time(time: &Time) -> String {
    let number = |value: usize, form| cardinal(&value.to_string(), form);
    let hour = number(time.hour, Form::Feminine);
    if let Some(second) = time.second.filter(|second| *second > 0) {
        let minute = time.minute.unwrap_or(0);
        return format!(
            "{hour} {} {} {} y {} {}",
            if time.hour == 1 { "hora" } else { "horas" },
            number(minute, Form::Masculine),
            if minute == 1 { "minuto" } else { "minutos" },
            number(second, Form::Masculine),
            if second == 1 { "segundo" } else { "segundos" },
        );
    }
    if time.written == Written::Length {
        let minute = time.minute.unwrap_or(0);
        return format!(
            "{hour} {} y {} {}",
            if time.hour == 1 { "hora" } else { "horas" },
            number(minute, Form::Masculine),
            if minute == 1 { "minuto" } else { "minutos" },
        );
    }
    let bare = time.minute.is_none() && time.after_noon.is_none();
    if time.written == Written::Letters && bare && !(time.padded && time.hour > 0) {
        return format!("{hour} {}", if time.hour == 1 { "hora" } else { "horas" });
    }
    let mut said = match time.minute.unwrap_or(0) {
        0 => hour,
        15 => format!("{hour} y cuarto"),
        30 => format!("{hour} y media"),
        minute => format!("{hour} y {}", number(minute, Form::Alone)),
    };
    if let Some(after_noon) = time.after_noon {
        said.push_str(part_of_day(time.hour, after_noon));
    }
    said
}

/// The part of the day that "a. m." or "p. m." means at this hour.
fn part_of_day(hour: usize, after_noon: bool) -> &'static str {
    match (hour, after_noon) {
        (12, false) => " de la noche",
        (12, true) => " del mediodía",
        (_, false) => " de la mañana",
        (1..=7, true) => " de la tarde",
        (8..=11, true) => " de la noche",
        _ => "",
    }
}
