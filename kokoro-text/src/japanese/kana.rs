//! Kana to phonemes, as upstream's `cutlet.py` writes them.

/// The phonemes of a reading in hiragana.
pub(super) fn phonemes(reading: &str) -> String {
    let kana: Vec<char> = reading.chars().collect();
    let mut said = String::new();
    for (at, c) in kana.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| kana[at]);
        push(&mut said, before, *c, kana.get(at + 1).copied());
    }
    said
}

/// Katakana as hiragana; the rest stays.
pub(super) fn hiragana(text: &str) -> String {
    let fold = |c| match c {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        _ => c,
    };
    text.chars().map(fold).collect()
}

/// Appends what is said for one kana between its neighbours.
fn push(said: &mut String, before: Option<char>, kana: char, after: Option<char>) {
    let after_kana = |next: fn(char, char) -> Option<&'static str>| next(kana, after?);
    if let 'ゝ' | 'ヽ' = kana {
        said.push_str(before.and_then(one).unwrap_or_default());
    } else if kana == 'ゞ' {
        said.push_str(before.and_then(voiced).and_then(one).unwrap_or_default());
    } else if let Some(pair) = before.and_then(|before| two(before, kana)) {
        said.push_str(pair);
    } else if after_kana(two).is_some() || is_small(kana) && !after.is_some_and(is_small) {
        // It is said with its neighbour.
    } else if let Some(small) = after.filter(|after| is_small(*after)) {
        // A pair that is in no table loses its first vowel.
        let mut first = one(kana).unwrap_or_default().chars();
        first.next_back();
        said.extend(first);
        said.push_str(one(small).unwrap_or_default());
    } else {
        match kana {
            'ー' => said.push('ː'),
            'っ' => said.push('ʔ'),
            'ん' => said.push_str(nasal(after)),
            _ => said.push_str(one(kana).unwrap_or_default()),
        }
    }
}

/// A nasal is said where the next sound is said.
fn nasal(after: Option<char>) -> &'static str {
    let next = after.and_then(one).and_then(|next| next.chars().next());
    match next {
        Some('m' | 'p' | 'b') => "m",
        Some('k' | 'ɡ') => "ŋ",
        Some('ɲ' | 'ʨ' | 'ʥ') => "ɲ",
        Some('n' | 't' | 'd' | 'ɾ' | 'z') => "n",
        _ => "ɴ",
    }
}

/// The small kana that are said with the kana before them.
fn is_small(c: char) -> bool {
    matches!(c, 'ゃ' | 'ゅ' | 'ょ' | 'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ')
}

/// A kana with the sign of voice.
fn voiced(kana: char) -> Option<char> {
    let voiced = char::from_u32(u32::from(kana) + 1)?;
    matches!(kana, 'か'..='と' | 'は' | 'ひ' | 'ふ' | 'へ' | 'ほ').then_some(voiced)
}

/// What a kana or a mark is said as by itself. A mark that the model lacks is itself here.
pub(super) fn one(c: char) -> Option<&'static str> {
    let said = match c {
        'ぁ' | 'あ' => "a",
        'ぃ' | 'い' | 'ゐ' => "i",
        'ぅ' | 'う' => "ɯ",
        'ぇ' | 'え' | 'ゑ' => "e",
        'ぉ' | 'お' | 'を' => "o",
        'か' | 'ゕ' => "ka",
        'が' => "ɡa",
        'き' => "kʲi",
        'ぎ' => "ɡʲi",
        'く' => "kɯ",
        'ぐ' => "ɡɯ",
        'け' | 'ゖ' => "ke",
        'げ' => "ɡe",
        'こ' => "ko",
        'ご' => "ɡo",
        'さ' => "sa",
        'ざ' => "ʣa",
        'し' => "ɕi",
        'じ' | 'ぢ' => "ʥi",
        'す' => "sɨ",
        'ず' | 'づ' => "zɨ",
        'せ' => "se",
        'ぜ' => "ʣe",
        'そ' => "so",
        'ぞ' => "ʣo",
        'た' => "ta",
        'だ' => "da",
        'ち' => "ʨi",
        'つ' => "ʦɨ",
        'て' => "te",
        'で' => "de",
        'と' => "to",
        'ど' => "do",
        'な' => "na",
        'に' => "ɲi",
        'ぬ' => "nɯ",
        'ね' => "ne",
        'の' => "no",
        'は' => "ha",
        'ば' => "ba",
        'ぱ' => "pa",
        'ひ' => "çi",
        'び' => "bʲi",
        'ぴ' => "pʲi",
        'ふ' => "ɸɯ",
        'ぶ' => "bɯ",
        'ぷ' => "pɯ",
        'へ' => "he",
        'べ' => "be",
        'ぺ' => "pe",
        'ほ' => "ho",
        'ぼ' => "bo",
        'ぽ' => "po",
        'ま' => "ma",
        'み' => "mʲi",
        'む' => "mɯ",
        'め' => "me",
        'も' => "mo",
        'ゃ' | 'や' => "ja",
        'ゅ' | 'ゆ' => "jɯ",
        'ょ' | 'よ' => "jo",
        'ら' => "ɾa",
        'り' => "ɾʲi",
        'る' => "ɾɯ",
        'れ' => "ɾe",
        'ろ' => "ɾo",
        'ゎ' | 'わ' => "βa",
        'ゔ' => "vɯ",
        'ヷ' => "va",
        'ヸ' => "vʲi",
        'ヹ' => "ve",
        'ヺ' => "vo",
        '゚' | '゙' => "",
        _ => return super::marks::mark(c),
    };
    Some(said)
}

