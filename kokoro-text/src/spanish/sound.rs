//! The sounds of a word between its letters and its phonemes.

/// A sound of a word, in the order in which it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sound {
    /// Symbols of the model.
    pub(super) symbols: &'static str,
    /// What it is to the rules of stress.
    pub(super) role: Role,
}

/// What a sound is to the rules of stress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A consonant, or a vowel that is no syllable of its own.
    Margin,
    /// A close vowel before another one: a syllable that never has a stress.
    Weak,
    /// A vowel that carries a syllable.
    Nucleus,
    /// An `e` before `n` and another consonant, which is open where it has the stress.
    Opening,
    /// A vowel with a written accent.
    Accented,
}

impl Sound {
    pub(super) fn margin(symbols: &'static str) -> Self {
        Self { symbols, role: Role::Margin }
    }

    /// Whether it is the vowel of a syllable that may have the stress.
    pub(super) fn is_nucleus(self) -> bool {
        !matches!(self.role, Role::Margin | Role::Weak)
    }
}
