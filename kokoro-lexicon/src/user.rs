//! Lexicons that users write: words, phrases and regular expressions, and how they are read.
//!
//! ```
//! use kokoro_lexicon::user::{Format, Matcher, Replacement, UserLexicon};
//!
//! # fn main() -> Result<(), kokoro_lexicon::user::Error> {
//! let text = r#"
//!     [[entry]]
//!     word = "Nguyen"
//!     respelling = "win"
//!
//!     [[entry]]
//!     word = "PostgreSQL"
//!     phonemes = "ˈpoʊstɡrɛs ˌkjuːˈɛl"
//!     language = "en"
//! "#;
//! let lexicon = UserLexicon::parse(text, Format::Toml, "words.toml")?;
//! let matches = Matcher::new(&lexicon, "en-us").matches("Nguyen's PostgreSQL");
//! assert_eq!(matches[0].range, 0..8);
//! assert_eq!(matches[0].replacement, Replacement::Respelling("win's".to_owned()));
//! assert_eq!(matches[1].replacement, Replacement::Phonemes("pˈOstɡɹɛs kjˌuˈɛl".to_owned()));
//! # Ok(())
//! # }
//! ```
//!
//! A [`UserLexicon`] is a value that does not change. To take over a file that has changed, parse
//! it again and put the new value in the place of the old one.
//!
//! # Entries
//!
//! An entry has a pattern, `word` or `regex`; what is read, `phonemes` or `respelling`; and, if
//! wanted, a case rule and a language. The README of this crate describes them with examples.
//!
//! # Which entry wins
//!
//! The match that begins first wins, and of those that begin together the longest: a phrase wins
//! over its first word. Where several match the same bytes, a word or phrase wins over a regular
//! expression; then one whose case is as written over one that ignores case; then a later file over
//! an earlier one; then one for a region over one for a language, and that over one for every
//! language; then the later entry.
//!
//! # Where words begin and end
//!
//! A match begins and ends at the edge of a word: letters, digits, underscores and marks that
//! combine with them make words. In English, an apostrophe between letters does, too, except in the
//! ending 's: an entry for "Nguyen" serves "Nguyen's", and the ending is read after what the entry
//! says. Chinese and Japanese do not separate words, so a match may begin anywhere in them.
//! A match of a regular expression lies within a line, and in a line of more than 1024 bytes within
//! a part of it.

mod check;
mod csv_file;
mod entry;
mod error;
mod fold;
mod ipa;
mod keys;
mod language;
mod lexicon;
mod matcher;
mod raw;
mod search;
mod template;
#[cfg(test)]
mod tests;
mod toml_file;

pub use error::{Error, Found, Problem};
pub use lexicon::{Format, UserLexicon};
pub use matcher::{Match, Matcher, Replacement};
