//! Leaving out n-grams that shorter ones foretell well (A. Stolcke, "Entropy-based pruning of
//! backoff language models", 1998).

use super::counts::{NodeId, Tree};

/// Takes out n-grams, longest first, whose absence costs less than `threshold` nats a token, and
/// gives the weights of shorter n-grams anew.
pub(super) fn prune(tree: &mut Tree, threshold: f64) {
    let tokens: f64 = tree.nodes[0]
        .children
        .iter()
        .map(|&(_, child)| f64::from(tree.nodes[child as usize].count))
        .sum();
    // Children come after their parents: backwards, the longest are met first.
    for id in (1..tree.nodes.len()).rev() {
        let children = std::mem::take(&mut tree.nodes[id].children);
        if children.is_empty() {
            continue;
        }
        let share = f64::from(tree.nodes[id].count) / tokens;
        let (long, short) = sums(tree, &children);
        let weight = ((1.0 - long) / (1.0 - short)).ln();
        let keep = |&(_, child): &(u16, NodeId)| {
            let node = &tree.nodes[child as usize];
            if !node.children.is_empty() {
                return true;
            }
            let shorter = tree.nodes[node.suffix as usize].probability;
            let rest = 1.0 - long + node.probability.exp();
            let new = (rest / (1.0 - short + shorter.exp())).ln();
            let cost = node.probability.exp() * (node.probability - shorter - new)
                + (1.0 - long) * (weight - new);
            share * cost >= threshold
        };
        tree.nodes[id].children = children.iter().copied().filter(keep).collect();
    }
    weigh_anew(tree);
}

/// Gives each n-gram the weight of shorter ones by which the probabilities after it sum to 1.
fn weigh_anew(tree: &mut Tree) {
    // Shorter n-grams come first, so their weights are right when longer ones need them.
    for id in 1..tree.nodes.len() {
        let (mut long, mut short) = (0.0, 0.0);
        for &(token, child) in &tree.nodes[id].children {
            long += tree.nodes[child as usize].probability.exp();
            short += after(tree, tree.nodes[id].suffix, token).exp();
        }
        let rest = |sum: f64| (1.0 - sum).max(1e-6);
        tree.nodes[id].backoff = (rest(long) / rest(short)).ln();
    }
}

/// The logarithmic probability of a token after an n-gram.
fn after(tree: &Tree, mut node: NodeId, token: u16) -> f64 {
    let mut weight = 0.0;
    loop {
        match tree.child(node, token) {
            Some(child) => return weight + tree.nodes[child as usize].probability,
            None if node == 0 => return f64::NEG_INFINITY,
            None => {
                weight += tree.nodes[node as usize].backoff;
                node = tree.nodes[node as usize].suffix;
            }
        }
    }
}

/// The summed probabilities of n-grams, and of what they are without their first token.
fn sums(tree: &Tree, children: &[(u16, NodeId)]) -> (f64, f64) {
    children.iter().fold((0.0, 0.0), |(long, short), &(_, child)| {
        let node = &tree.nodes[child as usize];
        let shorter = tree.nodes[node.suffix as usize].probability;
        (long + node.probability.exp(), short + shorter.exp())
    })
}
