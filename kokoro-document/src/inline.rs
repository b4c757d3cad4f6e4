//! Markup within lines.

mod attributes;
mod brackets;
mod emphasis;
mod found;
mod tags;

use std::ops::Range;

use crate::block::MarkKind;
use crate::draft::Draft;
use crate::entities::entity_in_text;
use brackets::{Brackets, Links, Target, definition};
use emphasis::{CodeSpans, Emphasis};
use found::Found;
use tags::{Element, Tags};

/// How far back in characters a word is looked at.
const MAX_WORD: usize = 40;

pub(crate) use attributes::attributes;
pub(crate) use tags::{Effect, effect};

/// `draft` without the markup of single words, `[word](/phonemes/)` and `[word](+1)`, which become
/// marks, and without the addresses of links.
pub(crate) fn without_brackets(draft: &Draft) -> Draft {
    let text = draft.text.as_str();
    let (mut brackets, mut found) = (Brackets::default(), Found::default());
    let mut at = 0;
    while let Some(next) = text[at..].find(['[', ']']) {
        at = brackets.step(text, at + next, &mut found);
    }
    found.applied_to(draft)
}

/// `draft` without those marks of Markdown and HTML that can be nothing else in plain text.
///
/// A tag that ends a paragraph leaves U+2029, one that ends a line LF.
pub(crate) fn without_markup(draft: &Draft) -> Draft {
    let text = draft.text.as_str();
    let mut found = Found::default();
    let mut brackets = Brackets::new(Links::All);
    let mut emphasis = Emphasis::default();
    let mut code = CodeSpans::new(text);
    let mut tags = Tags::new(text);
    let mut at = 0;
    while let Some(next) = text[at..].find(['[', ']', '*', '_', '~', '=', '`', '&', '<', '\\']) {
        at += next;
        at = match text.as_bytes()[at] {
            b'[' | b']' => bracket(text, at, &mut brackets, &mut found),
            b'`' => code.step(text, at, &mut found),
            b'&' => match entity_in_text(&text[at..]) {
                Some((length, said)) => {
                    found.replace(at..at + length, said);
                    at + length
                }
                None => at + 1,
            },
            b'\\' => at + escape(text, at, &mut found),
            b'<' => tag(text, at, &mut tags, &mut found),
            _ => emphasis.step(text, at, &mut found),
        };
    }
    found.applied_to(draft)
}

/// `draft`, a text of Markdown that was parsed, without what the parser does not know: `==so==` and
/// the markup of words whose phonemes have spaces. `code`, ranges in order, is left as it is.
pub(crate) fn in_markdown(draft: &Draft, code: &[Range<usize>]) -> Draft {
    let text = draft.text.as_str();
    let mut found = Found::default();
    let mut brackets = Brackets::default();
    let mut emphasis = Emphasis::default();
    let mut code = code.iter().peekable();
    let mut at = 0;
    while let Some(next) = text[at..].find(['[', ']', '=']) {
        at += next;
        while code.next_if(|code| code.end <= at).is_some() {}
        at = match text.as_bytes()[at] {
            _ if code.peek().is_some_and(|code| code.contains(&at)) => at + 1,
            b'=' => emphasis.step(text, at, &mut found),
            _ => bracket(text, at, &mut brackets, &mut found),
        };
    }
    found.applied_to(draft)
}

/// What a link of Markdown says of its text if its destination is no address: stress, or phonemes
/// that no address has.
pub(crate) fn mark_of_link(destination: &str) -> Option<MarkKind> {
    match brackets::target(destination, false)? {
        Target::Mark(MarkKind::Phonemes(said)) if said.is_ascii() => None,
        Target::Mark(mark) => Some(mark),
        Target::Silent => None,
    }
}

/// Takes note of the bracket at `at` and returns where to go on.
fn bracket(text: &str, at: usize, brackets: &mut Brackets, found: &mut Found) -> usize {
    let defined = || definition(text, at).filter(|_| brackets.links() == Links::All);
    let Some(length) = silent_bracket(text, at).or_else(defined) else {
        return brackets.step(text, at, found);
    };
    found.remove(at..at + length);
    at + length
}

/// Takes out the backslash at `at` if it only says that the mark after it is none, and returns the
/// length of both. In a path or a formula it stays: `C:\_x_`, `\[`.
fn escape(text: &str, at: usize, found: &mut Found) -> usize {
    let marks = ['*', '#', '`', '~', '_', '>'];
    let Some(mark) = text[at + 1..].chars().next().filter(|mark| marks.contains(mark)) else {
        return 1;
    };
    let before = text[..at].chars().rev().take(MAX_WORD).take_while(|c| !c.is_whitespace());
    let mut last = '_';
    let path = before.into_iter().any(|c| {
        let divides = matches!(c, ':' | '/') || c == '\\' && !marks.contains(&last);
        last = c;
        divides
    });
    if !path {
        found.remove(at..at + 1);
    }
    1 + mark.len_utf8()
}

/// Takes out the tag at `at`, if one is there, and returns where to go on.
fn tag(text: &str, at: usize, tags: &mut Tags, found: &mut Found) -> usize {
    let Some((end, element)) = tags.element(text, at) else { return at + 1 };
    match element {
        // Quotation marks of another kind: <Mission failed>, <https://x.com>
        Element::Brackets => {
            let divides = text[end..].starts_with(char::is_alphanumeric);
            found.remove(at..at + 1);
            found.replace(end - 1..end, if divides { " " } else { "" });
        }
        Element::Silent(effect) => found.replace(at..end, effect.text()),
        Element::Picture(alt) => {
            found.remove(at..alt.start);
            found.remove(alt.end..end);
        }
    }
    end
}

/// Byte length of the reference of a footnote (`[^1]`) or the box of a task (`- [x]`) at `at`.
fn silent_bracket(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    if ["[ ] ", "[x] ", "[X] "].iter().any(|task| rest.starts_with(task)) {
        let before = text[..at].trim_end_matches(' ');
        let line = before.strip_suffix(['-', '*', '+', '•'])?.trim_end_matches(' ');
        return (line.is_empty() || line.ends_with('\n')).then_some("[ ]".len());
    }
    let name = rest.strip_prefix("[^")?;
    let length = name.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_'))?;
    let closed = length > 0 && name[length..].starts_with(']');
    let colon = usize::from(name[length..].starts_with("]:"));
    closed.then_some("[^".len() + length + 1 + colon)
}

#[cfg(test)]
mod tests;
