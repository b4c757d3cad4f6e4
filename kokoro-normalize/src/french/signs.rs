//! Signs and their French names.

/// In addresses.
pub(crate) const IN_ADDRESSES: &[(char, &str)] = &[
    ('.', "point"),
    ('@', "arobase"),
    ('/', "slash"),
    (':', "deux-points"),
    ('-', "tiret"),
    ('_', "tiret bas"),
    ('#', "dièse"),
    ('?', "point d'interrogation"),
    ('=', "égale"),
    ('&', "et"),
    ('%', "pour cent"),
    ('+', "plus"),
    ('~', "tilde"),
    ('|', "barre verticale"),
    ('^', "accent circonflexe"),
    ('*', "astérisque"),
    ('!', "point d'exclamation"),
];

/// In a text.
pub(crate) const SYMBOLS: &[(&str, &str)] = &[
    ("±", "plus ou moins"),
    ("&", "et"),
    ("@", "arobase"),
    ("§§", "paragraphes"),
    ("§", "paragraphe"),
    ("%", "pour cent"),
    ("‰", "pour mille"),
    ("°", "degrés"),
    ("€", "euros"),
    ("$", "dollars"),
    ("£", "livres"),
    ("¥", "yens"),
    ("≈", "environ"),
    ("≤", "inférieur ou égal à"),
    ("≥", "supérieur ou égal à"),
    ("≠", "différent de"),
    ("√", "racine carrée de"),
    ("∞", "infini"),
    ("π", "pi"),
    ("½", "un demi"),
    ("№", "numéro"),
    ("+", "plus"),
    ("=", "égale"),
    ("×", "fois"),
    ("÷", "divisé par"),
    ("©", "copyright"),
    ("®", "marque déposée"),
    ("™", "marque déposée"),
];

/// Between numbers.
pub(crate) const OPERATORS: &[(&str, &str)] = &[
    ("+", "plus"),
    ("-", "moins"),
    ("−", "moins"),
    ("×", "fois"),
    ("·", "fois"),
    ("*", "fois"),
    ("÷", "divisé par"),
    ("/", "divisé par"),
    ("=", "égale"),
    ("<", "est inférieur à"),
    (">", "est supérieur à"),
];
