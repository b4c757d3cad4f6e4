//! Text of XML, in which references stand for characters: `&amp;`, `&#233;`.

use std::ops::Range;

use crate::entities::entity;

use super::fault::Fault;
use super::notes::Notes;
use super::tag::name_length;

/// The longest number of a reference in bytes that can be a character's: `#x10FFFF`, with zeros.
const MAX_NUMBER: usize = 16;

/// A piece of text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Bytes of the input as they are.
    Copy(Range<usize>),
    /// What the bytes of the input stand for.
    Said(String, Range<usize>),
}

/// The pieces of the text `range` of `input`.
pub(super) fn pieces(input: &str, range: Range<usize>, notes: &mut Notes) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut copied = range.start;
    let mut from = range.start;
    while let Some(length) = input[from..range.end].find('&') {
        let at = from + length;
        let (length, said) = reference(&input[at..range.end], at, notes);
        from = at + length;
        if let Some(said) = said {
            if copied < at {
                pieces.push(Piece::Copy(copied..at));
            }
            pieces.push(Piece::Said(said, at..from));
            copied = from;
        }
    }
    if copied < range.end {
        pieces.push(Piece::Copy(copied..range.end));
    }
    pieces
}

/// What the text `range` of `input` says, as the value of an attribute: white space is a space.
pub(super) fn value(input: &str, range: Range<usize>, notes: &mut Notes) -> String {
    let mut value = String::with_capacity(range.len());
    for piece in pieces(input, range, notes) {
        match piece {
            Piece::Copy(range) => {
                value.push_str(&input[range].replace(['\t', '\n', '\r'], " "));
            }
            Piece::Said(said, _) => value.push_str(&said),
        }
    }
    value
}

/// Byte length of the reference at the start of `text`, which begins with `&` and lies at `at`, and
/// what it stands for; none if it stays as it is.
fn reference(text: &str, at: usize, notes: &mut Notes) -> (usize, Option<String>) {
    let name = &text[1..];
    let length = match name.strip_prefix('#') {
        Some(number) => {
            let number = number.bytes().take(MAX_NUMBER);
            1 + number.take_while(u8::is_ascii_alphanumeric).count()
        }
        None => name_length(name),
    };
    if length == 0 || !name[length..].starts_with(';') {
        notes.fault(Fault::Ampersand, at..at + 1);
        return (1, None);
    }
    let whole = 1 + length + 1;
    let source = at..at + whole;
    let name = &name[..length];
    let said = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ if name.starts_with('#') => {
            let c = number(&name[1..]);
            if c.is_none() {
                notes.fault(Fault::CharacterReference(text[..whole].to_owned()), source);
            }
            return (whole, c.map(String::from));
        }
        _ => {
            // HTML's names are known to lenient readers.
            notes.fault(Fault::Entity(name.to_owned()), source);
            let known = entity(text).filter(|(length, _)| *length == whole);
            return (whole, known.map(|(_, said)| said));
        }
    };
    (whole, Some(said.to_owned()))
}

/// The character that a reference such as `#233` or `#xE9` has the number of.
fn number(number: &str) -> Option<char> {
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let c = char::from_u32(u32::from_str_radix(digits, radix).ok()?)?;
    is_character(c).then_some(c)
}

/// XML's Char: what may stand in a document.
pub(super) fn is_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::super::notes::Strictness;
    use super::*;

    fn said(text: &str) -> (String, usize) {
        let mut notes = Notes::new(Strictness::Lenient);
        let said = value(text, 0..text.len(), &mut notes);
        (said, notes.finish(text).unwrap().len())
    }

    #[test]
    fn references_are_those_of_xml() {
        for (text, wanted, faults) in [
            ("a &amp;amp; b", "a &amp; b", 0),
            ("&lt;&gt;&quot;&apos;", "<>\"'", 0),
            ("&#233;&#xE9;&#x1F600;", "éé😀", 0),
            ("Fish & chips &", "Fish & chips &", 2),
            ("&eacute;&nbsp;&T;", "é\u{a0}&T;", 3),
            ("&#0;&#x110000;&#xD800;&#-1;", "&#0;&#x110000;&#xD800;&#-1;", 4),
            ("&amp", "&amp", 1),
            ("&#;", "&#;", 1),
            ("a\tb\r\nc", "a b  c", 0),
        ] {
            assert_eq!(said(text), (wanted.to_owned(), faults), "{text}");
        }
    }
}
