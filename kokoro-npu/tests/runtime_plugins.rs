//! Providers that are not in ONNX Runtime's plain wheel. Run by hand, because their wheels are large and QNN's has a licence of its own:
//!
//! `KOKORO_TEST_ORT_LIB=… KOKORO_TEST_PROVIDER=qnn:htp,plugin=… cargo test --test runtime_plugins -- --ignored`
//!
//! `qnn` needs the wheels onnxruntime 1.31.1 and onnxruntime-qnn 2.7.0 (its HTP emulator); `openvino:CPU` needs the library of
//! onnxruntime-openvino 1.24.1. The plugin onnxruntime-ep-openvino 1.8.1 finds no device on a PC without Intel's processors.

use std::path::{Path, PathBuf};

use kokoro_npu::runtime::{CompiledCache, Provider, Runtime, Session, SessionOptions};

/// One step of conv_qdq's output scale: the most by which one quantised convolution may round differently.
const STEP: f32 = 6.0 / 255.0 + 1e-5;

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} must be set; see the head of this file"))
}

fn open(options: &SessionOptions) -> Session {
    let runtime =
        Runtime::load(Path::new(&variable("KOKORO_TEST_ORT_LIB"))).expect("the library loads");
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/runtime-fixtures/conv_qdq.onnx");
    Session::open(&runtime, model.as_path(), options).expect("the model opens")
}

fn run(session: &Session) -> Vec<f32> {
    let x: Vec<f32> = (0..64).map(|place| (0.7 * place as f32).sin()).collect();
    let outputs = session.run(&[("x", &x, &[1, 4, 1, 16])]).expect("the model runs");
    outputs.into_iter().next().expect("one output").2
}

fn demanded(cache: Option<PathBuf>) -> SessionOptions {
    let provider: Provider = variable("KOKORO_TEST_PROVIDER").parse().expect("a provider");
    SessionOptions { forbid_cpu: true, compiled_cache: cache, ..SessionOptions::new(provider) }
}

fn cpu() -> Session {
    open(&SessionOptions::new(Provider::Cpu { threads: 1 }))
}

#[test]
#[ignore = "needs a provider's wheel, see the head of the file"]
fn the_whole_graph_runs_on_the_provider() {
    let options = demanded(None);
    let session = open(&options);
    let (nodes, subgraphs) = session.placement().of(&options.provider);
    assert_eq!((nodes, subgraphs), (session.placement().nodes(), 1), "{}", session.placement());
    let (found, expected) = (run(&session), run(&cpu()));
    for (found, expected) in found.iter().zip(&expected) {
        assert!((found - expected).abs() <= STEP, "{found} and {expected}");
    }
}

#[test]
#[ignore = "needs a provider's wheel, see the head of the file"]
fn a_registered_plugin_does_not_take_the_cpus_sessions() {
    drop(open(&demanded(None)));
    let session = cpu();
    assert_eq!(session.placement().by_provider, [("CPUExecutionProvider".to_owned(), 7)]);
}

/// What is kept is used again; a provider that refuses what it wrote still opens, says so, and leaves nothing behind. Either way
/// the numbers are those of a session without a cache.
#[test]
#[ignore = "needs a provider's wheel, see the head of the file"]
fn a_compiled_graph_is_reused_or_its_refusal_told() {
    let folder = tempfile::tempdir().unwrap();
    let plain = run(&open(&demanded(None)));
    let cached = demanded(Some(folder.path().to_owned()));
    let (cold, warm) = (open(&cached), open(&cached));
    assert_eq!((run(&cold), run(&warm)), (plain.clone(), plain));
    let files = std::fs::read_dir(folder.path()).unwrap().count();
    match (cold.compiled_cache(), warm.compiled_cache()) {
        (CompiledCache::Written, CompiledCache::Reused) => assert_eq!(files, 1),
        (CompiledCache::Refused { .. }, CompiledCache::Refused { reason }) => {
            assert!(!reason.is_empty() && files == 0, "{reason:?}, {files} files");
            assert!(
                !matches!(cached.provider, Provider::Qnn(_)),
                "QNN reopens what it wrote: {reason}"
            );
        }
        other => panic!("{other:?}"),
    }
}

#[test]
#[ignore = "needs the wheel onnxruntime-qnn, see the head of the file"]
fn a_backend_that_is_missing_is_an_error_and_not_the_cpu() {
    let runtime = Runtime::load(Path::new(&variable("KOKORO_TEST_ORT_LIB"))).unwrap();
    let provider: Provider =
        variable("KOKORO_TEST_PROVIDER").replacen("qnn:htp", "qnn:cpu", 1).parse().unwrap();
    let message = provider.check(&runtime).unwrap_err().to_string();
    assert!(message.contains("its backend libQnnCpu.so"), "{message}");
}
