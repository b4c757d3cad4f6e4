//! The verdict on a graph: what is taken, what is not, and which rules are broken.

use std::collections::HashMap;
use std::fmt;

use crate::graph::View;
use crate::rule::{Rule, Violation};
use crate::units::Unit;

/// Lowest API level at which the provider does anything.
const LOWEST_API_LEVEL: u32 = 27;

/// What the provider would make of a graph.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RulesReport {
    /// Nodes of the graph.
    pub nodes: usize,
    /// Nodes that the provider takes, and computes rightly.
    pub taken: usize,
    /// Subgraphs that the provider compiles. One that reaches from the inputs to the outputs is the
    /// aim.
    pub partitions: usize,
    /// Groups of DequantizeLinear, operator and QuantizeLinear that are decided as one, taken or
    /// not.
    pub qdq_units: usize,
    /// Lowest Android API level at which all that is taken would be taken.
    pub min_api_level: u32,
    /// What is not taken, in order of the graph.
    pub rejected: Vec<Rejection>,
}

/// Nodes that are decided as one and not taken.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rejection {
    /// Name of the node, or of its first output if it has none; empty for a rule on the whole
    /// model.
    pub node: String,
    /// Its operator.
    pub op_type: String,
    /// How many nodes are not taken because of it: itself, and the DequantizeLinear and
    /// QuantizeLinear of its group.
    pub nodes: usize,
    /// The first rule that is broken.
    pub rule: Rule,
    /// How it is broken.
    pub detail: String,
}

impl RulesReport {
    /// Whether the provider runs the whole graph as one.
    pub fn is_whole(&self) -> bool {
        self.rejected.is_empty() && self.taken == self.nodes && self.partitions == 1
    }

    pub(super) fn new(
        view: &View<'_>,
        units: &[Unit],
        levels: &HashMap<usize, u32>,
        violations: &HashMap<usize, Violation>,
        partitions: usize,
    ) -> Self {
        let taken = |index: &usize| !violations.contains_key(index);
        let rejection = |(index, unit): (usize, &Unit)| {
            let Violation { rule, detail } = violations.get(&index)?.clone();
            let (node, op_type) =
                (view.label(unit.target), view.nodes[unit.target].op_type.clone());
            Some(Rejection { node, op_type, nodes: unit.len(), rule, detail })
        };
        Self {
            nodes: view.nodes.len(),
            taken: (0..units.len()).filter(taken).map(|index| units[index].len()).sum(),
            partitions,
            qdq_units: quantized(units),
            min_api_level: levels
                .iter()
                .filter_map(|(index, &level)| taken(index).then_some(level))
                .fold(LOWEST_API_LEVEL, u32::max),
            rejected: units.iter().enumerate().filter_map(rejection).collect(),
        }
    }

    /// A model that no session is made of.
    pub(super) fn refused(nodes: usize, units: &[Unit], violation: Violation) -> Self {
        let Violation { rule, detail } = violation;
        let (node, op_type) = (String::new(), String::new());
        Self {
            nodes,
            taken: 0,
            partitions: 0,
            qdq_units: quantized(units),
            min_api_level: LOWEST_API_LEVEL,
            rejected: vec![Rejection { node, op_type, nodes, rule, detail }],
        }
    }
}

fn quantized(units: &[Unit]) -> usize {
    units.iter().filter(|unit| unit.is_group()).count()
}

impl fmt::Display for RulesReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = 100.0 * self.taken as f64 / self.nodes.max(1) as f64;
        writeln!(f, "nodes taken    {} of {} ({percent:.1} %)", self.taken, self.nodes)?;
        writeln!(f, "subgraphs      {}", self.partitions)?;
        writeln!(f, "QDQ groups     {}", self.qdq_units)?;
        write!(f, "API level      {}", self.min_api_level)?;
        for rejection in &self.rejected {
            write!(f, "\n{rejection}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { node, op_type, nodes, rule, detail } = self;
        let plural = if *nodes == 1 { "" } else { "s" };
        match op_type.as_str() {
            "" => write!(f, "the model")?,
            op_type => write!(f, "{op_type} `{node}`")?,
        }
        let consequence = rule.consequence();
        write!(f, " ({nodes} node{plural}, {consequence}): {rule}")?;
        if detail.is_empty() { Ok(()) } else { write!(f, "; {detail}") }
    }
}
