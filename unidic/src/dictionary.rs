//! A packed dictionary, and the morphemes that it finds.

use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::ops::Range;
use std::path::Path;

use memmap2::Mmap;

use crate::Error;
use crate::characters::{Characters, Class};
use crate::layout::{Part, parts};
use crate::matrix::{Matrix, Packed};
use crate::tokens::{Readings, Tokens};
use crate::trie::Trie;
use crate::unknown::{Unknown, unpack_unknown};
use crate::view::View;
use crate::viterbi::segment;

/// A packed dictionary: words with their readings, and what it costs that one follows another.
pub struct Dictionary {
    bytes: Bytes,
    parts: [Range<usize>; Part::COUNT],
    characters: Characters,
    unknown: Unknown,
    matrix: Matrix,
}

/// A word or a sign of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Morpheme {
    /// The bytes of the text. Between two morphemes lies nothing but spaces.
    pub range: Range<usize>,
    /// How it is pronounced, in katakana. `None` if the dictionary lacks the word, or has no other
    /// reading for it than what is written.
    pub reading: Option<String>,
    /// Whether the dictionary has the word.
    pub known: bool,
    /// The class of its first character.
    pub class: Class,
}

/// Where the bytes of a dictionary lie.
enum Bytes {
    Mapped(Mmap),
    Given(Cow<'static, [u8]>),
}

impl Bytes {
    fn get(&self) -> &[u8] {
        match self {
            Self::Mapped(map) => map,
            Self::Given(bytes) => bytes,
        }
    }
}

impl Dictionary {
    /// Maps a file, which is read where it lies.
    ///
    /// # Errors
    /// [`Error::Read`], and those of [`Dictionary::from_bytes`].
    pub fn open(path: &Path) -> Result<Self, Error> {
        let failed = |source| Error::Read { path: path.into(), source };
        let file = File::open(path).map_err(failed)?;
        // SAFETY: the map is only read. A dictionary is replaced by renaming, never rewritten in
        // place; a foreign program that shortens it meanwhile ends this process by a signal, as
        // with any mapped file.
        let map = unsafe { Mmap::map(&file) }.map_err(failed)?;
        Self::new(Bytes::Mapped(map))
    }

    /// Opens a dictionary that lies in memory.
    ///
    /// # Errors
    /// [`Error::Magic`], [`Error::Version`], [`Error::Length`] or [`Error::Damaged`].
    pub fn from_bytes(bytes: Cow<'static, [u8]>) -> Result<Self, Error> {
        Self::new(Bytes::Given(bytes))
    }

    fn new(bytes: Bytes) -> Result<Self, Error> {
        let whole = bytes.get();
        let parts = parts(whole)?;
        let part = |part: Part| &whole[parts[part as usize].clone()];
        let damaged = |part: Part| Error::Damaged { part: part.name() };
        let characters = Characters::new(part(Part::Kinds), part(Part::Characters));
        let characters = characters.ok_or_else(|| damaged(Part::Kinds))?;
        let unknown = unpack_unknown(part(Part::Unknown)).ok_or_else(|| damaged(Part::Unknown))?;
        let packed = Packed { contexts: part(Part::Contexts), rows: part(Part::Rows) };
        let matrix = Matrix::new(packed).ok_or_else(|| damaged(Part::Rows))?;
        let dictionary = Self { bytes, parts, characters, unknown, matrix };
        dictionary.view()?;
        Ok(dictionary)
    }

    /// The morphemes of a text, in order: those of the way through the text that costs least.
    pub fn morphemes(&self, text: &str) -> Vec<Morpheme> {
        let Ok(view) = self.view() else { return Vec::new() }; // it was opened before
        let nodes = segment(&view, text).into_iter();
        let morphemes = nodes.map(|node| Morpheme {
            reading: node.reading.and_then(|place| view.readings.get(place)),
            known: node.reading.is_some(),
            range: node.range,
            class: node.class,
        });
        morphemes.collect()
    }

    /// Opens the parts that are used as they lie.
    fn view(&self) -> Result<View<'_>, Error> {
        let part = |part: Part| &self.bytes.get()[self.parts[part as usize].clone()];
        let damaged = |part: Part| Error::Damaged { part: part.name() };
        let surfaces = [Part::Labels, Part::Internal, Part::FirstChildren, Part::Terminal];
        let tokens = Tokens::new(part(Part::FirstTokens), part(Part::Tokens));
        Ok(View {
            characters: &self.characters,
            unknown: &self.unknown,
            trie: Trie::new(surfaces.map(part)).ok_or_else(|| damaged(Part::Labels))?,
            tokens: tokens.ok_or_else(|| damaged(Part::Tokens))?,
            readings: Readings::new(part(Part::Readings)).ok_or_else(|| damaged(Part::Readings))?,
            matrix: &self.matrix,
            packed: Packed { contexts: part(Part::Contexts), rows: part(Part::Rows) },
        })
    }
}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dictionary").field("bytes", &self.bytes.get().len()).finish_non_exhaustive()
    }
}
