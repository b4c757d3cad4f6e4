//! Numbers in English words, by their digits alone: what kind of number a text means is decided by
//! the rules that call this. `kokoro-text` uses it, too.

mod ordinal;
mod whole;
mod year;

pub use ordinal::{ordinal, ordinals};
pub use whole::{
    BELOW_TWENTY, THOUSANDS, below_thousand, cardinal, decimal, digits, spoken_digits,
};
pub use year::{decade, paired, year};
