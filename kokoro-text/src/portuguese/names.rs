//! Names of letters and signs.

/// The phonemes of the name of a Latin letter in lower case.
pub(super) fn letter(letter: char) -> Option<&'static str> {
    Some(match letter {
        'a' => "ˈa",
        'b' => "bˈe",
        'c' => "sˈe",
        'd' => "dˈe",
        'e' => "ˈɛ",
        'f' => "ˈɛfy",
        'g' => "ʒˈe",
        'h' => "aɡˈa",
        'i' => "ˈi",
        'j' => "ʒˈɔtæ",
        'k' => "kˈa",
        'l' => "ˈɛly",
        'm' => "ˈeme",
        'n' => "ˈene",
        'o' => "ˈɔ",
        'p' => "pˈe",
        'q' => "kˈe",
        'r' => "ˈɛxe",
        's' => "ˈɛsy",
        't' => "tˈe",
        'u' => "ˈu",
        'v' => "vˈe",
        'w' => "dˈablju",
        'x' => "ʃˈis",
        'y' => "ˈipsiloŋ",
        'z' => "zˈe",
        _ => return None,
    })
}

/// The names of letters as one word, stressed on the last: "FBI".
pub(super) fn spell(word: &str) -> String {
    let names: Vec<_> = word.chars().filter_map(letter).collect();
    let mut said = String::new();
    for (at, name) in names.iter().enumerate() {
        if at + 1 == names.len() {
            said.push_str(name);
        } else {
            said.push_str(&name.replace('ˈ', "ˌ"));
        }
    }
    // The s of x is voiced before a vowel.
    said.replace("ʃˌisˌ", "ʃˌizˌ").replace("ʃˌisˈ", "ʃˌizˈ")
}

/// What is said for a sign between words.
pub(super) fn sign(sign: char) -> Option<&'static str> {
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

/// What a reader calls a sign that stands alone.
pub(super) fn of_sign(sign: char) -> Option<&'static str> {
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
