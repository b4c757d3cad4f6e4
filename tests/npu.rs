//! The decoder as a segment: padding changes nothing, ONNX Runtime computes what the interpreter
//! does, and NNAPI's rules take every node.

use std::path::Path;

use kokoro_core::architecture::{SPECTRUM_ROWS, columns};
use kokoro_export::interpret::Interpreter;
use kokoro_export::lower::lower;
use kokoro_export::quantize::{FakeQuant, Scheme, fake_weights, stays_float};
use kokoro_export::{Phrase, SegmentSpec, first_frames, phrases};
use kokoro_npu::Error;
use kokoro_npu::SegmentPrecision;
use kokoro_npu::inputs::{extend, trim};
use kokoro_npu::runtime::{
    Provider, Runtime, Session, SessionInput, SessionOptions, SessionOutput, dump_level1,
};
use kokoro_npu::segment::Rate;
use kokoro_npu::segment::mask_name;
use kokoro_npu::segment::{Metadata, SelfTest};
use kokoro_npu::target::Target;
use kokoro_onnx::Model;
use kokoro_tests::{DECODER, EXPORTER, assert_relative, decode};
use nnapi_rules::{RulesOptions, verify};

/// Fed the same features, decoder and padded segment differ by the order of f32 sums. Two frames
/// are the hardest: there a normalisation has two columns, and amplifies a rounding.
const PADDING_BAR: f64 = 1e-5;

/// In f32, ONNX Runtime and the interpreter differ by the order of sums.
const F32_BAR: f64 = 1e-5;
/// In 16 bits, a value is off by one code now and then.
const A16W8_BAR: f64 = 1e-2;
/// In 8 bits, a value is off by one step of 1/255 now and then, and 66 layers carry that on.
const INT8_BAR: f64 = 5e-2;

fn phrase(voice: &str, speed: f32, phonemes: &str) -> Phrase {
    Phrase { voice: voice.into(), speed, phonemes: phonemes.into() }
}

#[test]
fn padding_changes_nothing() {
    let whole = EXPORTER
        .features(&phrase("af_heart", 0.5, "ðə bˈɜɹʧ kənˈu slˈɪd ˌɔn ðə smˈuð plˈæŋks."))
        .unwrap();
    let graph = EXPORTER.graph(200);
    let interpreter = Interpreter::new(&graph).unwrap();
    for frames in [1, 2, 63, 124, 199, 200] {
        let features = first_frames(&whole, frames);
        let padded = interpreter.run(&EXPORTER.feeds(&features, &graph).unwrap(), &mut ()).unwrap();
        let expected = decode(&*DECODER, &features).logits;
        assert_relative(
            &format!("{frames} of 200 frames"),
            &trim(&padded, 200, frames),
            &expected,
            PADDING_BAR,
        );
    }
}

#[test]
fn an_utterance_that_does_not_fit_is_refused() {
    let features = EXPORTER.features(&phrase("af_heart", 1.0, "ə.")).unwrap();
    let error = EXPORTER.feeds(&features, &EXPORTER.graph(features.frames - 1)).unwrap_err();
    assert!(error.to_string().contains("use a longer segment"), "{error}");
}

#[test]
fn nnapi_takes_every_node() {
    let graph = EXPORTER.graph(3);
    let calibration =
        EXPORTER.calibrate(SegmentPrecision::Int8, &phrases()[..1], |_, _| ()).unwrap();
    for precision in [SegmentPrecision::F32, SegmentPrecision::Int8] {
        let scheme = Scheme::new(&graph, &calibration, precision, &[]);
        let model = lower(&graph, &scheme, Target::Nnapi).unwrap();
        let report =
            verify(&model, &RulesOptions { optimized: false, ..RulesOptions::default() }).unwrap();
        assert!(report.is_whole() && report.min_api_level <= 29, "{precision}: {report}");
        if precision == SegmentPrecision::Int8 {
            let coded = graph
                .convs()
                .filter(|&(value, conv)| !conv.depthwise && !stays_float(&graph.node(value).name));
            assert_eq!(report.qdq_units, coded.count());
        }
        println!("{precision}: {report}");
    }
}

#[test]
fn an_export_is_whole_and_the_same_every_time() {
    let folder = std::env::temp_dir().join(format!("kokoro-export-{}", std::process::id()));
    let target = Target::CoreMl;
    let export = SegmentSpec { frames: 2, precision: SegmentPrecision::F32, target, float: vec![] };
    let paths =
        ["a", "b"].map(|part| EXPORTER.export(&export, folder.join(part), |_, _| ()).unwrap());
    let [a, b] = [&paths[0], &paths[1]].map(|path| std::fs::read(path).unwrap());
    assert!(a == b, "two exports differ");
    let metadata = Metadata::read(&Model::read(a.into()).unwrap()).unwrap();
    assert_eq!((metadata.frames, metadata.precision), (2, SegmentPrecision::F32));
    assert_eq!(metadata.target, target);
    let self_test = SelfTest::read(SelfTest::path(&paths[0])).unwrap();
    assert_eq!(self_test.frames, 2);
    assert_eq!(self_test.logits.len(), SPECTRUM_ROWS * columns(2));
    assert_eq!(
        std::fs::read_dir(folder.join("a")).unwrap().count(),
        2,
        "a temporary file was left"
    );
    std::fs::remove_dir_all(folder).unwrap();
}

