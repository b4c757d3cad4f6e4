//! The words of the dictionary and how often each is met.

use std::fmt;

use fst::raw::{Fst, Output};

/// What `data/words.fst` was packed from counts its words this often together. One word stands
/// twice in it and is counted twice, as jieba does.
const TOTAL: f64 = 60_101_967.0;

/// Words, each with its frequency.
pub(crate) struct Dictionary {
    words: Fst<&'static [u8]>,
}

impl Dictionary {
    /// jieba's dictionary.
    pub(crate) fn new() -> Self {
        let bytes: &[u8] = include_bytes!("../data/words.fst");
        // The bytes are a constant, which the tests open.
        Self { words: Fst::new(bytes).expect("the packed dictionary is whole") }
    }

    /// The frequency of a word; none if the dictionary lacks it.
    pub(crate) fn frequency(&self, word: &str) -> Option<u64> {
        self.words.get(word).map(Output::value)
    }

    /// The words with which `text` begins: the length in bytes and the frequency of each, from the
    /// shortest to the longest.
    pub(crate) fn prefixes(&self, text: &str) -> impl Iterator<Item = (usize, u64)> {
        let mut node = self.words.root();
        let mut output = Output::zero();
        let mut bytes = text.bytes().enumerate();
        std::iter::from_fn(move || {
            for (at, byte) in bytes.by_ref() {
                let transition = node.transition(node.find_input(byte)?);
                output = output.cat(transition.out);
                node = self.words.node(transition.addr);
                if node.is_final() {
                    return Some((at + 1, output.cat(node.final_output()).value()));
                }
            }
            None
        })
    }
}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dictionary").field("words", &self.words.len()).finish()
    }
}

/// The natural logarithm of the share that a word of this frequency has of all.
pub(crate) fn log_share(frequency: u64) -> f64 {
    (frequency as f64).ln() - TOTAL.ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_begin_a_text() {
        let dictionary = Dictionary::new();
        let found: Vec<_> = dictionary.prefixes("中国人民银行").collect();
        let lengths: Vec<_> = found.iter().map(|(len, _)| len / 3).collect();
        assert_eq!(lengths, [1, 2, 6]);
        assert!(found.iter().all(|(len, frequency)| {
            dictionary.frequency(&"中国人民银行"[..*len]) == Some(*frequency)
        }));
        assert_eq!(dictionary.frequency("的"), Some(318_825));
        assert_eq!(dictionary.frequency("龘龘"), None);
        assert_eq!(dictionary.prefixes("龘x").count(), 0);
    }
}
