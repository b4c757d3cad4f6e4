//! A start tag: by XML's grammar, or as much of it as can be understood.

use std::ops::Range;

use super::fault::Fault;
use super::limits::MAX_ATTRIBUTES;
use super::notes::Notes;

/// A start tag. Ranges are bytes of the input.
#[derive(Debug, Default)]
pub(super) struct Tag {
    pub(super) name: Range<usize>,
    pub(super) attributes: Vec<Attribute>,
    /// Whether it is the end of its element, too: `<break/>`.
    pub(super) empty: bool,
    /// Whether it has words that are no attributes, as in `<Mission failed>`.
    pub(super) words: bool,
}

/// An attribute of a tag.
#[derive(Debug)]
pub(super) struct Attribute {
    pub(super) name: Range<usize>,
    /// What stands between its quotes.
    pub(super) value: Range<usize>,
}

/// Reads the start tag at `at`, which begins with `<` and the start of a name; returns it and where
/// it ends.
pub(super) fn start_tag(input: &str, at: usize, notes: &mut Notes) -> (Tag, usize) {
    let start = at + 1;
    let name = start..start + name_length(&input[start..]);
    let (mut tag, end) = match strict(input, name.clone()) {
        Ok(read) => read,
        Err((fault, at)) => {
            notes.fault(fault, at..at);
            loose(input, name)
        }
    };
    if tag.attributes.len() > MAX_ATTRIBUTES {
        let first = tag.attributes[MAX_ATTRIBUTES].name.clone();
        notes.fault(Fault::TooManyAttributes { limit: MAX_ATTRIBUTES }, first);
        tag.attributes.truncate(MAX_ATTRIBUTES);
    }
    for (at, attribute) in tag.attributes.iter().enumerate() {
        let name = &input[attribute.name.clone()];
        if tag.attributes[..at].iter().any(|before| input[before.name.clone()] == *name) {
            notes.fault(Fault::Duplicate(name.to_owned()), attribute.name.clone());
        }
    }
    (tag, end)
}

/// Byte length of the name at the start of `text`.
pub(super) fn name_length(text: &str) -> usize {
    if !text.starts_with(begins_name) {
        return 0;
    }
    text.find(|c| !is_in_name(c)).unwrap_or(text.len())
}

/// XML's NameStartChar.
pub(super) fn begins_name(c: char) -> bool {
    matches!(c, ':' | '_' | 'A'..='Z' | 'a'..='z'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
        | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}' | '\u{200d}'
        | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}'
        | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
}

/// XML's NameChar.
fn is_in_name(c: char) -> bool {
    begins_name(c)
        || matches!(c, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}'
            | '\u{203f}' | '\u{2040}')
}

pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

/// Where the white space at `at` ends.
pub(super) fn skip_space(input: &str, at: usize) -> usize {
    let rest = &input[at..];
    at + (rest.len() - rest.trim_start_matches(is_space).len())
}

/// The tag by XML's grammar, and where it ends; or its fault and the place of that. No more is
/// looked at than up to the next `<`, which cannot stand in a tag.
fn strict(input: &str, name: Range<usize>) -> Result<(Tag, usize), (Fault, usize)> {
    let mut at = name.end;
    let mut tag = Tag { name, ..Tag::default() };
    loop {
        let next = skip_space(input, at);
        let rest = &input[next..];
        if rest.starts_with('>') {
            return Ok((tag, next + 1));
        }
        if rest.starts_with("/>") {
            tag.empty = true;
            return Ok((tag, next + 2));
        }
        if rest.is_empty() || rest.starts_with('<') {
            return Err((Fault::Unterminated("a tag"), tag.name.start - 1));
        }
        let length = name_length(rest);
        if length == 0 {
            return Err((Fault::Tag { expected: "an attribute or its end (>)" }, next));
        }
        if next == at {
            return Err((Fault::Tag { expected: "a space before an attribute" }, next));
        }
        let name = next..next + length;
        let equals = skip_space(input, name.end);
        if !input[equals..].starts_with('=') {
            return Err((
                Fault::Tag { expected: "= and a value after the name of an attribute" },
                equals,
            ));
        }
        let quote = skip_space(input, equals + 1);
        let value = quoted(input, quote)?;
        at = value.end + 1;
        tag.attributes.push(Attribute { name, value });
    }
}

/// What stands between the quotation mark at `at` and its like.
fn quoted(input: &str, at: usize) -> Result<Range<usize>, (Fault, usize)> {
    let Some(quote) = input[at..].chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        return Err((Fault::Tag { expected: "quotation marks around a value" }, at));
    };
    let start = at + 1;
    match input[start..].find([quote, '<']) {
        Some(length) if input[start + length..].starts_with(quote) => Ok(start..start + length),
        Some(length) if is_within(&input[start + length + 1..], quote) => {
            Err((Fault::LessThan, start + length))
        }
        _ => Err((Fault::Unterminated("the value of an attribute"), at)),
    }
}

/// Whether `text` goes on to a quotation mark before anything of another tag.
fn is_within(text: &str, quote: char) -> bool {
    text.find([quote, '<', '>']).is_some_and(|at| text[at..].starts_with(quote))
}

/// The tag as somebody may have meant it who wrote no XML: it goes on to the first `>`, or, if none
/// follows before the next `<`, to the end of its last attribute.
fn loose(input: &str, name: Range<usize>) -> (Tag, usize) {
    let rest = &input[name.end..];
    let end = name.end + rest.find(['<', '>']).unwrap_or(rest.len());
    let closed = input[end..].starts_with('>');
    let empty = closed && input[..end].ends_with('/') && end > name.end;
    let inside = if empty { end - 1 } else { end };
    let mut last = name.end;
    let mut tag = Tag { name, empty, ..Tag::default() };
    let mut at = last;
    while at < inside {
        let start = skip_space(input, at);
        let length = name_length(&input[start..inside.max(start)]);
        if start >= inside || length == 0 {
            tag.words |= start < inside;
            at = start + input[start..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let name = start..start + length;
        let equals = skip_space(input, name.end);
        if equals >= inside || !input[equals..].starts_with('=') {
            tag.words = true;
            at = name.end;
            continue;
        }
        let value = skip_space(input, equals + 1).min(inside)..inside;
        let value = loose_value(input, value, closed);
        let quote = usize::from(input[value.end..inside].starts_with(['"', '\'']));
        at = value.end + quote;
        last = at;
        tag.attributes.push(Attribute { name, value });
    }
    (tag, if closed { end + 1 } else { last })
}

/// The value at the start of `range`, with or without quotation marks. Without the second one it
/// goes on to the end of the tag, if that is there, or to white space.
fn loose_value(input: &str, range: Range<usize>, closed: bool) -> Range<usize> {
    let text = &input[range.clone()];
    let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        let length = text.find(is_space).unwrap_or(text.len());
        return range.start..range.start + length;
    };
    let text = &text[1..];
    let word = if closed { None } else { text.find(is_space) };
    let length = text.find(quote).or(word).unwrap_or(text.len());
    range.start + 1..range.start + 1 + length
}
