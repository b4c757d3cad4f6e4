//! What the words around a number say of it.

use crate::{cursor::Cursor, reader::Reader};

/// Words that do not name what an amount before them belongs to.
const NO_NOUNS: [&str; 72] = [
    "we", "he", "she", "they", "you", "i", "would", "could", "should", "did", "do", "made", "a",
    "about", "after", "all", "and", "are", "as", "at", "away", "be", "because", "before", "but",
    "by", "can", "does", "during", "each", "every", "for", "from", "had", "has", "have", "here",
    "if", "in", "into", "is", "it", "just", "less", "more", "most", "nor", "not", "of", "off",
    "on", "only", "or", "out", "over", "per", "since", "so", "than", "that", "the", "then", "to",
    "today", "until", "was", "were", "when", "which", "while", "will", "with",
];

/// What has an amount as its name, also without an article: "$5 bills".
const PAPERS: [&str; 12] = [
    "bill", "bills", "chip", "chips", "coin", "coins", "coupons", "note", "notes", "stamps",
    "ticket", "tickets",
];

/// Whether the amount that `reader` has read stands before the noun that it describes, as in "a $20
/// bill" or "an 8 m tunnel": its unit is then in the singular. After other words than "a" this is
/// so only if the amount is a `large` one: "the $5 million prize".
pub(crate) fn is_attribute(cursor: &Cursor<'_>, reader: &Reader<'_>, large: bool) -> bool {
    let mut ahead = *reader;
    if ahead.eat("-") {
        return ahead.peek().is_some_and(char::is_lowercase);
    }
    let owner = match cursor.previous_word() {
        "a" | "an" | "A" | "An" | "another" => true,
        "the" | "The" | "this" | "that" | "his" | "her" | "its" | "their" | "our" | "my" => large,
        _ => false,
    };
    let mut paper = ahead;
    if paper.space() && PAPERS.contains(&paper.word()) {
        return true;
    }
    owner && ahead.space() && (ahead.peek() == Some('(') || is_noun(ahead.word()))
}

/// Whether a small word may be a noun or an adjective.
pub(crate) fn is_noun(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_alphabetic) && !NO_NOUNS.contains(&word)
}

/// Words in -s that are no nouns in the plural.
#[rustfmt::skip]
const NO_PLURALS: [&str; 52] = [
    "across", "afterwards", "always", "analysis", "as", "basis", "becomes", "begins", "besides",
    "bonus", "brings", "bus", "campus", "census", "chorus", "comes", "crisis", "does",
    "downwards", "ends", "gas", "gives", "goes", "has", "his", "includes", "is", "its", "knows",
    "less", "makes", "marks", "means", "nevertheless", "nonetheless", "perhaps", "plus", "says",
    "seems", "series", "shows", "sometimes", "starts", "status", "this", "thus", "towards",
    "unless", "us", "versus", "virus", "was",
];

/// Whether a word is a noun in the plural, which is counted by a number before it.
pub(crate) fn is_plural(word: &str) -> bool {
    let irregular = ["people", "men", "women", "children", "percent", "feet", "sheep", "fish"];
    irregular.contains(&word)
        || word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && word.chars().all(char::is_lowercase)
            && !NO_PLURALS.contains(&word)
}

/// Whether a time of the day may follow a word, even if it is written like another number: "by
/// 0600", and in Britain "at 9.30".
pub(crate) fn announces_time(word: &str) -> bool {
    let words = ["at", "from", "by", "until", "till", "before", "after", "about"];
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}