/// The answer of the self-test is computed at the sentence's length and padded; the graph of the
/// capacity gives the same.
#[test]
fn a_self_test_fits_its_segment() {
    let folder = std::env::temp_dir().join(format!("kokoro-self-test-{}", std::process::id()));
    let capacity = 120; // frames, more than the sentence has
    let path =
        EXPORTER.export_with(&Scheme::default(), capacity, Target::Generic, &folder).unwrap();
    let test = SelfTest::read(SelfTest::path(&path)).unwrap();
    std::fs::remove_dir_all(folder).unwrap();
    assert!(test.frames < capacity, "{}", test.frames);
    let frames = test.inputs.iter().find(|input| input.name == mask_name(Rate::Frames)).unwrap();
    assert_eq!(frames.values.iter().sum::<f32>(), test.frames as f32);

    let features = EXPORTER.features(&phrase("af_heart", 1.0, "ðɪs ɪz ɐ tˈɛst.")).unwrap();
    let graph = EXPORTER.graph(capacity);
    let feeds = EXPORTER.feeds(&features, &graph).unwrap();
    let whole = Interpreter::new(&graph).unwrap().run(&feeds, &mut ()).unwrap();
    let valid = |logits: &[f32]| trim(logits, capacity, test.frames);
    assert_relative("the self-test", &valid(&test.logits), &valid(&whole), PADDING_BAR);
    assert_eq!(test.logits, extend(&valid(&test.logits), test.frames, capacity));
}

#[test]
fn what_a_target_does_not_take_is_refused_before_calibrating() {
    let export = SegmentSpec::seconds(5, SegmentPrecision::A16W8, Target::Nnapi);
    let calibrating = |_, _| panic!("calibrated");
    let error = EXPORTER.export(&export, Path::new("unused"), calibrating).unwrap_err();
    let kokoro_export::Error::Segment(error) = error else { panic!("{error}") };
    assert!(matches!(*error, Error::TargetPrecision { .. }), "{error}");
    let wide = Scheme { precision: SegmentPrecision::A16W8, ..Scheme::default() };
    let error = EXPORTER.export_with(&wide, 2, Target::Nnapi, Path::new("unused")).unwrap_err();
    assert!(error.to_string().contains("expected f32 or int8"), "{error}");
}

/// The exported model on a real runtime, against the graph that it was exported from.
#[test]
fn onnx_runtime_agrees_with_the_interpreter() {
    let runtime = Runtime::load(test_libraries::onnxruntime()).unwrap();
    let folder = std::env::temp_dir().join(format!("kokoro-lowered-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let graph = EXPORTER.graph(4);
    let whole = EXPORTER.features(&phrase("bf_emma", 1.0, "ə fˈjuː.")).unwrap();
    let feeds = EXPORTER.feeds(&first_frames(&whole, 3), &graph).unwrap();
    for (precision, bar) in [
        (SegmentPrecision::F32, F32_BAR),
        (SegmentPrecision::A16W8, A16W8_BAR),
        (SegmentPrecision::Int8, INT8_BAR),
    ] {
        let calibration = EXPORTER.calibrate(precision, &phrases()[..1], |_, _| ()).unwrap();
        let scheme = Scheme::new(&graph, &calibration, precision, &[]);
        let coded = fake_weights(&graph, &scheme);
        let expected =
            Interpreter::new(&coded).unwrap().run(&feeds, &mut FakeQuant::new(&scheme)).unwrap();

        let path = folder.join(format!("{precision}.onnx"));
        std::fs::write(&path, lower(&graph, &scheme, Target::Generic).unwrap().write()).unwrap();
        let session = Session::open(
            &runtime,
            path.as_path(),
            &SessionOptions::new(Provider::Cpu { threads: 0 }),
        )
        .unwrap();
        let inputs = feeds.inputs();
        let inputs: Vec<_> = inputs.iter().map(SessionInput::from).collect();
        let SessionOutput { name, values: logits, .. } =
            session.run(&inputs).unwrap().swap_remove(0);
        assert_eq!(name, "logits");
        assert_relative(
            &format!("{precision} on ONNX Runtime"),
            &trim(&logits, 4, 3),
            &trim(&expected, 4, 3),
            bar,
        );

        if precision != SegmentPrecision::A16W8 {
            // What the provider would be given is the graph after the optimisations that run before
            // it.
            let dump = folder.join(format!("{precision}.l1.onnx"));
            dump_level1(&runtime, path.as_path(), &[], &dump).unwrap();
            let model = Model::read(std::fs::read(&dump).unwrap().into()).unwrap();
            let report = verify(&model, &RulesOptions::default()).unwrap();
            assert!(
                report.is_whole() && report.partitions == 1 && report.min_api_level <= 29,
                "{precision}: {report}"
            );
            println!("{precision}, optimised: {report}");
        }
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// Calibration, codes and the written model do not depend on the number of threads.
#[test]
fn one_thread_and_two_make_the_same_model() {
    let graph = EXPORTER.graph(2);
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let calibration =
                EXPORTER.calibrate(SegmentPrecision::Int8, &phrases()[..2], |_, _| ());
            let scheme = Scheme::new(&graph, &calibration.unwrap(), SegmentPrecision::Int8, &[]);
            lower(&graph, &scheme, Target::Nnapi).unwrap().write()
        })
    };
    let (one, two) = (on(1), on(2));
    assert!(one == two, "the models of one thread and of two differ");
}
