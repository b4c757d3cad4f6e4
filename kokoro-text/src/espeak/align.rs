//! Which of the spoken words belongs to which of the written ones.

use std::ops::Range;

/// How many words may be said as one, and in how many words one may be said ("42").
const MOST: usize = 8;

/// Groups of written words and of spoken words that belong together, in order: one of either side
/// and some of the other. espeak-ng says some words as one ("s'il vous") and some as several (a
/// number). Where counts differ, lengths decide, which may err by a word: the sum of the squares of
/// the differences between letters and phonemes is least.
///
/// If nothing is said at all, each written word stands with nothing.
pub(super) fn align(written: &[usize], spoken: &[usize]) -> Vec<(Range<usize>, Range<usize>)> {
    if written.len() == spoken.len() {
        return (0..written.len()).map(|at| (at..at + 1, at..at + 1)).collect();
    }
    if spoken.is_empty() {
        return (0..written.len()).map(|at| (at..at + 1, 0..0)).collect();
    }
    let steps = best_steps(written, spoken);
    let (mut from, mut to) = (written.len(), spoken.len());
    let mut groups = Vec::new();
    while from > 0 && to > 0 {
        let Some((letters, sounds)) = steps[from * (spoken.len() + 1) + to] else {
            // Counts too different for groups: everything together.
            return vec![(0..written.len(), 0..spoken.len())];
        };
        groups.push((from - letters..from, to - sounds..to));
        (from, to) = (from - letters, to - sounds);
    }
    groups.reverse();
    groups
}

/// For each pair of places, the size of the last group on the cheapest way to it.
fn best_steps(written: &[usize], spoken: &[usize]) -> Vec<Option<(usize, usize)>> {
    let columns = spoken.len() + 1;
    let ratio = spoken.iter().sum::<usize>() as f64 / written.iter().sum::<usize>().max(1) as f64;
    let mut costs = vec![f64::INFINITY; (written.len() + 1) * columns];
    let mut steps = vec![None; costs.len()];
    costs[0] = 0.0;
    for from in 1..=written.len() {
        for to in 1..columns {
            let one_to_many = (1..=MOST.min(to)).map(|sounds| (1, sounds));
            let many_to_one = (2..=MOST.min(from)).map(|letters| (letters, 1));
            for (letters, sounds) in one_to_many.chain(many_to_one) {
                let expected = written[from - letters..from].iter().sum::<usize>() as f64 * ratio;
                let found = spoken[to - sounds..to].iter().sum::<usize>() as f64;
                let before = costs[(from - letters) * columns + to - sounds];
                let cost = before + (expected - found).powi(2);
                if cost < costs[from * columns + to] {
                    costs[from * columns + to] = cost;
                    steps[from * columns + to] = Some((letters, sounds));
                }
            }
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_said_as_one() {
        // "je ne regretterai rien" said as "ʒən ʁəɡʁɛtəʁe ʁjɛ̃"
        let groups = align(&[2, 2, 11, 4], &[3, 11, 5]);
        assert_eq!(groups, [(0..2, 0..1), (2..3, 1..2), (3..4, 2..3)]);
    }

    #[test]
    fn a_word_that_is_said_as_several() {
        let groups = align(&[4, 3, 5], &[5, 8, 9, 6]);
        assert_eq!(groups.len(), 3);
        assert_eq!((groups[0].0.clone(), groups[2].1.end), (0..1, 4));
    }

    #[test]
    fn nothing_and_too_much() {
        assert_eq!(align(&[3, 2], &[]), [(0..1, 0..0), (1..2, 0..0)]);
        assert_eq!(align(&[], &[]), []);
        assert_eq!(align(&[3], &[1; 40]), [(0..1, 0..40)]);
    }
}
