//! French dates.

use crate::european::form::Form;
use crate::european::grammar::Calendar;
use crate::european::moment::Date;
use crate::french::numbers::cardinal;

/// Months, weekdays and the words around them.
pub(crate) const CALENDAR: Calendar = Calendar {
    months: [
        &["janvier", "janv", "jan"],
        &["février", "fevrier", "févr", "fév", "fev"],
        &["mars"],
        &["avril", "avr"],
        &["mai"],
        &["juin"],
        &["juillet", "juil"],
        &["août", "aout"],
        &["septembre", "sept", "sep"],
        &["octobre", "oct"],
        &["novembre", "nov"],
        &["décembre", "decembre", "déc", "dec"],
    ],
    weekdays: [
        &["lundi", "lun"],
        &["mardi", "mar"],
        &["mercredi", "mer", "merc"],
        &["jeudi", "jeu"],
        &["vendredi", "ven", "vend"],
        &["samedi", "sam"],
        &["dimanche", "dim"],
    ],
    links: &["de"],
    before_day: &[
        "le", "du", "au", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ],
    month_first: false,
};

/// "premier mai deux mille vingt-trois".
pub(crate) fn date(date: &Date<'_>) -> String {
    let day = match date.day {
        1 => "premier".to_string(),
        day => cardinal(&day.to_string(), Form::Alone),
    };
    let Some(year) = date.year else { return format!("{day} {}", date.month) };
    let year = cardinal(year, Form::Alone);
    let year = match &*year {
        y if y.ends_with("vingts") || y.ends_with("cents") => &y[..y.len() - 1],
        y => y,
    };
    format!(
        "{day} {} {}{}{year}",
        date.month,
        date.link,
        if date.link.is_empty() { "" } else { " " }
    )
}
