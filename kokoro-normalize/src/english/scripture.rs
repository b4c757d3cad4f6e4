//! Verses of books: John 3:16, Gen 1:1, 1 Cor. 13:4-7.

use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::reader::Reader;

mod books;

use books::{full_name, is_book};

/// The short name of a book before chapter and verse: "Gen 1:1", "Ps. 23".
pub(crate) fn book(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '\'')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let name = full_name(reader.word())?;
    let stop = reader.eat(".");
    let mut ahead = reader;
    let chapter = ahead.space() && ahead.digits(1..=3).is_some();
    let verse = ahead.eat(":") && ahead.at_digit();
    let psalm = name == "Psalm" && stop;
    // "Call Sam 3:16" is a time.
    let person = matches!(name, "Daniel" | "Samuel" | "Timothy" | "Joshua") && !stop;
    let counted = cursor.past().ends_with([' ', '\u{a0}'])
        && cursor.past().trim_end().ends_with(['1', '2', '3', 'I']);
    (chapter && (verse && (!person || counted) || psalm)).then(|| Match::words(reader.at, name))
}

/// Chapter and verse behind the name of a book: "3:16", "13:4-7", "5:3, 9", "17:16ff.".
pub(crate) fn verse(cursor: &Cursor<'_>) -> Option<Match> {
    let book = is_book(cursor.previous_word());
    if !book && !follows_verse(cursor.past()) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let mut said = place(&mut reader, cursor)?;
    let mut ahead = reader;
    if ahead.dash()
        && let Some(words) = place(&mut ahead, cursor).or_else(|| number(&mut ahead, cursor))
    {
        said = format!("{said} to {words}");
        reader = ahead;
    }
    let mut ahead = reader;
    if ahead.eat("ff") || ahead.eat("f") {
        ahead.eat(if ahead.rest().starts_with(". ") { "." } else { "" });
        said.push_str(" and following");
        reader = ahead;
    }
    reader.ends().then(|| Match::words(reader.at, &said))
}

/// Reads chapter and verse: "3:16".
fn place(reader: &mut Reader<'_>, cursor: &Cursor<'_>) -> Option<String> {
    let mut ahead = *reader;
    let chapter = number(&mut ahead, cursor)?;
    ahead.eat(":").then_some(())?;
    let verse = number(&mut ahead, cursor)?;
    let mut part = ahead;
    let half = part.eat_one(&['a', 'b']).filter(|_| part.ends());
    if half.is_some() {
        ahead = part;
    }
    let half = half.map(|letter| format!(" {}", letter.to_ascii_uppercase())).unwrap_or_default();
    let closed = ahead.peek() != Some(':');
    *reader = ahead;
    closed.then(|| format!("{chapter} {verse}{half}"))
}

/// Reads the number of a chapter or a verse.
fn number(reader: &mut Reader<'_>, cursor: &Cursor<'_>) -> Option<String> {
    Some(numbers::cardinal(reader.digits(1..=3)?, cursor.dialect))
}

/// Whether another verse of a book stands before, with "and", a comma or a semicolon: "John 1:1;
/// 3:16".
fn follows_verse(past: &str) -> bool {
    let before = past.trim_end_matches(' ');
    let Some(before) = before.strip_suffix(';').or_else(|| before.strip_suffix(" and")) else {
        return false;
    };
    let place =
        before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '-' | '–'));
    let name = place.trim_end_matches([' ', '.']);
    let start = name.trim_end_matches(char::is_alphabetic).len();
    place.len() > name.len() && before[place.len()..].contains(':') && is_book(&name[start..])
}

/// The first to third book of a name: 1 Corinthians 13.
pub(crate) fn numbered_book(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let number = reader.digits(1..=1).filter(|digit| ("1"..="3").contains(digit))?;
    let len = reader.at;
    reader.space().then_some(())?;
    let book = is_book(reader.word());
    reader.eat(".");
    let chapter = book && reader.space() && reader.at_digit();
    let inside = cursor.before().is_some_and(char::is_alphanumeric);
    (chapter && !inside).then(|| Match::words(len, &numbers::ordinal(number, cursor.dialect)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn names_of_books() {
        for (text, expected) in [
            ("(Gen 1:1)", "(Genesis 1:1)"),
            ("Ps. 23 and Ps 23:4", "Psalm 23 and Psalm 23:4"),
            ("1 Sam 3:4, call Sam 3:40", "1 Samuel 3:4, call Sam 3:40"),
            ("Gen. 12 and Rev. 5 and Dan 3", "Gen. 12 and Rev. 5 and Dan 3"),
        ] {
            assert_eq!(said(book, text), expected);
        }
    }

    #[test]
    fn verses() {
        for (text, expected) in [
            ("John 3:16-18", "John three sixteen to eighteen"),
            ("Gen 1:1–2:3", "Gen one one to two three"),
            ("Acts 17:16ff. Then", "Acts seventeen sixteen and following Then"),
            ("Rom. 8:28a", "Rom. eight twenty eight A"),
            ("Luke 2:1; 3:5", "Luke two one; three five"),
            ("at 3:16", "at 3:16"),
        ] {
            assert_eq!(said(verse, text), expected);
        }
        assert_eq!(said(numbered_book, "1 Cor. 13, 2 Mark"), "first Cor. 13, 2 Mark");
    }
}
