//! How Spanish numbers agree with nouns.

use crate::european::form::{Ending, Form};
use crate::european::grammar::Scale;
use crate::european::nouns::Nouns;
use crate::european::number::Number;

/// Words like "millón".
pub(crate) const SCALES: &[Scale] = &[
    Scale { words: &["mil"], short: &["k", "K"], one: "mil", many: "mil", direct: true },
    Scale {
        words: &["millón", "millon", "millones"],
        short: &["M", "mill", "mills", "mn", "mm", "MM"],
        one: "millón",
        many: "millones",
        direct: false,
    },
    Scale {
        words: &["billón", "billon", "billones"],
        short: &["bn"],
        one: "billón",
        many: "billones",
        direct: false,
    },
    Scale {
        words: &["trillón", "trillon", "trillones"],
        short: &[],
        one: "trillón",
        many: "trillones",
        direct: false,
    },
];

/// What makes digits an ordinal.
pub(crate) const ORDINALS: &[(&str, Ending)] = &[
    (".º", Ending::Masculine),
    (".ª", Ending::Feminine),
    (".ᵉʳ", Ending::Short),
    (".er", Ending::Short),
    (".os", Ending::Masculine),
    (".as", Ending::Feminine),
    (".o", Ending::Masculine),
    (".a", Ending::Feminine),
    ("º", Ending::Masculine),
    ("°", Ending::Masculine),
    ("ª", Ending::Feminine),
    ("ᵉʳ", Ending::Short),
    ("er", Ending::Short),
    ("ro", Ending::Masculine),
    ("ra", Ending::Feminine),
    ("do", Ending::Masculine),
    ("da", Ending::Feminine),
    ("to", Ending::Masculine),
    ("ta", Ending::Feminine),
    ("mo", Ending::Masculine),
    ("ma", Ending::Feminine),
    ("vo", Ending::Masculine),
    ("va", Ending::Feminine),
    ("no", Ending::Masculine),
    ("na", Ending::Feminine),
];

/// What makes a Roman numeral an ordinal.
pub(crate) const NUMERAL_ENDINGS: &[(&str, Ending)] = &[
    (".º", Ending::Masculine),
    (".ª", Ending::Feminine),
    ("º", Ending::Masculine),
    ("ª", Ending::Feminine),
];

/// Words that follow a number and are no noun.
const OTHER: &[&str] = &[
    "a", "al", "ante", "antes", "aunque", "bajo", "como", "con", "contra", "cuando", "de", "del",
    "desde", "después", "donde", "durante", "e", "el", "en", "entonces", "entre", "era", "eran",
    "es", "eso", "esta", "estaba", "este", "está", "están", "fue", "fueron", "ha", "hacia", "han",
    "has", "hasta", "hay", "la", "las", "le", "les", "lo", "los", "mas", "me", "menos", "mi",
    "mis", "más", "ni", "no", "nos", "o", "para", "pero", "por", "porque", "puntos", "que", "se",
    "según", "ser", "será", "si", "sin", "sino", "sobre", "son", "su", "sus", "también", "te",
    "tiene", "tras", "tus", "u", "un", "una", "unas", "unos", "va", "y", "ya",
];

/// Feminine nouns in the plural that do not end in "as", and in the singular that do not in "a".
const FEMININE: &[&str] = &[
    "actrices",
    "bases",
    "calle",
    "calles",
    "carne",
    "carnes",
    "catedrales",
    "cicatrices",
    "clase",
    "clases",
    "clave",
    "claves",
    "crisis",
    "cruces",
    "fases",
    "foto",
    "fotos",
    "moto",
    "motos",
    "radio",
    "radios",
    "flor",
    "flores",
    "frase",
    "frases",
    "fuentes",
    "gente",
    "hipótesis",
    "imagen",
    "imágenes",
    "labor",
    "labores",
    "leche",
    "ley",
    "leyes",
    "llave",
    "llaves",
    "luces",
    "luz",
    "madre",
    "madres",
    "mano",
    "manos",
    "mente",
    "mentes",
    "muerte",
    "muertes",
    "mujer",
    "mujeres",
    "narices",
    "nave",
    "naves",
    "noche",
    "noches",
    "nube",
    "nubes",
    "órdenes",
    "parte",
    "partes",
    "pared",
    "paredes",
    "piel",
    "raíces",
    "red",
    "redes",
    "sal",
    "sede",
    "sedes",
    "señal",
    "señales",
    "serie",
    "series",
    "tarde",
    "tardes",
    "tesis",
    "torre",
    "torres",
    "vez",
    "voces",
    "voz",
];

/// Masculine nouns in "a" and "as".
const MASCULINE: &[&str] = &[
    "artistas",
    "atletas",
    "clima",
    "dálmatas",
    "climas",
    "ciclistas",
    "día",
    "días",
    "diagrama",
    "diagramas",
    "dilema",
    "dilemas",
    "esquema",
    "esquemas",
    "fantasma",
    "fantasmas",
    "futbolistas",
    "gramas",
    "idioma",
    "idiomas",
    "mapa",
    "mapas",
    "panorama",
    "planeta",
    "planetas",
    "periodistas",
    "poema",
    "poemas",
    "poeta",
    "poetas",
    "problema",
    "problemas",
    "programa",
    "programas",
    "síntoma",
    "síntomas",
    "sistema",
    "sistemas",
    "sofás",
    "policías",
    "guardias",
    "tema",
    "temas",
    "telegrama",
    "telegramas",
    "trauma",
    "tranvía",
    "tranvías",
    "turistas",
];

/// Endings of feminine nouns, in the singular and in the plural.
const FEMININE_ENDINGS: &[&str] =
    &["a", "as", "ción", "ciones", "sión", "siones", "dad", "dades", "tud", "tudes"];

/// What tells the gender of a noun.
const NOUNS: Nouns = Nouns {
    other: OTHER,
    times: &["veces"],
    feminine: FEMININE,
    masculine: MASCULINE,
    feminine_endings: FEMININE_ENDINGS,
};

/// How the number `digits` stands to the word `next`, as far as its ending tells.
pub(crate) fn form(digits: &str, next: &str) -> Form {
    NOUNS.form(digits, next)
}

/// Whether the noun is in the singular.
pub(crate) fn singular(number: &Number<'_>) -> bool {
    number.is_one()
}

/// "de euros".
pub(crate) fn of(noun: &str) -> String {
    format!("de {noun}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order() {
        assert!(OTHER.is_sorted());
    }

    #[test]
    fn gender_by_the_ending() {
        for (digits, next, form_expected) in [
            ("21", "páginas", Form::Feminine),
            ("21", "libros", Form::Masculine),
            ("21", "días", Form::Masculine),
            ("200", "mujeres", Form::Feminine),
            ("1", "habitación", Form::Feminine),
            ("1", "año", Form::Masculine),
            ("21", "de", Form::Alone),
            ("21", "vale", Form::Alone),
        ] {
            assert_eq!(form(digits, next), form_expected, "{next}");
        }
    }
}
