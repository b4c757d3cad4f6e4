//! Verdicts on whole blocks, on one graph for each rule, and the inference against ONNX's own.

mod blocks;
mod builder;
mod inference;
mod operators;
mod refused;
mod refused_groups;
mod subgraphs;

use kokoro_onnx::Model;

use super::{Rule, RulesOptions, RulesReport, verify};

/// A graph in `tests/fixtures`.
macro_rules! fixture {
    ($name:literal) => {
        crate::tests::read(include_bytes!(concat!("fixtures/", $name)))
    };
}
use fixture;

fn read(file: &[u8]) -> Model {
    Model::read(file.to_vec().into()).unwrap()
}

/// The verdict for a phone of the lowest level, on a dump.
fn judge(model: &Model) -> RulesReport {
    verify(model, &RulesOptions::default()).unwrap()
}

/// Operators and rules of what is rejected.
fn rejections(report: &RulesReport) -> Vec<(&str, Rule)> {
    report.rejected.iter().map(|rejection| (rejection.op_type.as_str(), rejection.rule)).collect()
}

/// Asserts that exactly one node is refused, for this reason.
fn assert_refused(model: &Model, op_type: &str, rule: Rule) {
    let report = judge(model);
    assert_eq!(rejections(&report), [(op_type, rule)], "{report}");
    assert!(report.taken < report.nodes);
}

fn assert_taken(model: &Model) {
    let report = judge(model);
    assert!(report.is_whole(), "{report}");
}
