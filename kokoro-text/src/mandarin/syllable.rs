//! A syllable in pinyin as phonemes.
//!
//! The sounds are those of the table in misaki's `transcription.py`, which is adapted from
//! pinyin-to-ipa by Stefan Taubert (MIT licence) and rests on Duanmu, *The Phonology of Standard
//! Chinese* (2007), and Lin, *The Sounds of Chinese* (2007). The model writes the four tones as
//! `→ ↗ ↓ ↘` after the vowel, and the neutral tone as nothing.

/// How a syllable begins, the longer letters first.
#[rustfmt::skip]
const INITIALS: &[(&str, &str)] = &[
    ("zh", "ꭧ"), ("ch", "ꭧʰ"), ("sh", "ʂ"),
    ("b", "p"), ("p", "pʰ"), ("m", "m"), ("f", "f"), ("d", "t"), ("t", "tʰ"), ("n", "n"),
    ("l", "l"), ("g", "k"), ("k", "kʰ"), ("h", "x"), ("j", "ʨ"), ("q", "ʨʰ"), ("x", "ɕ"),
    ("r", "ɻ"), ("z", "ʦ"), ("c", "ʦʰ"), ("s", "s"),
];

/// How a syllable goes on, with the place of the tone as `0`.
#[rustfmt::skip]
const FINALS: &[(&str, &str)] = &[
    ("a", "a0"), ("ai", "ai0"), ("an", "a0n"), ("ang", "a0ŋ"), ("ao", "au0"),
    ("e", "ɤ0"), ("ei", "ei0"), ("en", "ə0n"), ("eng", "ə0ŋ"),
    ("i", "i0"), ("ia", "ja0"), ("ian", "jɛ0n"), ("iang", "ja0ŋ"), ("iao", "jau0"),
    ("ie", "je0"), ("in", "i0n"), ("ing", "i0ŋ"), ("iong", "jʊ0ŋ"), ("iu", "jou0"),
    ("o", "wo0"), ("ong", "ʊ0ŋ"), ("ou", "ou0"),
    ("u", "u0"), ("ua", "wa0"), ("uai", "wai0"), ("uan", "wa0n"), ("uang", "wa0ŋ"),
    ("ui", "wei0"), ("un", "wə0n"), ("uo", "wo0"),
    ("v", "y0"), ("ve", "ɥe0"), ("van", "ɥɛ0n"), ("vn", "y0n"),
];

/// Syllables that begin with a vowel or a glide and are spelled in another way than behind a
/// consonant, and those without a vowel.
#[rustfmt::skip]
const WHOLE: &[(&str, &str)] = &[
    ("er", "ɚ0"), ("o", "ɔ0"), ("hm", "hm0"), ("hng", "hŋ0"), ("m", "m0"), ("n", "n0"),
    ("ng", "ŋ0"),
    ("ya", "ja0"), ("yan", "jɛ0n"), ("yang", "ja0ŋ"), ("yao", "jau0"), ("ye", "je0"),
    ("yi", "i0"), ("yin", "i0n"), ("ying", "i0ŋ"), ("yo", "wo0"), ("yong", "jʊ0ŋ"),
    ("you", "jou0"), ("yu", "y0"), ("yuan", "ɥɛ0n"), ("yue", "ɥe0"), ("yun", "y0n"),
    ("wa", "wa0"), ("wai", "wai0"), ("wan", "wa0n"), ("wang", "wa0ŋ"), ("wei", "wei0"),
    ("wen", "wə0n"), ("weng", "wə0ŋ"), ("wo", "wo0"), ("wong", "ʊ0ŋ"), ("wu", "u0"),
];

/// The phonemes of a syllable such as `zhong1`, whose last character is the tone, 1 to 5, and in
/// which `v` is ü. None if it is no such syllable.
pub(super) fn phonemes(syllable: &str) -> Option<String> {
    let tone = match syllable.chars().next_back()? {
        '1' => "→",
        '2' => "↗",
        '3' => "↓",
        '4' => "↘",
        '5' => "",
        _ => return None,
    };
    let letters = &syllable[..syllable.len() - 1];
    let (initial, rest) = match find(WHOLE, letters) {
        Some(whole) => ("", whole),
        None => parts(letters)?,
    };
    Some(format!("{initial}{}", rest.replace('0', tone)))
}

/// The phonemes of the initial, which may be missing, and of the final.
fn parts(letters: &str) -> Option<(&'static str, &'static str)> {
    let initial = INITIALS.iter().find(|(initial, _)| letters.starts_with(initial));
    let Some((written, initial)) = initial else { return Some(("", find(FINALS, letters)?)) };
    let rest = &letters[written.len()..];
    let rest = match (*written, rest) {
        // The tongue stays where the consonant left it.
        ("zh" | "ch" | "sh" | "r" | "z" | "c" | "s", "i") => return Some((initial, "ɨ0")),
        // ü is written as u where no u can stand.
        ("j" | "q" | "x", "u") => "v",
        ("j" | "q" | "x", "ue") => "ve",
        ("j" | "q" | "x", "uan") => "van",
        ("j" | "q" | "x", "un") => "vn",
        (_, rest) => rest,
    };
    Some((initial, find(FINALS, rest)?))
}

fn find(table: &[(&str, &'static str)], wanted: &str) -> Option<&'static str> {
    table.iter().find(|(written, _)| *written == wanted).map(|(_, phonemes)| *phonemes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All syllables of the data, as misaki's `ZHG2P.py2ipa` says them.
    const MISAKI: &str = include_str!("../../tests/data/mandarin_syllables.tsv");

    #[test]
    fn all_syllables_are_said_as_upstream_says_them() {
        let mut count = 0;
        for line in MISAKI.lines() {
            let (syllable, expected) = line.split_once('\t').unwrap();
            assert_eq!(phonemes(syllable).as_deref(), Some(expected), "{syllable}");
            count += 1;
        }
        assert_eq!(count, include_str!("../../data/mandarin/syllables.txt").lines().count());
    }

    #[test]
    fn what_is_no_syllable_has_no_phonemes() {
        for other in ["", "1", "zhong", "zh1", "xyz2", "zhong6", "中1"] {
            assert_eq!(phonemes(other), None, "{other}");
        }
    }
}
