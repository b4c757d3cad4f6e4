//! Numbers that are compared, and verses of books.

use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::reader::Reader;

/// Numbers that are compared: 16:9, odds of 5:1; and verses, as John 3:16 or Genesis 1:1.
pub(crate) fn ratio(cursor: &Cursor<'_>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ':')) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let first = reader.digits(1..=4)?;
    reader.eat_one(&[':', '∶'])?;
    let second = reader.digits(1..=4)?;
    if !reader.ends() || reader.peek() == Some(':') {
        return None;
    }
    let words = |number| numbers::cardinal(number, cursor.dialect);
    let verse = is_book(cursor.previous_word());
    let between = if verse { " " } else { " to " };
    let mut said = format!("{}{between}{}", words(first), words(second));
    let mut ahead = reader;
    if verse
        && ahead.dash()
        && let Some(last) = ahead.digits(1..=3)
    {
        said = format!("{said} to {}", words(last));
        reader = ahead;
    }
    Some(Match::words(reader.at, &said))
}

/// The verses of a book: John 3:16, Luke 2:1-7.
pub(crate) fn verse(cursor: &Cursor<'_>) -> Option<Match> {
    is_book(cursor.previous_word()).then(|| ratio(cursor)).flatten()
}

/// The first to third book of a name: 1 Corinthians 13.
pub(crate) fn numbered_book(cursor: &Cursor<'_>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let number = reader.digits(1..=1).filter(|digit| ("1"..="3").contains(digit))?;
    let len = reader.at;
    reader.space().then_some(())?;
    let book = is_book(reader.word()) && reader.space() && reader.at_digit();
    let inside = cursor.before().is_some_and(char::is_alphanumeric);
    (book && !inside).then(|| Match::words(len, &numbers::ordinal(number, cursor.dialect)))
}

/// Whether a word names a book with chapters and verses.
pub(crate) fn is_book(word: &str) -> bool {
    const BOOKS: [&str; 36] = [
        "Genesis",
        "Exodus",
        "Leviticus",
        "Deuteronomy",
        "Joshua",
        "Judges",
        "Ruth",
        "Samuel",
        "Kings",
        "Chronicles",
        "Ezra",
        "Nehemiah",
        "Esther",
        "Job",
        "Psalm",
        "Psalms",
        "Proverbs",
        "Ecclesiastes",
        "Isaiah",
        "Jeremiah",
        "Ezekiel",
        "Daniel",
        "Matthew",
        "Mark",
        "Luke",
        "John",
        "Acts",
        "Romans",
        "Corinthians",
        "Galatians",
        "Ephesians",
        "Philippians",
        "Hebrews",
        "James",
        "Peter",
        "Revelation",
    ];
    BOOKS.contains(&word)
}
