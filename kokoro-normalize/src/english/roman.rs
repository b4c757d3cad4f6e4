//! Roman numerals where they are numbers: "Chapter XIV", "Henry VIII", "World War II".

mod names;
mod numerals;
mod reading;

use crate::cursor::{Cursor, Match};
use crate::english::neighbours;
use crate::english::numbers;

use reading::Numeral;

/// "XIV" after "Chapter" is "fourteen", "VIII" after "Henry" is "the eighth".
pub(crate) fn roman(cursor: &Cursor<'_>) -> Option<Match> {
    let before = cursor.before();
    if !neighbours::may_begin(before) || before == Some('/') {
        return None;
    }
    if let Some(found) = with_ending(cursor) {
        return Some(found);
    }
    let (letters, len, kind) = scan(cursor.rest())?;
    let value = numerals::value(&letters)?;
    let (noun, past) = noun_before(cursor.past());
    let stop = cursor.past()[past.len()..].starts_with('.');
    let joined = !cursor.next_word(len).is_empty() && cursor.rest()[len..].starts_with('-');
    let numeral = Numeral { cursor, letters, len, value, noun, past, joined, stop };
    let found = match kind {
        Kind::Characters => Some(numeral.read_characters()),
        Kind::Small => numeral.is_small_number().then(|| numeral.cardinal()),
        Kind::Capitals => numeral.read(),
    };
    let found = found?;
    if found == numeral.cardinal()
        && let Some((last, more)) = range_end(&cursor.rest()[len..], value)
    {
        let last = numbers::cardinal(&last.to_string(), cursor.dialect);
        return Some(Match { len: len + more, said: found.said.then("to").then(&last) });
    }
    Some(found)
}

/// A dash and a greater numeral, and how many bytes they take: "xii–xiv".
fn range_end(text: &str, first: u16) -> Option<(u16, usize)> {
    let after = text.strip_prefix(['-', '–'])?;
    let (letters, len, _) = scan(after)?;
    let last = numerals::value(&letters).filter(|last| *last > first)?;
    Some((last, text.len() - after.len() + len))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Capitals,
    Small,
    /// The characters made for the purpose: "Ⅳ".
    Characters,
}

/// The numeral that `text` begins with, in capitals, its length and its kind.
fn scan(text: &str) -> Option<(String, usize, Kind)> {
    let characters: usize =
        text.chars().take_while(|c| numerals::letters(*c).is_some()).map(char::len_utf8).sum();
    if characters > 0 {
        let letters = text[..characters].chars().filter_map(numerals::letters).collect();
        return Some((letters, characters, Kind::Characters));
    }
    let of = |set: &[u8]| text.bytes().take(12).take_while(|b| set.contains(b)).count();
    let (capitals, small) = (of(b"IVXLCDM"), of(b"ivxl"));
    let len = capitals.max(small);
    let after = &text[len..];
    let own = after.strip_prefix("'s").or_else(|| after.strip_prefix("’s")).unwrap_or(after);
    if len == 0 || own.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '_'))
    {
        return None;
    }
    let joined = own.starts_with(['-', '&', '+', '/', '@'])
        && own[1..].starts_with(|c: char| c.is_alphabetic())
        && !own[1..].starts_with(['I', 'V', 'X']);
    let kind = if capitals > 0 { Kind::Capitals } else { Kind::Small };
    let plain = len > 1 && text[..len].bytes().all(|b| b"IVX".contains(&b)) && own.starts_with('-');
    (!joined || plain).then(|| (text[..len].to_ascii_uppercase(), len, kind))
}

/// The word before the place, and the text up to its end; the numerals and the words between them
/// in a list are passed over.
fn noun_before(past: &str) -> (&str, &str) {
    let mut past = past;
    for _ in 0..4 {
        let spaced = past.trim_end();
        let list = ["and", "or", "to", "through", "&", ",", "-", "–", "/", "of"];
        let Some(shorter) = list.iter().find_map(|join| spaced.strip_suffix(join)) else { break };
        let shorter = shorter.trim_end_matches([' ', ',']);
        let start = shorter.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
        let token = &shorter[start..];
        let number = token.bytes().all(|b| b.is_ascii_digit());
        let roman = numerals::value(&token.to_ascii_uppercase()).is_some();
        if token.is_empty() || !(number || roman) {
            break;
        }
        past = &shorter[..start];
    }
    let spaced = past.trim_end_matches([' ', '\u{a0}']);
    if spaced.len() == past.len() {
        return ("", past);
    }
    let bare = spaced.strip_suffix('.').unwrap_or(spaced);
    let bare = bare.strip_suffix(':').unwrap_or(bare);
    let word = bare.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    (word, bare)
}

/// "XVth", "IInd".
fn with_ending(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let len = rest.bytes().take_while(|b| b"IVX".contains(b)).count();
    let value = numerals::value(&rest[..len])?;
    let ordinal = numbers::ordinal(&value.to_string(), cursor.dialect);
    let ending = rest.get(len..len + 2)?;
    let ends = !rest[len + 2..].starts_with(char::is_alphanumeric);
    (ends && ordinal.ends_with(ending)).then(|| Match::words(len + 2, &ordinal))
}

/// "WWII", "WW2", "WW II".
pub(crate) fn world_war(cursor: &Cursor<'_>) -> Option<Match> {
    if !neighbours::may_begin(cursor.before()) {
        return None;
    }
    let after = cursor.rest().strip_prefix("WW")?;
    let number = after.strip_prefix([' ', '-']).unwrap_or(after);
    let len = number.find(|c: char| !c.is_alphanumeric()).unwrap_or(number.len());
    let said = match &number[..len] {
        "I" | "1" => "World War One",
        "II" | "2" => "World War Two",
        "III" | "3" => "World War Three",
        _ => return None,
    };
    let written = cursor.rest().len() - number.len() + len;
    Some(Match::words(written, said))
}

#[cfg(test)]
mod tests;
