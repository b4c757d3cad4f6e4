//! Letters, digits and signs one by one.

use super::speaker::{Joint, Speaker};
use crate::said::Said;

/// The sign of Devanagari that makes one syllable of two letters: the second is not said alone.
const VIRAMA: char = '\u{94d}';

/// Everything in `text` by its name; a comma stands where white space divides it. What has no name
/// stays as it is written.
pub(super) fn characters(text: &str, speaker: &dyn Speaker) -> Said {
    let mut said = Said::silent();
    let mut letters = String::new();
    for c in text.chars() {
        if c.is_alphabetic() && has_capitals(c) || is_combining(c) && !letters.is_empty() {
            letters.push(c);
            continue;
        }
        flush(&mut letters, &mut said);
        if c.is_ascii_digit() {
            said.push(&speaker.digit(c));
        } else if c.is_whitespace() {
            pause(&mut said);
        } else if is_combining(c) || c.is_alphabetic() && said.text().ends_with(VIRAMA) {
            said = said.joined(c.encode_utf8(&mut [0; 4]));
        } else if c.is_alphanumeric() {
            said.push(c.encode_utf8(&mut [0; 4]));
        } else {
            said.push(&speaker.sign(c).unwrap_or_else(|| c.into()));
        }
    }
    flush(&mut letters, &mut said);
    said
}

/// Says the letters that were collected.
fn flush(letters: &mut String, said: &mut Said) {
    said.push_letters(letters);
    letters.clear();
}

/// A comma, if something was said and none stands there.
fn pause(said: &mut Said) {
    if !said.text().is_empty() && !said.text().ends_with(',') {
        *said = std::mem::take(said).joined(",");
    }
}

/// The digits of `text` one by one. Letters and signs between them are said by their names, but
/// white space and a hyphen between digits is a pause.
pub(super) fn digits(text: &str, speaker: &dyn Speaker) -> Said {
    if speaker.joint() == Joint::Nothing && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Said::words(&text.chars().map(|c| speaker.digit(c)).collect::<String>());
    }
    let mut spaced = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let inside = spaced.ends_with(|c: char| c.is_ascii_digit())
            && chars.peek().is_some_and(char::is_ascii_digit);
        spaced.push(if c == '-' && inside { ' ' } else { c });
    }
    characters(&spaced, speaker)
}

/// The letters of an initialism as one word in capitals, and its digits by their names: "f.b.i." is
/// "FBI", "mp3" is "MP three". None for several words and for signs other than full stops.
pub(super) fn acronym(text: &str, speaker: &dyn Speaker) -> Option<Said> {
    let whole = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ' '));
    let long = |part: &str| part.trim_matches('.').chars().nth(1).is_some();
    let words = text.contains(' ') && text.split(' ').any(long);
    if !whole || words || !text.contains(char::is_alphabetic) {
        return None;
    }
    let mut said = Said::silent();
    let mut word = String::new();
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        if c.is_ascii_digit() {
            said.push(&word);
            word.clear();
            said.push(&speaker.digit(c));
        } else {
            word.extend(c.to_uppercase());
        }
    }
    Some(said.then(&word))
}

/// Whether a letter belongs to a script whose letters have names: one with small letters and
/// capitals.
fn has_capitals(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// Whether a character is a mark that belongs to the letter before it: accents, and the vowel signs
/// of Devanagari.
fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{3099}'
        | '\u{309a}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}
