//! The best way to divide a row of things.

/// Divides `0..length` into parts so that the sum of their costs is the least, and gives their
/// ends. `parts` calls its second argument for each part that begins at its first, with the part's
/// end and cost; it must offer the part of one.
pub(super) fn partition(
    length: usize,
    mut parts: impl FnMut(usize, &mut dyn FnMut(usize, u64)),
) -> Vec<usize> {
    // For each end: the cost up to there, and where the last part begins.
    let mut best = vec![(u64::MAX, 0); length + 1];
    best[0].0 = 0;
    for from in 0..length {
        let before = best[from].0;
        parts(from, &mut |end, cost| {
            let cost = before.saturating_add(cost);
            if cost < best[end].0 {
                best[end] = (cost, from);
            }
        });
    }
    let mut ends = Vec::new();
    let mut end = length;
    while end > 0 {
        ends.push(end);
        end = best[end].1;
    }
    ends.reverse();
    ends
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    /// The least cost by trying every way to divide, with parts of at most three.
    fn naive(costs: &[[u64; 3]], from: usize) -> u64 {
        if from == costs.len() {
            return 0;
        }
        let longest = (costs.len() - from).min(3);
        let ways = (1..=longest).map(|n| costs[from][n - 1] + naive(costs, from + n));
        ways.min().unwrap_or(0)
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            rng_seed: RngSeed::Fixed(1),
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn no_way_to_divide_is_better(
            costs in prop::collection::vec([0..99u64, 0..99, 0..99], 0..9),
        ) {
            let ends = partition(costs.len(), |from, visit| {
                for (n, cost) in costs[from].iter().enumerate() {
                    if from + n < costs.len() {
                        visit(from + n + 1, *cost);
                    }
                }
            });
            let (mut start, mut sum) = (0, 0);
            for end in ends {
                sum += costs[start][end - start - 1];
                start = end;
            }
            prop_assert_eq!((start, sum), (costs.len(), naive(&costs, 0)));
        }
    }
}
