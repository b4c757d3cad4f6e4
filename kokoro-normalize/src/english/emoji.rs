//! Emoji, silent or by the names that Unicode's CLDR gives them. The crate `emojis` has the names.

use crate::Emoji;
use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::pictograph::{EMOJI_STYLE, JOINER, TEXT_STYLE, is_tone, repeated};
use crate::said::Said;

/// One emoji. The same again and again is read once.
pub(crate) fn emoji(cursor: &Cursor<'_>) -> Option<Match> {
    let (one, len) = repeated(cursor.rest())?;
    let said = match cursor.options.emoji {
        Emoji::Named => Said::words(&name(one, cursor)),
        Emoji::Silent => Said::silent(),
    };
    Some(Match { len, said })
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
