//! The surfaces of a dictionary: a trie over UTF-16 units, its nodes in the order of their depth.
//!
//! | part | what |
//! |---|---|
//! | labels | u16 for each node: the unit by which it is reached; siblings are in order |
//! | internal | a bit for each node: whether it has children |
//! | first children | a bit for each node: whether it is the first child of its parent |
//! | terminal | a bit for each node: whether a surface ends there |
//!
//! The root is no node. Nodes in the order of depth have their children in the same order, so the
//! children of the node that is internal as the n-th begin at the first child that is the n-th
//! behind those of the root.

use std::collections::VecDeque;
use std::ops::Range;

use crate::bits::{Bits, pack_bits};
use crate::bytes::u16_at;

/// A trie in bytes that lie elsewhere.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Trie<'a> {
    labels: &'a [u8],
    internal: Bits<'a>,
    first_children: Bits<'a>,
    terminal: Bits<'a>,
}

impl<'a> Trie<'a> {
    /// Opens the four parts.
    pub(crate) fn new(parts: [&'a [u8]; 4]) -> Option<Self> {
        let [labels, internal, first_children, terminal] = parts;
        let (internal, first_children) = (Bits::new(internal)?, Bits::new(first_children)?);
        let terminal = Bits::new(terminal)?;
        let fits = |bits: &Bits<'_>| bits.len() * 2 == labels.len();
        let fit = [internal, first_children, terminal].iter().all(fits);
        fit.then_some(Self { labels, internal, first_children, terminal })
    }

    /// The surfaces with which `text` begins, from short to long: their lengths in bytes and their
    /// numbers.
    pub(crate) fn prefixes(self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        let mut chars = text.char_indices();
        let mut children = self.children(0);
        std::iter::from_fn(move || {
            loop {
                let (at, c) = chars.next()?;
                let mut node = 0;
                for unit in c.encode_utf16(&mut [0; 2]) {
                    node = self.find(children.clone()?, *unit)?;
                    children = self
                        .internal
                        .get(node)
                        .then(|| self.internal.rank(node) + 1)
                        .and_then(|internal| self.children(internal));
                }
                if self.terminal.get(node) {
                    return Some((at + c.len_utf8(), self.terminal.rank(node)));
                }
            }
        })
    }

    /// The children of the node that is internal as the `internal`-th; of the root, if it is 0.
    fn children(&self, internal: usize) -> Option<Range<usize>> {
        let start = self.first_children.select(internal)?;
        Some(start..self.first_children.select(internal + 1).unwrap_or(self.internal.len()))
    }

    /// The node among siblings that has this label.
    fn find(&self, siblings: Range<usize>, label: u16) -> Option<usize> {
        let Range { mut start, mut end } = siblings;
        while start < end {
            let middle = start.midpoint(end);
            match u16_at(self.labels, 2 * middle)?.cmp(&label) {
                std::cmp::Ordering::Less => start = middle + 1,
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Greater => end = middle,
            }
        }
        None
    }
}

/// Packs surfaces, which are neither empty nor twice there, as four parts. The number of a surface
/// is its place in the second result.
pub(crate) fn pack_trie(surfaces: &[&str]) -> ([Vec<u8>; 4], Vec<usize>) {
    let mut words: Vec<(Vec<u16>, usize)> = surfaces
        .iter()
        .enumerate()
        .map(|(number, surface)| (surface.encode_utf16().collect(), number))
        .collect();
    words.sort();
    let (mut labels, mut order) = (Vec::new(), Vec::new());
    let [mut internal, mut first_children, mut terminal] = [const { Vec::new() }; 3];
    let mut queue = VecDeque::from([(0..words.len(), 0)]); // words that share so many units
    while let Some((range, depth)) = queue.pop_front() {
        let mut first = true;
        let unit = |at: usize| words[at].0[depth];
        let mut at = range.start;
        while at < range.end {
            let same = words[at..range.end].partition_point(|(word, _)| word[depth] == unit(at));
            let ends = words[at].0.len() == depth + 1;
            let longer = at + usize::from(ends)..at + same;
            labels.extend(unit(at).to_le_bytes());
            first_children.push(std::mem::take(&mut first));
            terminal.push(ends);
            internal.push(!longer.is_empty());
            if ends {
                order.push(words[at].1);
            }
            if !longer.is_empty() {
                queue.push_back((longer, depth + 1));
            }
            at += same;
        }
    }
    ([labels, pack_bits(&internal), pack_bits(&first_children), pack_bits(&terminal)], order)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig {
            rng_seed: RngSeed::Fixed(1), failure_persistence: None, cases: 200,
            ..ProptestConfig::default()
        })]

        #[test]
        fn prefixes_are_those_of_a_naive_search(
            words in prop::collection::btree_set("[あいa😀😁日]{1,5}", 0..60),
            texts in prop::collection::vec("[あいa😀😁日]{0,7}", 1..20),
        ) {
            let words: BTreeSet<String> = words;
            let surfaces: Vec<&str> = words.iter().map(String::as_str).collect();
            let (parts, order) = pack_trie(&surfaces);
            let [a, b, c, d] = &parts;
            let trie = Trie::new([a, b, c, d]).unwrap();
            for text in texts {
                let found: Vec<&str> =
                    trie.prefixes(&text).map(|(_, number)| surfaces[order[number]]).collect();
                let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
                let naive: Vec<&str> =
                    ends.map(|end| &text[..end]).filter(|prefix| words.contains(*prefix)).collect();
                prop_assert_eq!(&found, &naive);
                let lengths: Vec<usize> = trie.prefixes(&text).map(|(length, _)| length).collect();
                prop_assert_eq!(lengths, naive.iter().map(|s| s.len()).collect::<Vec<_>>());
            }
        }
    }
}
