//! How French numbers agree with nouns.

use crate::european::form::{Ending, Form};
use crate::european::grammar::Scale;
use crate::european::number::Number;

/// Words like "million".
pub(crate) const SCALES: &[Scale] = &[
    Scale { words: &["mille"], short: &["k", "K"], one: "mille", many: "mille", direct: true },
    Scale {
        words: &["million", "millions"],
        short: &["M", "mio", "Mio"],
        one: "million",
        many: "millions",
        direct: false,
    },
    Scale {
        words: &["milliard", "milliards"],
        short: &["Md", "Mds", "Mrd", "md", "mds"],
        one: "milliard",
        many: "milliards",
        direct: false,
    },
    Scale {
        words: &["billion", "billions"],
        short: &[],
        one: "billion",
        many: "billions",
        direct: false,
    },
];

/// What makes digits, and Roman numerals, an ordinal.
pub(crate) const ORDINALS: &[(&str, Ending)] = &[
    ("ères", Ending::Feminine),
    ("ère", Ending::Feminine),
    ("ᵉʳˢ", Ending::Masculine),
    ("ᵉʳ", Ending::Masculine),
    ("ʳᵉ", Ending::Feminine),
    ("èmes", Ending::Masculine),
    ("ème", Ending::Masculine),
    ("emes", Ending::Masculine),
    ("eme", Ending::Masculine),
    ("ièmes", Ending::Masculine),
    ("ième", Ending::Masculine),
    ("ieme", Ending::Masculine),
    ("ᵉˢ", Ending::Masculine),
    ("ᵉ", Ending::Masculine),
    ("ers", Ending::Masculine),
    ("er", Ending::Masculine),
    ("re", Ending::Feminine),
    ("es", Ending::Masculine),
    ("e", Ending::Masculine),
    ("nde", Ending::Masculine),
    ("nd", Ending::Short),
    ("°", Ending::Masculine),
    ("º", Ending::Masculine),
];

/// Common feminine nouns whose endings do not tell, in the singular.
const FEMININE: &[&str] = &[
    "action",
    "affaire",
    "aile",
    "arme",
    "attaque",
    "balle",
    "banque",
    "base",
    "boîte",
    "bouteille",
    "branche",
    "brique",
    "carte",
    "case",
    "cause",
    "cellule",
    "centaine",
    "chaise",
    "chambre",
    "chance",
    "chanson",
    "chose",
    "classe",
    "colonne",
    "commune",
    "cuillère",
    "couche",
    "crise",
    "croix",
    "cuisine",
    "dame",
    "date",
    "demande",
    "dent",
    "dizaine",
    "douzaine",
    "droite",
    "eau",
    "école",
    "église",
    "équipe",
    "erreur",
    "étape",
    "étoile",
    "façon",
    "faute",
    "femme",
    "fenêtre",
    "ferme",
    "feuille",
    "fiche",
    "figure",
    "fille",
    "fin",
    "fleur",
    "fois",
    "force",
    "forme",
    "foule",
    "gare",
    "gauche",
    "gorge",
    "goutte",
    "gousse",
    "grève",
    "guerre",
    "heure",
    "histoire",
    "huile",
    "île",
    "image",
    "jambe",
    "joue",
    "jupe",
    "langue",
    "larme",
    "lettre",
    "lieue",
    "ligne",
    "liste",
    "livre",
    "loi",
    "lune",
    "machine",
    "main",
    "maison",
    "marche",
    "marque",
    "médaille",
    "mer",
    "mère",
    "mesure",
    "méthode",
    "minute",
    "mort",
    "nation",
    "nièce",
    "note",
    "nouvelle",
    "nuit",
    "oreille",
    "page",
    "part",
    "partie",
    "peau",
    "peine",
    "période",
    "personne",
    "peur",
    "phase",
    "photo",
    "phrase",
    "pièce",
    "pierre",
    "pile",
    "place",
    "plage",
    "plante",
    "plume",
    "poche",
    "pomme",
    "porte",
    "poule",
    "preuve",
    "promesse",
    "raison",
    "recette",
    "règle",
    "réponse",
    "robe",
    "roue",
    "route",
    "rue",
    "salle",
    "scène",
    "seconde",
    "semaine",
    "série",
    "soirée",
    "somme",
    "sœur",
    "sorte",
    "source",
    "tasse",
    "tâche",
    "tête",
    "tomate",
    "tonne",
    "touche",
    "tranche",
    "usine",
    "vache",
    "vague",
    "victoire",
    "vidéo",
    "vie",
    "ville",
    "vis",
    "voie",
    "voiture",
    "voix",
];

/// Endings of feminine nouns in the singular.
const FEMININE_ENDINGS: [&str; 19] = [
    "tion", "sion", "té", "ée", "ie", "ure", "ette", "elle", "esse", "ence", "ance", "ade", "ude",
    "euse", "trice", "ille", "ine", "aine", "ienne",
];

/// Masculine nouns with such endings.
const MASCULINE: &[&str] = &[
    "comité",
    "comté",
    "côté",
    "été",
    "traité",
    "musée",
    "lycée",
    "trophée",
    "magazine",
    "dessine",
    "incendie",
    "génie",
    "parapluie",
    "silence",
    "stade",
    "grade",
    "degré",
    "murmure",
    "squelette",
    "domaine",
    "capitaine",
    "mille",
    "portefeuille",
    "gorille",
];

/// Words in "s" and "x" that are no nouns in the plural.
const OTHER: &[&str] = &[
    "alors", "après", "dans", "depuis", "des", "dès", "deux", "elles", "hors", "ils", "jamais",
    "les", "leurs", "mais", "moins", "nous", "pas", "plus", "puis", "près", "sans", "sous", "sur",
    "très", "vers", "vous",
];

/// How the number `digits` stands to the word `next`, as far as its ending tells.
pub(crate) fn form(digits: &str, next: &str) -> Form {
    let next = next.to_lowercase();
    if !digits.ends_with('1') || digits.ends_with("11") {
        let noun = next.ends_with(['s', 'x']) && !OTHER.contains(&&*next);
        return if noun { Form::Masculine } else { Form::Alone };
    }
    let singular = match next.strip_suffix('s') {
        Some(stem) if next != "fois" && next != "vis" => stem,
        _ => &next,
    };
    let ends = FEMININE_ENDINGS.iter().any(|ending| singular.ends_with(ending));
    if FEMININE.contains(&singular) || ends && !MASCULINE.contains(&singular) {
        Form::Feminine
    } else {
        Form::Masculine
    }
}

/// Whether the noun is in the singular: below two.
pub(crate) fn singular(number: &Number<'_>) -> bool {
    matches!(&*number.whole, "0" | "1")
}

/// "de dollars", "d'euros".
pub(crate) fn of(noun: &str) -> String {
    if noun.starts_with(['a', 'e', 'é', 'i', 'o', 'u', 'h']) && !noun.starts_with("hry") {
        format!("d'{noun}")
    } else {
        format!("de {noun}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gender_by_the_ending() {
        for (digits, next, expected) in [
            ("21", "pages", Form::Feminine),
            ("1", "question", Form::Feminine),
            ("31", "jours", Form::Masculine),
            ("1", "côté", Form::Masculine),
            ("1", "fois", Form::Feminine),
            ("11", "pages", Form::Masculine),
            ("20", "pages", Form::Masculine),
            ("20", "dans", Form::Alone),
        ] {
            assert_eq!(form(digits, next), expected, "{next}");
        }
    }
}
