//! The order of the columns in which those that are like each other stand together.

use super::spanning::{Tree, spanning_tree};

/// Of so many costs one is looked at.
const SAMPLE: usize = 12;

/// The numbers of the columns, each behind one that is like it.
pub(super) fn in_order_of_likeness(columns: &[Vec<i16>]) -> Vec<usize> {
    let sampled = |column: &Vec<i16>| column.iter().step_by(SAMPLE).copied().collect();
    let columns: Vec<Vec<i16>> = columns.iter().map(sampled).collect();
    let bits = |a: &i16, b: &i16| u32::BITS - u32::from(a.abs_diff(*b)).leading_zeros();
    let Tree { order, parents } = spanning_tree(columns.len(), usize::MAX, |a, b| {
        columns[a].iter().zip(&columns[b]).map(|(a, b)| bits(a, b)).sum()
    });
    depth_first(&order, &parents)
}

/// The nodes of a tree so that each subtree stands together.
fn depth_first(order: &[usize], parents: &[Option<usize>]) -> Vec<usize> {
    let mut children = vec![Vec::new(); order.len()];
    let mut stack = Vec::new();
    for node in order.iter().rev() {
        match parents[*node] {
            Some(parent) => children[parent].push(*node),
            None => stack.push(*node),
        }
    }
    let mut sorted = Vec::new();
    while let Some(node) = stack.pop() {
        sorted.push(node);
        stack.append(&mut children[node]);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_stands_by_like() {
        let column = |value: i16| vec![value; 30];
        let columns: Vec<_> = [0, 4000, 1, 4001, 2, 4002].into_iter().map(column).collect();
        let order = in_order_of_likeness(&columns);
        let kinds: Vec<usize> = order.iter().map(|column| column % 2).collect();
        assert_eq!(kinds, [0, 0, 0, 1, 1, 1]);
    }
}
