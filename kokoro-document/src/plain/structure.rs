//! Lines that stand together become blocks.

use std::ops::Range;

use super::lines::{is_blank, is_scene_break};
use super::{markers, table};
use crate::block::{Block, BlockKind, CellPlace};
use crate::draft::Draft;
use crate::flow::joined;
use crate::shape::{Around, End, Joint, Shape};

/// The longest line in characters, and how many lines in a row with lines as long are verse if each
/// begins with a capital. The longer they are, the likelier they are prose in a narrow column.
const VERSE: [(usize, usize); 3] = [(40, 2), (50, 3), (60, 4)];

/// The fewest such lines that are verse though one ends with a word that leads on, or the line
/// after them goes on in lower case.
const MIN_LEADING_ON: usize = 4;

/// Which marks at the start of a line are markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Headings {
    /// A heading may be marked by `#`.
    Marked,
    /// `#` is text.
    Unmarked,
}

/// What a group of lines stands in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context {
    pub(crate) headings: Headings,
    /// How deep it is quoted.
    pub(crate) quote: usize,
    /// Whether other text follows it.
    pub(crate) followed: bool,
}

/// The blocks of the lines in `draft`, which stand together. A line ends with LF; what ends with
/// U+2029 or a blank line ends its paragraph.
pub(crate) fn blocks(draft: &Draft, context: Context, found: &mut impl Extend<Block>) {
    let text = draft.text.as_str();
    for paragraph in paragraphs(text) {
        let lines: Vec<Shape> = paragraph.into_iter().map(|line| Shape::new(text, line)).collect();
        let (items, rows) = (items(text, &lines), table::rows(text, &lines));
        let around = Around::new(&lines);
        Group { draft, text, context, lines, items, rows, around }.emit(found);
    }
}

/// The lines of each paragraph, trimmed and not empty.
fn paragraphs(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut found = vec![Vec::new()];
    let mut start = 0;
    for piece in text.split_inclusive(['\n', '\u{2029}']) {
        let line = piece.trim();
        let from = start + (piece.len() - piece.trim_start().len());
        if is_blank(line) {
            found.push(Vec::new());
        } else if let Some(last) = found.last_mut() {
            last.push(from..from + line.len());
        }
        if piece.ends_with('\u{2029}') {
            found.push(Vec::new());
        }
        start += piece.len();
    }
    found.retain(|lines| !lines.is_empty());
    found
}

/// The marker of each line that begins an item, as [`markers::item`] gives it.
///
/// A dash or a number can also begin a line by chance. It is a marker at the start, after another
/// item, after the end of a sentence, or if the next line has one, too.
fn items(text: &str, lines: &[Shape]) -> Vec<Option<usize>> {
    let seen: Vec<Option<usize>> =
        lines.iter().map(|line| markers::item(&text[line.range.clone()])).collect();
    let mut listed = false;
    let mut found = Vec::with_capacity(seen.len());
    for (at, marker) in seen.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &lines[before].end);
        let accepted = listed
            || matches!(before, None | Some(End::Sentence | End::Colon))
            || seen.get(at + 1).is_some_and(Option::is_some);
        listed |= marker.is_some() && accepted;
        found.push(marker.filter(|_| accepted));
    }
    found
}

/// Lines without a blank line between them.
struct Group<'a> {
    draft: &'a Draft,
    text: &'a str,
    context: Context,
    lines: Vec<Shape>,
    items: Vec<Option<usize>>,
    rows: Vec<Option<Vec<Range<usize>>>>,
    around: Around,
}

