//! Short ways to write tables of rules.

use super::rule::{Heteronym, Reading, Rule, Test};

/// A heteronym and its rules.
pub(super) const fn of(word: &'static str, rules: &'static [Rule]) -> Heteronym {
    Heteronym { word, rules }
}

/// What is read if all tests hold.
pub(super) const fn when(when: &'static [Test], reading: Reading) -> Rule {
    Rule { when, reading }
}

/// American and British phonemes.
pub(super) const fn said(american: &'static str, british: &'static str) -> Reading {
    Reading::Said { american, british }
}
