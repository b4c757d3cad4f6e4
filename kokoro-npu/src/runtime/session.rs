//! A model, opened on a provider.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use ort::{
    session::{SessionInputValue, builder::SessionBuilder},
    value::TensorRef,
};

use super::{
    CompiledCache, Error, Input, OpTime, Output, Placement, Port, Provider, Result, Runtime,
    attach::attach, compiled, placement, profile, tensors,
};

/// How to open a model. `SessionOptions::new(provider)` and then what differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionOptions {
    /// What it runs on.
    pub provider: Provider,
    /// Demands that no node is left to ONNX Runtime's CPU provider: opening fails otherwise.
    pub forbid_cpu: bool,
    /// Threads of one operator of the CPU provider, for nodes that are left to it; 0 leaves it to ONNX Runtime. The number in
    /// [`Provider::Cpu`] goes before this one.
    pub threads: usize,
    /// Graph transformers to switch off, by ONNX Runtime's names: `QDQPropagationTransformer`.
    pub disabled_optimizers: Vec<String>,
    /// A folder for compiled graphs, which are used instead of compiling again: QNN and OpenVINO (as `EPContext` models) and
    /// CoreML (its own format). What came of it is in [`Session::compiled_cache`]. An error for the others, which cannot; see [`Provider::caches_compiled`].
    pub compiled_cache: Option<PathBuf>,
    /// Records the time of every node; the file to write is given here, and [`Session::profile`] reads it.
    pub profile: Option<PathBuf>,
}

impl SessionOptions {
    /// Runs on `provider`, with everything else off.
    #[must_use]
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
}

/// Where a model is.
#[derive(Debug, Clone, Copy)]
pub enum Model<'a> {
    /// A file of ONNX.
    File(&'a Path),
    /// The bytes of one.
    Bytes(&'a [u8]),
}

impl<'a> From<&'a Path> for Model<'a> {
    fn from(path: &'a Path) -> Self {
        Self::File(path)
    }
}

impl<'a> From<&'a [u8]> for Model<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl Model<'_> {
    pub(super) fn name(self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Bytes(_) => "the model".into(),
        }
    }

    pub(super) fn commit(
        self,
        builder: &mut SessionBuilder,
    ) -> Result<ort::session::Session, ort::Error> {
        match self {
            Self::File(path) => builder.commit_from_file(path),
            Self::Bytes(bytes) => builder.commit_from_memory(bytes),
        }
    }
}

/// A model, ready to run. Threads may share it; runs take turns, because ONNX Runtime's providers are not safe side by side.
#[derive(Debug)]
pub struct Session {
    session: Mutex<ort::session::Session>,
    inputs: Vec<Port>,
    outputs: Vec<Port>,
    placement: Placement,
    compiled_cache: CompiledCache,
    profile: Option<PathBuf>,
}

