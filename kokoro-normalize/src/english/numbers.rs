//! Numbers in English words.

mod ordinal;
mod whole;
mod year;

pub use ordinal::{ordinal, ordinals};
pub use whole::{
    BELOW_TWENTY, THOUSANDS, below_thousand, cardinal, decimal, digits, spoken_digits,
};
pub use year::{decade, paired, year};