/// What two kana are said as together.
fn two(first: char, second: char) -> Option<&'static str> {
    let said = match (first, second) {
        ('い', 'ぇ') => "je",
        ('う', 'ぃ') => "βi",
        ('う', 'ぇ') => "βe",
        ('う', 'ぉ') => "βo",
        ('き', 'ぇ') => "kʲe",
        ('き', 'ゃ') => "kʲa",
        ('き', 'ゅ') => "kʲɨ",
        ('き', 'ょ') => "kʲo",
        ('ぎ', 'ゃ') => "ɡʲa",
        ('ぎ', 'ゅ') => "ɡʲɨ",
        ('ぎ', 'ょ') => "ɡʲo",
        ('く', 'ぁ') => "kᵝa",
        ('く', 'ぃ') => "kᵝi",
        ('く', 'ぇ') => "kᵝe",
        ('く', 'ぉ') => "kᵝo",
        ('ぐ', 'ぁ') => "ɡᵝa",
        ('ぐ', 'ぃ') => "ɡᵝi",
        ('ぐ', 'ぇ') => "ɡᵝe",
        ('ぐ', 'ぉ') => "ɡᵝo",
        ('し', 'ぇ') => "ɕe",
        ('し', 'ゃ') => "ɕa",
        ('し', 'ゅ') => "ɕɨ",
        ('し', 'ょ') => "ɕo",
        ('じ', 'ぇ') => "ʥe",
        ('じ', 'ゃ') | ('ぢ', 'ゃ') => "ʥa",
        ('じ', 'ゅ') | ('ぢ', 'ゅ') => "ʥɨ",
        ('じ', 'ょ') | ('ぢ', 'ょ') => "ʥo",
        ('ち', 'ぇ') => "ʨe",
        ('ち', 'ゃ') => "ʨa",
        ('ち', 'ゅ') => "ʨɨ",
        ('ち', 'ょ') => "ʨo",
        ('つ', 'ぁ') => "ʦa",
        ('つ', 'ぃ') => "ʦʲi",
        ('つ', 'ぇ') => "ʦe",
        ('つ', 'ぉ') => "ʦo",
        ('て', 'ぃ') => "tʲi",
        ('て', 'ゅ') => "tʲɨ",
        ('で', 'ぃ') => "dʲi",
        ('で', 'ゅ') => "dʲɨ",
        ('と', 'ぅ') => "tɯ",
        ('ど', 'ぅ') => "dɯ",
        ('に', 'ぇ') => "ɲe",
        ('に', 'ゃ') => "ɲa",
        ('に', 'ゅ') => "ɲɨ",
        ('に', 'ょ') => "ɲo",
        ('ひ', 'ぇ') => "çe",
        ('ひ', 'ゃ') => "ça",
        ('ひ', 'ゅ') => "çɨ",
        ('ひ', 'ょ') => "ço",
        ('び', 'ゃ') => "bʲa",
        ('び', 'ゅ') | ('ゔ', 'ゅ') => "bʲɨ",
        ('び', 'ょ') | ('ゔ', 'ょ') => "bʲo",
        ('ぴ', 'ゃ') => "pʲa",
        ('ぴ', 'ゅ') => "pʲɨ",
        ('ぴ', 'ょ') => "pʲo",
        ('ふ', 'ぁ') => "ɸa",
        ('ふ', 'ぃ') => "ɸʲi",
        ('ふ', 'ぇ') => "ɸe",
        ('ふ', 'ぉ') => "ɸo",
        ('ふ', 'ゅ') => "ɸʲɨ",
        ('ふ', 'ょ') => "ɸʲo",
        ('み', 'ゃ') => "mʲa",
        ('み', 'ゅ') => "mʲɨ",
        ('み', 'ょ') => "mʲo",
        ('り', 'ゃ') => "ɾʲa",
        ('り', 'ゅ') => "ɾʲɨ",
        ('り', 'ょ') => "ɾʲo",
        ('ゔ', 'ぁ') => "va",
        ('ゔ', 'ぃ') => "vʲi",
        ('ゔ', 'ぇ') => "ve",
        ('ゔ', 'ぉ') => "vo",
        _ => return None,
    };
    Some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_upstream_writes_them() {
        for (kana, said) in [
            ("こんにちわ", "koɲɲiʨiβa"),
            ("がっこー", "ɡaʔkoː"),
            ("きょー", "kʲoː"),
            ("しゃしん", "ɕaɕiɴ"),
            ("しんぶん", "ɕimbɯɴ"),
            ("でんわ", "deɴβa"),
            ("ふぃるむ", "ɸʲiɾɯmɯ"),
            ("こゝろ", "kokoɾo"),
            ("いすゞ", "isɨzɨ"),
            ("ふゎ", "ɸɯβa"),
        ] {
            assert_eq!(phonemes(kana), said, "{kana}");
        }
        assert_eq!(hiragana("ヴァイオリン、ヽヷ"), "ゔぁいおりん、ゝヷ");
    }

    #[test]
    fn only_symbols_of_the_model_come_out() {
        for kana in ('ぁ'..='ゔ').chain('ヷ'..='ヺ') {
            let said = one(kana).unwrap_or_default();
            assert!(said.chars().all(crate::is_symbol), "{kana}: {said}");
        }
    }
}
