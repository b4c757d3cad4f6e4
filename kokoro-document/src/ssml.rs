//! SSML to blocks.
//!
//! The input is divided into tags and text, and no tree is built of them: an element that is open
//! is an entry of a list, so that depth costs no stack. The same scanner reads strictly and
//! leniently; where it meets a fault it knows how to go on, and its reader decides whether to.

mod attributes;
mod before_marks;
mod builder;
mod context;
mod element;
mod end;
mod error;
mod fault;
mod heed;
mod ipa;
mod limits;
mod notes;
mod open;
mod phonemes;
mod place;
mod prosody;
mod reader;
mod reference;
mod roots;
mod scan;
mod stack;
mod state;
mod tag;
mod voice;
mod x_sampa;

use crate::block::Block;
use reader::Reader;

pub use error::SsmlError;
pub use fault::Fault;
pub use limits::{
    MAX_ATTRIBUTES, MAX_BREAK, MAX_DEPTH, MAX_GAIN, MAX_HERTZ, MAX_LENGTH, MAX_RATE, MAX_SEMITONES,
    MAX_WARNINGS, MIN_RATE,
};
pub use notes::{Strictness, Warning};
pub use place::Place;

/// What SSML says.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Ssml {
    /// Its text.
    pub blocks: Vec<Block>,
    /// What it asks for and does not get, in the order of the input.
    pub warnings: Vec<Warning>,
}

/// Reads SSML: a `speak` element, or what may stand in one.
///
/// ```
/// use kokoro_document::ssml::{Strictness, read};
///
/// let input = "<speak>It costs <sub alias='ten euros'>10 €</sub>.</speak>";
/// let read = read(input, Strictness::Strict)?;
/// assert_eq!(read.blocks[0].text.as_str(), "It costs ten euros.");
/// # Ok::<(), kokoro_document::ssml::SsmlError>(())
/// ```
///
/// # Errors
/// [`SsmlError`] names the first fault of the input and its place, if the input is no well-formed
/// XML, defines entities, or goes beyond [`MAX_LENGTH`], [`MAX_DEPTH`] or [`MAX_ATTRIBUTES`].
/// [`Strictness::Lenient`] makes warnings of all faults and never fails.
pub fn read(input: &str, strictness: Strictness) -> Result<Ssml, SsmlError> {
    let (blocks, warnings) = Reader::new(input, strictness).read()?;
    Ok(Ssml { blocks, warnings })
}

/// The blocks of SSML that may have faults.
pub(crate) fn blocks(input: &str) -> Vec<Block> {
    read(input, Strictness::Lenient).unwrap_or_default().blocks
}
