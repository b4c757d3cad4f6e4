//! The phoneme symbols that the model was trained with.
//!
//! Their numbers are `kokoro-core`'s business. This list exists so that a lexicon or a phonemizer
//! can promise to say nothing else.

/// The 114 symbols of Kokoro v1.0 (`vocab` in upstream's `config.json`), each one character. The
/// 17th is the combining tilde U+0303, written as an escape because it would otherwise join the
/// space before it.
pub const SYMBOLS: &str = concat!(
    ";:,.!?—…\"()“” \u{303}",
    "ʣʥʦʨᵝꭧAIOQSTWYᵊabcdefhijklmnopqrstuvwxyzɑɐɒæβɔɕçɖðʤəɚɛɜɟɡɥɨɪʝɯɰŋɳɲɴøɸθœɹɾɻʁɽʂʃʈʧʊʋʌɣɤχʎʒʔ",
    "ˈˌːʰʲ↓→↗↘ᵻ"
);

/// Whether the model knows `symbol`.
pub fn is_symbol(symbol: char) -> bool {
    SYMBOLS.contains(symbol)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_114_different_symbols() {
        let mut symbols: Vec<char> = SYMBOLS.chars().collect();
        symbols.sort_unstable();
        symbols.dedup();
        assert_eq!(symbols.len(), 114);
        assert_eq!(SYMBOLS.chars().count(), 114);
        assert!(is_symbol('ɡ') && !is_symbol('g'), "the model writes ɡ (U+0261), never g");
    }
}
