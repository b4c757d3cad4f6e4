//! Makes the packed form of a dictionary.

mod columns;
mod rows;
mod spanning;

use std::collections::BTreeMap;

use crate::characters::{Class, Kind, pack_characters};
use crate::layout::join;
use crate::tokens::{PackedReadings, Token, pack_tokens};
use crate::trie::pack_trie;
use crate::unknown::pack_unknown;

/// What a dictionary says, as MeCab has it.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The words, those of one surface in the order in which MeCab tries them.
    pub words: Vec<Word>,
    /// The kind of each character from U+0000 to U+FFFF.
    pub characters: Vec<Kind>,
    /// For each class, the context and the cost of each way to take an unknown word.
    pub unknown: [Vec<(u16, i16)>; Class::ALL.len()],
    /// Number of contexts, each of which a word may have on both sides.
    pub contexts: usize,
    /// What it costs that a word of one context follows one of another: at
    /// `contexts * following + preceding`.
    pub costs: Vec<i16>,
}

/// A way to take a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// How it is written; not empty.
    pub surface: String,
    /// Its context on both sides.
    pub context: u16,
    /// What it costs by itself.
    pub cost: i16,
    /// How it is pronounced, if otherwise than it is written.
    pub reading: Option<String>,
}

/// Why a dictionary cannot be packed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// A word has no letters.
    #[error("a word has an empty surface")]
    EmptyWord,
    /// A word has a context beyond those of the matrix.
    #[error("context {found} is beyond the {contexts} contexts of the matrix")]
    Context {
        /// The context.
        found: u16,
        /// How many there are.
        contexts: usize,
    },
    /// The matrix has another number of costs than the square of that of the contexts, or more
    /// contexts than 2^16, or none.
    #[error("{contexts} contexts need a square of costs, but there are {found}")]
    Matrix {
        /// Number of contexts.
        contexts: usize,
        /// Number of costs.
        found: usize,
    },
    /// There is not one kind for each character from U+0000 to U+FFFF.
    #[error("expected the kinds of 65536 characters, found {found}")]
    Characters {
        /// How many there are.
        found: usize,
    },
    /// A reading is longer than 255 characters, or there are too many of them or of their
    /// characters.
    #[error("the reading \"{reading}\" does not fit")]
    Reading {
        /// The reading.
        reading: String,
    },
}

/// Packs a dictionary for [`Dictionary::from_bytes`](crate::Dictionary::from_bytes).
///
/// Of several words with the same surface and the same context only the cheapest is kept, because
/// no other can be on the cheapest way through a text.
///
/// # Errors
/// [`PackError`] if the parts of the source contradict each other or do not fit.
pub fn pack(source: &Source) -> Result<Vec<u8>, PackError> {
    let &Source { contexts, ref costs, .. } = source;
    if contexts == 0 || contexts > 1 << 16 || costs.len() != contexts * contexts {
        return Err(PackError::Matrix { contexts, found: costs.len() });
    }
    if source.characters.len() != 1 << 16 {
        return Err(PackError::Characters { found: source.characters.len() });
    }
    let words = source.words.iter().map(|word| word.context);
    let unknown = source.unknown.iter().flatten().map(|(context, _)| *context);
    if let Some(found) = words.chain(unknown).find(|found| usize::from(*found) >= contexts) {
        return Err(PackError::Context { found, contexts });
    }
    let (surfaces, readings) = surfaces(&source.words)?;
    let names: Vec<&str> = surfaces.keys().copied().collect();
    if names.first() == Some(&"") {
        return Err(PackError::EmptyWord);
    }
    let (trie, order) = pack_trie(&names);
    let tokens: Vec<&[Token]> = surfaces.values().map(Vec::as_slice).collect();
    let [first_tokens, tokens] = pack_tokens(order.into_iter().map(|number| tokens[number]));
    let [kinds, characters] = pack_characters(&source.characters);
    let [labels, internal, first_children, terminal] = trie;
    let [contexts, rows] = rows::pack_matrix(contexts, costs);
    let unknown = pack_unknown(&source.unknown);
    // In the order of `layout::Part`.
    Ok(join([
        kinds,
        characters,
        unknown,
        labels,
        internal,
        first_children,
        terminal,
        first_tokens,
        tokens,
        readings.finish(),
        contexts,
        rows,
    ]))
}

type Surfaces<'w> = BTreeMap<&'w str, Vec<Token>>;

/// The tokens of each surface, and their readings.
fn surfaces(words: &[Word]) -> Result<(Surfaces<'_>, PackedReadings), PackError> {
    let mut cheapest: BTreeMap<(&str, u16), usize> = BTreeMap::new();
    for (number, word) in words.iter().enumerate() {
        let known = cheapest.entry((&word.surface, word.context)).or_insert(number);
        if word.cost < words[*known].cost {
            *known = number;
        }
    }
    let mut kept: Vec<usize> = cheapest.into_values().collect();
    kept.sort_unstable(); // the order in which they are tried
    let mut readings = PackedReadings::default();
    let mut surfaces = Surfaces::new();
    for Word { surface, context, cost, reading } in kept.into_iter().map(|number| &words[number]) {
        let reading = match reading.as_ref().filter(|reading| *reading != surface) {
            None => 0,
            Some(reading) => readings
                .place(reading)
                .ok_or_else(|| PackError::Reading { reading: reading.clone() })?,
        };
        let token = Token { context: *context, cost: *cost, reading };
        surfaces.entry(surface.as_str()).or_default().push(token);
    }
    Ok((surfaces, readings))
}
