//! The runtime against a real library.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use kokoro_npu::runtime::{
    Error, LogLevel, Provider, Runtime, Session, SessionInput, SessionOptions, SessionOutput,
    dump_level1,
};

/// Values of x: [1, 4, 1, 16].
const SHAPE: [usize; 4] = [1, 4, 1, 16];

/// What numpy says of conv.onnx on `x()`: the first four values of y.
const CONV: [f32; 4] = [-0.002_493_34, -0.064_575_72, -0.034_433_38, 0.127_809_4];
/// Kernels may sum in any order.
const ROUNDING: f32 = 1e-5;
/// One step of conv_qdq's output: the most that another rounding of a tie can do.
const STEP: f32 = 6.0 / 255.0 + ROUNDING;

fn runtime() -> Runtime {
    Runtime::load(test_libraries::onnxruntime()).expect("a library of ONNX Runtime")
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/runtime-fixtures").join(name)
}

fn x() -> Vec<f32> {
    (0..64).map(|place| (0.7 * place as f32).sin()).collect()
}

fn input<'a>(name: &'a str, values: &'a [f32], shape: &'a [usize]) -> SessionInput<'a> {
    SessionInput { name, values, shape }
}

fn options(provider: &str) -> SessionOptions {
    SessionOptions::new(provider.parse().expect("a provider"))
}

fn open(model: &str, options: &SessionOptions) -> Result<Session, Error> {
    Session::open(&runtime(), fixture(model).as_path(), options)
}

fn run(session: &Session) -> Vec<f32> {
    let outputs = session.run(&[input("x", &x(), &SHAPE)]).expect("the fixture runs");
    let [SessionOutput { name, shape, values }] = outputs.as_slice() else {
        panic!("expected one output")
    };
    assert_eq!((name.as_str(), shape.as_slice()), ("y", [1, 6, 1, 16].as_slice()));
    values.clone()
}

fn assert_within(found: &[f32], expected: &[f32], tolerance: f32) {
    assert_eq!(found.len(), expected.len());
    let off = |place: &usize| (found[*place] - expected[*place]).abs();
    let worst = (0..found.len()).max_by(|a, b| off(a).total_cmp(&off(b))).expect("not empty");
    assert!(off(&worst) <= tolerance, "at {worst}: {} and {}", found[worst], expected[worst]);
}

#[test]
fn the_same_library_loads_once_and_another_not_at_all() {
    let first = runtime();
    assert_eq!(runtime().path(), first.path());
    assert!(first.version() >= kokoro_npu::runtime::OLDEST);
    let error = Runtime::load(fixture("conv.onnx")).unwrap_err();
    assert!(matches!(&error, Error::OtherLibrary { .. }), "{error}");
}

#[test]
fn a_convolution_runs_on_the_cpu() {
    let session = open("conv.onnx", &options("cpu:threads=1")).unwrap();
    assert_eq!(session.inputs()[0].shape, SHAPE.map(Some));
    assert_eq!((session.inputs()[0].name.as_str(), session.outputs()[0].name.as_str()), ("x", "y"));
    assert_within(&run(&session)[..4], &CONV, ROUNDING);
}

#[test]
fn a_model_may_come_as_bytes() {
    let bytes = fs::read(fixture("conv.onnx")).unwrap();
    let session = Session::open(&runtime(), bytes.as_slice(), &options("cpu")).unwrap();
    assert_within(&run(&session)[..4], &CONV, ROUNDING);
}

#[test]
fn threads_share_a_session() {
    let session = open("conv.onnx", &options("cpu:threads=1")).unwrap();
    let expected = run(&session);
    thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| run(&session))).collect();
        for found in runs {
            assert_eq!(found.join().unwrap(), expected);
        }
    });
}

