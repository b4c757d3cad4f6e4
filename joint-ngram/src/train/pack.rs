//! The tree of n-grams in the packed form.

use crate::error::Error;
use crate::format::{FIRST_UNIT, LIMIT, MAGIC, TEXT, VERSION, code_probability, code_weight};
use crate::unit::{Spelling, Unit};

use super::counts::{NodeId, Tree};

/// Writes a model. `units` are sorted, `phonemes` are the names of phonemes from number 1.
pub(super) fn pack(tree: &Tree, units: &[Unit], phonemes: &[String]) -> Result<Vec<u8>, Error> {
    let (inner, leaves) = levels(tree);
    for (what, found, limit) in [
        ("units", units.len(), usize::from(u16::MAX - FIRST_UNIT)),
        ("n-grams", inner.len().max(leaves.len()), LIMIT - 1),
    ] {
        if found > limit {
            return Err(Error::TooLarge { what, found, limit });
        }
    }
    let mut out = MAGIC.to_vec();
    for number in [VERSION, 0, units.len() as u32, inner.len() as u32, leaves.len() as u32] {
        out.extend(number.to_le_bytes());
    }
    let mut next = 0;
    for spelling in 0..=Spelling::COUNT {
        while next < units.len() && units[next].spelling.index() < spelling {
            next += 1;
        }
        out.extend((next as u16 + FIRST_UNIT).to_le_bytes());
    }
    for unit in units {
        out.extend(text(unit, phonemes)?);
    }
    write_nodes(tree, &inner, &leaves, &mut out);
    Ok(out)
}

/// The phonemes of a unit, padded with zeros.
fn text(unit: &Unit, phonemes: &[String]) -> Result<[u8; TEXT], Error> {
    let names = unit.phonemes.iter().filter(|&&number| number > 0);
    let text: String = names.map(|&number| phonemes[usize::from(number) - 1].as_str()).collect();
    let mut padded = [0; TEXT];
    if text.len() > TEXT {
        let found = text.len();
        return Err(Error::TooLarge { what: "bytes of phonemes in a unit", found, limit: TEXT });
    }
    padded[..text.len()].copy_from_slice(text.as_bytes());
    Ok(padded)
}

/// Nodes with children and nodes without, each in the order in which they are written: by length,
/// and the children of a node together.
fn levels(tree: &Tree) -> (Vec<NodeId>, Vec<NodeId>) {
    let mut inner = vec![0];
    let mut leaves = Vec::new();
    let mut at = 0;
    while at < inner.len() {
        for &(_, child) in &tree.nodes[inner[at] as usize].children {
            match tree.nodes[child as usize].children.is_empty() {
                true => leaves.push(child),
                false => inner.push(child),
            }
        }
        at += 1;
    }
    (inner, leaves)
}

fn write_nodes(tree: &Tree, inner: &[NodeId], leaves: &[NodeId], out: &mut Vec<u8>) {
    let (mut first_inner, mut first_leaf) = (1_u32, 0_u32);
    for &id in inner {
        let node = &tree.nodes[id as usize];
        out.extend(node.token.to_le_bytes());
        out.extend([code_probability(node.probability), code_weight(node.backoff)]);
        out.extend(&first_inner.to_le_bytes()[..3]);
        out.extend(&first_leaf.to_le_bytes()[..3]);
        for &(_, child) in &node.children {
            match tree.nodes[child as usize].children.is_empty() {
                true => first_leaf += 1,
                false => first_inner += 1,
            }
        }
    }
    out.extend([0; 4]);
    out.extend(&first_inner.to_le_bytes()[..3]);
    out.extend(&first_leaf.to_le_bytes()[..3]);
    for &id in leaves {
        let node = &tree.nodes[id as usize];
        out.extend(node.token.to_le_bytes());
        out.push(code_probability(node.probability));
    }
}
