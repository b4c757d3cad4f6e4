//! The phoneme symbols of the model, and which of them belong together.
//!
//! A phonemizer says nothing but these symbols.

pub use kokoro_lexicon::{SYMBOLS, is_symbol};

/// Marks that belong to the symbol before them: length, aspiration, palatalisation, nasalisation.
pub(crate) fn follows(symbol: char) -> bool {
    matches!(symbol, 'ː' | 'ʰ' | 'ʲ' | 'ᵝ' | '\u{303}')
}

/// Marks that belong to the symbol after them: primary and secondary stress.
pub(crate) fn leads(symbol: char) -> bool {
    matches!(symbol, 'ˈ' | 'ˌ')
}
