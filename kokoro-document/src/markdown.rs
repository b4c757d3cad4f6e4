//! Markdown to blocks.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::block::{Block, BlockKind, CellPlace, Mark, MarkKind};
use crate::container::{Containers, end_row};
use crate::draft::Draft;
use crate::flow::{HARD_BREAK, flowing};
use crate::points::Points;
use crate::{html, inline};

/// The blocks of a Markdown document.
pub(crate) fn blocks(input: &str) -> Vec<Block> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS;
    let mut reader = Reader { input, ..Reader::default() };
    for (event, range) in Parser::new_ext(input, options).into_offset_iter() {
        reader.read(event, range);
    }
    reader.flush();
    reader.found.extend(reader.points.into_block());
    reader.found
}

/// What was read so far, and what it stands in.
#[derive(Default)]
struct Reader<'a> {
    input: &'a str,
    found: Vec<Block>,
    points: Points,
    /// The text of the block that is being read.
    draft: Draft,
    /// The code in it, which is left as it is.
    code: Vec<Range<usize>>,
    /// The length of `draft` if it has the number of an item and nothing else.
    numbered: usize,
    /// Where the word of a mark begins, its markup, and what is said of it.
    link: Option<(usize, Range<usize>, MarkKind)>,
    containers: Containers,
    heading: Option<u8>,
    cell: bool,
    place: Place,
}

/// What the text is that comes next.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Place {
    #[default]
    Text,
    Code,
    /// Front matter.
    Silent,
}

impl Reader<'_> {
    fn read(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match self.place {
                Place::Text => self.push(&text, range),
                Place::Code => self.push_code(&text, range),
                Place::Silent => {}
            },
            Event::Code(text) => self.push_span(&text, range),
            // A later stage reads formulas, between the dollars that mark them.
            Event::InlineMath(_) | Event::DisplayMath(_) => {
                let start = self.draft.text.len();
                self.draft.text.push_copy(&self.input[range.clone()], range.start);
                self.code.push(start..self.draft.text.len());
            }
            Event::InlineHtml(_) => self.push_tag(range),
            Event::SoftBreak => self.draft.text.push("\n", range),
            Event::HardBreak => self.push_break(range),
            Event::Rule => {
                self.flush();
                self.found.push(Block::scene_break());
            }
            Event::Html(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Image { .. } => return,
            Tag::Superscript | Tag::Subscript => return,
            Tag::Link { dest_url, .. } => {
                let mark = inline::mark_of_link(&dest_url);
                self.link = mark.map(|kind| (self.draft.text.len(), range, kind));
                return;
            }
            Tag::Paragraph if self.draft.text.len() == self.numbered => return,
            _ => self.flush(),
        }
        match tag {
            Tag::Heading { level, .. } => self.heading = Some(number(level)),
            Tag::BlockQuote(_) => self.containers.open_quote(),
            Tag::List(first) => self.containers.open_list(first),
            Tag::Item => {
                if let Some(number) = self.containers.open_item() {
                    let marker = marker(self.input, range);
                    self.draft.text.push(&format!("{number}."), marker.clone());
                    self.draft.text.push(" ", marker.end..marker.end);
                    self.numbered = self.draft.text.len();
                }
            }
            Tag::CodeBlock(_) => self.place = Place::Code,
            Tag::MetadataBlock(_) => self.place = Place::Silent,
            Tag::TableCell => self.cell = true,
            Tag::HtmlBlock => self.found.extend(html::blocks(self.input, range)),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Image => return,
            TagEnd::Superscript | TagEnd::Subscript => return,
            TagEnd::Link => {
                if let Some((start, source, kind)) = self.link.take() {
                    let range = start..self.draft.text.len();
                    self.draft.marks.push(Mark { range, source, kind });
                }
                return;
            }
            _ => self.flush(),
        }
        match tag {
            TagEnd::Heading(_) => self.heading = None,
            TagEnd::BlockQuote(_) => self.containers.close_quote(),
            TagEnd::List(_) => self.containers.close_list(),
            TagEnd::Item => self.containers.close_item(),
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.place = Place::Text,
            TagEnd::TableCell => self.cell = false,
            TagEnd::TableRow | TagEnd::TableHead => end_row(&mut self.found),
            _ => {}
        }
    }

    /// Appends text of the input, in which entities may have been replaced.
    fn push(&mut self, text: &str, range: Range<usize>) {
        if self.input.get(range.clone()) == Some(text) {
            self.draft.text.push_copy(text, range.start);
        } else {
            self.draft.text.push(text, range);
        }
    }

    /// Appends a line of a block of code, and ends the block of text at its end.
    fn push_code(&mut self, text: &str, range: Range<usize>) {
        let copied = self.input.get(range.clone()) == Some(text);
        let mut start = range.start;
        for line in text.split_inclusive('\n') {
            let end = if copied { start + line.len() } else { range.end };
            self.push(line, start..end);
            if line.ends_with('\n') {
                self.flush();
            }
            start = if copied { end } else { range.start };
        }
    }

    /// Appends code in a line, without its backticks.
    fn push_span(&mut self, text: &str, range: Range<usize>) {
        let start = self.draft.text.len();
        match self.input[range.clone()].find(text) {
            Some(at) => self.draft.text.push_copy(text, range.start + at),
            None => self.draft.text.push(text, range),
        }
        self.code.push(start..self.draft.text.len());
    }

    fn push_break(&mut self, range: Range<usize>) {
        self.draft.text.push(HARD_BREAK.encode_utf8(&mut [0; 4]), range);
    }

    /// Appends what is read of a tag within a line.
    fn push_tag(&mut self, range: Range<usize>) {
        let mut tag = Draft::default();
        tag.text.push_copy(&self.input[range.clone()], range.start);
        let read = inline::without_markup(&tag);
        if read.text.as_str() == "\n" {
            self.push_break(range);
        } else {
            self.draft.push_part(&read, 0..read.text.len());
        }
    }

    /// Ends the block of text that is being read.
    fn flush(&mut self) {
        if self.draft.text.is_empty() {
            return;
        }
        let kind = match (self.place, self.heading) {
            (Place::Code, _) => BlockKind::Code,
            _ if self.cell => BlockKind::Cell { place: CellPlace::Inner },
            (_, Some(level)) => BlockKind::Heading { level },
            _ => self.containers.kind(),
        };
        self.numbered = 0;
        let draft = std::mem::take(&mut self.draft);
        let code = std::mem::take(&mut self.code);
        if kind == BlockKind::Code {
            self.found.extend(draft.into_block(kind));
            return;
        }
        let mut draft = inline::in_markdown(&draft, &code);
        self.points.extend(draft.take_points());
        let texts = flowing(&draft);
        let verse = kind == BlockKind::Paragraph && texts.len() > 1;
        let kind = if verse { BlockKind::Verse } else { kind };
        let before = self.found.len();
        self.found.extend(texts.into_iter().filter_map(|text| text.into_block(kind)));
        self.points.put_into(&mut self.found[before..]);
    }
}

/// The bytes of the number that begins an item.
fn marker(input: &str, item: Range<usize>) -> Range<usize> {
    let text = &input[item.clone()];
    let digits = text.trim_start();
    let start = item.start + (text.len() - digits.len());
    let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let mark = digits[length..].starts_with(['.', ')']);
    start..start + length + usize::from(mark)
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests;
