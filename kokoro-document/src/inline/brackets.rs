//! `[word](/phonemes/)`, `[word](+1)`, `[text](address)`, `![picture](address)`, `[pause:1.5s]`.

use std::ops::Range;

use super::found::Found;
use crate::block::MarkKind;
use crate::speech::Break;
use crate::time::parse_time;

/// The longest name of a link in characters.
const MAX_NAME: usize = 40;

/// Which links are markup.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    /// Those whose address follows.
    #[default]
    Inline,
    /// These, and those whose address stands elsewhere.
    All,
}

/// The square brackets met so far, from left to right.
#[derive(Debug, Default)]
pub(super) struct Brackets {
    links: Links,
    /// Where those are that are open.
    open: Vec<usize>,
}

impl Brackets {
    pub(super) fn new(links: Links) -> Self {
        Self { links, open: Vec::new() }
    }

    pub(super) fn links(&self) -> Links {
        self.links
    }

    /// Takes note of the bracket at `at` and returns where to go on.
    pub(super) fn step(&mut self, text: &str, at: usize, found: &mut Found) -> usize {
        if text[at..].starts_with('[') {
            self.open.push(at);
            return at + 1;
        }
        let Some(open) = self.open.pop() else { return at + 1 };
        if let Some(pause) = pause(text, open, at) {
            found.remove(open..at + 1);
            found.mark(open..open, open..at + 1, MarkKind::Break(pause));
            return at + 1;
        }
        if self.links == Links::All
            && let Some(end) = self.reference(text, open, at, found)
        {
            return end;
        }
        let Some(address) = address(text, at + 1) else { return at + 1 };
        let Some(kind) = target(&text[address.clone()], is_after_word(text, open)) else {
            return at + 1;
        };
        let end = address.end + 1;
        let image = text[..open].ends_with('!') && !is_after_word(text, open - 1);
        found.remove(open - usize::from(image)..open + 1);
        found.remove(at..end);
        if let Target::Mark(kind) = kind {
            let word = &text[open + 1..at];
            let start = at - word.trim_start().len();
            found.mark(start..start + word.trim().len(), open..end, kind);
        }
        end
    }

    /// Takes out what surrounds the text of a link whose brackets are at `open` and `close`, if its
    /// address stands elsewhere (`[text][1]`) or is its text (`[[page]]`, `[[page|text]]`); returns
    /// where the link ends.
    fn reference(
        &mut self,
        text: &str,
        open: usize,
        close: usize,
        found: &mut Found,
    ) -> Option<usize> {
        let label = &text[open + 1..close];
        if is_after_word(text, open) || !label.starts_with(|c: char| !c.is_whitespace()) {
            return None;
        }
        let after = &text[close + 1..];
        if after.starts_with(']') && open > 0 && self.open.last() == Some(&(open - 1)) {
            if is_after_word(text, open - 1) {
                return None;
            }
            self.open.pop();
            let start = open + 1 + label.rfind('|').map_or(0, |bar| bar + 1);
            found.remove(open - 1..start);
            found.remove(close..close + 2);
            return Some(close + 2);
        }
        let end = name_end(after.strip_prefix('[')?)?;
        label.contains(char::is_alphabetic).then(|| {
            found.remove(open..open + 1);
            found.remove(close..close + 1 + "[]".len() + end);
            close + 1 + "[]".len() + end
        })
    }
}

/// The pause that the brackets at `open` and `close` ask for: `[pause:1.5s]`, `[pause: 500 ms]`.
fn pause(text: &str, open: usize, close: usize) -> Option<Break> {
    const NAME: &str = "pause:";
    let inside = &text[open + 1..close];
    let named = inside.get(..NAME.len())?.eq_ignore_ascii_case(NAME);
    if !named || text[close + 1..].starts_with('(') {
        return None;
    }
    parse_time(&inside[NAME.len()..]).map(Break::Time)
}

/// Byte length of a line that only says where the links named in it lead, as in
/// `[1]: https://x.org "Title"`; it begins at `at`.
pub(super) fn definition(text: &str, at: usize) -> Option<usize> {
    if at > 0 && !text[..at].ends_with('\n') {
        return None;
    }
    let name = text[at..].strip_prefix('[')?;
    let rest = name[name_end(name)?..].strip_prefix("]:")?.trim_start_matches([' ', '<']);
    let leads = ["http://", "https://", "mailto:", "/", "#", "./", "www."];
    leads.iter().any(|lead| rest.starts_with(lead)).then(|| {
        let length = rest.find('\n').unwrap_or(rest.len());
        text.len() - at - (rest.len() - length)
    })
}

/// Byte length of the name of a link at the start of `text`, before `]`.
fn name_end(text: &str) -> Option<usize> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.');
    let mut end = text.char_indices().take(MAX_NAME).skip_while(|(_, c)| inside(*c));
    end.next().filter(|(_, c)| *c == ']').map(|(end, _)| end)
}

/// What stands in the parentheses after a bracket.
pub(super) enum Target {
    Mark(MarkKind),
    /// An address, or flags that mean nothing here.
    Silent,
}

pub(super) fn target(feature: &str, after_word: bool) -> Option<Target> {
    let enclosed = |mark: char| {
        (feature.len() > 1 && feature.starts_with(mark) && feature.ends_with(mark))
            .then(|| feature[1..].trim_end_matches(mark))
    };
    if let Some(phonemes) = enclosed('/') {
        let phonemes = phonemes.split_whitespace().collect::<Vec<_>>().join(" ");
        return Some(Target::Mark(MarkKind::Phonemes(phonemes)));
    }
    if enclosed('#').is_some() {
        return Some(Target::Silent);
    }
    if let Some(stress) = stress(feature) {
        return Some(Target::Mark(MarkKind::Stress(stress)));
    }
    if feature.starts_with('<') && feature.ends_with('>') {
        return Some(Target::Silent);
    }
    let mut parts = feature.splitn(2, char::is_whitespace);
    let address = parts.next().unwrap_or_default();
    let titled = parts.next().is_none_or(|title| title.trim_start().starts_with(['"', '\'']));
    let is_address = !after_word || address.contains(['/', '.', ':', '#', '@']);
    (titled && is_address).then_some(Target::Silent)
}

/// The stress that a feature gives, an integer or a half, as misaki reads it.
fn stress(feature: &str) -> Option<f32> {
    let digits = feature.strip_prefix(['-', '+']).unwrap_or(feature);
    let whole =
        !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|b| b.is_ascii_digit());
    (whole || digits == "0.5").then(|| feature.parse().ok()).flatten()
}

/// What stands in parentheses at `at`: no square brackets, and parentheses in pairs.
fn address(text: &str, at: usize) -> Option<Range<usize>> {
    let inside = text[at..].strip_prefix('(')?;
    let mut depth = 1;
    for (end, c) in inside.char_indices() {
        match c {
            '[' | ']' => return None,
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1..at + 1 + end);
        }
    }
    None
}

/// Whether a letter or digit stands before `at`, as in `array[i](x)`.
fn is_after_word(text: &str, at: usize) -> bool {
    text[..at].ends_with(char::is_alphanumeric)
}
