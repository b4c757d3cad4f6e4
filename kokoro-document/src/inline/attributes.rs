//! The attributes of a tag.

use std::ops::Range;

/// Attributes that have no value.
const BARE: &[&str] = &[
    "/",
    "?",
    "allowfullscreen",
    "async",
    "autofocus",
    "autoplay",
    "checked",
    "controls",
    "default",
    "defer",
    "disabled",
    "hidden",
    "html",
    "inert",
    "ismap",
    "itemscope",
    "loop",
    "multiple",
    "muted",
    "novalidate",
    "nowrap",
    "noshade",
    "open",
    "playsinline",
    "readonly",
    "required",
    "reversed",
    "selected",
];

/// The longest attributes of a tag in bytes: what goes on for longer is text.
const MAX_LENGTH: usize = 4000;

/// What stands between the name of a tag and its `>`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Attributes {
    /// Where the tag ends.
    pub(crate) end: usize,
    /// Whether all of it is attributes as HTML has them.
    pub(crate) proper: bool,
    /// Whether some attribute has a value.
    pub(crate) valued: bool,
    /// The bytes of the value of `alt`.
    pub(crate) alt: Option<Range<usize>>,
}

/// The attributes at `at`, after the name of a tag. None if the tag has no end.
pub(crate) fn attributes(text: &str, at: usize) -> Option<Attributes> {
    let mut found = Attributes { proper: true, ..Attributes::default() };
    let mut here = at;
    loop {
        here += space(&text[here..]);
        let rest = &text[here..];
        if rest.starts_with('>') {
            return Some(Attributes { end: here + 1, ..found });
        }
        let length = rest.find(|c: char| c.is_whitespace() || "=<>\"".contains(c))?;
        if here - at > MAX_LENGTH {
            return None;
        }
        let name = &rest[..length];
        let mark = &rest[length..];
        if let Some(value) = mark.strip_prefix('=') {
            let (start, end, after) = value_at(text, text.len() - value.len())?;
            if name.eq_ignore_ascii_case("alt") {
                found.alt = Some(start..end);
            }
            (found.valued, here) = (true, after);
        } else if mark.starts_with(['<', '"']) && length == 0 {
            if mark.starts_with('<') {
                return None;
            }
            // A string in a declaration.
            here = value_at(text, here)?.2;
        } else {
            let name = name.strip_suffix('/').filter(|name| !name.is_empty()).unwrap_or(name);
            found.proper &= BARE.contains(&name.to_ascii_lowercase().as_str());
            here += length;
        }
    }
}

/// Where a value begins and ends, and where what follows it begins.
fn value_at(text: &str, at: usize) -> Option<(usize, usize, usize)> {
    let value = &text[at..];
    if let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let length =
            value[1..].find([quote, '<']).filter(|end| !value[1 + end..].starts_with('<'))?;
        return Some((at + 1, at + 1 + length, at + length + 2));
    }
    let length = value.find(|c: char| c.is_whitespace() || "<>".contains(c))?;
    Some((at, at + length, at + length))
}

fn space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}
