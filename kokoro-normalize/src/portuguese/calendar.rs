//! Portuguese dates.

use crate::cursor::Match;
use crate::european::context;
use crate::european::form::Form;
use crate::european::grammar::{Calendar, Found, Place};
use crate::european::moment::Date;
use crate::portuguese::numbers::cardinal;
use crate::reader::Reader;

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

/// The names of the weekdays from the second to the sixth.
const NUMBERED: [&str; 5] = ["segunda", "terça", "quarta", "quinta", "sexta"];

/// A weekday by its number: "3ª-feira", "3a feira", "2ªs feiras".
pub(crate) fn numbered_weekday(place: &Place<'_>) -> Found {
    let mut reader = Reader::new(place.rest());
    let day = reader.small(2..=6).filter(|_| context::may_begin(place))?;
    reader.eat(".");
    reader.eat_one(&['ª', 'a'])?;
    let plural = if reader.eat("s") { "s" } else { "" };
    reader.eat_one(&['-', ' '])?;
    let word = reader.word();
    let known = ["feira", "feiras"].iter().any(|own| word.eq_ignore_ascii_case(own));
    known.then(|| Match::words(reader.at, &format!("{}{plural}-{word}", NUMBERED[day - 2])))
}
