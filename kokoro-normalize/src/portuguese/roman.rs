//! What Roman numerals are in Portuguese.

use crate::european::form::{Ending, Form};
use crate::portuguese::numbers::{cardinal, ordinal};

/// Numerals that are rather words or initials.
const WORDS: &[&str] = &["CC", "CD", "CM", "CV", "DC", "DI", "MC", "MD", "MI", "MIX", "MM"];

/// Words before a numeral that is a cardinal.
const COUNTED: &[&str] = &[
    "volumes",
    "anexo",
    "ano",
    "apêndice",
    "artigo",
    "art.",
    "capítulo",
    "cap.",
    "classe",
    "fase",
    "figura",
    "grau",
    "inciso",
    "livro",
    "nível",
    "número",
    "nº",
    "parte",
    "página",
    "quadro",
    "seção",
    "tabela",
    "tipo",
    "tomo",
    "título",
    "vol.",
    "volume",
    "windows",
    "zona",
];

/// Words before a numeral that is an ordinal up to ten, and a cardinal after that.
const CENTURIES: &[&str] = &["século", "séculos", "séc.", "sécs."];

/// Words before or behind an ordinal, and how it ends.
const ORDERED: &[(&str, Ending)] = &[
    ("ato", Ending::Masculine),
    ("bienal", Ending::Feminine),
    ("campeonato", Ending::Masculine),
    ("concílio", Ending::Masculine),
    ("conferência", Ending::Feminine),
    ("congresso", Ending::Masculine),
    ("copa", Ending::Feminine),
    ("dinastia", Ending::Feminine),
    ("edição", Ending::Feminine),
    ("encontro", Ending::Masculine),
    ("feira", Ending::Feminine),
    ("festival", Ending::Masculine),
    ("guerra", Ending::Feminine),
    ("jornada", Ending::Feminine),
    ("olimpíada", Ending::Feminine),
    ("prêmio", Ending::Masculine),
    ("reich", Ending::Masculine),
    ("república", Ending::Feminine),
    ("seminário", Ending::Masculine),
    ("semana", Ending::Feminine),
    ("simpósio", Ending::Masculine),
];

/// Men whose names end in "a".
const MEN: &[&str] = &["Costa", "Garcia", "Luca", "Josué", "Silva"];
/// Women whose names do not end in "a".
const WOMEN: &[&str] = &["Beatriz", "Elizabeth", "Isabel", "Margarete", "Raquel"];

/// What a numeral is read as. "Luís XIV" is "Luís catorze", "Dom Pedro II" "Dom Pedro segundo".
pub(crate) fn roman(before: &str, value: u32, numeral: &str, next: &str) -> Option<String> {
    let digits = value.to_string();
    let word = before.to_lowercase();
    if WORDS.contains(&numeral) {
        return None;
    }
    if CENTURIES.contains(&&*word) {
        return up_to_ten(value, &digits, Ending::Masculine);
    }
    if COUNTED.contains(&&*word) || COUNTED.contains(&word.trim_end_matches('s')) {
        return Some(cardinal(&digits, Form::Alone));
    }
    if numeral.chars().all(char::is_lowercase) {
        return None;
    }
    let ordered = |word: &str| ORDERED.iter().find(|(own, _)| *own == word).map(|(_, e)| *e);
    if let Some(ending) = ordered(&next.to_lowercase()).or_else(|| ordered(&word)) {
        return ordinal(&digits, ending);
    }
    if matches!(&*word, "e" | "ao" | "a") && value <= 21 && numeral.len() > 1 {
        return up_to_ten(value, &digits, Ending::Masculine);
    }
    let mut letters = before.chars();
    let name = letters.next().is_some_and(char::is_uppercase)
        && letters.clone().any(char::is_lowercase)
        && letters.nth(1).is_some();
    if !name {
        return None;
    }
    let woman = before.ends_with('a') && !MEN.contains(&before) || WOMEN.contains(&before);
    up_to_ten(value, &digits, if woman { Ending::Feminine } else { Ending::Masculine })
}

/// An ordinal up to ten, a cardinal after that.
fn up_to_ten(value: u32, digits: &str, ending: Ending) -> Option<String> {
    match value {
        1..=10 => ordinal(digits, ending),
        _ => Some(cardinal(digits, Form::Alone)),
    }
}
