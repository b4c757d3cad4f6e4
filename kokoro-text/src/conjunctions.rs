//! Words before which a reader may take breath: conjunctions and relative pronouns that begin a
//! clause.

/// Such words of all languages that Kokoro speaks with spaces between words, in lower case. A word
/// of one language that is another thing in another one does no harm: where a long sentence has
/// no mark, it is cut before one of these rather than before any other word.
#[rustfmt::skip]
const CONJUNCTIONS: &[&str] = &[
    // English
    "although", "and", "as", "because", "but", "if", "nor", "or", "since", "so", "than", "that",
    "though", "unless", "until", "when", "where", "whereas", "whether", "which", "while", "who",
    "whom", "whose", "yet",
    // Spanish
    "aunque", "cuando", "donde", "mientras", "ni", "o", "pero", "porque", "pues", "que", "quien",
    "si", "sino", "u", "y",
    // French
    "car", "comme", "donc", "dont", "et", "lorsque", "mais", "où", "ou", "parce", "puisque",
    "quand", "qui", "tandis",
    // Italian
    "anche", "che", "cui", "dove", "e", "ed", "finché", "ma", "mentre", "oppure", "perché",
    "poiché", "quando", "se",
    // Portuguese
    "embora", "enquanto", "mas", "nem", "onde", "pois", "porém", "quem",
    // Hindi
    "अगर", "और", "कि", "क्योंकि", "जब", "जबकि", "जो", "तो", "परंतु", "मगर", "या", "लेकिन",
    // Mandarin
    "但", "但是", "而", "而且", "和", "或者", "可是", "如果", "所以", "虽然", "因为", "以及",
];

/// Whether a clause may begin with the word `spoken`.
pub(crate) fn begins_clause(spoken: &str) -> bool {
    let word = spoken.trim_start_matches(|c: char| !c.is_alphanumeric());
    let known = |word: &str| CONJUNCTIONS.contains(&word);
    // The words of most texts are in lower case already, and none of these is long.
    known(word) || word.len() <= 24 && known(&word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_marks_do_not_matter() {
        assert!(begins_clause("and") && begins_clause("“But") && begins_clause("और"));
        assert!(!begins_clause("hand") && !begins_clause("") && !begins_clause(","));
    }
}
