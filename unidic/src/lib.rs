//! Japanese text to morphemes with their readings, by a packed UniDic.
//!
//! The text is divided as MeCab divides it: the words that a dictionary has, and unknown words by
//! the classes of their characters, are joined on the way that costs least, which a Viterbi search
//! finds (T. Kudo, K. Yamamoto, Y. Matsumoto, "Applying Conditional Random Fields to Japanese
//! Morphological Analysis", 2004). Where two ways cost the same, MeCab's is taken.
//!
//! A dictionary is one file that is used where it lies (see `layout.rs`): nothing is parsed but a
//! table of characters, and of the matrix only those rows are unpacked that a text needs.

mod bits;
mod bytes;
mod characters;
mod checksum;
mod dictionary;
mod error;
mod layout;
mod matrix;
pub mod mecab;
mod pack;
mod tokens;
mod trie;
mod unknown;
mod view;
mod viterbi;

pub use characters::{Class, Kind};
pub use dictionary::{Dictionary, Morpheme};
pub use error::Error;
pub use layout::seal;
pub use pack::{PackError, Source, Word, pack};
