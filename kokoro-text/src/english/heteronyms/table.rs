//! How tables of rules are written.
//!
//! ```text
//! table! {
//!     "word" {
//!         test, test => reading;   // the first rule whose tests all hold decides
//!         => reading;              // holds always
//!     }
//!     "another" RULES_THAT_SEVERAL_WORDS_HAVE
//! }
//! ```

use super::rule::Reading;

macro_rules! table {
    ($($word:literal $rules:tt)*) => {
        &[$($crate::english::heteronyms::rule::Heteronym {
            word: $word,
            rules: $crate::english::heteronyms::table::rules!($rules),
        }),*]
    };
}

macro_rules! rules {
    ({ $($($test:expr),* => $reading:expr;)* }) => {
        &[$($crate::english::heteronyms::rule::Rule {
            when: &[$($test),*],
            reading: $reading,
        }),*]
    };
    ($shared:ident) => { $shared };
}

pub(super) use {rules, table};

/// American and British phonemes.
pub(super) const fn said(american: &'static str, british: &'static str) -> Reading {
    Reading::Said { american, british }
}
