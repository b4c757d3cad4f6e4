//! How Portuguese numbers agree with nouns.

use crate::european::form::{Ending, Form};
use crate::european::grammar::Scale;
use crate::european::nouns::Nouns;
use crate::european::number::Number;

/// Words like "milhão".
pub(crate) const SCALES: &[Scale] = &[
    Scale { words: &["mil"], short: &["k"], one: "mil", many: "mil", direct: true },
    Scale {
        words: &["milhão", "milhao", "milhões", "milhoes"],
        short: &["M", "mi", "mi.", "mm", "MM"],
        one: "milhão",
        many: "milhões",
        direct: false,
    },
    Scale {
        words: &["bilhão", "bilhao", "bilhões", "bilhoes"],
        short: &["bi", "bi.", "B"],
        one: "bilhão",
        many: "bilhões",
        direct: false,
    },
    Scale {
        words: &["trilhão", "trilhao", "trilhões", "trilhoes"],
        short: &["tri"],
        one: "trilhão",
        many: "trilhões",
        direct: false,
    },
];

/// What makes digits an ordinal.
pub(crate) const ORDINALS: &[(&str, Ending)] = &[
    (".º", Ending::Masculine),
    (".ª", Ending::Feminine),
    (".os", Ending::Masculine),
    (".as", Ending::Feminine),
    (".o", Ending::Masculine),
    (".a", Ending::Feminine),
    ("º", Ending::Masculine),
    ("°", Ending::Masculine),
    ("ª", Ending::Feminine),
    ("o", Ending::Masculine),
    ("a", Ending::Feminine),
    ("os", Ending::Masculine),
    ("as", Ending::Feminine),
];

/// What makes a Roman numeral an ordinal.
pub(crate) const NUMERAL_ENDINGS: &[(&str, Ending)] =
    &[("º", Ending::Masculine), ("ª", Ending::Feminine)];

/// Words that follow a number and are no noun.
const OTHER: &[&str] = &[
    "a", "antes", "ao", "aos", "as", "até", "com", "como", "contra", "da", "das", "de", "depois",
    "desde", "do", "dos", "durante", "e", "elas", "eles", "em", "embora", "enquanto", "entre",
    "era", "eram", "essas", "esses", "estas", "estes", "está", "estão", "foi", "foram", "graças",
    "há", "já", "mais", "mas", "menos", "na", "nas", "no", "nos", "não", "o", "os", "ou", "para",
    "pela", "pelas", "pelo", "pelos", "pois", "por", "porque", "quando", "que", "se", "segundo",
    "sem", "ser", "será", "seus", "sobre", "suas", "são", "também", "tem", "todos", "têm", "à",
    "às", "é",
];

/// Feminine nouns whose endings do not tell.
const FEMININE: &[&str] = &[
    "aves",
    "bases",
    "cabines",
    "carne",
    "carnes",
    "catedrais",
    "chaves",
    "classe",
    "classes",
    "colheres",
    "cores",
    "crises",
    "cruzes",
    "fase",
    "fases",
    "flor",
    "flores",
    "fontes",
    "frase",
    "frases",
    "gente",
    "greve",
    "greves",
    "leis",
    "luz",
    "luzes",
    "mulher",
    "mulheres",
    "mãe",
    "mães",
    "mão",
    "mãos",
    "mortes",
    "noite",
    "noites",
    "nuvens",
    "paredes",
    "parte",
    "partes",
    "peles",
    "redes",
    "regiões",
    "opiniões",
    "ligações",
    "reuniões",
    "sedes",
    "série",
    "séries",
    "tardes",
    "teses",
    "torres",
    "vez",
    "vozes",
    "árvores",
    "razões",
];

/// Masculine nouns in "a" and "as".
const MASCULINE: &[&str] = &[
    "artista",
    "artistas",
    "atletas",
    "centigramas",
    "cinemas",
    "clima",
    "climas",
    "colegas",
    "dia",
    "dias",
    "diagramas",
    "dilemas",
    "esquemas",
    "gramas",
    "idioma",
    "idiomas",
    "jornalistas",
    "mapa",
    "mapas",
    "miligramas",
    "motoristas",
    "planeta",
    "planetas",
    "poemas",
    "poetas",
    "problema",
    "problemas",
    "programa",
    "programas",
    "quilogramas",
    "sintomas",
    "sistema",
    "sistemas",
    "sofás",
    "telegramas",
    "tema",
    "temas",
    "traumas",
    "turistas",
];

/// Endings of feminine nouns, in the singular and in the plural.
const FEMININE_ENDINGS: &[&str] =
    &["a", "as", "ção", "ções", "são", "sões", "dade", "dades", "tude", "tudes", "gem", "gens"];

/// What tells the gender of a noun.
const NOUNS: Nouns = Nouns {
    other: OTHER,
    times: &["vez", "vezes"],
    feminine: FEMININE,
    masculine: MASCULINE,
    feminine_endings: FEMININE_ENDINGS,
};

/// How the number `digits` stands to the word `next`, as far as its ending tells.
pub(crate) fn form(digits: &str, next: &str) -> Form {
    NOUNS.form(digits, next)
}

/// Whether the noun is in the singular: with one, and with what is less than two.
pub(crate) fn singular(number: &Number<'_>) -> bool {
    matches!(number.whole.as_str(), "0" | "1") && (number.whole == "1" || number.decimals.is_some())
}

/// "de reais".
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
        for (digits, next, expected) in [
            ("2", "páginas", Form::Feminine),
            ("2", "livros", Form::Masculine),
            ("21", "dias", Form::Masculine),
            ("200", "mulheres", Form::Feminine),
            ("1", "viagem", Form::Feminine),
            ("1", "ano", Form::Masculine),
            ("2", "vezes", Form::Feminine),
            ("2", "de", Form::Alone),
            ("2", "vale", Form::Alone),
        ] {
            assert_eq!(form(digits, next), expected, "{next}");
        }
    }
}
