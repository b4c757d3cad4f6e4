//! Japanese names of letters, and of brands and words that are said otherwise than English has it.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a letter is called.
pub(super) fn letter(c: char) -> Option<&'static str> {
    let at = c.to_ascii_lowercase();
    let number = usize::try_from(u32::from(at).checked_sub(u32::from('a'))?).ok()?;
    LETTERS.get(number).copied()
}

const LETTERS: [&str; 26] = [
    "エー",
    "ビー",
    "シー",
    "ディー",
    "イー",
    "エフ",
    "ジー",
    "エイチ",
    "アイ",
    "ジェー",
    "ケー",
    "エル",
    "エム",
    "エヌ",
    "オー",
    "ピー",
    "キュー",
    "アール",
    "エス",
    "ティー",
    "ユー",
    "ブイ",
    "ダブリュー",
    "エックス",
    "ワイ",
    "ゼット",
];

/// A line for each: the word in small letters, a space, and katakana.
static LIST: &str = include_str!("../../../data/japanese/latin.txt");

static NAMES: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| LIST.lines().filter_map(|line| line.split_once(' ')).collect());

/// The longest word of the list, in bytes.
const LONGEST: usize = 16;

/// A well-known name or word in katakana; its capitals do not matter.
pub(super) fn name(word: &str) -> Option<&'static str> {
    if word.len() > LONGEST {
        return None;
    }
    NAMES.get(word.to_lowercase().as_str()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order_and_in_katakana() {
        let names: Vec<&str> =
            LIST.lines().filter_map(|line| Some(line.split_once(' ')?.0)).collect();
        assert_eq!(names.len(), LIST.lines().count());
        assert!(names.is_sorted_by(|a, b| a < b));
        for (name, said) in NAMES.iter() {
            assert!(name.len() <= LONGEST && *name == name.to_lowercase(), "{name}");
            assert!(said.chars().all(|c| matches!(c, 'ァ'..='ヺ' | 'ー')), "{said}");
        }
        assert_eq!(name("Google"), Some("グーグル"));
        assert_eq!((letter('z'), letter('é')), (Some("ゼット"), None));
    }
}
