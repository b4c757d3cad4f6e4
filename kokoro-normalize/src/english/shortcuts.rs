//! Keys that are pressed together: "Ctrl+C" is "control C".

use crate::cursor::{Cursor, Match};
use crate::english::neighbours;
use crate::english::spell::{self, Separators};
use crate::said::Said;

/// Keys, in small letters, and how they are said. In alphabetical order.
const KEYS: [(&str, &str); 14] = [
    ("alt", "alt"),
    ("altgr", "alt graph"),
    ("cmd", "command"),
    ("command", "command"),
    ("control", "control"),
    ("ctrl", "control"),
    ("del", "delete"),
    ("esc", "escape"),
    ("fn", "function"),
    ("ins", "insert"),
    ("option", "option"),
    ("shift", "shift"),
    ("super", "super"),
    ("win", "windows"),
];

/// "Ctrl+Shift+T": "control shift T".
pub(crate) fn shortcut(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    if !neighbours::may_begin(cursor.before()) {
        return None;
    }
    let (mut said, mut len, mut keys) = (Said::default(), 0, 0);
    loop {
        let word = neighbours::leading_letters(&rest[len..]);
        let key = word.to_ascii_lowercase();
        let Ok(at) = KEYS.binary_search_by_key(&key.as_str(), |row| row.0) else { break };
        let after = &rest[len + word.len()..];
        let sure = matches!(&*key, "ctrl" | "cmd" | "alt") || keys > 0;
        let joined = if after.starts_with(" + ") && sure {
            3
        } else if after.starts_with('+')
            || after.starts_with('-') && sure && (key != "alt" || keys > 0)
        {
            1
        } else {
            break;
        };
        said.push(KEYS[at].1);
        (len, keys) = (len + word.len() + joined, keys + 1);
    }
    let last = &rest[len..];
    let word = last.find(|c: char| !c.is_ascii_alphanumeric()).map_or(last, |end| &last[..end]);
    if keys == 0 {
        return None;
    }
    if word.is_empty() {
        let sign = last.chars().next().filter(|c| c.is_ascii_punctuation() && *c != '.')?;
        let name = match sign {
            '+' => "plus",
            '-' => "minus",
            '/' => "slash",
            '\\' => "backslash",
            _ => return None,
        };
        return Some(Match { len: len + 1, said: said.then(name) });
    }
    let key = word.to_ascii_lowercase();
    match KEYS.binary_search_by_key(&key.as_str(), |row| row.0) {
        Ok(at) => said.push(KEYS[at].1),
        Err(_) => spell::name(&mut said, word, Separators::Silent, cursor.dialect),
    }
    Some(Match { len: len + word.len(), said })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn shortcuts() {
        for (text, expected) in [
            ("Press Ctrl+C or Ctrl-V.", "Press control C or control V."),
            ("Ctrl+Alt+Del, Shift+F5", "control alt delete, shift F five"),
            ("Cmd++", "command plus"),
            ("shift-work, win-win", "shift-work, win-win"),
        ] {
            assert_eq!(said(shortcut, text), expected);
        }
    }
}
