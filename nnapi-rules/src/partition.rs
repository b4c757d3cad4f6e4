//! How the units that are taken join into subgraphs.
//!
//! Follows `CreateSupportedPartitionNodeGroups` in `core/providers/partitioning_utils.cc`, in its
//! form for units. It is Kahn's topological sort in waves: a wave takes every unit whose arguments
//! are all made, and forms one subgraph of those that are supported. A unit that is not supported
//! and reads from the subgraph waits, with all that depends on it, for the next wave; one that does
//! not is passed over at once. So two units are in one subgraph unless one that is not supported
//! lies on a path between them; they need not be connected.
//!
//! Two rules depend on the subgraph: data of 8 bits outside of groups must be made inside it, since
//! NNAPI needs their scale, and a subgraph of one node that only renames is given back.

use std::collections::{HashMap, HashSet, VecDeque};

use kokoro_onnx::ElementType;

use crate::graph::View;
use crate::rule::{Rule, Violation};
use crate::units::Unit;

/// Units as a graph of their own.
struct Edges {
    /// Edges into each unit from others.
    arguments: Vec<usize>,
    /// Units that read from each, once for each edge.
    readers: Vec<Vec<usize>>,
}

impl Edges {
    fn new(view: &View<'_>, units: &[Unit]) -> Self {
        let mut owner = HashMap::new();
        for (index, unit) in units.iter().enumerate() {
            owner.extend(unit.members().map(|member| (member, index)));
        }
        let mut edges =
            Self { arguments: vec![0; units.len()], readers: vec![vec![]; units.len()] };
        for (index, unit) in units.iter().enumerate() {
            let readers = unit.members().flat_map(|member| view.readers(member));
            for reader in readers.filter_map(|node| owner.get(&node).copied()) {
                if reader != index {
                    edges.arguments[reader] += 1;
                    edges.readers[index].push(reader);
                }
            }
        }
        edges
    }
}

/// Number of subgraphs. Units without an entry in `violations` are supported; those that the
/// subgraphs rule out get one.
pub(super) fn partition(
    view: &View<'_>,
    units: &[Unit],
    violations: &mut HashMap<usize, Violation>,
) -> usize {
    let mut edges = Edges::new(view, units);
    let mut ready: VecDeque<usize> =
        (0..units.len()).filter(|&u| edges.arguments[u] == 0).collect();
    let mut waiting: VecDeque<usize> = VecDeque::new();
    let mut subgraph: Vec<usize> = vec![];
    let mut border: HashSet<usize> = HashSet::new();
    let mut made: HashSet<&str> = HashSet::new();
    let mut count = 0;
    loop {
        let Some(unit) = ready.pop_front() else {
            count += usize::from(close(view, units, &subgraph, violations));
            (subgraph, border, made) = Default::default();
            if waiting.is_empty() {
                return count;
            }
            std::mem::swap(&mut ready, &mut waiting);
            continue;
        };
        if let Some(name) = from_outside(view, &units[unit], &made) {
            let detail = format!("`{name}` is not");
            let violation = Violation::new(Rule::QuantizedFromOutside, detail);
            violations.entry(unit).or_insert(violation);
        }
        let supported = !violations.contains_key(&unit);
        if !supported && border.contains(&unit) {
            waiting.push_back(unit);
            continue;
        }
        if supported {
            subgraph.push(unit);
            border.extend(&edges.readers[unit]);
            made.extend(view.nodes[units[unit].target].output.iter().map(String::as_str));
        }
        for reader in std::mem::take(&mut edges.readers[unit]) {
            edges.arguments[reader] -= 1;
            if edges.arguments[reader] == 0 {
                ready.push_back(reader);
            }
        }
    }
}

/// The argument of 8 bits that an operator outside of groups gets from outside the subgraph.
fn from_outside<'v>(view: &'v View<'_>, unit: &Unit, made: &HashSet<&str>) -> Option<&'v str> {
    let node = &view.nodes[unit.target];
    let count = match node.op_type.as_str() {
        _ if unit.is_group() => return None,
        "Concat" => node.input.len(),
        "MaxPool" | "Resize" | "Transpose" => 1,
        _ => return None,
    };
    let byte = |name: &str| view.value(name).element_type == Some(ElementType::Uint8);
    let names = node.input.iter().take(count).map(String::as_str);
    names.into_iter().find(|&name| byte(name) && !made.contains(name))
}

/// Whether the subgraph is kept.
fn close(
    view: &View<'_>,
    units: &[Unit],
    subgraph: &[usize],
    violations: &mut HashMap<usize, Violation>,
) -> bool {
    let [only] = subgraph else { return !subgraph.is_empty() };
    let op_type = view.nodes[units[*only].target].op_type.as_str();
    let trivial = !units[*only].is_group() && matches!(op_type, "Flatten" | "Identity" | "Reshape");
    if trivial {
        violations.insert(*only, Violation::new(Rule::TrivialSubgraph, ""));
    }
    !trivial
}
