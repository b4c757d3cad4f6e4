//! Words without stress of their own: articles, prepositions, pronouns, auxiliary verbs.

use crate::stress::{PRIMARY, SECONDARY};

/// Words that are said weakly, unless they end a phrase.
#[rustfmt::skip]
const WEAK: &[&str] = &[
    "a", "abbiamo", "abbiate", "ad", "agli", "ai", "al", "alcun", "alcuna", "alcune", "alcuni",
    "alcuno", "alla", "alle", "allo", "anche", "avessero", "avessimo", "avete", "aveva", "avevi",
    "avevo", "avranno", "avrebbe", "avrei", "avremo", "avrete", "avrà", "avrò", "benchè", "ce",
    "che", "chi", "ci", "ciascun", "cioè", "coi", "col", "come", "con", "contro", "da", "dagli",
    "dai", "dal", "dalla", "dalle", "dallo", "de", "degli", "del", "della", "delle", "dello", "di",
    "e", "ebbe", "ebbero", "ebbi", "ed", "egli", "ella", "era", "eri", "ero", "essa", "esse",
    "essi", "fossero", "fossi", "fossimo", "foste", "fra", "fu", "fummo", "furono", "ha", "hai",
    "hanno", "ho", "i", "il", "in", "la", "le", "lei", "li", "lo", "loro", "lui", "ma", "mai", "me",
    "mentre", "mi", "mia", "mie", "miei", "mio", "ne", "neanche", "nel", "nessun", "nessuna",
    "nessuno", "noi", "nostra", "nostre", "nostri", "nostro", "o", "ogni", "oltre", "per", "perché",
    "più", "pure", "quegli", "quel", "quella", "quelle", "questa", "queste", "questi", "questo",
    "saranno", "sarebbe", "sarebbero", "sarei", "saremo", "sarete", "sarà", "sarò", "se", "sei",
    "senza", "si", "sia", "siamo", "siate", "siete", "sono", "su", "sua", "sue", "sugli", "sui",
    "sul", "sulla", "sulle", "sullo", "suo", "suoi", "te", "ti", "tra", "tu", "tua", "tue", "tuo",
    "tuoi", "un", "una", "ve", "verso", "vi", "voilà", "vostra", "vostre", "vostri", "vostro",
    "vuol", "vuole", "è",
];

/// Whether a word in lower case is weak.
pub(super) fn is_weak(word: &str) -> bool {
    WEAK.binary_search(&word).is_ok()
}

/// A word's phonemes as it is said weakly: without stress if it has one vowel, and else with
/// secondary stress. Weak u and last i are lax.
pub(super) fn weaken(phonemes: &str) -> String {
    if let Some(stem) = phonemes.strip_suffix("ˈaːi") {
        return format!("{stem}aj"); // "dai"
    }
    let vowels = phonemes.chars().filter(|&c| "aeiouɛɔɪʊʌAI".contains(c)).count();
    let stress = phonemes.find(PRIMARY);
    let mut weak = String::with_capacity(phonemes.len());
    let mut chars = phonemes.char_indices().peekable();
    while let Some((at, symbol)) = chars.next() {
        let is_stressed = stress.is_some_and(|stress| at == stress + PRIMARY.len_utf8());
        let is_last = chars.peek().is_none();
        match symbol {
            PRIMARY if vowels == 1 => {}
            PRIMARY => weak.push(SECONDARY),
            'u' if is_stressed => weak.push('ʊ'),
            'i' if vowels == 1 && is_last && at > PRIMARY.len_utf8() => weak.push('ɪ'),
            'ɛ' if vowels == 1 => weak.push('e'),
            'ɔ' if vowels == 1 => weak.push('o'),
            'ː' if weak.ends_with(is_vowel) => {}
            _ => weak.push(symbol),
        }
    }
    weak
}

fn is_vowel(phoneme: char) -> bool {
    "aeiouɛɔɪʊ".contains(phoneme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_weakened() {
        assert!(WEAK.is_sorted());
        let forms = [
            ("ˈiːl", "il"),
            ("dˈi", "dɪ"),
            ("ˈuna", "ˌʊna"),
            ("nˈɛl", "nel"),
            ("lˈɔro", "lˌɔro"),
            ("ˈi", "i"),
            ("abːjˈamo", "abːjˌamo"),
            ("ˈaj", "aj"),
            ("pjˈu", "pjʊ"),
            ("ʎɪ", "ʎɪ"),
        ];
        for (full, weak) in forms {
            assert_eq!(weaken(full), weak);
        }
    }
}
