//! Provider -> session builder: options as ONNX Runtime spells them, and why a provider is not to be had.

mod plugins;

use std::{num::NonZeroUsize, path::Path};

use ort::{
    device::Device,
    ep::{
        self, ArbitrarilyConfigurableExecutionProvider, ExecutionProvider,
        ExecutionProviderDispatch,
    },
    session::builder::SessionBuilder,
};

use super::{CoreMl, CoreMlUnits, Error, Nnapi, Provider, Result, Runtime};

/// Option names and values, as ONNX Runtime spells them.
type Options = Vec<(String, String)>;

impl Provider {
    /// Whether a session could be given this provider here. `true` does not promise that it takes a certain model.
    #[must_use]
    pub fn is_available(&self, runtime: &Runtime) -> bool {
        self.check(runtime).is_ok()
    }

    /// As [`is_available`](Self::is_available), with the reason. A plugin is loaded by this.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; [`Error::Call`] if ONNX Runtime fails.
    pub fn check(&self, runtime: &Runtime) -> Result<()> {
        attach(runtime, self, None).map(drop)
    }

    pub(super) fn unavailable(&self, reason: impl Into<String>) -> Error {
        Error::Unavailable { provider: self.to_string(), reason: reason.into() }
    }
}

/// A builder whose sessions run on `provider`; `cache` is the folder of CoreML's own cache.
pub(super) fn attach(
    runtime: &Runtime,
    provider: &Provider,
    cache: Option<&Path>,
) -> Result<SessionBuilder> {
    let builder =
        SessionBuilder::new(runtime.environment()).map_err(Error::call("make session options"))?;
    match provider {
        Provider::Cpu { .. } => {
            // Named, not left out: a session without a provider goes to whatever plugin the environment has registered.
            let mut devices = devices(runtime, provider.name());
            devices.truncate(1);
            builder.with_devices(devices, None).map_err(refused(provider))
        }
        Provider::Nnapi(nnapi) => {
            nnapi.check(provider)?;
            built_in::<ep::NNAPI>(runtime, provider)?;
            add(builder, provider, nnapi.ort())
        }
        Provider::CoreMl(coreml) => {
            built_in::<ep::CoreML>(runtime, provider)?;
            add(builder, provider, coreml.ort(cache).build())
        }
        Provider::Xnnpack { threads } => {
            built_in::<ep::XNNPACK>(runtime, provider)?;
            let xnnpack = ep::XNNPACK::default();
            let xnnpack = match NonZeroUsize::new(*threads) {
                Some(threads) => xnnpack.with_intra_op_num_threads(threads),
                None => xnnpack,
            };
            add(builder, provider, xnnpack.build())
        }
        Provider::Qnn(qnn) => qnn.attach(runtime, builder, provider),
        Provider::OpenVino(openvino) => openvino.attach(runtime, builder, provider),
    }
}

/// Whether the library was built with this provider.
fn has<E: ExecutionProvider>() -> Result<bool> {
    E::is_available().map_err(Error::call("list its providers"))
}

fn built_in<E: ExecutionProvider>(runtime: &Runtime, provider: &Provider) -> Result<()> {
    if has::<E>()? {
        return Ok(());
    }
    let (path, version) = (runtime.path().display(), runtime.version());
    let advice = match provider {
        Provider::Nnapi(_) => "; the Android package onnxruntime-android has it",
        Provider::CoreMl(_) => "; the macOS and iOS packages have it",
        _ => "",
    };
    Err(provider.unavailable(format!(
        "ONNX Runtime {version} at {path} was built without {}{advice}",
        provider.name()
    )))
}

fn refused(provider: &Provider) -> impl FnOnce(ort::Error<SessionBuilder>) -> Error + '_ {
    move |error| provider.unavailable(error.message())
}

fn add(
    builder: SessionBuilder,
    provider: &Provider,
    ep: ExecutionProviderDispatch,
) -> Result<SessionBuilder> {
    builder.with_execution_providers([ep.error_on_failure()]).map_err(refused(provider))
}

fn configured<E: ArbitrarilyConfigurableExecutionProvider + Default>(options: Options) -> E {
    options.into_iter().fold(E::default(), |ep, (key, value)| ep.with_arbitrary_config(key, value))
}

/// The devices that the provider of this name offers.
fn devices<'a>(runtime: &'a Runtime, provider: &str) -> Vec<Device<'a>> {
    runtime
        .environment()
        .devices()
        .filter(|device| device.ep().is_ok_and(|name| name == provider))
        .collect()
}

impl Nnapi {
    /// Flags at odds with each other, or that the phone's Android would ignore without a word.
    fn check(self, provider: &Provider) -> Result<()> {
        if self.cpu_disabled && self.cpu_only {
            return Err(provider.unavailable("cpu_disabled and cpu_only exclude each other"));
        }
        #[cfg(target_os = "android")]
        if let Some(level) = super::android::api_level() {
            let newer = self.nchw || self.cpu_disabled || self.cpu_only;
            let needed = if newer { 29 } else { 27 };
            if level < needed {
                return Err(provider
                    .unavailable(format!("expected Android API level {needed}, found {level}")));
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
