//! Markup that was opened and not closed yet.

use super::certain::is_emphasis;
use super::markup::Markup;

/// Whether something is open at the end of `text` that may be markup: emphasis, code, a bracket or
/// the address of a link, a tag, a comment.
pub(super) fn is_open(text: &str, markup: Markup) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let (mut before, mut at) = (' ', 0);
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let mut length = c.len_utf8();
        if markup != Markup::OfWords && is_emphasis(c) {
            length = rest.len() - rest.trim_start_matches(c).len();
            toggle(&mut open, &rest[..length], before, rest[length..].chars().next());
        } else if let Some(closing) = closing(rest, markup) {
            let Some(end) = rest.find(closing) else { return true };
            // An address may follow the bracket.
            length = if closing == "]" { end } else { end + closing.len() };
        }
        before = rest[..length].chars().next_back().unwrap_or(c);
        at += length;
    }
    !open.is_empty()
}

/// What closes the markup that begins with `rest`, if any does.
fn closing(rest: &str, markup: Markup) -> Option<&'static str> {
    let is_name = |c: char| c.is_ascii_alphabetic() || c == '/';
    match rest.strip_prefix('<').filter(|_| markup != Markup::OfWords) {
        Some(comment) if comment.starts_with("!--") => Some("-->"),
        Some(tag) => tag.starts_with(is_name).then_some(">"),
        None if rest.starts_with('[') => Some("]"),
        None => rest.starts_with("](").then_some(")"),
    }
}

/// Opens or closes emphasis with a run of one mark, as CommonMark has it: it opens before a word
/// and closes after one.
fn toggle<'a>(open: &mut Vec<&'a str>, run: &'a str, before: char, after: Option<char>) {
    let after = after.unwrap_or(' ');
    if !before.is_whitespace()
        && let Some(at) = open.iter().rposition(|opened| *opened == run)
    {
        open.truncate(at);
    } else if !before.is_alphanumeric() && !after.is_whitespace() {
        open.push(run);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_seen() {
        for text in ["**So it is. ", "a [link. ", "[a](http://x. ", "<b", "`a. ", "<!-- a > b. "] {
            assert!(is_open(text, Markup::Safe), "{text}");
        }
        for text in
            ["**So.** It ", "* item. ", "2 * 3. ", "a_b c. ", "[a](b). ", "[a]. ", "1 < 2. ", "a]."]
        {
            assert!(!is_open(text, Markup::Safe), "{text}");
        }
        assert!(!is_open("**So. ", Markup::OfWords) && is_open("[so. ", Markup::OfWords));
    }
}
