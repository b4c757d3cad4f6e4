//! HTML to blocks.
//!
//! The text is divided into tags and text by `html5gum`, which says where each lies. No tree is
//! built, so that depth costs nothing: an element that is open is a count or an entry of a list.

mod silent;

use std::ops::Range;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use crate::block::{Block, BlockKind, CellPlace};
use crate::container::{Containers, end_row};
use crate::draft::Draft;
use crate::entities::entity;
use crate::flow::{HARD_BREAK, flowing};
use crate::inline::{self, Effect, attributes, effect};
use crate::points::Points;
use silent::Silence;

/// The blocks of the HTML in `input[range]`.
pub(crate) fn blocks(input: &str, range: Range<usize>) -> Vec<Block> {
    // The tokenizer takes CR LF for one character, and its places would no longer be ours.
    let html = input[range.clone()].replace('\r', " ");
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader { input, start: range.start, ..Reader::default() };
    for token in Tokenizer::new_with_emitter(html.as_str(), emitter).flatten() {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if reader.silence.end(&name) {
                    reader.end(&name);
                }
            }
            Token::String(text) => reader.text(text.span.start..text.span.end),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.flush();
    reader.found.extend(reader.points.into_block());
    reader.found
}

/// What was read so far, and what it stands in.
#[derive(Default)]
struct Reader<'a> {
    input: &'a str,
    /// Where the HTML begins in the input.
    start: usize,
    found: Vec<Block>,
    points: Points,
    /// The text of the block that is being read.
    draft: Draft,
    /// The length of `draft` if it has the number of an item and nothing else.
    numbered: usize,
    silence: Silence,
    containers: Containers,
    heading: Option<u8>,
    cell: bool,
    caption: bool,
    /// How many elements are open that keep their lines.
    preformatted: usize,
    script: Script,
}

/// How the text is set.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Script {
    #[default]
    Normal,
    Super,
    Sub,
}

