//! Years before and after Christ.

use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::{reader::Reader, said::Said};

/// Years with an era: 340 AD, 44 B.C., 1200 BCE, AD 79.
pub(crate) fn era(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    if let Some(era) = read_era(&mut reader).filter(|era| *era == "AD") {
        reader.space().then_some(())?;
        let digits = reader.digits(1..=4)?;
        let said = Said::letters(era).then(&numbers::year(digits, cursor.dialect));
        return reader.ends().then_some(Match { len: reader.at, said });
    }
    let mut said = Said::silent();
    let first = reader.digits(1..=5)?;
    said.push(&numbers::year(first, cursor.dialect));
    let mut ahead = reader;
    if ahead.dash()
        && let Some(last) = ahead.digits(1..=5)
    {
        said = said.then("to").then(&numbers::year(last, cursor.dialect));
        reader = ahead;
    }
    reader.space();
    said.push_letters(read_era(&mut reader)?);
    Some(Match { len: reader.at, said })
}

/// Reads AD, BC, CE or BCE, with or without full stops.
fn read_era(reader: &mut Reader<'_>) -> Option<&'static str> {
    const ERAS: [(&str, &str); 12] = [
        ("B.C.E.", "BCE"),
        ("BCE", "BCE"),
        ("B.C.", "BC"),
        ("B.C", "BC"),
        ("BC", "BC"),
        ("A.D.", "AD"),
        ("A.D", "AD"),
        ("AD", "AD"),
        ("C.E.", "CE"),
        ("CE", "CE"),
        ("bce", "BCE"),
        ("bc", "BC"),
    ];
    let mut ahead = *reader;
    let (written, era) = ERAS.iter().find(|(written, _)| {
        let mut era = *reader;
        era.eat(written) && era.ends()
    })?;
    ahead.eat(written);
    if written.ends_with('.') && (ahead.peek().is_none() || sentence_ends(ahead)) {
        ahead.at -= 1;
    }
    *reader = ahead;
    Some(era)
}

/// Whether a capital follows a space.
fn sentence_ends(mut reader: Reader<'_>) -> bool {
    reader.space() && reader.peek().is_some_and(char::is_uppercase)
}
