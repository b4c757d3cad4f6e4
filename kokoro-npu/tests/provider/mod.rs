//! What must hold on every provider: the quantised fixture, whole, with the numbers of ONNX
//! Runtime's own kernels.

use std::path::{Path, PathBuf};

use kokoro_npu::runtime::{
    CompiledCache, Provider, Runtime, Session, SessionInput, SessionOptions,
};

/// One step of conv_qdq's output scale: the most by which one quantised convolution may round
/// differently.
const STEP: f32 = 6.0 / 255.0 + 1e-5;

/// A provider of a library.
pub struct Subject {
    pub library: &'static Path,
    pub provider: Provider,
}

impl Subject {
    /// Opening fails if a node is left to the CPU.
    fn demanded(&self, cache: Option<PathBuf>) -> Session {
        let mut options = SessionOptions::new(self.provider.clone()).without_cpu();
        options.compiled_cache = cache;
        self.open(&options)
    }

    fn cpu(&self) -> Session {
        self.open(&SessionOptions::new(Provider::Cpu { threads: 1 }))
    }

    fn open(&self, options: &SessionOptions) -> Session {
        let runtime = Runtime::load(self.library).expect("the library loads");
        let model =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/runtime-fixtures/conv_qdq.onnx");
        Session::open(&runtime, model.as_path(), options).expect("the model opens")
    }

    pub fn takes_the_whole_graph(&self) {
        let session = self.demanded(None);
        let placement = session.placement();
        assert_eq!(placement.of(&self.provider), (placement.nodes(), 1), "{placement}");
        let (found, expected) = (run(&session), run(&self.cpu()));
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(&expected) {
            assert!((found - expected).abs() <= STEP, "{found} and {expected}");
        }
    }

    /// A plugin that is registered must not be given what was meant for the CPU.
    pub fn leaves_the_cpus_sessions_alone(&self) {
        drop(self.demanded(None));
        let session = self.cpu();
        assert_eq!(session.placement().by_provider, [("CPUExecutionProvider".to_owned(), 7)]);
    }

    /// Either the compiled graph is kept and used again; or the provider refuses what it wrote, and
    /// then the session opens all the same, says so, and leaves no file behind. In both cases the
    /// numbers are those of a session without a cache. Gives whether the graph was used again.
    pub fn reuses_a_compiled_graph(&self) -> bool {
        let folder = tempfile::tempdir().expect("a folder");
        let plain = run(&self.demanded(None));
        let [cold, warm] = [0, 1].map(|_| self.demanded(Some(folder.path().to_owned())));
        assert_eq!((run(&cold), run(&warm)), (plain.clone(), plain));
        let files = std::fs::read_dir(folder.path()).expect("the folder").count();
        match (cold.compiled_cache(), warm.compiled_cache()) {
            (CompiledCache::Written, CompiledCache::Reused) => {
                assert_eq!(files, 1);
                true
            }
            (CompiledCache::Refused { .. }, CompiledCache::Refused { reason }) => {
                assert!(!reason.message().is_empty() && files == 0, "{reason:?}, {files} files");
                false
            }
            other => panic!("{other:?}"),
        }
    }
}

fn run(session: &Session) -> Vec<f32> {
    let x: Vec<f32> = (0..64).map(|place| (0.7 * place as f32).sin()).collect();
    let outputs = session
        .run(&[SessionInput { name: "x", values: &x, shape: &[1, 4, 1, 16] }])
        .expect("the model runs");
    outputs.into_iter().next().expect("one output").values
}
