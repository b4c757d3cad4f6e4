//! Blocks of the generator, as ONNX Runtime 1.31.1 leaves them. The counts of nodes and groups are
//! those that the Python prototype of these rules gives.

use super::*;

#[test]
fn the_block_that_follows_the_rules_is_taken_whole() {
    let report = judge(&fixture!("good.l1.onnx"));
    assert_eq!((report.nodes, report.taken), (190, 190));
    assert_eq!((report.partitions, report.qdq_units, report.min_api_level), (1, 10, 29));
    assert!(report.is_whole(), "{report}");
    assert_eq!(
        report.to_string(),
        "nodes taken    190 of 190 (100.0 %)\n\
         subgraphs      1\n\
         QDQ groups     10\n\
         API level      29"
    );
}

#[test]
fn a_slice_that_the_optimiser_encloses_is_rejected_with_its_group() {
    let report = judge(&fixture!("slice_pad.l1.onnx"));
    assert_eq!((report.nodes, report.taken, report.qdq_units), (192, 189, 11));
    assert_eq!(rejections(&report), [("Slice", Rule::QuantizedGroup)]);
    assert_eq!(report.rejected[0].nodes, 3);
    assert_eq!(report.partitions, 2);
    assert!(!report.is_whole());
}

#[test]
fn the_same_slice_is_taken_if_the_optimiser_is_kept_from_it() {
    let report = judge(&fixture!("slice_pad.l1_unpropagated.onnx"));
    assert_eq!((report.nodes, report.taken, report.qdq_units), (185, 185, 8));
    assert!(report.is_whole(), "{report}");
}

#[test]
fn a_leaky_relu_alone_between_convolutions_is_rejected_with_its_group() {
    let report = judge(&fixture!("leaky_between.l1.onnx"));
    assert_eq!((report.nodes, report.taken, report.qdq_units), (214, 205, 16));
    assert_eq!(rejections(&report), [("LeakyRelu", Rule::QuantizedGroup); 3]);
    assert_eq!(report.partitions, 4);
}

#[test]
fn the_graph_as_exported_is_warned_of_what_the_optimiser_will_do() {
    let exported = RulesOptions { optimized: false, ..RulesOptions::default() };
    let good = verify(&fixture!("good.onnx"), &exported).unwrap();
    assert_eq!((good.nodes, good.taken, good.qdq_units), (183, 183, 7));
    assert!(good.is_whole(), "{good}");

    let slice = verify(&fixture!("slice_pad.onnx"), &exported).unwrap();
    assert_eq!(rejections(&slice), [("Slice", Rule::Propagation)]);

    let leaky = verify(&fixture!("leaky_between.onnx"), &exported).unwrap();
    assert_eq!((leaky.nodes, leaky.taken, leaky.qdq_units), (207, 198, 13));
    assert_eq!(rejections(&leaky), [("LeakyRelu", Rule::QuantizedGroup); 3]);
}

#[test]
fn an_older_phone_takes_less() {
    let old = RulesOptions { api_level: 28, ..RulesOptions::default() };
    let report = verify(&fixture!("good.l1.onnx"), &old).unwrap();
    assert!(report.taken < report.nodes);
    assert!(report.rejected.iter().all(|rejection| rejection.rule == Rule::ApiLevel));
    assert!(report.min_api_level <= 28);
}

#[test]
fn what_another_writer_wrote_survives_reading_and_writing() {
    let model = fixture!("slice_pad.l1.onnx");
    let again = Model::read(model.write().into()).unwrap();
    assert_eq!(again, model);
    assert_eq!(judge(&again), judge(&model));
}
