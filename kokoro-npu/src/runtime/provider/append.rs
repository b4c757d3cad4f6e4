//! Appends a provider to session options, with its options as ONNX Runtime spells them, or says why
//! it cannot be used.

use std::num::NonZeroUsize;
use std::path::Path;

use ort::ep::{self, ExecutionProvider, ExecutionProviderDispatch};
use ort::session::builder::SessionBuilder;

use super::builder::{append, devices, is_built_in, refused};
use super::{CoreMl, CoreMlUnits, Nnapi, Provider, Unavailable, plugin_devices};
use crate::runtime::error::{Error, Result};
use crate::runtime::library::Runtime;

impl Provider {
    /// Whether a session could be given this provider here. `true` does not promise that it takes a
    /// certain model.
    pub fn is_available(&self, runtime: &Runtime) -> bool {
        self.check(runtime).is_ok()
    }

    /// As [`is_available`](Self::is_available), with the reason. A plugin is loaded by this.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; [`Error::Call`] if ONNX Runtime fails.
    pub fn check(&self, runtime: &Runtime) -> Result<()> {
        builder_on(runtime, self, None).map(drop)
    }
}

/// A builder whose sessions run on `provider`; `cache` is the folder of CoreML's own cache.
pub(in crate::runtime) fn builder_on(
    runtime: &Runtime,
    provider: &Provider,
    cache: Option<&Path>,
) -> Result<SessionBuilder> {
    let builder =
        SessionBuilder::new(runtime.environment()).map_err(Error::call("make session options"))?;
    match provider {
        Provider::Cpu { .. } => {
            // The CPU is named, because a session without a provider goes to whatever plugin the
            // environment has registered.
            let mut devices = devices(runtime, provider.name());
            devices.truncate(1);
            builder.with_devices(devices, None).map_err(refused(provider))
        }
        Provider::Nnapi(nnapi) => {
            nnapi.check(provider)?;
            require_built_in::<ep::NNAPI>(runtime, provider)?;
            append(builder, provider, nnapi.ort())
        }
        Provider::CoreMl(coreml) => {
            require_built_in::<ep::CoreML>(runtime, provider)?;
            append(builder, provider, coreml.ort(cache).build())
        }
        Provider::Xnnpack { threads } => {
            require_built_in::<ep::XNNPACK>(runtime, provider)?;
            let xnnpack = ep::XNNPACK::default();
            let xnnpack = match NonZeroUsize::new(*threads) {
                Some(threads) => xnnpack.with_intra_op_num_threads(threads),
                None => xnnpack,
            };
            append(builder, provider, xnnpack.build())
        }
        Provider::Qnn(qnn) => plugin_devices::append_qnn(runtime, builder, provider, qnn),
        Provider::OpenVino(openvino) => {
            plugin_devices::append_openvino(runtime, builder, provider, openvino)
        }
    }
}

fn require_built_in<E: ExecutionProvider>(runtime: &Runtime, provider: &Provider) -> Result<()> {
    if is_built_in::<E>()? {
        return Ok(());
    }
    Err(provider.unavailable(Unavailable::NotBuiltIn {
        name: provider.name(),
        version: runtime.version(),
        library: runtime.path().into(),
    }))
}

impl Nnapi {
    /// Flags at odds with each other, or that the phone's Android would ignore without a word.
    fn check(self, provider: &Provider) -> Result<()> {
        if self.cpu_disabled && self.cpu_only {
            let (first, second) = ("cpu_disabled", "cpu_only");
            return Err(provider.unavailable(Unavailable::Conflict { first, second }));
        }
        #[cfg(target_os = "android")]
        if let Some(found) = crate::runtime::android::api_level() {
            let newer = self.nchw || self.cpu_disabled || self.cpu_only;
            let expected = if newer { 29 } else { 27 };
            if found < expected {
                return Err(provider.unavailable(Unavailable::ApiLevel { expected, found }));
            }
        }
        Ok(())
    }

    fn ort(self) -> ExecutionProviderDispatch {
        let ep = ep::NNAPI::default().with_fp16(self.fp16).with_nchw(self.nchw);
        ep.with_disable_cpu(self.cpu_disabled).with_cpu_only(self.cpu_only).build()
    }
}

impl CoreMl {
    fn ort(self, cache: Option<&Path>) -> ep::CoreML {
        use ep::coreml::{ComputeUnits, ModelFormat};
        let units = match self.units {
            CoreMlUnits::All => ComputeUnits::All,
            CoreMlUnits::NeuralEngine => ComputeUnits::CPUAndNeuralEngine,
            CoreMlUnits::Gpu => ComputeUnits::CPUAndGPU,
            CoreMlUnits::Cpu => ComputeUnits::CPUOnly,
        };
        let format =
            if self.ml_program { ModelFormat::MLProgram } else { ModelFormat::NeuralNetwork };
        let ep = ep::CoreML::default()
            .with_compute_units(units)
            .with_model_format(format)
            .with_static_input_shapes(true);
        match cache {
            Some(folder) => ep.with_model_cache_dir(folder.display()),
            None => ep,
        }
    }
}
