//! The network against its definition, on every instruction set of this processor.

use super::*;

/// Greatest distance from the definition, which does not round inputs. Rows are of magnitude 1.
const ERROR: f32 = 0.02;

/// Tokens with attributes that are random, but few, so that some come again.
struct Random(Vec<Attributes>);

impl Random {
    fn new(len: usize) -> Self {
        let mut state = 1_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) % 100
        };
        Self((0..len).map(|_| [next(), next(), next(), next(), next() % 2, next() % 2]).collect())
    }
}

impl Tokens for Random {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn key(&self, token: usize) -> u64 {
        let mix = |key: u64, a: &u64| (key ^ a).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0[token].iter().fold(0, mix)
    }

    fn attributes(&self, token: usize) -> Attributes {
        self.0[token]
    }
}

#[test]
fn tags_are_those_of_the_definition() {
    for len in [0, 1, 2, 7, BATCH - 1, BATCH, BATCH + 1, 2 * BATCH + 5] {
        let tokens = Random::new(len);
        let weights = Weights::new();
        let rows = naive::rows(&weights, &tokens.0);
        let expected: Vec<_> = rows.iter().map(|row| naive::best(&weights, row)).collect();
        for isa in Isa::available() {
            let network = Network::new(isa);
            for _ in 0..2 {
                let tags = network.tags(&tokens); // the second time, from the cache
                let same = tags.iter().zip(&expected).filter(|(a, b)| a == b).count();
                assert_eq!(tags.len(), len);
                assert!(same + len / 100 >= len, "{isa:?}: {same} of {len} tags");
            }
        }
    }
}

#[test]
fn rows_are_those_of_the_definition_and_the_same_everywhere() {
    let tokens = Random::new(50);
    let weights = Weights::new();
    let expected = naive::rows(&weights, &tokens.0);
    let mut first = None;
    for isa in Isa::available() {
        let mut rows = Vec::new();
        Network::new(isa).mix(&tokens, 0..50, &mut rows);
        isa.run(Encode { layers: &weights.layers, rows: &mut rows });
        let rows = &rows[CONTEXT..][..50];
        for (row, expected) in rows.iter().zip(&expected) {
            for (x, expected) in row.iter().zip(expected) {
                assert!((x - expected).abs() < ERROR, "{isa:?}: {x} instead of {expected}");
            }
        }
        assert_eq!(*first.get_or_insert_with(|| rows.to_vec()), rows, "{isa:?}");
    }
}
