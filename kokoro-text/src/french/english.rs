//! Which words are spelled in the English way, so that readers of French say them as English.

/// Letters that English has together, and French hardly ever.
const WITHIN: &[&str] = &[
    "ee", "oo", "ow", "ght", "wn", "ough", "wr", "ew", "eam", "ead", "ound", "work", "ware", "wh",
];

/// Ends of English words.
const AT_END: &[&str] =
    &["ing", "ings", "ke", "kes", "ll", "lls", "ness", "less", "ork", "ty", "ly", "day"];

/// Ends of French words that look like these.
const FRENCH: &[&str] = &["aing", "oing", "aings", "oings"];

/// Whether a lower-case word is spelled in the English way.
pub(super) fn looks_english(word: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    word.is_ascii()
        && !ends(FRENCH)
        && (ends(AT_END) || WITHIN.iter().any(|letters| word.contains(letters)))
}
