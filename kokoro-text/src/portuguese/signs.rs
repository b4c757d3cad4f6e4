//! What readers of Portuguese say for signs: one among words, and one that stands alone.

/// The name of a sign that stands alone. Screen readers send single characters.
pub(super) fn name(sign: char) -> Option<&'static str> {
    Some(match sign {
        '.' => "ponto",
        ',' => "vírgula",
        ';' => "ponto e vírgula",
        ':' => "dois pontos",
        '!' => "ponto de exclamação",
        '?' => "ponto de interrogação",
        '…' => "reticências",
        '-' | '\u{2010}' | '\u{2011}' => "hífen",
        '–' => "meia-risca",
        '—' => "travessão",
        '(' => "abre parênteses",
        ')' => "fecha parênteses",
        '[' => "abre colchetes",
        ']' => "fecha colchetes",
        '{' => "abre chaves",
        '}' => "fecha chaves",
        '"' | '“' | '”' | '„' => "aspas",
        '«' => "abre aspas",
        '»' => "fecha aspas",
        '\'' | '‘' | '’' => "apóstrofo",
        '/' => "barra",
        '\\' => "barra invertida",
        '|' => "barra vertical",
        '_' => "sublinhado",
        '*' => "asterisco",
        '#' => "cerquilha",
        '@' => "arroba",
        '&' => "e comercial",
        '%' => "por cento",
        '$' => "cifrão",
        '€' => "euro",
        '£' => "libra",
        '+' => "mais",
        '=' => "igual",
        '<' => "menor que",
        '>' => "maior que",
        '~' => "til",
        '^' => "circunflexo",
        '`' => "crase",
        '´' => "acento agudo",
        '°' => "grau",
        '§' => "parágrafo",
        '•' => "marcador",
        _ => return None,
    })
}

/// What is said for a sign among words.
pub(super) fn spoken(sign: char) -> Option<&'static str> {
    Some(match sign {
        '&' => "ˈe",
        '%' => "pˌorsˈAŋtʊ",
        '@' => "ˌaxˈobæ",
        '+' => "mˈIs",
        '=' => "iɡwˈæl",
        '$' => "dˈolar",
        '€' => "ˈeʊɾʊ",
        '*' => "ˌæsteɾˈiskʊ",
        '°' => "ɡrˈW",
        '§' => "sesˈɐ\u{303}ʊ\u{303}",
        '½' => "mˈAʊ",
        _ => return None,
    })
}
