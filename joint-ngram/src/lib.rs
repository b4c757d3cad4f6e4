//! Pronunciations of unknown words by a joint n-gram over letters and phonemes.
//!
//! A word and its pronunciation are one sequence of *units*, each of one or two letters with none
//! to two phonemes: "phone" is `ph:f o:ˈO n:n e:`. Which units a lexicon consists of is learned by
//! expectation maximisation, and an n-gram with modified Kneser-Ney smoothing says how likely a
//! unit is after others. The pronunciation of a new word is the likeliest sequence of units that
//! spells it. The method is that of M. Bisani and H. Ney, "Joint-sequence models for
//! grapheme-to-phoneme conversion", Speech Communication 50 (2008).
//!
//! ```no_run
//! use joint_ngram::{Model, Settings, train};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let lexicon = [("phone", "fˈOn")];
//! std::fs::write("english.jngm", train(&lexicon, &Settings::default())?)?;
//!
//! let packed = std::fs::read("english.jngm")?;
//! let model = Model::new(&packed)?;
//! assert_eq!(model.pronounce("phonable").as_deref(), Some("fˈOnəbəl"));
//! assert_eq!(model.pronounce("Zoë"), None); // letters that it does not know
//! # Ok(())
//! # }
//! ```
//!
//! A packed model is used in place, as it lies in the program or in a mapped file: opening it reads
//! its header and nothing more.

mod decode;
mod error;
mod format;
mod guide;
mod model;
mod phonemes;
mod train;
mod unit;

pub use decode::MAX_LETTERS;
pub use error::Error;
pub use model::Model;
pub use train::{Settings, train};
