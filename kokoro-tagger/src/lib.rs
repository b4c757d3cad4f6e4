//! English text as tokens with part-of-speech tags, as spaCy 3.8 has them with its small model,
//! `en_core_web_sm` 3.8.0.
//!
//! ```
//! use kokoro_tagger::{Tag, Tagger};
//!
//! let text = "They don't read it.";
//! let tokens = Tagger::new().tag(text);
//! let found: Vec<_> = tokens.iter().map(|t| (&text[t.range.clone()], t.tag.as_str())).collect();
//! let expected = [("They", "PRP"), ("do", "VBP"), ("n't", "RB"), ("read", "VB"), ("it", "PRP")];
//! assert_eq!(found[..5], expected);
//! assert_eq!(tokens[5].tag, Tag::Period);
//! ```
//!
//! ```text
//!  text ─ tokenizer ─► tokens ─ lexeme ─► 6 attributes each ─ network ─► a tag each
//! ```
//!
//! The rules and weights lie in `data`, packed by `tools/pack.py`, and are used in place.

mod classes;
mod hashing;
mod lexeme;
mod network;
mod simd;
mod table;
mod tag;
mod tagger;
mod token;
mod tokenizer;
mod weights;

pub use tag::{ParseTagError, Tag};
pub use tagger::Tagger;
pub use token::{Token, Untagged};
