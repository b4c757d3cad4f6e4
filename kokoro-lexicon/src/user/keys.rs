//! Many words at once: which of them stand at a place of a text.

/// Words in order, each with a number: a lookup follows the text byte by byte and keeps the range
/// of words that begin so.
#[derive(Debug, Default)]
pub(super) struct Keys {
    sorted: Vec<(String, usize)>,
}

impl Keys {
    /// From words and their numbers; of equal words the first is kept.
    pub fn new(mut words: Vec<(String, usize)>) -> Self {
        words.sort_by(|a, b| a.0.cmp(&b.0));
        words.dedup_by(|later, first| later.0 == first.0);
        Self { sorted: words }
    }

    /// The words with which the text goes on that `cursor` has seen nothing of.
    pub fn all(&self) -> Cursor<'_> {
        Cursor { words: &self.sorted, depth: 0 }
    }
}

/// The words that begin with what a lookup has read.
pub(super) struct Cursor<'k> {
    words: &'k [(String, usize)],
    depth: usize,
}

impl Cursor<'_> {
    /// Reads on. False if no word begins so.
    pub fn read(&mut self, text: &str) -> bool {
        for byte in text.bytes() {
            let at = |word: &(String, usize)| word.0.as_bytes().get(self.depth).copied();
            let from = self.words.partition_point(|word| at(word) < Some(byte));
            let to = self.words.partition_point(|word| at(word) <= Some(byte));
            self.words = &self.words[from..to];
            self.depth += 1;
        }
        !self.words.is_empty()
    }

    /// The number of the word that is exactly what was read.
    pub fn found(&self) -> Option<usize> {
        let (word, number) = self.words.first()?;
        (word.len() == self.depth).then_some(*number)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig {
            rng_seed: RngSeed::Fixed(1),
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn a_cursor_finds_the_words_that_begin_a_text(
            words in prop::collection::vec("[abé ]{1,4}", 0..12),
            text in "[abé ]{0,6}",
        ) {
            let keys = Keys::new(words.iter().cloned().zip(0..).collect());
            let mut cursor = keys.all();
            let mut read = String::new();
            for c in text.chars() {
                read.push(c);
                let goes_on = cursor.read(c.encode_utf8(&mut [0; 4]));
                prop_assert_eq!(goes_on, words.iter().any(|word| word.starts_with(&read)));
                prop_assert_eq!(cursor.found(), words.iter().position(|word| *word == read));
            }
        }
    }
}
