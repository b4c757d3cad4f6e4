//! What Roman numerals are in Italian: ordinals, which agree with the noun before or behind.

use crate::european::form::{Ending, Form};
use crate::italian::numbers::{cardinal, ordinal};

/// Words with which a numeral is an ordinal, before or behind it.
const ORDERED: &[(&str, Ending)] = &[
    ("appendice", Ending::Feminine),
    ("articolo", Ending::Masculine),
    ("atto", Ending::Masculine),
    ("canto", Ending::Masculine),
    ("capitolo", Ending::Masculine),
    ("cap.", Ending::Masculine),
    ("classe", Ending::Feminine),
    ("commissione", Ending::Feminine),
    ("concilio", Ending::Masculine),
    ("congresso", Ending::Masculine),
    ("dinastia", Ending::Feminine),
    ("edizione", Ending::Feminine),
    ("fase", Ending::Feminine),
    ("guerra", Ending::Feminine),
    ("legislatura", Ending::Feminine),
    ("legione", Ending::Feminine),
    ("libro", Ending::Masculine),
    ("millennio", Ending::Masculine),
    ("municipio", Ending::Masculine),
    ("olimpiade", Ending::Feminine),
    ("parte", Ending::Feminine),
    ("piano", Ending::Masculine),
    ("reich", Ending::Masculine),
    ("repubblica", Ending::Feminine),
    ("scena", Ending::Feminine),
    ("sec.", Ending::Masculine),
    ("secolo", Ending::Masculine),
    ("secoli", Ending::Masculine),
    ("settimana", Ending::Feminine),
    ("sezione", Ending::Feminine),
    ("titolo", Ending::Masculine),
    ("tomo", Ending::Masculine),
    ("trimestre", Ending::Masculine),
    ("vol.", Ending::Masculine),
    ("volume", Ending::Masculine),
];

/// Words before a numeral that is a cardinal.
const COUNTED: &[&str] = &["anno", "fig.", "figura", "livello", "tabella", "tavola", "tipo"];

/// Names of men that end in "a".
const MEN: &[&str] = &["Andrea", "Attila", "Battista", "Luca", "Nicola", "Papa", "Re", "Zia"];

/// Names of women that do not.
const WOMEN: &[&str] = &["Beatrice", "Ester", "Inés", "Isabel", "Mercedes", "Irene"];

/// What a numeral is read as. "Luigi XIV" is "Luigi quattordicesimo".
pub(crate) fn roman(before: &str, value: u32, numeral: &str, next: &str) -> Option<String> {
    let digits = value.to_string();
    let (word, behind) = (before.to_lowercase(), next.to_lowercase());
    if COUNTED.contains(&&*word) {
        return Some(cardinal(&digits, Form::Alone));
    }
    if numeral.chars().all(char::is_lowercase) {
        return None;
    }
    let ending = |word: &str| ORDERED.iter().find(|(own, _)| *own == word).map(|(_, e)| *e);
    if let Some(ending) = ending(&behind).or_else(|| ending(&word)) {
        return ordinal(&digits, ending);
    }
    if matches!(&*word, "e" | "al" | "il" | "del" | "nel" | "dal") && numeral.len() > 1 {
        let word = matches!(numeral, "MIX" | "DI" | "DC" | "CD" | "CC" | "MC" | "MD" | "CV" | "MI");
        return if word || value > 30 { None } else { ordinal(&digits, Ending::Masculine) };
    }
    let name = before.chars().next().is_some_and(char::is_uppercase)
        && before.chars().skip(1).any(char::is_lowercase)
        && before.chars().nth(2).is_some();
    if !name || matches!(numeral, "MIX" | "DI" | "DC" | "CD" | "CC" | "MC" | "MD" | "CV" | "MI") {
        return None;
    }
    let woman = before.ends_with('a') && !MEN.contains(&before) || WOMEN.contains(&before);
    ordinal(&digits, if woman { Ending::Feminine } else { Ending::Masculine })
}
