//! The phoneme symbols of the model, and which of them belong together.
//!
//! A phonemizer says nothing but these symbols.

pub use kokoro_lexicon::{SYMBOLS, is_symbol};

/// Whether `symbol` makes a sound: it is no mark, no space and no sign of stress, length or tone.
pub fn is_sound(symbol: char) -> bool {
    is_symbol(symbol) && symbol.is_alphabetic() && !follows(symbol) && !leads(symbol)
}

/// Marks that belong to the symbol before them: length, aspiration, palatalisation, nasalisation.
pub(crate) fn follows(symbol: char) -> bool {
    matches!(symbol, 'ː' | 'ʰ' | 'ʲ' | 'ᵝ' | '\u{303}')
}

/// Marks that belong to the symbol after them: primary and secondary stress.
pub(crate) fn leads(symbol: char) -> bool {
    matches!(symbol, 'ˈ' | 'ˌ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_sound_and_marks_do_not() {
        assert!("aᵊᵻʔA".chars().all(is_sound));
        assert!(!".…ˈːʲ→“ ".chars().any(is_sound));
    }
}
