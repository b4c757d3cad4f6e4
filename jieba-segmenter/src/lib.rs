//! Chinese text to words, exactly as version 0.42.1 of the Python package jieba cuts it.
//!
//! ```
//! use jieba_segmenter::Segmenter;
//!
//! let text = "我们昨天一起去看了电影。";
//! let words: Vec<_> = Segmenter::new().cut(text).into_iter().map(|word| &text[word]).collect();
//! assert_eq!(words, ["我们", "昨天", "一起", "去", "看", "了", "电影", "。"]);
//! ```
//!
//! jieba looks for the division of a text into words of its dictionary whose frequencies have the
//! greatest product. Where that leaves single characters side by side, a hidden Markov model joins
//! those that seem to be a word which the dictionary lacks. This is what `jieba.cut(text)` does
//! with its default settings.
//!
//! Dictionary and model lie in the program as jieba has them, packed, and are used in place, so
//! that loading parses nothing. Time and memory are linear in the length of the text.

mod blocks;
mod dictionary;
mod markov;
mod route;

use std::ops::Range;

use crate::blocks::blocks;
use crate::dictionary::Dictionary;
use crate::markov::Markov;
use crate::route::best_words;

/// Cuts Chinese text to words.
#[derive(Debug)]
pub struct Segmenter {
    dictionary: Dictionary,
    markov: Markov,
}

impl Segmenter {
    /// A segmenter with jieba's dictionary and model.
    pub fn new() -> Self {
        Self { dictionary: Dictionary::new(), markov: Markov::new() }
    }

    /// The words of `text`, by their bytes, in order and without a gap. Each character that is
    /// neither Chinese nor one of `a-z A-Z 0-9 + # & . _ % -` is a word of its own.
    pub fn cut(&self, text: &str) -> Vec<Range<usize>> {
        let mut words = Vec::with_capacity(text.len() / 4);
        for block in blocks(text) {
            if block.of_words {
                self.cut_block(text, block.range, &mut words);
            } else {
                words.push(block.range);
            }
        }
        words
    }

    /// Appends the words of a block of characters that words are made of.
    fn cut_block(&self, text: &str, block: Range<usize>, words: &mut Vec<Range<usize>>) {
        // Characters side by side that the dictionary leaves single.
        let mut singles = block.start..block.start;
        for word in best_words(&text[block.clone()], &self.dictionary) {
            let word = block.start + word.start..block.start + word.end;
            if is_one_character(&text[word.clone()]) {
                singles.end = word.end;
                continue;
            }
            self.cut_singles(text, &singles, words);
            singles = word.end..word.end;
            words.push(word);
        }
        self.cut_singles(text, &singles, words);
    }

    /// Appends what single characters side by side are. They stay single if together they are a
    /// word of the dictionary, whose frequency has then lost against theirs.
    fn cut_singles(&self, text: &str, singles: &Range<usize>, words: &mut Vec<Range<usize>>) {
        let run = &text[singles.clone()];
        let start = singles.start;
        if is_one_character(run) {
            words.push(singles.clone());
        } else if self.dictionary.frequency(run).is_some() {
            words.extend(run.char_indices().map(|(at, c)| start + at..start + at + c.len_utf8()));
        } else {
            let found = self.markov.cut(run).into_iter();
            words.extend(found.map(|word| start + word.start..start + word.end));
        }
    }
}

impl Default for Segmenter {
    fn default() -> Self {
        Self::new()
    }
}

fn is_one_character(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some() && chars.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        Segmenter::new().cut(text).into_iter().map(|word| &text[word]).collect()
    }

    #[test]
    fn known_and_unknown_words() {
        let words = cut("小明硕士毕业于中国科学院计算所，后在日本京都大学深造");
        let expected = "小明/硕士/毕业/于/中国科学院/计算所/，/后/在/日本京都大学/深造";
        assert_eq!(words.join("/"), expected);
        assert_eq!(cut("他来到了网易杭研大厦").join("/"), "他/来到/了/网易/杭研/大厦");
    }

    #[test]
    fn other_characters() {
        assert_eq!(cut("A+B=3.5%的C#\r\n x").join("/"), "A/+/B/=/3.5%/的/C#/\r\n/ /x");
        assert!(cut("").is_empty());
    }

    /// What jieba 0.42.1 makes of sentences: their words, with slashes between them.
    const GOLDEN: &str = include_str!("golden.txt");

    #[test]
    fn as_jieba_cuts() {
        for expected in GOLDEN.lines() {
            assert_eq!(cut(&expected.replace('/', "")).join("/"), expected);
        }
    }

    #[test]
    fn a_megabyte_of_one_character_takes_linear_time() {
        let segmenter = Segmenter::new();
        for character in ["的", "龘", "a", "中国", "，"] {
            let text = character.repeat(1_000_000 / character.len());
            let words = segmenter.cut(&text);
            assert_eq!(words.last().map(|word| word.end), Some(text.len()));
        }
    }
}
