//! Emoji, silent or by the names that Unicode's CLDR gives them. The crate `emojis` has the names.

use crate::Emoji;
use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::said::Said;

const TEXT_STYLE: char = '\u{fe0e}';
const EMOJI_STYLE: char = '\u{fe0f}';
const JOINER: char = '\u{200d}';
const KEYCAP: char = '\u{20e3}';

/// One emoji: a picture with its style, skin tone and all that is joined to it, a flag or a keycap.
/// The same emoji again and again is read once.
pub(crate) fn emoji(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let len = scan(rest)?;
    let one = &rest[..len];
    let mut end = len;
    while rest[end..].starts_with(one) {
        end += len;
    }
    let said = match cursor.options.emoji {
        Emoji::Named => Said::words(&name(one, cursor)),
        Emoji::Silent => Said::silent(),
    };
    Some(Match { len: end, said })
}

/// The name of an emoji, without its skin tone: "thumbs up".
fn name(emoji: &str, cursor: &Cursor<'_>) -> String {
    let base = emoji.trim_end_matches([TEXT_STYLE, EMOJI_STYLE]);
    let first = || base.split(JOINER).next().unwrap_or("").trim_end_matches(is_tone);
    let found = emojis::get(emoji).or_else(|| emojis::get(base)).or_else(|| emojis::get(first()));
    let Some(name) = found.map(emojis::Emoji::name) else { return String::new() };
    let (start, detail) = name.split_once(": ").unwrap_or((name, ""));
    let tone = detail.contains("skin tone") || detail.is_empty();
    let words = if tone { start.to_owned() } else { format!("{start} {detail}") };
    let word = |word: &str| match word {
        "1st" => "first".to_owned(),
        "2nd" => "second".to_owned(),
        "3rd" => "third".to_owned(),
        "#" => "hash".to_owned(),
        "*" => "star".to_owned(),
        digits if digits.bytes().all(|b| b.is_ascii_digit()) => {
            numbers::cardinal(digits, cursor.dialect)
        }
        word => word.to_owned(),
    };
    words.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The length of the emoji that `text` begins with.
fn scan(text: &str) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    let (_, first) = chars.next()?;
    if first.is_ascii() {
        let keycap = text[1..].trim_start_matches(EMOJI_STYLE).strip_prefix(KEYCAP)?;
        let key = first.is_ascii_digit() || matches!(first, '#' | '*');
        return key.then(|| text.len() - keycap.len());
    }
    if is_region(first) {
        let second = chars.next().filter(|(_, c)| is_region(*c));
        return Some(second.map_or(first.len_utf8(), |(at, c)| at + c.len_utf8()));
    }
    if !is_picture(first) && !is_tone(first) {
        return None;
    }
    let mut joined = false;
    let mut end = first.len_utf8();
    for (at, c) in chars {
        let style = matches!(c, TEXT_STYLE | EMOJI_STYLE | JOINER | KEYCAP)
            || is_tone(c)
            || matches!(c, '\u{e0020}'..='\u{e007f}');
        if !style && !(joined && (is_picture(c) || !c.is_ascii())) {
            break;
        }
        joined = c == JOINER;
        end = at + c.len_utf8();
    }
    Some(end)
}

fn is_region(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

fn is_tone(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

/// Whether a character is an emoji by itself, and neither a letter, an arrow nor a mark with a
/// reading of its own.
fn is_picture(c: char) -> bool {
    let block = matches!(c, '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}')
        || matches!(c, '\u{2b00}'..='\u{2bff}')
        || matches!(
            c,
            '\u{1f000}'..='\u{1faff}' | '\u{3030}' | '\u{303d}' | '\u{203c}' | '\u{2049}'
        );
    let own = matches!(
        c,
        '✓' | '✔' | '✖' | '✗' | '✘' | '➡' | '⬅' | '⬆' | '⬇' | '★' | '☆' | '‼' | '⁉'
    );
    let plain = matches!(c, '\u{1f000}'..='\u{1faff}') || is_in_list(c);
    block && !own && plain || matches!(c, 'ℹ' | 'Ⓜ' | '㊗' | '㊙')
}

fn is_in_list(c: char) -> bool {
    emojis::get(c.encode_utf8(&mut [0; 4])).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn names() {
        for (text, expected) in [
            ("Great 🎉! 👍🏽 you ☃️", "Great party popper! thumbs up you snowman"),
            ("😂😂😂 done", "face with tears of joy done"),
            ("👨‍👩‍👧, 1️⃣", "family man, woman, girl, keycap one"),
            ("to 🇺🇸", "to flag United States"),
            ("the 🏴󠁧󠁢󠁥󠁮󠁧󠁿 team 🥇", "the flag England team first place medal"),
        ] {
            assert_eq!(said(emoji, text), expected);
        }
    }

    #[test]
    fn other_signs_are_no_emoji() {
        for text in ["© 1 # * → ✓ ★ 5 é 中", "a\u{fe0f}"] {
            assert_eq!(said(emoji, text), text);
        }
    }
}
