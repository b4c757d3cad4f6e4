//! Handles and hashtags: "@MiaStone", "#ThrowbackThursday", "#ff8800".

use crate::cursor::{Cursor, Match};
use crate::english::neighbours;
use crate::english::spell::{self, Separators};
use crate::said::Said;

/// "@MiaStone": "at Mia Stone". An "@" alone is "at", too.
pub(crate) fn handle(cursor: &Cursor<'_>) -> Option<Match> {
    let name = cursor.rest().strip_prefix('@')?;
    let sign = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '/');
    let end = name.find(|c: char| !sign(c)).unwrap_or(name.len());
    let name = name[..end].trim_end_matches(['.', '-', '/']);
    let mut said = Said::words("at");
    let begins = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    if !begins || !neighbours::may_begin(cursor.before()) {
        return Some(Match { len: 1, said });
    }
    spell::name(&mut said, name, Separators::Said, cursor.dialect);
    Some(Match { len: 1 + name.len(), said })
}

/// "#ThrowbackThursday": "hashtag Throwback Thursday".
pub(crate) fn hashtag(cursor: &Cursor<'_>) -> Option<Match> {
    let tag = cursor.rest().strip_prefix('#')?;
    if !neighbours::may_begin(cursor.before()) {
        return None;
    }
    let sign = |c: char| c.is_alphanumeric() || c == '_';
    let tag = &tag[..tag.find(|c: char| !sign(c)).unwrap_or(tag.len())];
    let hex = tag.bytes().all(|b| b.is_ascii_hexdigit());
    let digit = tag.contains(|c: char| c.is_ascii_digit());
    let capitals = !tag.contains(|c: char| c.is_ascii_lowercase());
    let colour = hex && (tag.len() == 6 && (digit || capitals) || tag.len() == 3 && capitals);
    let letter = tag.contains(|c: char| c.is_alphabetic());
    let serial = tag.len() > 3
        && tag.starts_with(|c: char| c.is_ascii_uppercase())
        && tag[1..].bytes().all(|byte| byte.is_ascii_digit());
    if serial && !colour {
        return Some(Match::words(1, "number")); // #A1234567
    }
    let mut said = Said::default();
    if colour && letter {
        said.push("hash");
        for sign in tag.chars() {
            spell::name(&mut said, sign.encode_utf8(&mut [0; 4]), Separators::Said, cursor.dialect);
        }
    } else if letter {
        said.push("hashtag");
        spell::tag(&mut said, tag, cursor.dialect);
    } else {
        return None;
    }
    Some(Match { len: 1 + tag.len(), said })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn handles() {
        for (text, expected) in [
            ("Hello @MiaStone, hi.", "Hello at Mia Stone, hi."),
            ("by @jo_99.", "by at jo underscore ninety nine."),
            ("two @ five", "two at five"),
        ] {
            assert_eq!(said(handle, text), expected);
        }
    }

    #[test]
    fn hashtags() {
        for (text, expected) in [
            ("It is #ThrowbackThursday!", "It is hashtag Throwback Thursday!"),
            ("#covid19", "hashtag covid nineteen"),
            ("the colour #ff88A0", "the colour hash F F eight eight A zero"),
            ("#5 is C#", "#5 is C#"),
        ] {
            assert_eq!(said(hashtag, text), expected);
        }
    }
}