impl Reader<'_> {
    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if !self.silence.start(&name, tag, self.script == Script::Super) {
            return;
        }
        let source = self.start + tag.span.start..self.start + tag.span.end;
        match effect(&name) {
            Some(Effect::Paragraph) if name == "p" && self.is_numbered() => {}
            Some(Effect::Paragraph) => self.flush(),
            Some(Effect::Line) => self.push(HARD_BREAK.encode_utf8(&mut [0; 4]), source.clone()),
            Some(Effect::Space) => self.push(" ", source.clone()),
            Some(Effect::Nothing) => {}
            None => self.unknown(tag, source.clone()),
        }
        match name.as_str() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.heading = name.as_bytes().get(1).map(|digit| digit - b'0');
            }
            "ul" | "menu" | "dir" => self.containers.open_list(None),
            "ol" => {
                let first = tag.attributes.get(b"start".as_slice());
                let first = first.map(|value| String::from_utf8_lossy(value).into_owned());
                self.containers.open_list(Some(first.and_then(|n| n.parse().ok()).unwrap_or(1)));
            }
            "li" => {
                if let Some(number) = self.containers.open_item() {
                    self.push(&format!("{number}. "), source);
                    self.numbered = self.draft.text.as_str().trim_end().len();
                }
            }
            "blockquote" => self.containers.open_quote(),
            "td" | "th" => self.cell = true,
            "tr" => self.row(),
            "caption" | "figcaption" => self.caption = true,
            "pre" => self.preformatted += 1,
            "sup" => self.script = Script::Super,
            "sub" => self.script = Script::Sub,
            "hr" => self.found.push(Block::scene_break()),
            "img" => self.picture(source),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if effect(name) == Some(Effect::Paragraph) {
            self.flush();
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = None,
            "ul" | "menu" | "dir" | "ol" => self.containers.close_list(),
            "li" => self.containers.close_item(),
            "blockquote" => self.containers.close_quote(),
            "td" | "th" => self.cell = false,
            "tr" | "table" => self.row(),
            "caption" | "figcaption" => self.caption = false,
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            "sup" | "sub" => self.script = Script::Normal,
            _ => {}
        }
    }

    /// Whether nothing was read of an item but its number.
    fn is_numbered(&self) -> bool {
        self.draft.text.as_str().trim_end().len() == self.numbered
    }

    /// Ends a row.
    fn row(&mut self) {
        self.cell = false;
        end_row(&mut self.found);
    }

    /// Reads the alternative text of a picture.
    fn picture(&mut self, source: Range<usize>) {
        let tag = &self.input[..source.end];
        let alt = attributes(tag, source.start + "<img".len()).and_then(|found| found.alt);
        if let Some(alt) = alt {
            self.push(" ", source.start..source.start);
            self.push_text(alt);
            self.push(" ", source.end..source.end);
        }
    }

    /// Reads words in angle brackets that are no tag: <Mission failed>.
    fn unknown(&mut self, tag: &StartTag<usize>, source: Range<usize>) {
        let words =
            !tag.attributes.is_empty() && tag.attributes.values().all(|value| value.is_empty());
        let has_hyphen = tag.name.contains(&b'-');
        if words && !has_hyphen && !tag.self_closing {
            self.push(" ", source.start..source.start);
            self.push_text(source.start + 1..source.end - 1);
            self.push(" ", source.end..source.end);
        }
    }

    /// Reads text of the HTML, which may have references to characters.
    fn text(&mut self, range: Range<usize>) {
        if !self.silence.is_silent() {
            self.push_text(self.start + range.start..self.start + range.end);
        }
    }

    fn push_text(&mut self, range: Range<usize>) {
        let text = &self.input[range.clone()];
        let mut at = 0;
        while let Some(next) = text[at..].find('&') {
            self.push_plain(range.start + at..range.start + at + next);
            at += next;
            let (length, said) = entity(&text[at..]).unwrap_or_else(|| (1, "&".into()));
            self.push(&said, range.start + at..range.start + at + length);
            at += length;
        }
        self.push_plain(range.start + at..range.end);
    }

    /// Appends bytes of the input as they are, as far as the place allows.
    fn push_plain(&mut self, range: Range<usize>) {
        let text = &self.input[range.clone()];
        if self.preformatted > 0 {
            let mut start = range.start;
            for line in text.split_inclusive(['\n', '\r']) {
                self.draft.text.push_copy(line, start);
                if line.ends_with(['\n', '\r']) {
                    self.flush();
                }
                start += line.len();
            }
        } else if self.script == Script::Normal {
            self.draft.text.push_copy(text, range.start);
        } else {
            for (at, c) in text.char_indices() {
                let set = scripted(c, self.script);
                let source = range.start + at..range.start + at + c.len_utf8();
                self.push(set.encode_utf8(&mut [0; 4]), source);
            }
        }
    }

    fn push(&mut self, text: &str, source: Range<usize>) {
        self.draft.text.push(text, source);
    }

    /// Ends the block of text that is being read.
    fn flush(&mut self) {
        if self.draft.text.is_empty() {
            return;
        }
        let kind = match self.heading {
            _ if self.preformatted > 0 => BlockKind::Code,
            _ if self.cell => BlockKind::Cell { place: CellPlace::Inner },
            _ if self.caption => BlockKind::Caption,
            Some(level) => BlockKind::Heading { level },
            None => self.containers.kind(),
        };
        self.numbered = 0;
        let draft = std::mem::take(&mut self.draft);
        if kind == BlockKind::Code {
            self.found.extend(draft.into_block(kind));
            return;
        }
        let mut draft = inline::without_brackets(&draft);
        self.points.extend(draft.take_points());
        let texts = flowing(&draft);
        let verse = kind == BlockKind::Paragraph && texts.len() > 1;
        let kind = if verse { BlockKind::Verse } else { kind };
        let before = self.found.len();
        self.found.extend(texts.into_iter().filter_map(|text| text.into_block(kind)));
        self.points.put_into(&mut self.found[before..]);
    }
}

/// The character that looks as `c` does in superscript or subscript: a digit or sign, as in m².
/// Others stay: 5th, x.
fn scripted(c: char, script: Script) -> char {
    const NORMAL: &str = "0123456789+-−";
    const SUPER: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻";
    const SUB: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₋";
    let table = match script {
        Script::Normal => NORMAL,
        Script::Super => SUPER,
        Script::Sub => SUB,
    };
    let at = NORMAL.chars().position(|normal| normal == c);
    at.and_then(|at| table.chars().nth(at)).unwrap_or(c)
}

#[cfg(test)]
mod tests;
