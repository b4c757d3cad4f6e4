//! Morphemes that upstream joins to one word: those that are a word of its list together.

use std::ops::Range;

use fst::raw::{Fst, Node};
use unidic::Class;

/// The words of misaki's `ja_words.txt`, as an `fst` set.
static WORDS: &[u8] = include_bytes!("../../data/japanese/words.fst");

/// A list of words that are said in one.
pub(super) struct Words(Fst<&'static [u8]>);

impl Words {
    /// Opens the list, which lies in the program. None if it is damaged.
    pub(super) fn new() -> Option<Self> {
        Fst::new(WORDS).ok().map(Self)
    }

    /// How many of the parts at the start of `parts` make a word of the list together; the most,
    /// at least one.
    fn longest<'p>(&self, parts: impl Iterator<Item = &'p str>) -> usize {
        let mut node = Some(self.0.root());
        let mut longest = 1;
        for (number, part) in parts.enumerate() {
            for byte in part.bytes() {
                node = node.and_then(|node| self.step(node, byte));
            }
            match node {
                None => break,
                Some(node) if node.is_final() => longest = number + 1,
                Some(_) => {}
            }
        }
        longest
    }

    fn step<'f>(&'f self, node: Node<'f>, byte: u8) -> Option<Node<'f>> {
        let transition = node.find_input(byte)?;
        Some(self.0.node(node.transition(transition).addr))
    }
}

/// A morpheme as upstream sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part<'t> {
    /// The bytes of the text.
    pub(super) range: Range<usize>,
    /// How it is written.
    pub(super) surface: &'t str,
    /// Its reading in hiragana, or itself.
    pub(super) reading: String,
    /// Its kind; what is known, and katakana, is [`Class::Hiragana`].
    pub(super) kind: Class,
}

/// How many parts each word has, in order. Parts of one word are of one kind.
pub(super) fn groups(words: &Words, parts: &[Part<'_>]) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let mut at = 0;
    while let Some(first) = parts.get(at) {
        let same = parts[at..].iter().take_while(|part| part.kind == first.kind);
        let end = at + words.longest(same.map(|part| part.surface));
        groups.push(at..end);
        at = end;
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_taken() {
        let words = Words::new().unwrap();
        let longest = |parts: &[&str]| words.longest(parts.iter().copied());
        assert_eq!(longest(&["引っ越し", "まし", "た"]), 1);
        assert_eq!(longest(&["ああ", "いう", "。"]), 2);
        assert_eq!(longest(&["☃"]), 1);
    }
}
