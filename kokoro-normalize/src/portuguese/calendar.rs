//! Portuguese dates.

use crate::european::form::Form;
use crate::european::grammar::Calendar;
use crate::european::moment::Date;
use crate::portuguese::numbers::cardinal;

/// Months, weekdays and the words around them.
pub(crate) const CALENDAR: Calendar = Calendar {
    months: [
        &["janeiro", "jan"],
        &["fevereiro", "fev"],
        &["março", "mar"],
        &["abril", "abr"],
        &["maio", "mai"],
        &["junho", "jun"],
        &["julho", "jul"],
        &["agosto", "ago"],
        &["setembro", "set"],
        &["outubro", "out"],
        &["novembro", "nov"],
        &["dezembro", "dez"],
    ],
    weekdays: [
        &["segunda-feira", "seg"],
        &["terça-feira", "ter"],
        &["quarta-feira", "qua"],
        &["quinta-feira", "qui"],
        &["sexta-feira", "sex"],
        &["sábado", "sáb"],
        &["domingo", "dom"],
    ],
    links: &["de"],
    before_day: &[
        "dia", "em", "feira", "hoje", "até", "desde", "segunda", "terça", "quarta", "quinta",
        "sexta",
    ],
    month_first: false,
};

/// "primeiro de maio de dois mil e vinte e três".
pub(crate) fn date(date: &Date<'_>) -> String {
    let day = match date.day {
        1 => "primeiro".to_string(),
        day => cardinal(&day.to_string(), Form::Alone),
    };
    match date.year {
        Some(year) => format!("{day} de {} de {}", date.month, cardinal(year, Form::Alone)),
        None => format!("{day} de {}", date.month),
    }
}
