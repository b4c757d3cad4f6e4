//! English phonemes to katakana.

/// Consonants and what they are before a, i, u, e, o and before no vowel.
const ROWS: &[(char, [&str; 6])] = &[
    ('p', ["パ", "ピ", "プ", "ペ", "ポ", "プ"]),
    ('b', ["バ", "ビ", "ブ", "ベ", "ボ", "ブ"]),
    ('t', ["タ", "ティ", "トゥ", "テ", "ト", "ト"]),
    ('T', ["タ", "ティ", "トゥ", "テ", "ト", "ト"]),
    ('d', ["ダ", "ディ", "ドゥ", "デ", "ド", "ド"]),
    ('k', ["カ", "キ", "ク", "ケ", "コ", "ク"]),
    ('ɡ', ["ガ", "ギ", "グ", "ゲ", "ゴ", "グ"]),
    ('s', ["サ", "シ", "ス", "セ", "ソ", "ス"]),
    ('z', ["ザ", "ジ", "ズ", "ゼ", "ゾ", "ズ"]),
    ('θ', ["サ", "シ", "ス", "セ", "ソ", "ス"]),
    ('ð', ["ザ", "ジ", "ズ", "ゼ", "ゾ", "ズ"]),
    ('ʃ', ["シャ", "シ", "シュ", "シェ", "ショ", "シュ"]),
    ('ʒ', ["ジャ", "ジ", "ジュ", "ジェ", "ジョ", "ジュ"]),
    ('ʧ', ["チャ", "チ", "チュ", "チェ", "チョ", "チ"]),
    ('ʤ', ["ジャ", "ジ", "ジュ", "ジェ", "ジョ", "ジ"]),
    ('f', ["ファ", "フィ", "フ", "フェ", "フォ", "フ"]),
    ('v', ["バ", "ビ", "ブ", "ベ", "ボ", "ブ"]),
    ('h', ["ハ", "ヒ", "フ", "ヘ", "ホ", ""]),
    ('m', ["マ", "ミ", "ム", "メ", "モ", "ム"]),
    ('n', ["ナ", "ニ", "ヌ", "ネ", "ノ", "ン"]),
    ('ŋ', ["ンガ", "ンギ", "ング", "ンゲ", "ンゴ", "ング"]),
    ('l', ["ラ", "リ", "ル", "レ", "ロ", "ル"]),
    ('ɹ', ["ラ", "リ", "ル", "レ", "ロ", "ー"]),
    ('w', ["ワ", "ウィ", "ウ", "ウェ", "ウォ", ""]),
    ('j', ["ヤ", "イ", "ユ", "イェ", "ヨ", ""]),
];

const VOWELS: [&str; 5] = ["ア", "イ", "ウ", "エ", "オ"];

/// A vowel: which of the five it begins as, what follows, and whether it is short.
fn vowel(c: char) -> Option<(usize, &'static str, bool)> {
    let found = match c {
        'A' => (3, "イ", false),
        'I' => (0, "イ", false),
        'W' => (0, "ウ", false),
        'Y' => (4, "イ", false),
        'O' | 'Q' | 'ɔ' => (4, "ー", false),
        'i' => (1, "ー", false),
        'u' => (2, "ー", false),
        'ɜ' => (0, "", false),
        'ɪ' | 'ᵻ' => (1, "", true),
        'ʊ' => (2, "", true),
        'ɛ' | 'e' => (3, "", true),
        'æ' | 'ʌ' | 'ɑ' | 'a' => (0, "", true),
        'ə' | 'ɐ' => (0, "", false),
        'ɒ' => (4, "", true),
        _ => return None,
    };
    Some(found)
}

/// The phonemes of an English word in the nearest morae.
pub(super) fn katakana(phonemes: &str) -> String {
    let sounds: Vec<char> = phonemes.chars().filter(|c| !matches!(c, 'ˈ' | 'ˌ' | 'ː')).collect();
    let mut said = String::new();
    let mut short = false; // whether a short vowel stands before
    for (at, sound) in sounds.iter().copied().enumerate() {
        let before = at.checked_sub(1).map(|at| sounds[at]);
        let after = sounds.get(at + 1).copied();
        if let Some((row, end, is_short)) = vowel(sound) {
            // Before r a vowel is long in any case, and at the end of a word i is short.
            let end = match (sound, after) {
                ('ɔ' | 'O', Some('ɹ')) | ('ə', Some('ɹ')) => "",
                ('i', None) if sounds.len() > 3 => "",
                _ => end,
            };
            let palatal =
                before == Some('j') && at > 1 && ROWS.iter().any(|(c, _)| *c == sounds[at - 2]);
            said.push_str(match (palatal, row) {
                (true, 0) => "ャ",
                (true, 2) => "ュ",
                (true, 4) => "ョ",
                _ => syllable(before, row),
            });
            said.push_str(end);
            short = is_short;
            continue;
        }
        let Some((_, row)) = ROWS.iter().find(|(c, _)| *c == sound) else { continue };
        if after.is_some_and(|after| vowel(after).is_some()) {
            // The mora of the vowel has this consonant.
        } else if sound == 'j' {
            // It is heard only before a vowel.
        } else if after == Some('j') && sounds.get(at + 2).is_some_and(|c| vowel(*c).is_some()) {
            said.push_str(row[1]);
        } else if sound == 'ɹ' {
            let falling = matches!(before, Some('ɪ' | 'ʊ' | 'ɛ' | 'I' | 'W' | 'i' | 'u'));
            said.push_str(if falling { "ア" } else { "ー" });
        } else {
            let last = after.is_none();
            if short && last && "ptkʧʤdɡʃ".contains(sound) {
                said.push('ッ');
            }
            let nasal = sound == 'm' && matches!(after, Some('p' | 'b'))
                || sound == 'ŋ' && matches!(after, Some('k' | 'ɡ'));
            said.push_str(if nasal { "ン" } else { row[5] });
        }
        short = false;
    }
    said
}

/// The mora of a vowel with the consonant before it, if one is there.
fn syllable(consonant: Option<char>, vowel: usize) -> &'static str {
    let row = ROWS.iter().find(|(c, _)| Some(*c) == consonant);
    row.map_or(VOWELS[vowel], |(_, row)| row[vowel])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_near_their_sound() {
        for (phonemes, said) in [
            ("kˈæt", "カット"),
            ("ˈɛnʤən", "エンジャン"),
            ("kəmpjˈuTəɹ", "カンピューター"),
            ("bˈʊk", "ブック"),
            ("kˈɑɹ", "カー"),
            ("tɹˈAn", "トレイン"),
            ("sˈɪŋ", "シング"),
            ("bˈæŋk", "バンク"),
        ] {
            assert_eq!(katakana(phonemes), said, "{phonemes}");
        }
    }
}
