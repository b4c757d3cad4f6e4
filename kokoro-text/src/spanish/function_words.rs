//! Words without a stress of their own: articles, prepositions, conjunctions, pronouns.

/// How much stress a word keeps before other words of its phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// The primary stress of other words.
    Full,
    /// A secondary stress.
    Half,
    /// None.
    None,
}

/// The weight of a word of small letters.
pub(super) fn weight(word: &str) -> Weight {
    match word {
        "a" | "al" | "as" | "con" | "de" | "del" | "des" | "e" | "el" | "en" | "la" | "las"
        | "le" | "les" | "lo" | "los" | "me" | "mi" | "mis" | "nos" | "o" | "os" | "por"
        | "que" | "quien" | "se" | "si" | "sin" | "su" | "sus" | "te" | "tras" | "tu" | "tus"
        | "u" | "y" => Weight::None,
        "adonde" | "ante" | "aunque" | "bajo" | "como" | "cuando" | "cuanto" | "desde"
        | "donde" | "entre" | "hacia" | "hasta" | "mientras" | "nuestra" | "nuestras"
        | "nuestro" | "nuestros" | "para" | "pero" | "porque" | "quienes" | "sobre" | "vuestra"
        | "vuestras" | "vuestro" | "vuestros" => Weight::Half,
        _ => Weight::Full,
    }
}

/// Phonemes with the stress that this weight leaves. The open vowel of a stressed syllable closes.
pub(super) fn weaken(phonemes: &str, weight: Weight) -> String {
    match weight {
        Weight::Full => phonemes.to_owned(),
        Weight::Half => phonemes.replace('ˈ', "ˌ").replace('ɛ', "e"),
        Weight::None => phonemes.replace('ˈ', ""),
    }
}
