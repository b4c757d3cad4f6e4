//! ARPAbet: which phonemes of a dialect may stand for a sound.

/// The phonemes of the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// American English.
    American,
    /// British English.
    British,
}

/// The sounds of a pronunciation, each as the phonemes that may stand for it; `None` if one is
/// unknown.
pub fn sounds(arpabet: &str, dialect: Dialect) -> Option<Vec<Vec<String>>> {
    arpabet.split(' ').map(|sound| sound_choices(sound, dialect)).collect()
}

fn sound_choices(sound: &str, dialect: Dialect) -> Option<Vec<String>> {
    let bare = sound.trim_end_matches(['0', '1', '2']);
    if bare == sound {
        return Some(consonant(sound, dialect)?.split('|').map(str::to_string).collect());
    }
    let (full, reduced) = vowel(bare, dialect)?;
    let mut choices: Vec<String> = Vec::new();
    let marks: &[&str] = match &sound[bare.len()..] {
        "1" => &["ˈ"],
        "2" => &["ˌ", ""],
        _ => &["", "ˌ"],
    };
    for mark in marks {
        let reduced = if mark.is_empty() { reduced } else { "" };
        for phonemes in full.split('|').chain(reduced.split('|').filter(|text| !text.is_empty())) {
            choices.push(mark_vowel(phonemes, mark));
        }
    }
    Some(choices)
}

/// Puts a mark of stress before the vowel of a sound, which may begin with a glide.
fn mark_vowel(phonemes: &str, mark: &str) -> String {
    match phonemes.strip_prefix('j') {
        Some(vowel) => format!("j{mark}{vowel}"),
        None => format!("{mark}{phonemes}"),
    }
}

/// What may stand for a vowel: with any stress, and besides without stress.
fn vowel(sound: &str, dialect: Dialect) -> Option<(&'static str, &'static str)> {
    let american = dialect == Dialect::American;
    let choices = match sound {
        "AA" if american => ("ɑ|ɔ", "ə"),
        "AA" => ("ɒ|ɑː|a", "ə"),
        "AE" if american => ("æ|ɛ", "ə"),
        "AE" => ("a|ɑː", "ə"),
        "AH" if american => ("ʌ|ə", "ɪ|ᵻ|ᵊ|i|ʊ|ɛ|æ|ɑ|O"),
        "AH" => ("ʌ|ə|ɒ", "ɪ|ᵊ|i|ʊ|ɛ|a|Q|jʊ|uː|iː"),
        "AO" if american => ("ɔ|ɑ|O", "ə"),
        "AO" => ("ɔː|ɒ|ɑː", "ə"),
        "AW" => ("W", ""),
        "AY" => ("I", "ɪ|ə"),
        "EH" if american => ("ɛ|æ", "ə|ɪ|ᵻ"),
        "EH" => ("ɛ|ɛː|a|ɑː", "ə|ɪ"),
        "ER" if american => ("ɜɹ|əɹ|ʊɹ", ""),
        "ER" => ("ɜː|ə|ɜːɹ|əɹ|ʌɹ|ʊəɹ|ʊə|ɔː|ɛː|ɪə", "ɹ"),
        "EY" if american => ("A", "i|ə|ɪ"),
        "EY" => ("A", "i|ɪ|ə"),
        "IH" if american => ("ɪ|i", "ə|ᵻ|ᵊ|ɛ|I"),
        "IH" => ("ɪ|ɪə|i|iː", "ə|ᵊ|ɛ|I"),
        "IY" if american => ("i|ɪ", "ə|ᵻ"),
        "IY" => ("iː|i|ɪ|ɪə", "ə"),
        "OW" if american => ("O", "ə|ɔ"),
        "OW" => ("Q|ɔː", "ə"),
        "OY" => ("Y", ""),
        "UH" if american => ("ʊ|u", "ə"),
        "UH" => ("ʊ|ʊə|ɔː|jʊə|jʊ", "ə"),
        "UW" if american => ("u|ʊ", "ə"),
        "UW" => ("uː|juː|ʊ|u|jʊ|ʊə|jʊə", "ə|jə"),
        _ => return None,
    };
    Some(choices)
}

/// What may stand for a consonant.
fn consonant(sound: &str, dialect: Dialect) -> Option<&'static str> {
    let american = dialect == Dialect::American;
    let choices = match sound {
        "B" => "b",
        "CH" => "ʧ|tj",
        "D" => "d|ɾ",
        "DH" => "ð",
        "F" => "f",
        "G" => "ɡ",
        "HH" => "h",
        "JH" => "ʤ|dj",
        "K" => "k",
        "L" => "l",
        "M" => "m",
        "N" => "n|ŋ",
        "NG" => "ŋ|n",
        "P" => "p",
        "R" if american => "ɹ",
        "R" => "ɹ|",
        "S" => "s|z",
        "SH" => "ʃ|sj",
        "T" if american => "t|ɾ|ʔ",
        "T" => "t",
        "TH" => "θ",
        "V" => "v",
        "W" => "w",
        "Y" => "j|",
        "Z" => "z|s",
        "ZH" => "ʒ|z",
        _ => return None,
    };
    Some(choices)
}
