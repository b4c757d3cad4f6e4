//! Numbers by which people, companies and addresses are registered in Brazil, digit by digit: CPF,
//! CNPJ and CEP.

use crate::cursor::Match;
use crate::european::grammar::{Found, Place};
use crate::european::{code, context};
use crate::portuguese::numbers::digits;
use crate::reader::Reader;

/// Names before digits that are said one by one.
const CODES: &[&str] = &[
    "CEP",
    "CNPJ",
    "CPF",
    "CVV",
    "EAN",
    "ISBN",
    "ISSN",
    "PIN",
    "PIS",
    "RG",
    "ext",
    "extensão",
    "ramal",
];

/// Digits behind such a name.
pub(crate) fn coded(place: &Place<'_>) -> Found {
    code::behind_name(place, CODES)
}

/// How the digits are grouped: `0` is one of them.
const SHAPES: [&str; 3] = ["000.000.000-00", "00.000.000/0000-00", "00000-000"];

/// A number of one of these shapes.
pub(crate) fn document(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let shape = SHAPES.iter().find(|shape| fits(place.rest(), shape))?;
    let mut reader = Reader::new(place.rest());
    reader.at = shape.len();
    let goes_on = reader.rest().strip_prefix(['-', '/', '.', ',']);
    let goes_on = goes_on.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    (reader.ends() && !goes_on)
        .then(|| Match::words(shape.len(), &digits(&place.rest()[..shape.len()])))
}

/// Whether the text begins with this shape.
fn fits(text: &str, shape: &str) -> bool {
    text.len() >= shape.len()
        && text.bytes().zip(shape.bytes()).all(|(byte, own)| match own {
            b'0' => byte.is_ascii_digit(),
            _ => byte == own,
        })
}
