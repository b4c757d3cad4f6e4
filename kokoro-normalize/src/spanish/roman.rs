//! What Roman numerals are in Spanish.

use crate::european::form::{Ending, Form};
use crate::spanish::numbers::{cardinal, ordinal};

/// Numerals that are rather words or initials.
const WORDS: &[&str] = &["CC", "CD", "CM", "CV", "DC", "DI", "MC", "MD", "MI", "MIX", "MM"];

/// Words before a numeral that is a cardinal.
const COUNTED: &[&str] = &[
    "volúmenes",
    "anexo",
    "año",
    "apartado",
    "apéndice",
    "artículo",
    "capítulo",
    "cap.",
    "fase",
    "fascículo",
    "figura",
    "grado",
    "lámina",
    "libro",
    "nacional",
    "nivel",
    "núm.",
    "página",
    "parte",
    "sección",
    "siglo",
    "siglos",
    "s.",
    "tabla",
    "tema",
    "título",
    "tomo",
    "vol.",
    "volumen",
    "ss.",
    "división",
    "categoría",
    "clase",
    "tipo",
    "zona",
    "super",
    "rocky",
    "windows",
];

/// Feminine and masculine words before or behind an ordinal.
const ORDERED: &[(&str, Ending)] = &[
    ("acto", Ending::Masculine),
    ("aniversario", Ending::Masculine),
    ("apóstol", Ending::Masculine),
    ("asamblea", Ending::Feminine),
    ("bienal", Ending::Feminine),
    ("centenario", Ending::Masculine),
    ("certamen", Ending::Masculine),
    ("concilio", Ending::Masculine),
    ("concurso", Ending::Masculine),
    ("conferencia", Ending::Feminine),
    ("congreso", Ending::Masculine),
    ("cumbre", Ending::Feminine),
    ("edición", Ending::Feminine),
    ("encuentro", Ending::Masculine),
    ("guerra", Ending::Feminine),
    ("olimpiada", Ending::Feminine),
    ("escena", Ending::Feminine),
    ("feria", Ending::Feminine),
    ("festival", Ending::Masculine),
    ("jornadas", Ending::Feminine),
    ("legislatura", Ending::Feminine),
    ("premio", Ending::Masculine),
    ("premios", Ending::Masculine),
    ("república", Ending::Feminine),
    ("semana", Ending::Feminine),
];

/// What a numeral is read as. "Luis XIV" is "Luis catorce", "Felipe II" "Felipe segundo".
pub(crate) fn roman(before: &str, value: u32, numeral: &str, next: &str) -> Option<String> {
    let digits = value.to_string();
    let word = before.to_lowercase();
    if WORDS.contains(&numeral) {
        return None;
    }
    if COUNTED.contains(&&*word) || COUNTED.contains(&word.trim_end_matches('s')) {
        return Some(cardinal(&digits, Form::Alone));
    }
    if numeral.chars().all(char::is_lowercase) {
        return None;
    }
    if matches!(&*word, "y" | "al" | "a") && value <= 21 && numeral.len() > 1 {
        return Some(cardinal(&digits, Form::Alone));
    }
    let ending = ORDERED.iter().find(|(own, _)| *own == next.to_lowercase()).map(|(_, e)| *e);
    if let Some(ending) = ending {
        let short = ending == Ending::Masculine && matches!(value, 1 | 3);
        return ordinal(&digits, if short { Ending::Short } else { ending });
    }
    if let Some((_, ending)) = ORDERED.iter().find(|(own, _)| *own == word) {
        return ordinal(&digits, *ending);
    }
    let name = before.chars().next().is_some_and(char::is_uppercase)
        && before.chars().skip(1).any(char::is_lowercase)
        && before.chars().nth(2).is_some();
    if numeral.len() == 1 && RULERS.binary_search(&before).is_err() {
        return None; // Malcolm X
    }
    if !name {
        return None;
    }
    match value {
        1..=10
            if before.ends_with(['a', 'á']) && !MEN.contains(&before)
                || WOMEN.contains(&before) =>
        {
            ordinal(&digits, Ending::Feminine)
        }
        1..=10 => ordinal(&digits, Ending::Masculine),
        _ => Some(cardinal(&digits, Form::Alone)),
    }
}

/// Names of men that end in "a".
const MEN: &[&str] = &["Atila", "Batista", "Bautista", "Juba", "Wamba"];

/// Names of women that do not.
const WOMEN: &[&str] = &["Beatriz", "Carmen", "Inés", "Isabel", "Leonor", "Mercedes", "Raquel"];

/// Names of rulers, behind which a single letter is a numeral.
const RULERS: &[&str] = &[
    "Abderramán",
    "Adriano",
    "Alberto",
    "Alejandro",
    "Alfonso",
    "Amadeo",
    "Ana",
    "Augusto",
    "Balduino",
    "Benedicto",
    "Bonifacio",
    "Calixto",
    "Carlos",
    "Catalina",
    "Celestino",
    "Clemente",
    "Constantino",
    "Cristián",
    "Darío",
    "Eduardo",
    "Enrique",
    "Eugenio",
    "Federico",
    "Felipe",
    "Fernando",
    "Francisco",
    "Gregorio",
    "Guillermo",
    "Gustavo",
    "Inocencio",
    "Isabel",
    "Jaime",
    "Jerjes",
    "Jorge",
    "José",
    "Juan",
    "Julio",
    "Leopoldo",
    "León",
    "Luis",
    "Manuel",
    "Margarita",
    "Martín",
    "María",
    "Maximiliano",
    "Nabucodonosor",
    "Napoleón",
    "Nicolás",
    "Olaf",
    "Otón",
    "Pablo",
    "Paulo",
    "Pedro",
    "Ptolomeo",
    "Pío",
    "Ramiro",
    "Ramsés",
    "Ricardo",
    "Sancho",
    "Sixto",
    "Teodosio",
    "Tutmosis",
    "Urbano",
    "Víctor",
];
