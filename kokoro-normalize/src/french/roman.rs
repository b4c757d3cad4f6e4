//! What Roman numerals are in French.

use crate::european::form::{Ending, Form};
use crate::french::numbers::{cardinal, ordinal};

/// Words before a numeral that is a cardinal.
const COUNTED: &[&str] = &[
    "acte", "an", "annexe", "article", "chapitre", "chap.", "figure", "fig.", "livre", "niveau",
    "partie", "phase", "scène", "section", "siècle", "tableau", "titre", "tome", "t.", "type",
    "vol.", "volume", "zone",
];

/// Words behind a numeral that is an ordinal, without its ending.
const ORDERED: &[&str] = &["siècle", "siècles", "république", "reich", "arrondissement"];

/// What a numeral is read as. "Louis XIV" is "Louis quatorze", "François I" "François premier".
pub(crate) fn roman(before: &str, value: u32, numeral: &str, next: &str) -> Option<String> {
    let digits = value.to_string();
    let word = before.to_lowercase();
    if ORDERED.contains(&&*next.to_lowercase()) && numeral.chars().all(char::is_uppercase) {
        return ordinal(&digits, Ending::Masculine);
    }
    let elided = matches!(numeral, "c" | "d" | "l" | "m"); // "une partie d'un jeu"
    if COUNTED.contains(&&*word) && !elided {
        return match value {
            1 if word == "acte" || word == "livre" => ordinal(&digits, Ending::Masculine),
            _ => Some(cardinal(&digits, Form::Alone)),
        };
    }
    let name = before.chars().next().is_some_and(char::is_uppercase)
        && before.chars().skip(1).any(char::is_lowercase)
        && before.chars().nth(2).is_some();
    let word = matches!(numeral, "MIX" | "DI" | "DC" | "CD" | "CC" | "MC" | "MD");
    if numeral.len() == 1 && RULERS.binary_search(&before).is_err() {
        return None; // Malcolm X
    }
    if !name || word || numeral.chars().any(char::is_lowercase) {
        return None;
    }
    match value {
        1 => ordinal(&digits, Ending::Masculine),
        _ => Some(cardinal(&digits, Form::Alone)),
    }
}

/// Names of rulers, behind which a single letter is a numeral.
const RULERS: &[&str] = &[
    "Adrien",
    "Albert",
    "Alexandre",
    "Alphonse",
    "Anne",
    "Augustin",
    "Baudouin",
    "Benoît",
    "Boniface",
    "Calixte",
    "Catherine",
    "Charles",
    "Clément",
    "Constantin",
    "Darius",
    "Elisabeth",
    "Eugène",
    "Ferdinand",
    "François",
    "Frédéric",
    "Georges",
    "Grégoire",
    "Guillaume",
    "Gustave",
    "Hassan",
    "Henri",
    "Innocent",
    "Isabelle",
    "Jacques",
    "Jean",
    "Jules",
    "Louis",
    "Léon",
    "Léopold",
    "Manuel",
    "Marie",
    "Mohammed",
    "Napoléon",
    "Nicolas",
    "Otton",
    "Paul",
    "Philippe",
    "Pie",
    "Pierre",
    "Ptolémée",
    "Ramsès",
    "Richard",
    "Robert",
    "Sixte",
    "Théodose",
    "Urbain",
    "Victor",
    "Édouard",
    "Élisabeth",
];
