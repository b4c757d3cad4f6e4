//! Numbers, dates, amounts and addresses as the words that a reader says.
//!
//! ```
//! use kokoro_normalize::{Dialect, Options, english};
//! use mapped_text::MappedText;
//!
//! let source = MappedText::from_source("It has 105 rooms.");
//! let options = Options::default();
//! let american = english(&source, &[], Dialect::American, &options).text;
//! assert_eq!(american.as_str(), "It has one hundred five rooms.");
//! assert_eq!(american.source(7..23), 7..10); // "one hundred five" was read from "105"
//! let british = english(&source, &[], Dialect::British, &options).text;
//! assert_eq!(british.as_str(), "It has one hundred and five rooms.");
//! ```

// Some parts are for a few languages only.
#![cfg_attr(
    not(all(feature = "english", feature = "hindi", feature = "mandarin")),
    allow(dead_code, unused_imports)
)]

#[cfg(feature = "english")]
pub mod english;
#[cfg(feature = "french")]
pub mod french;
#[cfg(feature = "hindi")]
pub mod hindi;
#[cfg(feature = "italian")]
pub mod italian;
#[cfg(feature = "japanese")]
pub mod japanese;
#[cfg(feature = "mandarin")]
pub mod mandarin;
#[cfg(feature = "portuguese")]
pub mod portuguese;
#[cfg(feature = "spanish")]
pub mod spanish;

mod cursor;
mod driver;
#[cfg(any(feature = "french", feature = "italian", feature = "portuguese", feature = "spanish",))]
mod european;
mod options;
#[cfg(any(feature = "english", feature = "hindi"))]
mod pictograph;
mod reader;
mod said;
mod say_as;
mod vulgar_fraction;

pub use driver::Normalized;
#[cfg(feature = "english")]
pub use english::english;
#[cfg(feature = "french")]
pub use french::french;
#[cfg(feature = "hindi")]
pub use hindi::hindi;
#[cfg(feature = "italian")]
pub use italian::italian;
#[cfg(feature = "japanese")]
pub use japanese::japanese;
#[cfg(feature = "mandarin")]
pub use mandarin::mandarin;
pub use options::{Dialect, Emoji, Options};
#[cfg(feature = "portuguese")]
pub use portuguese::portuguese;
pub use say_as::{
    DateField, DateStyle, DurationField, HourCount, SaidAs, SayAs, SignName, UnknownSayAs,
};
#[cfg(feature = "spanish")]
pub use spanish::spanish;
