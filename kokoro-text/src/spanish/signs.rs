//! What readers of Spanish say for signs: one that stands among words, and one that stands alone.

/// Signs and their names. Screen readers send single characters.
const NAMES: &[(&str, &str)] = &[
    ("!", "signo de exclamación"),
    ("¡", "signo de apertura de exclamación"),
    ("?", "signo de interrogación"),
    ("¿", "signo de apertura de interrogación"),
    ("\"“”„", "comillas"),
    ("«", "comillas de apertura"),
    ("»", "comillas de cierre"),
    ("#", "almohadilla"),
    ("$", "signo de dólar"),
    ("%", "signo de porcentaje"),
    ("&", "et"),
    ("'’‘", "apóstrofo"),
    ("(", "paréntesis de apertura"),
    (")", "paréntesis de cierre"),
    ("[", "corchete de apertura"),
    ("]", "corchete de cierre"),
    ("{", "llave de apertura"),
    ("}", "llave de cierre"),
    ("*", "asterisco"),
    ("+", "más"),
    (",", "coma"),
    ("-", "guion"),
    ("—–", "raya"),
    (".", "punto"),
    ("…", "puntos suspensivos"),
    ("/", "barra"),
    ("\\", "barra invertida"),
    ("|", "barra vertical"),
    (":", "dos puntos"),
    (";", "punto y coma"),
    ("<", "menor que"),
    ("=", "igual"),
    (">", "mayor que"),
    ("@", "arroba"),
    ("^", "acento circunflejo"),
    ("_", "guion bajo"),
    ("`", "acento grave"),
    ("´", "acento agudo"),
    ("~", "virgulilla"),
    ("°", "grado"),
    ("º", "indicador ordinal masculino"),
    ("ª", "indicador ordinal femenino"),
    ("€", "signo de euro"),
    ("£", "signo de libra"),
    ("¥", "signo de yen"),
    ("¢", "signo de centavo"),
    ("§", "signo de sección"),
    ("©", "signo de derechos de autor"),
    ("®", "signo de marca registrada"),
    ("™", "signo de marca comercial"),
    ("×", "por"),
    ("÷", "entre"),
    ("±", "más menos"),
    ("•·", "punto medio"),
    ("→", "flecha derecha"),
    ("←", "flecha izquierda"),
];

/// The name of a sign.
pub(super) fn name(sign: char) -> Option<&'static str> {
    NAMES.iter().find(|(signs, _)| signs.contains(sign)).map(|(_, name)| *name)
}

/// What is said for a sign among words, which the normalizer would have written otherwise.
pub(super) fn spoken(sign: char) -> Option<&'static str> {
    let words = match sign {
        '&' => "ampersand",
        '+' => "más",
        '=' => "igual",
        '%' => "porciento",
        '@' => "arroba",
        '#' => "almohadilla",
        '*' => "asterisco",
        '/' => "barra",
        '€' => "euro",
        '$' => "dólar",
        '£' => "libras",
        '°' => "grados",
        '²' => "dos",
        '³' => "tres",
        _ => return None,
    };
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_have_names() {
        assert_eq!(name('¿'), Some("signo de apertura de interrogación"));
        assert_eq!(name('–'), Some("raya"));
        assert_eq!(name('a'), None);
        assert_eq!(spoken('%'), Some("porciento"));
    }
}
