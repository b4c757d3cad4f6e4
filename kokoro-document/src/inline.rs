//! Markup within lines.

use std::ops::Range;

use mapped_text::Edits;

use crate::block::{Mark, MarkKind};
use crate::draft::Draft;

/// `draft` without the markup of single words, `[word](/phonemes/)` and `[word](+1)`, which become
/// marks, and without the addresses of links.
pub(crate) fn without_brackets(draft: &Draft) -> Draft {
    let text = draft.text.as_str();
    let mut brackets = Brackets::default();
    let mut at = 0;
    while let Some(found) = text[at..].find(['[', ']']) {
        at = brackets.step(text, at + found);
    }
    brackets.apply(draft)
}

/// The square brackets met so far, from left to right.
#[derive(Debug, Default)]
pub(crate) struct Brackets {
    /// Where those are that are open.
    open: Vec<usize>,
    /// What is to be taken out.
    removed: Vec<Range<usize>>,
    marks: Vec<Mark>,
}

impl Brackets {
    /// Takes note of the bracket at `at` and returns where to go on.
    pub(crate) fn step(&mut self, text: &str, at: usize) -> usize {
        if text[at..].starts_with('[') {
            self.open.push(at);
            return at + 1;
        }
        let Some(open) = self.open.pop() else { return at + 1 };
        let Some(address) = address(text, at + 1) else { return at + 1 };
        let Some(kind) = target(&text[address.clone()], is_after_word(text, open)) else {
            return at + 1;
        };
        let end = address.end + 1;
        let image = text[..open].ends_with('!');
        self.removed.push(open - usize::from(image)..open + 1);
        self.removed.push(at..end);
        if let Target::Mark(kind) = kind {
            let word = &text[open + 1..at];
            let start = at - word.trim_start().len();
            self.marks.push(Mark { range: start..start + word.trim().len(), kind });
        }
        end
    }

    /// Takes out what was found.
    pub(crate) fn apply(mut self, draft: &Draft) -> Draft {
        self.removed.sort_unstable_by_key(|range| range.start);
        let mut edits = Edits::default();
        for range in self.removed {
            edits.replace(range, "");
        }
        let mut marked = draft.clone();
        marked.marks.extend(self.marks);
        marked.marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
        marked.edited(&edits)
    }
}

/// What stands in the parentheses after a bracket.
enum Target {
    Mark(MarkKind),
    /// An address, or flags that mean nothing here.
    Silent,
}

fn target(feature: &str, after_word: bool) -> Option<Target> {
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

#[cfg(test)]
mod tests {
    use mapped_text::MappedText;

    use super::*;

    fn read(text: &str) -> (String, Vec<(String, MarkKind)>) {
        let draft = Draft { text: MappedText::from_source(text), marks: Vec::new() };
        let draft = without_brackets(&draft);
        let text = draft.text.as_str().to_owned();
        let marks = draft.marks.into_iter().map(|mark| (text[mark.range].to_owned(), mark.kind));
        (text.clone(), marks.collect())
    }

    #[test]
    fn marks_are_of_the_words() {
        let phonemes = |word: &str, said: &str| (word.into(), MarkKind::Phonemes(said.into()));
        assert_eq!(
            read("[Nguyen](/wˈɪn/) and [a b](/x y/), [not"),
            (
                "Nguyen and a b, [not".into(),
                vec![phonemes("Nguyen", "wˈɪn"), phonemes("a b", "x y")]
            )
        );
        let stress = |word: &str, stress| (word.into(), MarkKind::Stress(stress));
        assert_eq!(
            read("the [best](+2), [that](-0.5) [one](1)"),
            (
                "the best, that one".into(),
                vec![stress("best", 2.0), stress("that", -0.5), stress("one", 1.0)]
            )
        );
    }

    #[test]
    fn addresses_are_silent() {
        for (text, said) in [
            ("Read [the guide](http://x.com/a_(b)) first.", "Read the guide first."),
            ("![A barn](barn.png) stood [![alone](a.png)](b.html)", "A barn stood alone"),
            ("[x](page \"Title\") [flags](#a#)", "x flags"),
            ("f[i](x) [1](see page 3) [a] (b) [](u.v)", "f[i](x) [1](see page 3) [a] (b) "),
        ] {
            assert_eq!(read(text).0, said, "{text}");
        }
    }

    #[test]
    fn a_megabyte_of_brackets_takes_linear_time() {
        for piece in ["[", "]", "](", "[](", "[a](b", "[[]](", "(", "[a](b)", "](a)"] {
            read(&piece.repeat(1_000_000 / piece.len()));
        }
    }
}
