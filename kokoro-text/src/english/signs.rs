//! What readers of English call a sign that stands alone. Screen readers send single characters.

use kokoro_normalize::Dialect;

/// Signs and their names in American English.
const NAMES: &[(&str, &str)] = &[
    ("!", "exclamation point"),
    ("\"“”„«»", "quotation mark"),
    ("#", "number sign"),
    ("$", "dollar sign"),
    ("%", "percent sign"),
    ("&", "ampersand"),
    ("'’‘", "apostrophe"),
    ("(", "left parenthesis"),
    (")", "right parenthesis"),
    ("*", "asterisk"),
    ("+", "plus"),
    (",", "comma"),
    ("-", "hyphen"),
    (".", "period"),
    ("/", "slash"),
    (":", "colon"),
    (";", "semicolon"),
    ("<", "less than"),
    ("=", "equals"),
    (">", "greater than"),
    ("?", "question mark"),
    ("@", "at sign"),
    ("[", "left bracket"),
    ("\\", "backslash"),
    ("]", "right bracket"),
    ("^", "caret"),
    ("_", "underscore"),
    ("`", "backtick"),
    ("{", "left brace"),
    ("|", "vertical bar"),
    ("}", "right brace"),
    ("~", "tilde"),
    ("¡", "inverted exclamation point"),
    ("¢", "cent sign"),
    ("£", "pound sign"),
    ("§", "section sign"),
    ("©", "copyright sign"),
    ("®", "registered sign"),
    ("°", "degree sign"),
    ("±", "plus or minus"),
    ("¶", "paragraph sign"),
    ("·", "middle dot"),
    ("¿", "inverted question mark"),
    ("×", "times"),
    ("÷", "divided by"),
    ("–", "en dash"),
    ("—", "em dash"),
    ("…", "ellipsis"),
    ("•", "bullet"),
    ("€", "euro sign"),
    ("¥", "yen sign"),
    ("™", "trademark sign"),
    ("−", "minus"),
];

/// Signs that are called otherwise in Britain.
const BRITISH: &[(&str, &str)] = &[
    ("!", "exclamation mark"),
    ("#", "hash"),
    ("(", "left bracket"),
    (")", "right bracket"),
    (".", "full stop"),
    ("[", "left square bracket"),
    ("]", "right square bracket"),
    ("¡", "inverted exclamation mark"),
];

/// The name of a sign.
pub(super) fn name(sign: char, dialect: Dialect) -> Option<&'static str> {
    let own: &[_] = if dialect == Dialect::British { BRITISH } else { &[] };
    own.iter().chain(NAMES).find(|(signs, _)| signs.contains(sign)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_signs_of_ascii_have_a_name() {
        for sign in (' '..='~').filter(char::is_ascii_punctuation) {
            assert!(name(sign, Dialect::American).is_some(), "{sign}");
        }
        assert_eq!(name('.', Dialect::British), Some("full stop"));
        assert_eq!(name(',', Dialect::British), Some("comma"));
        assert_eq!(name('a', Dialect::American), None);
    }
}
