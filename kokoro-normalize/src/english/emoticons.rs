//! Faces made of signs, silent or named: ":)", ";-)", "<3", "^_^".

use crate::Emoji;
use crate::cursor::{Cursor, Match};
use crate::said::Said;

/// Faces with what is said for them. Of two that begin alike, the longer one stands first.
#[rustfmt::skip]
const FACES: &[(&str, &str)] = &[
    ("¯\\_(ツ)_/¯", "shrug"), ("(╯°□°)╯︵ ┻━┻", "table flip"), ("(ಠ_ಠ)", "disapproving face"),
    ("ಠ_ಠ", "disapproving face"), ("( ͡° ͜ʖ ͡°)", "smirking face"), ("\\o/", "cheering"),
    (">:-(", "angry face"), (">:(", "angry face"), (">:-)", "evil grin"), (">:)", "evil grin"),
    (":'-(", "crying face"), (":'(", "crying face"), (":’(", "crying face"),
    (":'-)", "tears of joy"), (":')", "tears of joy"), (":’)", "tears of joy"),
    (":-))", "big smile"), (":))", "big smile"), (":-)", "smile"), (":)", "smile"),
    (";-)", "wink"), (";)", "wink"), (":-((", "very sad face"), (":((", "very sad face"),
    (":-(", "sad face"), (":(", "sad face"), (":-D", "grin"), (":D", "grin"), (";D", "grin"),
    (":-P", "tongue out"), (":P", "tongue out"), (":-p", "tongue out"), (":p", "tongue out"),
    (";P", "tongue out"), (":-O", "surprised face"), (":O", "surprised face"),
    (":-o", "surprised face"), (":o", "surprised face"), (":-/", "skeptical face"),
    (":/", "skeptical face"), (":-\\", "skeptical face"), (":\\", "skeptical face"),
    (":-|", "neutral face"), (":|", "neutral face"), (":-*", "kiss"), (":*", "kiss"),
    (":-]", "smile"), (":]", "smile"), (":-[", "sad face"), (":[", "sad face"), (":3", "cat face"),
    (":>", "smile"), (":<", "sad face"), ("=)", "smile"), ("=(", "sad face"), ("=D", "grin"),
    ("(:", "smile"), ("(-:", "smile"), ("B-)", "cool face"), ("8-)", "cool face"),
    ("XD", "laughing"), ("xD", "laughing"), ("<3", "heart"), ("</3", "broken heart"),
    ("^_^", "happy face"), ("^-^", "happy face"), ("^^", "happy face"), ("-_-", "annoyed face"),
    ("T_T", "crying face"), ("o_O", "confused face"), ("O_o", "confused face"),
    ("o_o", "surprised face"), ("O_O", "surprised face"), (">_<", "frustrated face"),
    ("uwu", "happy face"), ("UwU", "happy face"),
];

/// A face between spaces. One that ends in ")" may also follow a word: "Thanks:)".
pub(crate) fn emoticon(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    let (face, name) = FACES.iter().find(|(face, _)| rest.starts_with(face))?;
    let before = cursor.before();
    let spaced = before.is_none_or(|c| c.is_whitespace() || !c.is_ascii() && !c.is_alphanumeric());
    let smile = matches!(*face, ":)" | ":-)" | ";)" | ";-)" | ":(" | ":-(" | ":D");
    let glued = smile
        && before.is_some_and(|c| c.is_alphabetic() || matches!(c, '!' | '.' | '?'))
        && !cursor.past().contains('(');
    let after = &rest[face.len()..];
    let after = after.trim_start_matches([')', '(']);
    let ends = after.is_empty()
        || after.starts_with(|c: char| c.is_whitespace() || !c.is_ascii() && !c.is_alphanumeric())
        || after.starts_with(['.', ',', '!', '?', ';', '"', '*']);
    if !ends || !(spaced || glued) || is_operator(cursor, face) {
        return None;
    }
    let said = match cursor.options.emoji {
        Emoji::Named => Said::words(name),
        Emoji::Silent => Said::silent(),
    };
    let more = if face.ends_with([')', '(']) { rest[face.len()..].len() - after.len() } else { 0 };
    Some(Match { len: face.len() + more, said })
}

/// "x <3" is less than three after a letter or a number alone; ":3" may follow a number.
fn is_operator(cursor: &Cursor<'_>, face: &str) -> bool {
    let past = cursor.past().trim_end();
    let last = past.rsplit(' ').next().unwrap_or("");
    let operand = !last.is_empty() && last.bytes().all(|b| b.is_ascii_digit())
        || last.len() == 1 && last.bytes().all(|b| b.is_ascii_lowercase());
    operand && matches!(face, "<3" | ":3" | ":<" | ":>" | "=(" | "(:" | "^^")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn faces() {
        for (text, expected) in [
            ("Thanks :) see you ;-) <3", "Thanks smile see you wink heart"),
            ("Good:) and XD.", "Good smile and laughing."),
            ("no :-( ^_^", "no sad face happy face"),
            ("yay :)))", "yay big smile"),
        ] {
            assert_eq!(said(emoticon, text), expected);
        }
    }

    #[test]
    fn no_faces() {
        for text in
            ["x <3 and y", "at 5:30", "8) eight", "(see: this:)", "http://a", "list: D", "1:3"]
        {
            assert_eq!(said(emoticon, text), text);
        }
    }
}
