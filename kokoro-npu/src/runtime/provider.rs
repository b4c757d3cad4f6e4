//! What a session may run on: ONNX Runtime's execution providers with typed options.

mod append;
mod builder;
mod plugin;
mod plugin_devices;
mod text;
mod unavailable;

use std::path::PathBuf;

use super::error::Error;
use crate::target::Target;

pub use text::ProviderTextError;
pub use unavailable::Unavailable;

pub(super) use append::builder_on;
pub(super) use plugin::registered_plugin;

/// An execution provider and its options.
///
/// ```
/// use kokoro_npu::runtime::{Nnapi, Provider};
///
/// let provider: Provider = "nnapi:fp16,cpu_disabled".parse()?;
/// let options = Nnapi { fp16: true, cpu_disabled: true, ..Nnapi::default() };
/// assert_eq!(provider, Provider::Nnapi(options));
/// assert_eq!(provider.to_string(), "nnapi:fp16,cpu_disabled");
/// # Ok::<(), kokoro_npu::runtime::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Provider {
    /// ONNX Runtime's own kernels.
    Cpu {
        /// Threads of one operator; 0 leaves it to ONNX Runtime (all cores).
        threads: usize,
    },
    /// Android's Neural Networks API.
    Nnapi(Nnapi),
    /// Qualcomm's AI Engine Direct.
    Qnn(Qnn),
    /// Intel's OpenVINO.
    OpenVino(OpenVino),
    /// Apple's Core ML.
    CoreMl(CoreMl),
    /// XNNPACK: float kernels for Arm and x86 CPUs.
    Xnnpack {
        /// Threads of its own pool; 0 leaves it to XNNPACK (one).
        threads: usize,
    },
}

/// Flags of the NNAPI provider (nnapi_provider_factory.h). Android 8.1 (API 27) at least; all but
/// `fp16` need Android 10 (API 29).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Nnapi {
    /// Lets drivers compute float32 operators in float16.
    pub fp16: bool,
    /// Keeps the channels-first layout; ONNX Runtime says that it is mostly slower.
    pub nchw: bool,
    /// Leaves Android's reference CPU implementation out: opening fails if no other device takes a
    /// node that the provider took. Says nothing of nodes that stay with ONNX Runtime's CPU
    /// provider; see `SessionOptions::forbid_cpu`.
    pub cpu_disabled: bool,
    /// Android's reference CPU implementation only: exact, slow, for comparison. Excludes
    /// `cpu_disabled`.
    pub cpu_only: bool,
}

/// Options of the QNN provider, which is a plugin since ONNX Runtime 1.24 (PyPI `onnxruntime-qnn`)
/// or part of older builds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Qnn {
    /// Which of the phone's processors.
    pub backend: QnnBackend,
    /// Whether float32 operators run in float16. On a PC, the plugin then needs `soc_model` as
    /// well. If it is off, the plugin's emulator computes in float32 where no chip is named, and in
    /// float16 where one is (with chip 60, results are off by 1e-3 whether it is on or off). No
    /// phone was tried.
    pub fp16: bool,
    /// The chip, by Qualcomm's number, when compiling for another device: 60 is SM8650.
    pub soc_model: Option<u32>,
    /// The HTP's generation, likewise: 75 goes with chip 60.
    pub htp_arch: Option<u32>,
    /// The plugin library; `None`: a build of ONNX Runtime that has QNN, or the plugin beside it.
    pub plugin: Option<PathBuf>,
}

/// A processor that QNN drives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum QnnBackend {
    /// Hexagon tensor processor: the NPU. On a PC, its emulator.
    #[default]
    Htp,
    /// Adreno GPU.
    Gpu,
    /// Reference CPU implementation.
    Cpu,
}

/// Options of the OpenVINO provider: a plugin (PyPI `onnxruntime-ep-openvino`) or part of the build
/// (`onnxruntime-openvino`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenVino {
    /// `CPU`, `GPU`, `GPU.1`, `NPU`; a build that has OpenVINO also takes `AUTO:NPU,CPU` and its
    /// like.
    pub device: String,
    /// The plugin library; `None`: a build of ONNX Runtime that has OpenVINO, or the plugin beside
    /// it.
    pub plugin: Option<PathBuf>,
}

impl Default for OpenVino {
    fn default() -> Self {
        Self { device: "CPU".into(), plugin: None }
    }
}

/// Options of the CoreML provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CoreMl {
    /// Which processors Core ML may use.
    pub units: CoreMlUnits,
    /// The newer model format (iOS 15, macOS 12), with more operators.
    pub ml_program: bool,
}

/// Processors of an Apple device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CoreMlUnits {
    /// Whatever Core ML chooses.
    #[default]
    All,
    /// CPU and Neural Engine.
    NeuralEngine,
    /// CPU and GPU.
    Gpu,
    /// CPU alone.
    Cpu,
}

impl Provider {
    /// ONNX Runtime's name of the provider, as [`Placement`](super::Placement) and
    /// [`OpTime`](super::OpTime) have it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Cpu { .. } => "CPUExecutionProvider",
            Self::Nnapi(_) => "NnapiExecutionProvider",
            Self::Qnn(_) => "QNNExecutionProvider",
            Self::OpenVino(_) => "OpenVINOExecutionProvider",
            Self::CoreMl(_) => "CoreMLExecutionProvider",
            Self::Xnnpack { .. } => "XnnpackExecutionProvider",
        }
    }

    /// The providers that may drive a neural processor on this kind of machine, the best first.
    /// [`check`](Self::check) tells whether one is there. QNN is among them on Arm only: on a PC it
    /// is an emulator.
    pub fn candidates() -> Vec<Self> {
        if cfg!(target_os = "android") {
            vec![Self::Qnn(Qnn::default()), Self::Nnapi(Nnapi::default())]
        } else if cfg!(target_vendor = "apple") {
            vec![Self::CoreMl(CoreMl { units: CoreMlUnits::NeuralEngine, ml_program: true })]
        } else if cfg!(target_arch = "aarch64") {
            vec![Self::Qnn(Qnn::default())]
        } else {
            vec![Self::OpenVino(OpenVino { device: "NPU".into(), plugin: None })]
        }
    }

    /// The target whose segments it runs.
    pub fn target(&self) -> Target {
        match self {
            Self::Nnapi(_) => Target::Nnapi,
            Self::Qnn(_) => Target::Qnn,
            Self::OpenVino(_) => Target::OpenVino,
            Self::CoreMl(_) => Target::CoreMl,
            Self::Cpu { .. } | Self::Xnnpack { .. } => Target::Generic,
        }
    }

    /// Whether `SessionOptions::compiled_cache` works with this provider. NNAPI's provider cannot
    /// keep what it compiled; the CPU and XNNPACK compile nothing.
    pub fn caches_compiled(&self) -> bool {
        matches!(self, Self::Qnn(_) | Self::OpenVino(_) | Self::CoreMl(_))
    }

    pub(super) fn unavailable(&self, source: Unavailable) -> Error {
        Error::Unavailable { provider: self.to_string(), source }
    }

    /// The plugin that was named.
    fn plugin(&self) -> Option<&PathBuf> {
        match self {
            Self::Qnn(qnn) => qnn.plugin.as_ref(),
            Self::OpenVino(openvino) => openvino.plugin.as_ref(),
            _ => None,
        }
    }
}
