//! How to open a model.

use std::path::PathBuf;

use crate::runtime::provider::Provider;

/// How to open a model. Begin with [`SessionOptions::new`], and change what is to differ.
///
/// ```
/// use kokoro_npu::runtime::{Provider, SessionOptions};
///
/// let options = SessionOptions::new(Provider::Cpu { threads: 0 }).with_threads(2);
/// assert_eq!(options.threads, 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SessionOptions {
    /// What it runs on.
    pub provider: Provider,
    /// Demands that no node is left to ONNX Runtime's CPU provider: opening fails otherwise.
    pub forbid_cpu: bool,
    /// Threads of one operator of the CPU provider, for nodes that are left to it; 0 leaves it to
    /// ONNX Runtime. The number in [`Provider::Cpu`] goes before this one.
    pub threads: usize,
    /// Graph transformers to switch off, by ONNX Runtime's names: `QDQPropagationTransformer`.
    pub disabled_optimizers: Vec<String>,
    /// A folder for compiled graphs, which are used instead of compiling again: QNN and OpenVINO
    /// (as `EPContext` models) and CoreML (its own format). What came of it is in
    /// [`Session::compiled_cache`](super::Session::compiled_cache). An error for the others, which
    /// cannot; see [`Provider::caches_compiled`].
    pub compiled_cache: Option<PathBuf>,
    /// Records the time of every node. The file to write is given here, and
    /// [`Session::profile`](super::Session::profile) reads it.
    pub profile: Option<PathBuf>,
}

impl SessionOptions {
    /// Runs on `provider`, with everything else off.
    pub fn new(provider: Provider) -> Self {
        Self {
            provider,
            forbid_cpu: false,
            threads: 0,
            disabled_optimizers: Vec::new(),
            compiled_cache: None,
            profile: None,
        }
    }

    /// The same with no node left to the CPU: see [`forbid_cpu`](Self::forbid_cpu).
    #[must_use]
    pub fn without_cpu(self) -> Self {
        Self { forbid_cpu: true, ..self }
    }

    /// The same with this many threads for the CPU provider: see [`threads`](Self::threads).
    #[must_use]
    pub fn with_threads(self, threads: usize) -> Self {
        Self { threads, ..self }
    }

    /// The same without these graph transformers: see
    /// [`disabled_optimizers`](Self::disabled_optimizers).
    #[must_use]
    pub fn without_optimizers(self, names: &[String]) -> Self {
        Self { disabled_optimizers: names.to_vec(), ..self }
    }

    /// The same with compiled graphs kept in a folder: see
    /// [`compiled_cache`](Self::compiled_cache).
    #[must_use]
    pub fn with_compiled_cache(self, folder: impl Into<PathBuf>) -> Self {
        Self { compiled_cache: Some(folder.into()), ..self }
    }

    /// The same with the time of every node written to a file: see [`profile`](Self::profile).
    #[must_use]
    pub fn with_profile(self, file: impl Into<PathBuf>) -> Self {
        Self { profile: Some(file.into()), ..self }
    }
}
