//! Words that are read letter by letter.

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
