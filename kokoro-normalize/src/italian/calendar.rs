//! Italian dates.

use crate::european::form::Form;
use crate::european::grammar::Calendar;
use crate::european::moment::Date;
use crate::italian::numbers::cardinal;

/// Months, weekdays and the words around them.
pub(crate) const CALENDAR: Calendar = Calendar {
    months: [
        &["gennaio", "gen", "genn"],
        &["febbraio", "feb", "febbr"],
        &["marzo", "mar"],
        &["aprile", "apr"],
        &["maggio", "mag", "magg"],
        &["giugno", "giu"],
        &["luglio", "lug"],
        &["agosto", "ago"],
        &["settembre", "set", "sett"],
        &["ottobre", "ott"],
        &["novembre", "nov"],
        &["dicembre", "dic"],
    ],
    weekdays: [
        &["lunedì", "lun"],
        &["martedì", "mart"],
        &["mercoledì", "mer", "merc"],
        &["giovedì", "gio", "giov"],
        &["venerdì", "ven"],
        &["sabato", "sab"],
        &["domenica", "dom"],
    ],
    links: &["del", "dell'anno"],
    before_day: &[
        "il",
        "del",
        "dal",
        "al",
        "giorno",
        "lunedì",
        "martedì",
        "mercoledì",
        "giovedì",
        "venerdì",
        "sabato",
        "domenica",
    ],
    month_first: false,
};

/// "primo maggio duemilaventitré".
pub(crate) fn date(date: &Date<'_>) -> String {
    let day = match date.day {
        1 => "primo".to_string(),
        day => cardinal(&day.to_string(), Form::Alone),
    };
    let Some(year) = date.year else { return format!("{day} {}", date.month) };
    let link = if date.link.is_empty() { String::new() } else { format!("{} ", date.link) };
    format!("{day} {} {link}{}", date.month, cardinal(year, Form::Alone))
}
