//! Characters that HTML writes as names or numbers: `&amp;`, `&#39;`, `&nbsp;`.

use html5gum::{Token, Tokenizer};

/// The longest name of a character in HTML, with `&` and `;`.
const MAX_ENTITY: usize = 34;

/// Byte length of the reference to a character at the start of `text`, which begins with `&`, and
/// what it stands for. None if HTML knows no such reference. The semicolon may be left out where
/// HTML allows it; letters that follow directly then belong to what is returned.
pub(crate) fn entity(text: &str) -> Option<(usize, String)> {
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let name = text.strip_prefix('&')?;
    let length = 1 + name.find(|c| !inside(c)).unwrap_or(name.len());
    if length == 1 || length > MAX_ENTITY {
        return None;
    }
    let length = length + usize::from(text[length..].starts_with(';'));
    let reference = &text[..length];
    let mut said = String::new();
    for token in Tokenizer::new(reference).flatten() {
        if let Token::String(string) = token {
            said.push_str(&String::from_utf8_lossy(&string));
        }
    }
    (said != reference).then_some((length, said))
}

/// As [`entity`], but only with a semicolon, and also of what was written as HTML twice:
/// `&amp;quot;` is a quotation mark.
pub(crate) fn entity_in_text(text: &str) -> Option<(usize, String)> {
    let (length, said) = entity(text).filter(|(length, _)| text[..*length].ends_with(';'))?;
    let rest = &text[length..];
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(rest.len());
    if said == "&" && end < MAX_ENTITY && rest[end..].starts_with(';') {
        let twice = format!("&{}", &rest[..=end]);
        if let Some((whole, said)) = entity(&twice).filter(|(whole, _)| *whole == twice.len()) {
            return Some((length + whole - 1, said));
        }
    }
    Some((length, said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_those_of_html() {
        for (text, wanted) in [
            ("&amp; x", Some((5, "&"))),
            ("&#39;m", Some((5, "'"))),
            ("&#x2019;", Some((8, "’"))),
            ("&nbsp;", Some((6, "\u{a0}"))),
            ("&copy 2", Some((5, "©"))),
            ("&rarr;", Some((6, "→"))),
            ("&T;", None),
            ("& x", None),
            ("&;", None),
            ("&", None),
        ] {
            let wanted = wanted.map(|(length, said): (usize, &str)| (length, said.to_owned()));
            assert_eq!(entity(text), wanted, "{text}");
        }
    }
}
