//! Signs and their Spanish names.

/// In addresses.
pub(crate) const IN_ADDRESSES: &[(char, &str)] = &[
    ('.', "punto"),
    ('@', "arroba"),
    ('/', "barra"),
    (':', "dos puntos"),
    ('-', "guion"),
    ('_', "guion bajo"),
    ('#', "almohadilla"),
    ('?', "signo de interrogación"),
    ('=', "igual"),
    ('&', "y"),
    ('%', "por ciento"),
    ('+', "más"),
    ('~', "virgulilla"),
    ('|', "barra vertical"),
    ('^', "acento circunflejo"),
    ('*', "asterisco"),
    ('!', "signo de exclamación"),
];

/// In a text.
pub(crate) const SYMBOLS: &[(&str, &str)] = &[
    ("±", "más menos"),
    ("&", "y"),
    ("@", "arroba"),
    ("§§", "secciones"),
    ("§", "sección"),
    ("%", "por ciento"),
    ("‰", "por mil"),
    ("°", "grados"),
    ("€", "euros"),
    ("$", "dólares"),
    ("£", "libras"),
    ("¥", "yenes"),
    ("≈", "aproximadamente"),
    ("≤", "menor o igual que"),
    ("≥", "mayor o igual que"),
    ("≠", "distinto de"),
    ("√", "raíz cuadrada de"),
    ("∞", "infinito"),
    ("π", "pi"),
    ("½", "medio"),
    ("№", "número"),
    ("+", "más"),
    ("=", "igual a"),
    ("×", "por"),
    ("÷", "entre"),
    ("©", "copyright"),
    ("®", "marca registrada"),
    ("™", "marca registrada"),
];

/// Between numbers.
pub(crate) const OPERATORS: &[(&str, &str)] = &[
    ("+", "más"),
    ("-", "menos"),
    ("−", "menos"),
    ("×", "por"),
    ("·", "por"),
    ("*", "por"),
    ("÷", "entre"),
    ("/", "entre"),
    ("=", "es igual a"),
    ("<", "es menor que"),
    (">", "es mayor que"),
];
