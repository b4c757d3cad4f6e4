#![doc = include_str!("../README.md")]

mod block;
mod container;
mod delivery;
mod draft;
mod entities;
mod flow;
mod fold;
mod format;
mod html;
mod inline;
mod markdown;
mod plain;
mod points;
mod shape;
mod speech;
pub mod ssml;
mod time;

use std::vec;

use plain::{Markup, Plain};

pub use block::{Block, BlockKind, CellPlace, Mark, MarkKind};
pub use delivery::{Decibels, DeliveryError};
pub use format::{Format, UnknownFormat};
pub use speech::{AudioClip, Break, BreakStrength, Gender, Pitch, Prosody, SayAs, VoiceChoice};
pub use time::parse_time;

/// The blocks of a document, in its order.
///
/// Plain text is read as it is asked for, a few lines at a time; Markdown, HTML and SSML are parsed
/// when this is called. SSML is read leniently; [`ssml::read`] tells faults and warnings.
pub fn blocks(input: &str, format: Format) -> Blocks<'_> {
    let format = if format == Format::Auto && is_page(input) { Format::Html } else { format };
    Blocks(match format {
        Format::Plain => Inner::Plain(Plain::new(input, Markup::OfWords)),
        Format::Auto => Inner::Plain(Plain::new(input, Markup::Safe)),
        Format::Markdown => Inner::Parsed(markdown::blocks(input).into_iter()),
        Format::Html => Inner::Parsed(html::blocks(input, 0..input.len()).into_iter()),
        Format::Ssml => Inner::Parsed(ssml::blocks(input).into_iter()),
    })
}

/// Whether `input` begins as an HTML page does, or begins and ends as a piece of one.
fn is_page(input: &str) -> bool {
    let start = input.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let begins = ["<!doctype html", "<html"]
        .iter()
        .any(|page| start.get(..page.len()).is_some_and(|start| start.eq_ignore_ascii_case(page)));
    let name = start.strip_prefix('<').unwrap_or_default();
    let (name, rest) = name.split_at(name.find([' ', '>', '\n']).unwrap_or(0));
    let is_block = inline::effect(&name.to_ascii_lowercase()) == Some(inline::Effect::Paragraph);
    begins || is_block && !rest.is_empty() && input.trim_end().ends_with('>')
}

/// Iterator of [`blocks`].
#[derive(Debug, Clone)]
pub struct Blocks<'a>(Inner<'a>);

#[derive(Debug, Clone)]
enum Inner<'a> {
    Plain(Plain<'a>),
    Parsed(vec::IntoIter<Block>),
}

impl Iterator for Blocks<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        match &mut self.0 {
            Inner::Plain(plain) => plain.next(),
            Inner::Parsed(parsed) => parsed.next(),
        }
    }
}
