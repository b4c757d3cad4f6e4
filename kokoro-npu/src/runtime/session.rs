//! A model, opened on a provider.

mod builder;
mod compiled;
mod dump;
mod options;
mod placement;
mod profile;
mod source;
mod tensors;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use ort::session::SessionInputValue;
use ort::value::TensorRef;

pub use compiled::CompiledCache;
pub use dump::dump_level1;
pub use options::SessionOptions;
pub use placement::{PlacedNode, Placement, Subgraph};
pub use profile::OpTime;
pub use source::ModelSource;
pub use tensors::{Port, SessionInput, SessionOutput};

use self::builder::{builder, refused};
use kokoro_weights::files::FileError;

use super::error::{Error, Result};
use super::library::Runtime;
use super::provider::{Provider, Unavailable};

/// A model, ready to run. Threads may share it; runs take turns, because ONNX Runtime's providers
/// are not safe side by side.
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
    /// [`Error::Unavailable`] if the provider is not available or cannot do what the options ask,
    /// [`Error::Open`] if ONNX Runtime refuses the model, [`Error::Io`] for files.
    pub fn open<'a>(
        runtime: &Runtime,
        model: impl Into<ModelSource<'a>>,
        options: &SessionOptions,
    ) -> Result<Self> {
        let model = model.into();
        let provider = &options.provider;
        if options.forbid_cpu && matches!(provider, Provider::Cpu { .. }) {
            return Err(provider.unavailable(Unavailable::Forbidden));
        }
        if options.compiled_cache.is_some() && !provider.caches_compiled() {
            return Err(provider.unavailable(Unavailable::NoCompiledCache));
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
    /// [`Error::Tensor`] for an input that is missing, unknown or of another shape than the
    /// model's, and for a model whose outputs are not f32; [`Error::Call`] if ONNX Runtime fails.
    pub fn run(&self, inputs: &[SessionInput<'_>]) -> Result<Vec<SessionOutput>> {
        let arranged = tensors::arrange(&self.inputs, inputs)?;
        let values = arranged.iter().map(|input| {
            Ok((input.name, TensorRef::from_array_view((input.shape, input.values))?.into()))
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
            Ok(SessionOutput { name: port.name.clone(), shape, values: data.to_vec() })
        };
        self.outputs.iter().map(one).collect()
    }

    /// The inputs that the model declares.
    pub fn inputs(&self) -> &[Port] {
        &self.inputs
    }

    /// The outputs that the model declares.
    pub fn outputs(&self) -> &[Port] {
        &self.outputs
    }

    /// Which provider runs which nodes.
    pub fn placement(&self) -> &Placement {
        &self.placement
    }

    /// Whether the compiled graph came from the cache.
    pub fn compiled_cache(&self) -> &CompiledCache {
        &self.compiled_cache
    }

    /// Ends the session and gives the time of its runs by operator, slowest first; empty unless
    /// `SessionOptions::profile` asked for it. The profile itself stays in the file named there
    /// (Chrome's trace format).
    ///
    /// # Errors
    /// [`Error::Call`], [`Error::Io`] or [`Error::Profile`].
    pub fn profile(self) -> Result<Vec<OpTime>> {
        let Some(path) = &self.profile else { return Ok(Vec::new()) };
        let mut session = self.session.into_inner().unwrap_or_else(PoisonError::into_inner);
        let written = session.end_profiling().map_err(Error::call("write the profile"))?;
        std::fs::rename(&written, path).map_err(FileError::on("rename", Path::new(&written)))?;
        profile::read(path)
    }
}
