//! Exceptions that the rules have cut: runs of tokens that spell one are joined again. "x-a." is
//! cut into "x", "-", "a" and ".", of which the last two become the exception "a.".

use std::cmp::Reverse;
use std::ops::Range;

use super::specials::Specials;
use crate::hashing::string_hash;
use crate::table::HashTable;
use crate::token::Untagged;

/// u64 hash of each beginning of a sequence, then u8 whether it is a whole one.
static SEQUENCES: &[u8] = include_bytes!("../../data/sequences.bin");
const HASH: usize = 8;

/// The sequences of tokens that the exceptions would be cut into if they were none.
#[derive(Debug)]
pub(crate) struct Sequences {
    beginnings: HashTable,
    whole: &'static [u8],
}

impl Sequences {
    pub fn new() -> Self {
        let (hashes, whole) = SEQUENCES.split_at(SEQUENCES.len() / (HASH + 1) * HASH);
        Self { beginnings: HashTable::new(hashes, HASH), whole }
    }

    /// Joins the tokens of a text that spell an exception.
    pub fn rejoin(&self, specials: &Specials, text: &str, tokens: Vec<Untagged>) -> Vec<Untagged> {
        let runs = choose(self.runs(text, &tokens), tokens.len());
        if runs.is_empty() {
            return tokens;
        }
        let mut joined = Vec::with_capacity(tokens.len());
        let mut next = 0;
        for run in runs {
            joined.extend_from_slice(&tokens[next..run.start]);
            let (first, last) = (&tokens[run.start], &tokens[run.end - 1]);
            match specials.get(&text[first.range.start..last.range.end]) {
                Some(special) => {
                    special.push(first.range.start, &mut joined);
                    if let Some(token) = joined.last_mut() {
                        token.space = last.space;
                    }
                }
                None => joined.extend_from_slice(&tokens[run.clone()]), // there are spaces between
            }
            next = run.end;
        }
        joined.extend_from_slice(&tokens[next..]);
        joined
    }

    /// All runs of tokens that are a sequence, whether there is a space between them or not.
    fn runs(&self, text: &str, tokens: &[Untagged]) -> Vec<Range<usize>> {
        let mut runs = Vec::new();
        for start in 0..tokens.len() {
            let mut sequence = 0;
            for (end, token) in tokens.iter().enumerate().skip(start) {
                sequence = extend(sequence, &text[token.range.clone()]);
                let Some(index) = self.beginnings.find(sequence) else { break };
                if self.whole[index] == 1 {
                    runs.push(start..end + 1);
                }
            }
        }
        runs
    }
}

/// The hash of a sequence with one more token: as `sequences` in `tools/rules.py` has it.
fn extend(sequence: u64, token: &str) -> u64 {
    (sequence ^ string_hash(token.as_bytes())).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Of runs, the longest, and of equally long ones, the first, that share neither their first nor
/// their last token with one that is longer or before them, whether that one was chosen or not. In
/// the order of the text.
fn choose(mut runs: Vec<Range<usize>>, tokens: usize) -> Vec<Range<usize>> {
    if runs.is_empty() {
        return runs;
    }
    runs.sort_by_key(|run| (Reverse(run.len()), run.start));
    let mut is_taken = vec![false; tokens];
    runs.retain(|run| {
        let is_free = !is_taken[run.start] && !is_taken[run.end - 1];
        is_taken[run.clone()].fill(true);
        is_free
    });
    runs.sort_by_key(|run| run.start);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_runs_are_chosen() {
        assert_eq!(choose(vec![0..1, 0..2, 1..4, 5..6], 6), [1..4, 5..6]);
        assert_eq!(choose(vec![0..2, 1..3, 2..4, 4..5], 5), [0..2, 4..5]);
    }
}
