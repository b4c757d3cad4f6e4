//! The graph that a provider would be asked to take.

use std::path::Path;

use ort::session::builder::{GraphOptimizationLevel, SessionBuilder};

use super::{
    Error, Model, Provider, Result, Runtime, SessionOptions,
    files::write_whole,
    session::{builder, refused},
};

/// Writes `model` to `out` as ONNX Runtime would show it to a provider: after its basic optimisations (level 1), which run before
/// partitioning and may move quantisation across nodes. `disabled_optimizers` as in [`SessionOptions`].
///
/// The CPU provider is used, because graphs of others cannot be written once they are compiled. What a provider's preferred layout
/// changes after partitioning is not in it.
///
/// # Errors
/// [`Error::Open`] if ONNX Runtime refuses the model, [`Error::Io`] if the file cannot be put into place.
pub fn dump_level1<'a>(
    runtime: &Runtime,
    model: impl Into<Model<'a>>,
    disabled_optimizers: &[String],
    out: &Path,
) -> Result<()> {
    let model = model.into();
    let disabled_optimizers = disabled_optimizers.to_vec();
    let options =
        SessionOptions { disabled_optimizers, ..SessionOptions::new(Provider::Cpu { threads: 1 }) };
    let set = |builder: SessionBuilder, temporary: &Path| -> ort::Result<SessionBuilder> {
        let builder = builder.with_optimization_level(GraphOptimizationLevel::Level1)?;
        Ok(builder.with_optimized_model_path(temporary)?)
    };
    write_whole(out, |temporary| {
        let builder = set(builder(runtime, &options, None)?, temporary);
        let mut builder = builder.map_err(Error::call("set session options"))?;
        model.commit(&mut builder).map(drop).map_err(refused(model, &options.provider))
    })
}
