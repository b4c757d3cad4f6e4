//! A tree in which each node is joined to one that is like it.

/// A tree over the numbers below a limit.
pub(super) struct Tree {
    /// All nodes, each behind its parent.
    pub(super) order: Vec<usize>,
    /// The parent of each node; none for the root, which is 0.
    pub(super) parents: Vec<Option<usize>>,
}

/// The tree of least distances that Prim's algorithm finds, if no node may have more than `depth`
/// nodes above it. Takes time by the square of `count`.
pub(super) fn spanning_tree(
    count: usize,
    depth: usize,
    distance: impl Fn(usize, usize) -> u32,
) -> Tree {
    let mut nearest = vec![(u32::MAX, 0); count];
    let mut depths = vec![0; count];
    let mut parents = vec![None; count];
    let mut left: Vec<usize> = (0..count).collect();
    let mut order = Vec::with_capacity(count);
    while let Some((at, node)) =
        left.iter().copied().enumerate().min_by_key(|(_, node)| (nearest[*node].0, *node))
    {
        left.swap_remove(at);
        if !order.is_empty() {
            let (_, parent) = nearest[node];
            parents[node] = Some(parent);
            depths[node] = depths[parent] + 1;
        }
        order.push(node);
        if depths[node] < depth {
            for other in &left {
                let new = distance(node, *other);
                if new < nearest[*other].0 {
                    nearest[*other] = (new, node);
                }
            }
        }
    }
    Tree { order, parents }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_joined_up_to_a_depth() {
        let distance = |a: usize, b: usize| a.abs_diff(b) as u32;
        let Tree { order, parents } = spanning_tree(5, 9, distance);
        assert_eq!(order, [0, 1, 2, 3, 4]);
        assert_eq!(parents, [None, Some(0), Some(1), Some(2), Some(3)]);
        let shallow = spanning_tree(5, 2, distance);
        assert_eq!(shallow.parents, [None, Some(0), Some(1), Some(1), Some(1)]);
        assert!(spanning_tree(0, 1, distance).order.is_empty());
    }
}