#[test]
fn inputs_that_do_not_fit_are_refused() {
    let session = open("conv.onnx", &options("cpu")).unwrap();
    let x = x();
    let wrong: [(&[SessionInput<'_>], &str); 3] = [
        (&[], r#"input "x": expected f32 [1, 4, 1, 16], found nothing"#),
        (
            &[input("x", &x, &[1, 4, 16])],
            r#"input "x": expected f32 [1, 4, 1, 16], found f32 [1, 4, 16]"#,
        ),
        (
            &[input("y", &x, &SHAPE)],
            r#"input "y": expected one of x, found a name that the model lacks"#,
        ),
    ];
    for (inputs, message) in wrong {
        assert_eq!(session.run(inputs).unwrap_err().to_string(), message);
    }
}

#[test]
fn what_is_no_model_is_refused() {
    let error = Session::open(&runtime(), b"no model".as_slice(), &options("cpu")).unwrap_err();
    assert!(error.to_string().starts_with("the model cannot be opened on cpu: "), "{error}");
    let error = open("gone.onnx", &options("cpu")).unwrap_err().to_string();
    assert!(error.contains("gone.onnx cannot be opened on cpu"), "{error}");
}

#[test]
fn placement_counts_every_node() {
    let float = open("conv.onnx", &options("cpu")).unwrap();
    assert_eq!(float.placement().by_provider, [("CPUExecutionProvider".to_owned(), 2)]);
    let quantised = open("conv_qdq.onnx", &options("cpu")).unwrap();
    assert_eq!(quantised.placement().nodes(), 7, "{}", quantised.placement());
    let operators: Vec<&str> = quantised
        .placement()
        .subgraphs
        .iter()
        .flat_map(|subgraph| &subgraph.nodes)
        .map(|node| node.op_type.as_str())
        .collect();
    assert_eq!(
        operators.iter().filter(|name| **name == "DequantizeLinear").count(),
        4,
        "{operators:?}"
    );
}

#[test]
fn providers_that_the_library_lacks_say_so() {
    for provider in ["nnapi", "nnapi:fp16,cpu_disabled", "xnnpack", "coreml"] {
        let provider: Provider = provider.parse().unwrap();
        let message = provider.check(&runtime()).unwrap_err().to_string();
        assert!(message.contains("was built without"), "{message}");
        assert!(!provider.is_available(&runtime()));
        assert!(open("conv.onnx", &SessionOptions::new(provider)).is_err());
    }
    assert!(Provider::Cpu { threads: 0 }.is_available(&runtime()));
    let message =
        options("nnapi:cpu_disabled,cpu_only").provider.check(&runtime()).unwrap_err().to_string();
    assert!(message.contains("exclude each other"), "{message}");
    let message =
        options("qnn:plugin=/nowhere.so").provider.check(&runtime()).unwrap_err().to_string();
    assert!(message.contains("/nowhere.so"), "{message}");
    let text = fixture("generate.py").display().to_string();
    let message = options(&format!("openvino:CPU,plugin={text}"))
        .provider
        .check(&runtime())
        .unwrap_err()
        .to_string();
    assert!(message.contains("is not available"), "{message}");
}

#[test]
fn demands_that_contradict_themselves_are_refused() {
    let forbidden = options("cpu").without_cpu();
    assert!(open("conv.onnx", &forbidden).unwrap_err().to_string().contains("forbidden"));
    let cached = options("nnapi").with_compiled_cache("/nowhere");
    assert!(
        open("conv.onnx", &cached).unwrap_err().to_string().contains("cannot keep compiled graphs")
    );
}

#[test]
fn the_graph_before_partitioning_is_dumped_whole() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("level1.onnx");
    dump_level1(&runtime(), fixture("conv_qdq.onnx").as_path(), &[], &out).unwrap();
    let dumped = Session::open(&runtime(), out.as_path(), &options("cpu")).unwrap();
    let original = open("conv_qdq.onnx", &options("cpu")).unwrap();
    assert_eq!(run(&dumped), run(&original));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file stays");

    let bad = dump_level1(&runtime(), b"no model".as_slice(), &[], folder.path().join("bad.onnx"));
    assert!(bad.is_err() && fs::read_dir(folder.path()).unwrap().count() == 1);
}

#[test]
fn a_profile_names_operators_and_providers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("profile.json");
    let profiled = options("cpu:threads=1").with_profile(&path);
    let session = open("conv.onnx", &profiled).unwrap();
    (0..3).for_each(|_| drop(run(&session)));
    let times = session.profile().unwrap();
    let calls: u64 = times.iter().map(|time| time.calls).sum();
    assert!(calls >= 3 && calls.is_multiple_of(3), "{times:?}");
    assert!(times.iter().all(|time| time.provider == "CPUExecutionProvider"), "{times:?}");
    assert!(times.iter().any(|time| time.op_type.contains("Conv")), "{times:?}");
    assert!(path.is_file() && fs::read_dir(folder.path()).unwrap().count() == 1);
}

#[test]
fn the_log_is_kept() {
    let runtime = runtime();
    runtime.set_log_level(LogLevel::Verbose);
    open("conv.onnx", &options("cpu")).unwrap();
    runtime.set_log_level(LogLevel::Warning);
    let lines = runtime.take_log();
    assert!(
        lines.iter().any(|line| line.level < LogLevel::Warning && !line.place.is_empty()),
        "{}",
        lines.len()
    );
}

/// The tolerance is used by the tests of other providers; here it checks the fixture itself.
#[test]
fn the_quantised_model_follows_the_float_one() {
    let (float, quantised) = (
        open("conv.onnx", &options("cpu")).unwrap(),
        open("conv_qdq.onnx", &options("cpu")).unwrap(),
    );
    // The float model ends in a LeakyRelu of slope 0.1, the quantised one does not.
    let float: Vec<f32> =
        run(&float).iter().map(|y| if *y < 0.0 { y * 10.0 } else { *y }).collect();
    // Besides the output's step: 12 products of values within 1 and weights within 0.5, each
    // rounded to half a step of 1/127.
    assert_within(&run(&quantised), &float, STEP + 12.0 * 0.5 / 127.0);
}
