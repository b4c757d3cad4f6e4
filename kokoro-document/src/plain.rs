//! Plain text to blocks, a few lines at a time.

mod lines;
mod markers;
mod structure;
mod table;

use std::collections::VecDeque;
use std::iter::Peekable;

use crate::block::{Block, BlockKind};
use crate::draft::Draft;
use crate::inline;
use crate::points::Points;
use lines::{Line, Lines, is_blank, is_scene_break, lines};
use structure::{Context, Headings};

/// What may stand in a plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Markup {
    /// `[word](/phonemes/)` and `[word](+1)`.
    OfWords,
    /// These, and those marks of Markdown and HTML that can be nothing else.
    Safe,
}

impl Markup {
    /// How many backticks begin a line that fences code; 0 if it does not.
    fn fence(self, line: &str) -> usize {
        let line = line.trim();
        let info = line.trim_start_matches('`');
        let length = line.len() - info.len();
        if self == Self::Safe && length >= 3 && !info.contains('`') { length } else { 0 }
    }
}

/// The blocks of a plain text. No more lines are read than stand together.
#[derive(Debug, Clone)]
pub(crate) struct Plain<'a> {
    input: &'a str,
    markup: Markup,
    lines: Peekable<Lines<'a>>,
    ready: VecDeque<Block>,
    points: Points,
}

impl<'a> Plain<'a> {
    pub(crate) fn new(input: &'a str, markup: Markup) -> Self {
        let (ready, points) = Default::default();
        Self { input, markup, lines: lines(input).peekable(), ready, points }
    }

    /// The next lines that stand together: up to a blank line or a scene break, which is a group
    /// of its own. None at the end of the text.
    fn group(&mut self) -> Option<Vec<Line>> {
        let (input, markup) = (self.input, self.markup);
        let text = |line: &Line| &input[line.range.clone()];
        while self.lines.next_if(|line| is_blank(text(line))).is_some() {}
        let mut group: Vec<Line> = Vec::new();
        while let Some(line) = self.lines.peek() {
            if is_blank(text(line)) {
                break;
            }
            // A rule directly under a line marks that as a heading.
            let breaks = is_scene_break(text(line));
            if breaks && group.len() > 1 || markup.fence(text(line)) > 0 {
                break;
            }
            group.extend(self.lines.next());
            let ended = group.last().is_some_and(|line| line.ends_paragraph);
            if breaks || ended {
                break;
            }
        }
        (!group.is_empty()).then_some(group)
    }

    /// Adds the lines of the fenced code that comes next. What follows the opening
    /// fence in its line is silent.
    fn read_code(&mut self) {
        let Some(opening) = self.lines.next() else { return };
        let length = self.markup.fence(&self.input[opening.range]);
        for line in self.lines.by_ref() {
            let text = &self.input[line.range.clone()];
            if self.markup.fence(text) >= length && text.trim().trim_start_matches('`').is_empty() {
                break;
            }
            let mut draft = Draft::default();
            draft.text.push_copy(text, line.range.start);
            self.ready.extend(draft.into_block(BlockKind::Code));
        }
    }

    /// Adds the blocks of a group of lines.
    fn read(&mut self, group: &[Line]) {
        let input = self.input;
        while self.lines.next_if(|line| is_blank(&input[line.range.clone()])).is_some() {}
        let followed = self.lines.peek().is_some();
        let mut quoted = Quoted::new(input, group).peekable();
        while let Some((depth, draft)) = quoted.next() {
            let (mut draft, headings) = match self.markup {
                Markup::OfWords => (inline::without_brackets(&draft), Headings::Unmarked),
                Markup::Safe => (inline::without_markup(&draft), Headings::Marked),
            };
            let context =
                Context { headings, quote: depth, followed: followed || quoted.peek().is_some() };
            self.points.extend(draft.take_points());
            let mut found = Vec::new();
            structure::blocks(&draft, context, &mut found);
            self.points.put_into(&mut found);
            self.ready.extend(found);
        }
    }
}

impl Iterator for Plain<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        while self.ready.is_empty() {
            match self.group() {
                Some(group) => self.read(&group),
                None if self.lines.peek().is_some() => self.read_code(),
                None => return std::mem::take(&mut self.points).into_block(),
            }
        }
        self.ready.pop_front()
    }
}

/// The runs of lines that are quoted equally deep, as mail quotes: `> > `.
struct Quoted<'a> {
    input: &'a str,
    group: &'a [Line],
    /// Whether `>` can be a quotation here: a line alone that begins with "> 5" compares.
    quotes: bool,
}

impl<'a> Quoted<'a> {
    fn new(input: &'a str, group: &'a [Line]) -> Self {
        let compares = |line: &Line| {
            let line = input[line.range.clone()].trim_start();
            line.trim_start_matches(['>', ' ']).starts_with(|c: char| c.is_ascii_digit())
        };
        let quotes = group.len() > 1 || !group.iter().any(compares);
        Self { input, group, quotes }
    }

    /// How deep a line is quoted, and where its text begins.
    fn depth(&self, line: &Line) -> (usize, usize) {
        let text = &self.input[line.range.clone()];
        let (mut depth, mut start) = (0, 0);
        if self.quotes {
            for (at, c) in text.char_indices() {
                match c {
                    '>' => (depth, start) = (depth + 1, at + 1),
                    _ if c.is_whitespace() => {}
                    _ => break,
                }
            }
        }
        (depth, line.range.start + start)
    }
}

impl Iterator for Quoted<'_> {
    type Item = (usize, Draft);

    fn next(&mut self) -> Option<(usize, Draft)> {
        let (depth, _) = self.depth(self.group.first()?);
        let mut draft = Draft::default();
        while let Some((line, rest)) = self.group.split_first() {
            let (found, start) = self.depth(line);
            if found != depth {
                break;
            }
            draft.text.push_copy(&self.input[start..line.range.end], start);
            let end = rest.first().map_or(line.range.end, |next| next.range.start);
            draft.text.push("\n", line.range.end..end);
            self.group = rest;
        }
        Some((depth, draft))
    }
}

#[cfg(test)]
mod tests;
