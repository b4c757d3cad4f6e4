//! Portuguese times.

use crate::european::form::Form;
use crate::european::grammar::{Clock, Found, Place};
use crate::european::moment::{Time, Written};
use crate::european::time::before_part_of_day;
use crate::portuguese::numbers::cardinal;

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
    before: &["às", "as", "das", "até"],
    silent: &["hrs.", "hs.", "hrs", "hs", "h.", "h"],
    zones: &["BRT", "CEST", "CET", "EDT", "EST", "GMT", "PDT", "PST", "UTC"],
};

/// "15h da tarde", which is "três horas da tarde".
pub(crate) fn with_part_of_day(place: &Place<'_>) -> Found {
    before_part_of_day(place, &[("da tarde", 13, 19), ("da noite", 18, 23)])
}

/// "catorze horas e trinta", "duas horas e dez minutos e cinco segundos".
pub(crate) fn time(time: &Time) -> String {
    let noun = |value: usize, one: &str, form| {
        let plural = if value == 1 || value == 0 && one == "hora" { "" } else { "s" };
        format!("{} {one}{plural}", cardinal(&value.to_string(), form))
    };
    let mut said = match time.hour {
        0 => "zero horas".to_string(),
        hour => noun(hour, "hora", Form::Feminine),
    };
    let minute = time.minute.unwrap_or(0);
    if let Some(second) = time.second {
        let minutes = noun(minute, "minuto", Form::Masculine);
        said.push_str(&format!(" e {minutes} e {}", noun(second, "segundo", Form::Masculine)));
    } else if minute > 0 && time.written == Written::Length {
        said.push_str(&format!(" e {}", noun(minute, "minuto", Form::Masculine)));
    } else if minute > 0 {
        said.push_str(&format!(" e {}", cardinal(&minute.to_string(), Form::Alone)));
    }
    said.push_str(match (time.after_noon, time.hour) {
        (Some(false), 1..=5) => " da madrugada",
        (Some(false), 6..=11) => " da manhã",
        (Some(true), 1..=6) => " da tarde",
        (Some(true), 7..=11) => " da noite",
        _ => "",
    });
    said
}