impl Session {
    /// Opens `model`, a path or bytes, on the provider of `options`.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if the provider is not to be had or cannot do what the options ask, [`Error::Open`] if ONNX Runtime
    /// refuses the model, [`Error::Io`] for files.
    pub fn open<'a>(
        runtime: &Runtime,
        model: impl Into<Model<'a>>,
        options: &SessionOptions,
    ) -> Result<Self> {
        let model = model.into();
        let provider = &options.provider;
        if options.forbid_cpu && matches!(provider, Provider::Cpu { .. }) {
            return Err(provider.unavailable("it is asked for and forbidden at once"));
        }
        if options.compiled_cache.is_some() && !provider.caches_compiled() {
            return Err(
                provider.unavailable("it cannot keep compiled graphs; leave compiled_cache out")
            );
        }
        let (session, compiled_cache) = match &options.compiled_cache {
            Some(folder) => compiled::open(runtime, model, options, folder)?,
            None => {
                let mut builder = builder(runtime, options, None)?;
                (
                    model.commit(&mut builder).map_err(refused(model, provider))?,
                    CompiledCache::Unused,
                )
            }
        };
        Ok(Self {
            inputs: session.inputs().iter().map(Port::of).collect(),
            outputs: session.outputs().iter().map(Port::of).collect(),
            placement: placement::of(&session)?,
            compiled_cache,
            session: Mutex::new(session),
            profile: options.profile.clone(),
        })
    }

    /// Runs the model: every input once, in any order; all outputs, in the model's order.
    ///
    /// # Errors
    /// [`Error::Tensor`] for an input that is missing, unknown or of another shape than the model's, and for a model whose outputs
    /// are not f32; [`Error::Call`] if ONNX Runtime fails.
    pub fn run(&self, inputs: &[Input<'_>]) -> Result<Vec<Output>> {
        let arranged = tensors::arrange(&self.inputs, inputs)?;
        let values = arranged.iter().map(|&(name, data, shape)| {
            Ok((name, TensorRef::from_array_view((shape, data))?.into()))
        });
        let values = values.collect::<Result<Vec<(&str, SessionInputValue<'_>)>, ort::Error>>();
        let values = values.map_err(Error::call("take the inputs"))?;

        let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        let outputs = session.run(values).map_err(Error::call("run the session"))?;
        let one = |port: &Port| {
            let wrong = |found: String| Error::Tensor {
                role: "output",
                name: port.name.clone(),
                expected: "a tensor of f32".into(),
                found,
            };
            let value = outputs.get(&port.name).ok_or_else(|| wrong("nothing".into()))?;
            let (shape, data) = value
                .try_extract_tensor::<f32>()
                .map_err(|error| wrong(error.message().to_owned()))?;
            let shape = shape.iter().map(|&size| usize::try_from(size).unwrap_or(0)).collect();
            Ok((port.name.clone(), shape, data.to_vec()))
        };
        self.outputs.iter().map(one).collect()
    }

    /// The inputs that the model declares.
    #[must_use]
    pub fn inputs(&self) -> &[Port] {
        &self.inputs
    }

    /// The outputs that the model declares.
    #[must_use]
    pub fn outputs(&self) -> &[Port] {
        &self.outputs
    }

    /// Which provider runs which nodes.
    #[must_use]
    pub fn placement(&self) -> &Placement {
        &self.placement
    }

    /// Whether the compiled graph came from the cache.
    #[must_use]
    pub fn compiled_cache(&self) -> &CompiledCache {
        &self.compiled_cache
    }

    /// Ends the session and gives the time of its runs by operator, slowest first; empty unless `SessionOptions::profile` asked
    /// for it. The profile itself stays in the file named there (Chrome's trace format).
    ///
    /// # Errors
    /// [`Error::Call`], [`Error::Io`] or [`Error::Profile`].
    pub fn profile(self) -> Result<Vec<OpTime>> {
        let Some(path) = &self.profile else { return Ok(Vec::new()) };
        let mut session = self.session.into_inner().unwrap_or_else(PoisonError::into_inner);
        let written = session.end_profiling().map_err(Error::call("write the profile"))?;
        std::fs::rename(&written, path).map_err(Error::io("rename", Path::new(&written)))?;
        profile::read(path)
    }
}

/// Session options for ONNX Runtime.
pub(super) fn builder(
    runtime: &Runtime,
    options: &SessionOptions,
    cache: Option<&Path>,
) -> Result<SessionBuilder> {
    let threads = match options.provider {
        Provider::Cpu { threads } if threads > 0 => threads,
        _ => options.threads,
    };
    let set = |builder: SessionBuilder| -> ort::Result<SessionBuilder> {
        let builder =
            builder.with_intra_threads(threads)?.with_config_entry(placement::RECORD, "1")?;
        // A memory pattern is a second arena beside the first run's, made at the second run.
        let builder = builder.with_memory_pattern(false)?;
        let builder =
            if options.forbid_cpu { builder.with_disable_cpu_fallback()? } else { builder };
        let builder = match options.disabled_optimizers.is_empty() {
            true => builder,
            false => builder.with_disabled_optimizers(options.disabled_optimizers.join(";"))?,
        };
        match &options.profile {
            Some(path) => Ok(builder.with_profiling(path)?),
            None => Ok(builder),
        }
    };
    set(attach(runtime, &options.provider, cache)?).map_err(Error::call("set session options"))
}

pub(super) fn refused<'a>(
    model: Model<'a>,
    provider: &'a Provider,
) -> impl FnOnce(ort::Error) -> Error + 'a {
    move |error| Error::Open {
        model: model.name(),
        provider: provider.to_string(),
        reason: error.message().to_owned(),
    }
}
