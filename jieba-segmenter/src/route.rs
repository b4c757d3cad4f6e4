//! The division of a text into words of the dictionary that has the greatest probability.

use std::ops::Range;

use crate::dictionary::{Dictionary, log_share};

/// The best way from a character to the end of the text.
#[derive(Debug, Clone, Copy)]
struct Way {
    /// The logarithm of its probability.
    log: f64,
    /// Where its first word ends, in bytes.
    end: usize,
}

/// The words of `text`, by their bytes, in order and without a gap. A character with which no word
/// of the dictionary begins is a word of frequency 1. Of equal ways the one whose first word is
/// longer is taken.
pub(crate) fn best_words(
    text: &str,
    dictionary: &Dictionary,
) -> impl Iterator<Item = Range<usize>> {
    // By the byte at which the character begins. From the last character to the first.
    let mut ways = vec![Way { log: 0.0, end: 0 }; text.len() + 1];
    for (start, c) in text.char_indices().rev() {
        let mut best: Option<Way> = None;
        let single = (c.len_utf8(), 1);
        let mut words = dictionary.prefixes(&text[start..]).peekable();
        let alone = words.peek().is_none().then_some(single);
        for (len, frequency) in alone.into_iter().chain(words) {
            let end = start + len;
            let log = log_share(frequency) + ways[end].log;
            if best.is_none_or(|best| log >= best.log) {
                best = Some(Way { log, end });
            }
        }
        if let Some(best) = best {
            ways[start] = best;
        }
    }
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        at = ways[start].end;
        (start + 1 < ways.len()).then_some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    /// Every way through the text, one after the other.
    fn naive(text: &str, dictionary: &Dictionary) -> (f64, Vec<usize>) {
        let Some(first) = text.chars().next() else { return (0.0, Vec::new()) };
        let mut words: Vec<_> = dictionary.prefixes(text).collect();
        if words.is_empty() {
            words.push((first.len_utf8(), 1));
        }
        let ways = words.into_iter().map(|(len, frequency)| {
            let (log, mut lengths) = naive(&text[len..], dictionary);
            lengths.insert(0, len);
            (log_share(frequency) + log, lengths)
        });
        ways.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1[0].cmp(&b.1[0]))).expect("one way at least")
    }

    #[test]
    fn the_best_of_all_ways() {
        let dictionary = Dictionary::new();
        let config = ProptestConfig {
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(1),
            ..Default::default()
        };
        proptest!(config, |(text in "[中国人民的银行长大学生在上海a龘]{0,9}")| {
            let lengths: Vec<_> = best_words(&text, &dictionary).map(|word| word.len()).collect();
            prop_assert_eq!(lengths, naive(&text, &dictionary).1);
        });
    }
}
