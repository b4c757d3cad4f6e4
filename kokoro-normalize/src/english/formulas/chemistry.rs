//! Formulas of chemistry in plain letters, ions and isotopes: NaCl, CaCO3, Fe³⁺, ¹⁴C.

use super::signs::{self, Script};
use crate::cursor::{Cursor, Match};
use crate::english::{neighbours, numbers};
use crate::reader::Reader;
use crate::said::Said;

/// Symbols of common elements in two letters. Those in "s" are left out, because "PCs" is a plural.
#[rustfmt::skip]
const ELEMENTS: [&str; 35] = [
    "Ag", "Al", "Ar", "Au", "Ba", "Be", "Br", "Ca", "Cd", "Cl", "Co", "Cr", "Cu", "Fe", "Ga", "Ge",
    "He", "Hg", "Kr", "Li", "Mg", "Mn", "Na", "Ne", "Ni", "Pb", "Pd", "Pt", "Ra", "Si", "Sn", "Sr",
    "Ti", "Xe", "Zn",
];

/// Symbols in one letter.
const SINGLE: &str = "BCFHIKNOPSUV";

/// Words before which a letter with a sign is an ion: "K+ channels".
const ION_NOUNS: [&str; 8] =
    ["channel", "channels", "concentration", "ion", "ions", "levels", "pump", "transport"];

/// Elements in letters with their numbers: two or more of which one has a small letter, or any with
/// a charge.
pub(crate) fn compound(cursor: &Cursor<'_>) -> Option<Match> {
    if !neighbours::may_begin(cursor.before()) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let (mut said, mut elements) = (Said::default(), 0);
    while let Some(symbol) = element(&mut reader) {
        said.push_letters(symbol);
        elements += 1;
        count(&mut reader, &mut said, cursor);
    }
    let plain = &cursor.rest()[..reader.at];
    if let Some((charge, len)) = charge(reader, cursor) {
        let charged = Match { len: reader.at + len, said: said.then(&charge) };
        return (elements > 0 && elements < 8).then_some(charged);
    }
    let small = plain.bytes().any(|byte| byte.is_ascii_lowercase());
    let ends = reader.ends() && !reader.rest().starts_with(['\'', '’', '(', '_', '@']);
    let sure = plain.bytes().any(|byte| byte.is_ascii_digit()) || plain.len() > 6 || is_salt(plain);
    (elements > 1 && small && ends && sure).then_some(Match { len: reader.at, said })
}

/// Whether letters without numbers are a compound, and no short word or name as "NaN" and "CoC".
fn is_salt(plain: &str) -> bool {
    let last = ["Br", "Cl", "CN", "F", "H", "O", "S"].iter().any(|last| plain.ends_with(last));
    let first = !plain.contains("Co") && !plain.starts_with("Be");
    last && first || matches!(plain, "AlN" | "GaN" | "SiC" | "SiN" | "TiN")
}

/// A number of mass before an element: ¹⁴C.
pub(crate) fn isotope(cursor: &Cursor<'_>) -> Option<Match> {
    let (mass, script, len) = signs::scripts(cursor.rest())?;
    let digits = mass.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || script != Script::Raised || !neighbours::may_begin(cursor.before()) {
        return None;
    }
    let mut reader = Reader::new(&cursor.rest()[len..]);
    let said = Said::letters(element(&mut reader)?).then(&numbers::cardinal(&mass, cursor.dialect));
    reader.ends().then_some(Match { len: len + reader.at, said })
}

/// Reads the symbol of an element.
fn element<'a>(reader: &mut Reader<'a>) -> Option<&'a str> {
    let rest = reader.rest();
    let small = rest.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase);
    let symbol = rest.get(..1 + usize::from(small))?;
    let known = if small { ELEMENTS.contains(&symbol) } else { SINGLE.contains(symbol) };
    known.then(|| {
        reader.at += symbol.len();
        symbol
    })
}

/// Reads how many atoms of an element there are, unless the number is a part of the charge.
fn count(reader: &mut Reader<'_>, said: &mut Said, cursor: &Cursor<'_>) {
    let mut ahead = *reader;
    if let Some(digits) = ahead.digits(1..=2)
        && !ahead.rest().starts_with('+')
    {
        said.push(&numbers::cardinal(digits, cursor.dialect));
        *reader = ahead;
    } else if let Some((digits, Script::Lowered, len)) = signs::scripts(reader.rest())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
    {
        said.push(&numbers::cardinal(&digits, cursor.dialect));
        reader.at += len;
    }
}

/// The charge that follows in words, and its length: ²⁺, ⁻, and in plain letters 2+ and +.
fn charge(mut reader: Reader<'_>, cursor: &Cursor<'_>) -> Option<(String, usize)> {
    let words = |number: &str, sign: char| {
        let sign = if sign == '+' { "plus" } else { "minus" };
        match number {
            "" => sign.to_owned(),
            _ => format!("{} {sign}", numbers::cardinal(number, cursor.dialect)),
        }
    };
    if let Some((plain, Script::Raised, len)) = signs::scripts(reader.rest()) {
        let sign = plain.chars().find(|c| matches!(c, '+' | '-'))?;
        return Some((words(plain.trim_matches(['+', '-']), sign), len));
    }
    let start = reader.at;
    let written = &cursor.rest()[..start];
    let number = reader.digits(0..=1)?;
    let sign = reader.eat_one(&['+'])?;
    let named = written.len() > 1 && written.bytes().any(|byte| byte.is_ascii_lowercase());
    let mut next = reader;
    let ion = next.space() && ION_NOUNS.contains(&next.word());
    let ends = reader.ends() && !reader.rest().starts_with(['+', '/']);
    (ends && (named || ion)).then(|| (words(number, sign), reader.at - start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn compounds_and_ions() {
        for (text, expected) in [
            ("NaCl, NaOH and HCl.", "N A C L, N A O H and H C L."),
            ("CaCO3 and MgCl₂", "C A C O three and M G C L two"),
            ("Na⁺, Fe³⁺ and OH⁻", "N A plus, F E three plus and O H minus"),
            ("Na+ and Ca2+ ions, K+ channels", "N A plus and C A two plus ions, K plus channels"),
        ] {
            assert_eq!(said(compound, text), expected);
        }
        for text in [
            "PCs", "C+", "He", "Coke", "CoCoA", "In", "K+ users", "BSc", "Cat", "FBI", "NaN",
            "CoC", "CoI",
        ] {
            assert_eq!(said(compound, text), text);
        }
        assert_eq!(
            said(isotope, "¹⁴C, ²³⁵U, end¹. A"),
            "C fourteen, U two hundred thirty five, end¹. A"
        );
    }
}
