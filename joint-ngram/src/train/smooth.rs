//! Probabilities from counts: modified Kneser-Ney smoothing, interpolated (S. Chen and J. Goodman,
//! "An empirical study of smoothing techniques for language modeling", 1998).

use super::counts::Tree;

/// What is taken off the counts of one, two, and three or more.
type Discounts = [f64; 3];

/// Gives each n-gram its probability and its weight of shorter ones.
pub(super) fn smooth(tree: &mut Tree, order: usize, start: u16, vocabulary: usize) {
    let depth = depths(tree);
    let discounts: Vec<Discounts> =
        (0..=order).map(|length| discounts(tree, &depth, length)).collect();
    // Parents and suffixes come before their nodes, so one pass is enough.
    for id in 0..tree.nodes.len() {
        if tree.nodes[id].children.is_empty() {
            continue;
        }
        let discounts = &discounts[depth[id] + 1];
        let children = tree.nodes[id].children.clone();
        let counts = children.iter().map(|&(token, child)| match token {
            token if id == 0 && token == start => 0,
            _ => tree.nodes[child as usize].types,
        });
        let counts: Vec<u32> = counts.collect();
        let total: f64 = counts.iter().map(|&count| f64::from(count)).sum();
        let taken: f64 = counts.iter().map(|&count| discount(discounts, count)).sum();
        let weight = taken / total;
        tree.nodes[id].backoff = weight.ln();
        for ((token, child), count) in children.into_iter().zip(counts) {
            let shorter = match id {
                0 => 1.0 / vocabulary as f64,
                _ => tree.nodes[tree.nodes[child as usize].suffix as usize].probability.exp(),
            };
            let own = (f64::from(count) - discount(discounts, count)) / total;
            debug_assert!(own >= 0.0, "{token}");
            tree.nodes[child as usize].probability = (own + weight * shorter).ln();
        }
    }
}

fn depths(tree: &Tree) -> Vec<usize> {
    let mut depth = vec![0; tree.nodes.len()];
    for id in 0..tree.nodes.len() {
        for &(_, child) in &tree.nodes[id].children {
            depth[child as usize] = depth[id] + 1;
        }
    }
    depth
}

fn discount(discounts: &Discounts, count: u32) -> f64 {
    match count {
        0 => 0.0,
        1 => discounts[0],
        2 => discounts[1],
        _ => discounts[2],
    }
}

/// The discounts of n-grams of one length, by how many of them occur once to four times.
fn discounts(tree: &Tree, depth: &[usize], length: usize) -> Discounts {
    let mut often = [0.0; 5];
    for (node, &depth) in tree.nodes.iter().zip(depth) {
        if depth == length && (1..=4).contains(&node.types) {
            often[node.types as usize] += 1.0;
        }
    }
    if often[1..].contains(&0.0) {
        return [0.5, 0.75, 0.9]; // too few n-grams to learn it from
    }
    let y = often[1] / (often[1] + 2.0 * often[2]);
    let by = |count: usize| count as f64 - (count + 1) as f64 * y * often[count + 1] / often[count];
    [by(1).max(0.1), by(2).max(0.2), by(3).max(0.3)]
}
