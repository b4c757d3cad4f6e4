//! What readers of French call a sign that stands alone. Screen readers send single characters.

/// Signs and their names.
const NAMES: &[(&str, &str)] = &[
    ("!", "point d'exclamation"),
    ("\"“”„", "guillemet"),
    ("«", "guillemet ouvrant"),
    ("»", "guillemet fermant"),
    ("#", "dièse"),
    ("$", "dollar"),
    ("%", "pour cent"),
    ("&", "et commercial"),
    ("'’‘", "apostrophe"),
    ("(", "parenthèse ouvrante"),
    (")", "parenthèse fermante"),
    ("*", "astérisque"),
    ("+", "plus"),
    (",", "virgule"),
    ("-‐‑", "trait d'union"),
    (".", "point"),
    ("/", "barre oblique"),
    (":", "deux points"),
    (";", "point virgule"),
    ("<", "inférieur à"),
    ("=", "égal"),
    (">", "supérieur à"),
    ("?", "point d'interrogation"),
    ("@", "arobase"),
    ("[", "crochet ouvrant"),
    ("\\", "barre oblique inverse"),
    ("]", "crochet fermant"),
    ("^", "accent circonflexe"),
    ("_", "tiret bas"),
    ("`", "accent grave"),
    ("{", "accolade ouvrante"),
    ("|", "barre verticale"),
    ("}", "accolade fermante"),
    ("~", "tilde"),
    ("¡", "point d'exclamation inversé"),
    ("¢", "cent"),
    ("£", "livre"),
    ("§", "paragraphe"),
    ("©", "copyright"),
    ("®", "marque déposée"),
    ("°", "degré"),
    ("±", "plus ou moins"),
    ("¶", "pied de mouche"),
    ("·", "point médian"),
    ("¿", "point d'interrogation inversé"),
    ("×", "multiplié par"),
    ("÷", "divisé par"),
    ("–", "tiret moyen"),
    ("—", "tiret long"),
    ("…", "points de suspension"),
    ("•", "puce"),
    ("€", "euro"),
    ("¥", "yen"),
    ("™", "marque commerciale"),
    ("−", "moins"),
];

/// The name of a sign, or `None`.
pub(super) fn name(sign: char) -> Option<&'static str> {
    NAMES.iter().find(|(signs, _)| signs.contains(sign)).map(|(_, name)| *name)
}

/// Signs that are said where they stand among words.
const AMONG_WORDS: &[(&str, &str)] = &[
    ("&", "e"),
    ("%", "puʁsˈɑ̃"),
    ("+", "plˈys"),
    ("=", "eɡˈal"),
    ("€", "øʁˈo"),
    ("$", "dolˈaʁ"),
    ("£", "lˈivʁ"),
    ("°", "dəɡʁˈe"),
    ("@", "aʁobˈaz"),
    ("§", "paʁaɡʁˈaf"),
    ("×", "fwˈa"),
];

/// The phonemes of a sign among words. `None` if it is silent there.
pub(super) fn spoken(text: &str) -> Option<&'static str> {
    AMONG_WORDS.iter().find(|(sign, _)| *sign == text).map(|(_, phonemes)| *phonemes)
}
