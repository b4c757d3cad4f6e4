//! The sounds of the endings -s, -ed and -ing.

use kokoro_normalize::Dialect;

/// Vowels behind which an American t before a vowel is a flap.
const FLAPPING: &str = "AIOWYiuæɑəɛɪɹʊʌ";

/// The phonemes of a word with -s.
pub(crate) fn add_s(stem: &str, dialect: Dialect) -> Option<String> {
    let ending = match stem.chars().next_back()? {
        'p' | 't' | 'k' | 'f' | 'θ' => "s",
        's' | 'z' | 'ʃ' | 'ʒ' | 'ʧ' | 'ʤ' if dialect == Dialect::British => "ɪz",
        's' | 'z' | 'ʃ' | 'ʒ' | 'ʧ' | 'ʤ' => "ᵻz",
        _ => "z",
    };
    Some(format!("{stem}{ending}"))
}

/// The phonemes of a word with -ed.
pub(crate) fn add_ed(stem: &str, dialect: Dialect) -> Option<String> {
    let ending = match stem.chars().next_back()? {
        'p' | 'k' | 'f' | 'θ' | 'ʃ' | 's' | 'ʧ' => "t",
        'd' if dialect == Dialect::British => "ɪd",
        'd' => "ᵻd",
        't' => return Some(add_ed_to_t(stem, dialect)),
        _ => "d",
    };
    Some(format!("{stem}{ending}"))
}

fn add_ed_to_t(stem: &str, dialect: Dialect) -> String {
    match flap(stem) {
        _ if dialect == Dialect::British || stem.len() == 1 => format!("{stem}ɪd"),
        Some(flap) => format!("{flap}ᵻd"),
        None => format!("{stem}ᵻd"),
    }
}

/// The phonemes of a word with -ing. There are none for a British stem that ends in ə or ː, because
/// an r may be heard before -ing, and the phonemes of the stem do not show whether.
pub(crate) fn add_ing(stem: &str, dialect: Dialect) -> Option<String> {
    let last = stem.chars().next_back()?;
    match (dialect, flap(stem)) {
        (Dialect::British, _) if matches!(last, 'ə' | 'ː') => None,
        (Dialect::American, Some(flap)) => Some(format!("{flap}ɪŋ")),
        _ => Some(format!("{stem}ɪŋ")),
    }
}

/// A stem whose last t is a flap before a vowel, with the flap.
fn flap(stem: &str) -> Option<String> {
    let before = stem.strip_suffix('t')?;
    before.ends_with(|c| FLAPPING.contains(c)).then(|| format!("{before}ɾ"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_follow_the_last_sound() {
        use Dialect::{American, British};
        assert_eq!(add_s("kˈæt", American).unwrap(), "kˈæts");
        assert_eq!(add_s("bˈʌs", American).unwrap(), "bˈʌsᵻz");
        assert_eq!(add_s("bˈʌs", British).unwrap(), "bˈʌsɪz");
        assert_eq!(add_s("", American), None);
        assert_eq!(add_ed("wˈAt", American).unwrap(), "wˈAɾᵻd");
        assert_eq!(add_ed("wˈAt", British).unwrap(), "wˈAtɪd");
        assert_eq!(add_ed("ˈækt", American).unwrap(), "ˈæktᵻd");
        assert_eq!(add_ing("sˈɪt", American).unwrap(), "sˈɪɾɪŋ");
        assert_eq!(add_ing("hˈɪə", British), None);
    }
}
