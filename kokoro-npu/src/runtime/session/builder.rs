//! Session options, as ONNX Runtime takes them.

use std::path::Path;

use ort::session::builder::SessionBuilder;

use super::options::SessionOptions;
use super::placement;
use super::source::ModelSource;
use crate::runtime::error::{Error, Result};
use crate::runtime::library::Runtime;
use crate::runtime::provider::{Provider, builder_on};
use crate::runtime::status::OrtStatus;

/// Session options for ONNX Runtime; `cache` is the folder of CoreML's own cache.
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
        // With a memory pattern, the second run would allocate another arena beside that of the
        // first run.
        let builder = builder.with_memory_pattern(false)?;
        let builder =
            if options.forbid_cpu { builder.with_disable_cpu_fallback()? } else { builder };
        let builder = match &options.disabled_optimizers[..] {
            [] => builder,
            names => builder.with_disabled_optimizers(names.join(";"))?,
        };
        match &options.profile {
            Some(path) => Ok(builder.with_profiling(path)?),
            None => Ok(builder),
        }
    };
    set(builder_on(runtime, &options.provider, cache)?).map_err(Error::call("set session options"))
}

/// For `map_err`: ONNX Runtime does not open the model.
pub(super) fn refused<'a>(
    model: ModelSource<'a>,
    provider: &'a Provider,
) -> impl FnOnce(ort::Error) -> Error + 'a {
    move |error| Error::Open {
        model: model.name(),
        provider: provider.to_string(),
        source: OrtStatus::of(&error),
    }
}
