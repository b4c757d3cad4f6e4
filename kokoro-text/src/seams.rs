//! Where between two words a reader takes breath: before conjunctions and relative pronouns, and
//! not after articles and prepositions.

/// Words with which clauses begin, of all languages that Kokoro speaks, in lower case. A word of
/// one language that is another thing in another one does no harm: where a long sentence has no
/// mark, it is cut before one of these rather than before any other word.
#[rustfmt::skip]
const CLAUSES: &[&str] = &[
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

/// Words that lead on to the next, so that nobody takes breath behind them: articles, prepositions
/// and the like, in lower case.
#[rustfmt::skip]
const LEADING_ON: &[&str] = &[
    // English
    "a", "an", "at", "by", "for", "from", "her", "his", "in", "its", "my", "no", "of", "on", "our",
    "the", "their", "to", "very", "with", "your",
    // Spanish
    "al", "con", "de", "del", "el", "en", "la", "las", "los", "muy", "para", "por", "su", "sus",
    "un", "una",
    // French
    "au", "aux", "avec", "dans", "des", "du", "le", "les", "pour", "sa", "ses", "son", "sur", "une",
    "à",
    // Italian
    "alla", "da", "dei", "della", "di", "gli", "i", "il", "lo", "nel", "nella", "per",
    // Portuguese
    "ao", "as", "com", "das", "do", "dos", "em", "na", "nas", "os", "pela", "pelo", "um", "uma",
];

/// What may be said of the space before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seam {
    /// A clause may begin with the word: a good place to cut.
    Clause,
    /// The word before leads on to it: a bad place to cut.
    Joined,
}

/// The seams among the words of a sentence, by their places in `words`. What is no seam is a space
/// like others.
pub(crate) fn seams<'a>(words: impl Iterator<Item = &'a str>) -> Vec<(usize, Seam)> {
    let mut seams = Vec::new();
    let (mut leads_on, mut began) = (false, false);
    for (at, word) in words.enumerate() {
        let begins = is_one_of(word, CLAUSES);
        // "and if", "parce que": the first is the place to cut.
        if leads_on || began {
            seams.push((at, Seam::Joined));
        } else if begins {
            seams.push((at, Seam::Clause));
        }
        (leads_on, began) = (is_one_of(word, LEADING_ON), begins);
    }
    seams
}

/// The longest of the words above in bytes.
const LONGEST: usize = 24;

/// Whether `spoken` is one of `words`, in capitals or not, behind a mark or not.
fn is_one_of(spoken: &str, words: &[&str]) -> bool {
    let word = spoken.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_known = |word: &str| words.contains(&word);
    is_known(word) || word.len() <= LONGEST && is_known(&word.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_marks_do_not_matter() {
        assert!(is_one_of("“But", CLAUSES) && is_one_of("और", CLAUSES));
        assert!(!is_one_of("hand", CLAUSES) && !is_one_of("", CLAUSES));
        let words = CLAUSES.iter().chain(LEADING_ON);
        assert!(words.clone().all(|word| word.len() <= LONGEST && *word == word.to_lowercase()));
    }

    #[test]
    fn the_first_of_several_conjunctions_begins_the_clause() {
        let seams = seams("he stays parce que the cat sleeps".split(' '));
        assert_eq!(
            seams,
            [(2, Seam::Clause), (3, Seam::Joined), (4, Seam::Joined), (5, Seam::Joined)]
        );
    }
}