impl Group<'_> {
    fn emit(&self, found: &mut impl Extend<Block>) {
        let verse = self.verse();
        let mut at = 0;
        while at < self.lines.len() {
            if let Some(cells) = &self.rows[at] {
                self.emit_row(cells, found);
                at += 1;
            } else if is_scene_break(self.line(at)) {
                found.extend([Block::scene_break()]);
                at += 1;
            } else if let Some((level, words)) = self.heading(at) {
                let kind = BlockKind::Heading { level };
                self.emit_block(kind, &[(words, Joint::Break)], found);
                // A rule under a heading belongs to it.
                at += 1 + usize::from(self.is_underlined(at));
            } else if verse[at] {
                let line = self.lines[at].range.clone();
                self.emit_block(BlockKind::Verse, &[(line, Joint::Break)], found);
                at += 1;
            } else {
                at = self.emit_text(at, &verse, found);
            }
        }
    }

    /// The paragraph or item that begins with line `first`; returns the line after it.
    fn emit_text(&self, first: usize, verse: &[bool], found: &mut impl Extend<Block>) -> usize {
        let mut parts = Vec::new();
        let mut at = first;
        loop {
            let line = &self.lines[at];
            let bullet = if at == first { self.items[at].unwrap_or(0) } else { 0 };
            let next = self.lines.get(at + 1).filter(|_| !self.begins_block(at + 1, verse));
            let joint = next.map_or(Joint::Break, |next| line.joint(self.text, next, &self.around));
            parts.push((line.range.start + bullet..line.range.end, joint));
            at += 1;
            if joint == Joint::Break {
                break;
            }
        }
        let kind = match (self.items[first], self.context.quote) {
            (Some(_), _) => BlockKind::ListItem { depth: 1 },
            (None, 0) => BlockKind::Paragraph,
            (None, depth) => BlockKind::Quote { depth },
        };
        self.emit_block(kind, &parts, found);
        at
    }

    /// Whether line `at` is the first of a block, whatever stands before it.
    fn begins_block(&self, at: usize, verse: &[bool]) -> bool {
        self.items[at].is_some()
            || verse[at]
            || is_scene_break(self.line(at))
            || self.heading(at).is_some()
            || self.rows[at].is_some()
    }

    /// The level and the words of the heading that line `at` is.
    fn heading(&self, at: usize) -> Option<(u8, Range<usize>)> {
        let range = self.lines[at].range.clone();
        let line = self.line(at);
        if self.context.headings == Headings::Marked
            && let Some((level, words)) = markers::marked_heading(line)
        {
            return Some((level, range.start + words.start..range.start + words.end));
        }
        if self.items[at].is_some() {
            return None;
        }
        if at == 0 && self.is_underlined(0) {
            let level = if self.line(1).starts_with('=') { 1 } else { 2 };
            return Some((level, range));
        }
        let named = || at == 0 && self.is_alone_in_thought(at);
        if let Some(level) = markers::named_heading(line).filter(|_| named()) {
            return Some((level, range));
        }
        let title = self.lines.len() == 2 && at == 1 && self.heading(0).is_some();
        let alone = self.lines.len() == 1 || title;
        let lone = alone && self.context.followed && self.context.quote == 0;
        (lone && markers::is_lone_heading(line)).then_some((2, range))
    }

    /// Whether line `at` does not go on in the next in lower case.
    fn is_alone_in_thought(&self, at: usize) -> bool {
        let next = self.lines.get(at + 1).map(|next| &self.text[next.range.clone()]);
        next.is_none_or(|next| !next.starts_with(char::is_lowercase))
    }

    /// Whether a rule of `=` or `-` stands under line `at`.
    fn is_underlined(&self, at: usize) -> bool {
        at == 0 && self.lines.len() > 1 && {
            let rule = self.line(1);
            let drawn = |mark| rule.len() > 1 && rule.chars().all(|c| c == mark);
            drawn('=') || drawn('-')
        }
    }

    fn emit_row(&self, cells: &[Range<usize>], found: &mut impl Extend<Block>) {
        for (at, cell) in cells.iter().enumerate() {
            let last = at + 1 == cells.len();
            let place = if last { CellPlace::LastOfRow } else { CellPlace::Inner };
            self.emit_block(BlockKind::Cell { place }, &[(cell.clone(), Joint::Break)], found);
        }
    }

    /// The block of some pieces of the text, each with how it goes on in the next.
    fn emit_block(
        &self,
        kind: BlockKind,
        parts: &[(Range<usize>, Joint)],
        found: &mut impl Extend<Block>,
    ) {
        let draft = joined(self.draft, parts);
        found.extend(draft.into_block(kind));
    }

    /// Which lines are verse: several short ones in a row, each with a capital at its start, not
    /// all of them sentences.
    fn verse(&self) -> Vec<bool> {
        let mut verse = vec![false; self.lines.len()];
        let mut at = 0;
        while at < self.lines.len() {
            let is_line = |line: usize| {
                let heading = line == 0 && markers::named_heading(self.line(line)).is_some();
                self.lines[line].is_short_with_capital() && self.items[line].is_none() && !heading
            };
            let end =
                (at..self.lines.len()).find(|line| !is_line(*line)).unwrap_or(self.lines.len());
            let run = &self.lines[at..end];
            let length = run.iter().map(|line| line.length).max().unwrap_or(0);
            let least = VERSE.iter().find(|(longest, _)| length <= *longest);
            let enough = least.is_some_and(|(_, least)| run.len() >= *least);
            let wrapped = run.iter().any(|line| line.end == End::LeadsOn)
                || self.lines.get(end).is_some_and(Shape::begins_in_lower_case);
            let prose = wrapped && run.len() < MIN_LEADING_ON;
            let before_last = run.iter().rev().skip(1);
            let sentences = before_last.filter(|line| line.end == End::Sentence).count();
            if enough && !prose && 2 * sentences < run.len() {
                verse[at..end].fill(true);
            }
            at = end + 1;
        }
        verse
    }

    fn line(&self, at: usize) -> &str {
        &self.text[self.lines[at].range.clone()]
    }
}
