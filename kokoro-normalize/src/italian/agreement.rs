//! How Italian numbers agree with nouns. Only one has a gender: "un libro", "una pagina".

use crate::european::form::{Ending, Form};
use crate::european::grammar::Scale;
use crate::european::number::Number;

/// Words like "milione".
pub(crate) const SCALES: &[Scale] = &[
    Scale { words: &["mila"], short: &["k"], one: "mila", many: "mila", direct: true },
    Scale {
        words: &["milione", "milioni"],
        short: &["mln", "M", "mil.", "mio"],
        one: "milione",
        many: "milioni",
        direct: false,
    },
    Scale {
        words: &["miliardo", "miliardi"],
        short: &["mld", "mrd", "Mld", "Mrd"],
        one: "miliardo",
        many: "miliardi",
        direct: false,
    },
    Scale {
        words: &["bilione", "bilioni"],
        short: &[],
        one: "bilione",
        many: "bilioni",
        direct: false,
    },
];

/// What makes digits an ordinal.
pub(crate) const ORDINALS: &[(&str, Ending)] = &[
    ("º", Ending::Masculine),
    ("°", Ending::Masculine),
    ("ª", Ending::Feminine),
    (".º", Ending::Masculine),
    (".ª", Ending::Feminine),
    ("^", Ending::Feminine),
    ("esimo", Ending::Masculine),
    ("esima", Ending::Feminine),
    ("mo", Ending::Masculine),
    ("ma", Ending::Feminine),
    ("o", Ending::Masculine),
    ("a", Ending::Feminine),
];

/// What makes a Roman numeral an ordinal.
pub(crate) const NUMERAL_ENDINGS: &[(&str, Ending)] =
    &[("º", Ending::Masculine), ("°", Ending::Masculine), ("ª", Ending::Feminine)];

/// Words that follow a number and are no noun.
const OTHER: &[&str] = &[
    "a", "ad", "al", "alla", "alle", "anche", "che", "come", "con", "contro", "da", "dal", "dalla",
    "del", "della", "delle", "di", "dopo", "e", "ed", "era", "erano", "fa", "fino", "fra", "ha",
    "hanno", "i", "il", "in", "la", "le", "lo", "ma", "mentre", "nel", "nella", "non", "o",
    "oppure", "per", "perché", "più", "poi", "prima", "quando", "se", "si", "sono", "su", "sul",
    "sulla", "tra", "un", "una", "va", "virgola", "è",
];

/// Feminine nouns that do not end in "a".
const FEMININE: &[&str] = &[
    "ape", "arte", "attrice", "auto", "base", "carne", "chiave", "città", "classe", "croce",
    "fase", "fonte", "foto", "fronte", "frase", "gente", "lente", "legge", "luce", "madre", "mano",
    "mente", "moglie", "moto", "morte", "nave", "neve", "notte", "nube", "parete", "parte", "pace",
    "pelle", "radice", "radio", "rete", "sede", "serie", "specie", "torre", "valle", "vite",
    "voce", "volpe",
];

/// Masculine nouns in "a".
const MASCULINE: &[&str] = &[
    "artista",
    "atleta",
    "cinema",
    "clima",
    "diagramma",
    "dilemma",
    "dramma",
    "fantasma",
    "giornalista",
    "gorilla",
    "grammo",
    "panda",
    "papa",
    "panorama",
    "pianeta",
    "pigiama",
    "poema",
    "poeta",
    "problema",
    "programma",
    "schema",
    "sistema",
    "sofa",
    "telegramma",
    "tema",
    "turista",
];

/// Endings of feminine nouns in the singular, besides "a".
const FEMININE_ENDINGS: [&str; 6] = ["zione", "sione", "gione", "tà", "tù", "trice"];

/// How the number `digits` stands to the word `next`, as far as its ending tells.
pub(crate) fn form(digits: &str, next: &str) -> Form {
    let next = next.to_lowercase();
    let one = digits.trim_start_matches('0') == "1";
    let no_noun = next.chars().nth(1).is_none() || OTHER.contains(&&*next);
    if !one || no_noun {
        let millions = digits.len() > 6 && digits.ends_with("000000");
        return if millions && !no_noun { Form::Masculine } else { Form::Alone };
    }
    if MASCULINE.contains(&&*next) {
        return if takes_uno(&next) { Form::Alone } else { Form::Masculine };
    }
    let ends = FEMININE_ENDINGS.iter().any(|ending| next.ends_with(ending));
    if next.ends_with('a') || ends || FEMININE.contains(&&*next) {
        Form::Feminine
    } else if takes_uno(&next) {
        Form::Alone
    } else if next.ends_with(['o', 'e']) {
        Form::Masculine
    } else {
        Form::Alone
    }
}

/// Whether a masculine noun has "uno" before it: "uno zaino", "uno studente".
fn takes_uno(noun: &str) -> bool {
    let impure = noun
        .strip_prefix('s')
        .is_some_and(|rest| rest.starts_with(|c: char| !"aeiouàèéìòù".contains(c)));
    impure || ["z", "gn", "ps", "pn", "x", "y"].iter().any(|start| noun.starts_with(start))
}

/// Whether the noun is in the singular.
pub(crate) fn singular(number: &Number<'_>) -> bool {
    number.is_one()
}

/// "di euro".
pub(crate) fn of(noun: &str) -> String {
    format!("di {noun}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gender_by_the_ending() {
        for (digits, next, expected) in [
            ("1", "pagina", Form::Feminine),
            ("1", "libro", Form::Masculine),
            ("1", "problema", Form::Masculine),
            ("1", "città", Form::Feminine),
            ("1", "stazione", Form::Feminine),
            ("1", "cane", Form::Masculine),
            ("1", "zaino", Form::Alone),
            ("1", "studente", Form::Alone),
            ("1", "sasso", Form::Masculine),
            ("1", "schema", Form::Alone),
            ("1", "scala", Form::Feminine),
            ("1", "per", Form::Alone),
            ("21", "pagine", Form::Alone),
            ("2000000", "abitanti", Form::Masculine),
        ] {
            assert_eq!(form(digits, next), expected, "{next}");
        }
    }
}
