//! Which letters of a word are said as which of its phonemes, learned by expectation maximisation.

use std::collections::BTreeMap;

use crate::unit::{Spelling, Unit};

/// A word of the lexicon: its letters and its phonemes, by number.
pub(super) struct Entry {
    pub(super) letters: Vec<u8>,
    pub(super) phonemes: Vec<u8>,
}

/// The shapes that a unit may have: how many letters, and how many phonemes. With two letters for
/// two phonemes, too, words fall into fewer and larger units, and the errors of new words grow by a
/// tenth.
const SHAPES: [(usize, usize); 4] = [(1, 0), (1, 1), (1, 2), (2, 1)];

/// A unit that is expected less often than this in the whole lexicon is taken for a mistake.
const RARE: f64 = 1.5;
const ROUNDS: usize = 12;

/// Splits each entry into its likeliest units; `None` where the units do not fit.
pub(super) fn align(entries: &[Entry]) -> Vec<Option<Vec<Unit>>> {
    let mut probabilities = Weights::new();
    for round in 0..ROUNDS {
        let rare = if round < 3 { 0.0 } else { RARE };
        probabilities = maximise(&expect(entries, &probabilities, round == 0), rare);
    }
    entries.iter().map(|entry| likeliest(entry, &probabilities)).collect()
}

/// Numbers by unit; in order, so that sums are the same each time.
type Weights = BTreeMap<Unit, f64>;

/// The unit of `shape` that ends at letter `i` and phoneme `j`.
fn unit_before(entry: &Entry, i: usize, j: usize, shape: (usize, usize)) -> Option<Unit> {
    let start = i.checked_sub(shape.0)?;
    let mut phonemes = [0; 2];
    phonemes[..shape.1].copy_from_slice(&entry.phonemes[j.checked_sub(shape.1)?..j]);
    let spelling = Spelling::new(&entry.letters[start..i]);
    Some(Unit { spelling, phonemes })
}

/// How often each unit is expected, if units are as likely as `weights` says.
fn expect(entries: &[Entry], weights: &Weights, uniform: bool) -> Weights {
    let mut expected = Weights::new();
    let mut edges = Vec::new();
    for entry in entries {
        let (n, m) = (entry.letters.len(), entry.phonemes.len());
        let cell = |i: usize, j: usize| i * (m + 1) + j;
        let mut forward = vec![0.0; (n + 1) * (m + 1)];
        forward[0] = 1.0;
        edges.clear();
        for i in 1..=n {
            for j in 0..=m {
                for (letters, phonemes) in SHAPES {
                    let Some(unit) = unit_before(entry, i, j, (letters, phonemes)) else {
                        continue;
                    };
                    let weight =
                        if uniform { 0.01 } else { weights.get(&unit).copied().unwrap_or(0.0) };
                    let from = cell(i - letters, j - phonemes);
                    if weight > 0.0 && forward[from] > 0.0 {
                        forward[cell(i, j)] += forward[from] * weight;
                        edges.push((from, cell(i, j), unit, weight));
                    }
                }
            }
        }
        let total: f64 = forward[cell(n, m)];
        if total <= 0.0 {
            continue;
        }
        let mut backward = vec![0.0; forward.len()];
        backward[cell(n, m)] = 1.0 / total;
        for &(from, to, unit, weight) in edges.iter().rev() {
            let share = weight * backward[to];
            backward[from] += share;
            *expected.entry(unit).or_default() += forward[from] * share;
        }
    }
    expected
}

/// The probabilities of units that were seen so often, without those that are rare.
fn maximise(expected: &Weights, rare: f64) -> Weights {
    let kept: Vec<_> = expected.iter().filter(|(_, count)| **count > rare).collect();
    let total: f64 = kept.iter().map(|(_, count)| **count).sum();
    kept.iter().map(|(unit, count)| (**unit, **count / total)).collect()
}

/// The likeliest units of an entry.
fn likeliest(entry: &Entry, weights: &Weights) -> Option<Vec<Unit>> {
    let (n, m) = (entry.letters.len(), entry.phonemes.len());
    let cell = |i: usize, j: usize| i * (m + 1) + j;
    let mut best: Vec<Option<(f64, usize, Unit)>> = vec![None; (n + 1) * (m + 1)];
    for i in 1..=n {
        for j in 0..=m {
            for (letters, phonemes) in SHAPES {
                let Some(unit) = unit_before(entry, i, j, (letters, phonemes)) else {
                    continue;
                };
                let from = cell(i - letters, j - phonemes);
                let before = match best[from] {
                    Some((score, ..)) => score,
                    None if from == 0 => 0.0,
                    None => continue,
                };
                let Some(weight) = weights.get(&unit) else {
                    continue;
                };
                let score = before + weight.ln();
                if best[cell(i, j)].is_none_or(|(other, ..)| score > other) {
                    best[cell(i, j)] = Some((score, from, unit));
                }
            }
        }
    }
    let mut at = cell(n, m);
    let mut units = Vec::new();
    while at > 0 {
        let (_, from, unit) = best[at]?;
        units.push(unit);
        at = from;
    }
    units.reverse();
    Some(units)
}
