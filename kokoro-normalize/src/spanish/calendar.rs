//! Spanish dates.

use crate::european::form::Form;
use crate::european::grammar::Calendar;
use crate::european::moment::Date;
use crate::spanish::numbers::cardinal;

/// Months, weekdays and the words around them.
pub(crate) const CALENDAR: Calendar = Calendar {
    months: [
        &["enero", "ene"],
        &["febrero", "feb"],
        &["marzo", "mar"],
        &["abril", "abr"],
        &["mayo", "may"],
        &["junio", "jun"],
        &["julio", "jul"],
        &["agosto", "ago", "agos"],
        &["septiembre", "setiembre", "sep", "sept", "set"],
        &["octubre", "oct"],
        &["noviembre", "nov"],
        &["diciembre", "dic"],
    ],
    weekdays: [
        &["lunes", "lun"],
        &["martes", "mart"],
        &["miércoles", "mié", "miér", "mier"],
        &["jueves", "jue", "juev"],
        &["viernes", "vie", "vier"],
        &["sábado", "sáb", "sab"],
        &["domingo", "dom"],
    ],
    links: &["del", "de"],
    before_day: &["el", "del", "al", "día", "hoy", "lunes", "martes", "jueves", "viernes"],
    month_first: true,
};

/// "primero de mayo de dos mil veintitrés".
pub(crate) fn date(date: &Date<'_>) -> String {
    let day = match date.day {
        1 => "primero".to_string(),
        day => cardinal(&day.to_string(), Form::Alone),
    };
    let link = if date.link.is_empty() { "de" } else { date.link };
    match date.year {
        Some(year) => {
            format!("{day} de {} {link} {}", date.month, cardinal(year, Form::Alone))
        }
        None => format!("{day} de {}", date.month),
    }
}
