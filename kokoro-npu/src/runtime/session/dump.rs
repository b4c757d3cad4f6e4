//! Writes down the graph that ONNX Runtime would offer to a provider.

use std::path::Path;

use kokoro_weights::files::AtomicFile;
use ort::session::builder::{GraphOptimizationLevel, SessionBuilder};

use super::builder::{builder, refused};
use super::options::SessionOptions;
use super::source::ModelSource;
use crate::runtime::error::{Error, Result};
use crate::runtime::library::Runtime;
use crate::runtime::provider::Provider;

/// Writes `model` to `out` as ONNX Runtime would show it to a provider: after its basic
/// optimisations (level 1), which run before partitioning and may move quantisation across nodes.
/// `disabled_optimizers` as in [`SessionOptions`].
///
/// The CPU provider is used, because graphs of others cannot be written once they are compiled.
/// What a provider's preferred layout changes after partitioning is not in it.
///
/// # Errors
/// [`Error::Open`] if ONNX Runtime refuses the model, [`Error::Io`] if the file cannot be put into
/// place.
pub fn dump_level1<'a>(
    runtime: &Runtime,
    model: impl Into<ModelSource<'a>>,
    disabled_optimizers: &[String],
    out: impl AsRef<Path>,
) -> Result<()> {
    let model = model.into();
    let options = SessionOptions::new(Provider::Cpu { threads: 1 });
    let options = options.without_optimizers(disabled_optimizers);
    let set = |builder: SessionBuilder, temporary: &Path| -> ort::Result<SessionBuilder> {
        let builder = builder.with_optimization_level(GraphOptimizationLevel::Level1)?;
        Ok(builder.with_optimized_model_path(temporary)?)
    };
    let file = AtomicFile::create(out)?;
    let builder = set(builder(runtime, &options, None)?, file.temporary_path());
    let mut builder = builder.map_err(Error::call("set session options"))?;
    model.commit(&mut builder).map_err(refused(model, &options.provider))?;
    Ok(file.commit()?)
}
