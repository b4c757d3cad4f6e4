//! Graphs that a provider compiled, kept in a folder. QNN and OpenVINO write them as models whose
//! nodes are `EPContext`s; CoreML keeps its own format in a folder that it is given.
//!
//! A cache only saves time. So if a provider refuses what it wrote itself, the model is opened
//! without the cache, and [`CompiledCache::Refused`] tells. This happens: onnxruntime-openvino
//! 1.24.1 on an AMD CPU opens none of its `EPContext` models ("Unhandled exception type: 1", from
//! its own Python package as well), nor does its option `cache_dir` help.
//!
//! Names are a hash of all that the compiled graph depends on, so nothing stale is ever found: the
//! model's bytes, the provider with its options, the transformers switched off, the versions of
//! ONNX Runtime and of the plugin. A driver's own version is not in it: a context that the driver
//! refuses is compiled again.

use std::fs;
use std::path::{Path, PathBuf};

use kokoro_weights::files::{AtomicFile, FileError};
use ort::compiler::ModelCompiler;
use sha2::{Digest as _, Sha256};

use super::builder::{builder, refused};
use super::options::SessionOptions;
use super::source::ModelSource;
use crate::runtime::error::{Error, Result};
use crate::runtime::library::Runtime;
use crate::runtime::provider::{Provider, registered_plugin};
use crate::runtime::status::OrtStatus;

/// What became of `SessionOptions::compiled_cache`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompiledCache {
    /// Not asked for.
    Unused,
    /// The graph was compiled before; this session did not compile.
    Reused,
    /// The graph was compiled and kept.
    Written,
    /// The provider keeps what it likes in the folder (CoreML).
    ByProvider,
    /// The provider did not compile to a file, or did not open the file; this session compiled for
    /// itself.
    Refused {
        /// ONNX Runtime's reason.
        reason: OrtStatus,
    },
}

/// Opens the graph of `model` that was compiled before; or compiles it, and keeps the compiled
/// graph in `folder`.
pub(super) fn open(
    runtime: &Runtime,
    model: ModelSource<'_>,
    options: &SessionOptions,
    folder: &Path,
) -> Result<(ort::session::Session, CompiledCache)> {
    let place = folder.join(key(runtime, model, options)?);
    let plain = |cache: Option<&Path>| {
        let session = model.commit(&mut builder(runtime, options, cache)?);
        session.map_err(refused(model, &options.provider))
    };
    if let Provider::CoreMl(_) = options.provider {
        // A folder for each model: CoreML compiles anew if the graph's structure changes, but not
        // if only weights do.
        fs::create_dir_all(&place).map_err(FileError::on("create", &place))?;
        return Ok((plain(Some(&place))?, CompiledCache::ByProvider));
    }
    fs::create_dir_all(folder).map_err(FileError::on("create", folder))?;
    let place = place.with_extension("onnx");
    let reopen = || {
        let session = builder(runtime, options, None)?.commit_from_file(&place);
        session.map_err(refused(ModelSource::File(&place), &options.provider))
    };
    if place.is_file()
        && let Ok(session) = reopen()
    {
        return Ok((session, CompiledCache::Reused));
    }
    match compile(runtime, model, options, &place).and_then(|()| reopen()) {
        Ok(session) => Ok((session, CompiledCache::Written)),
        Err(Error::Open { source: reason, .. }) => {
            let _ = fs::remove_file(&place); // it may not be there, and is of no use
            Ok((plain(None)?, CompiledCache::Refused { reason }))
        }
        Err(error) => Err(error),
    }
}

/// Writes the compiled form of `model` to `place`, as one file.
fn compile(
    runtime: &Runtime,
    model: ModelSource<'_>,
    options: &SessionOptions,
    place: &Path,
) -> Result<()> {
    let options = SessionOptions { profile: None, ..options.clone() };
    let builder = builder(runtime, &options, None)?;
    let refused = |error| refused(model, &options.provider)(error);
    let compiler = ModelCompiler::new(builder)
        .and_then(ModelCompiler::with_embed_ep_context)
        .map_err(refused)?;
    let compiler = match model {
        ModelSource::File(path) => compiler.with_model_from_file(path),
        ModelSource::Bytes(bytes) => compiler.with_model_from_memory(bytes),
    };
    let compiler = compiler.map_err(refused)?;
    let file = AtomicFile::create(place)?;
    compiler.compile_to_file(file.temporary_path()).map_err(refused)?;
    Ok(file.commit()?)
}

/// The name of what was compiled: 32 hex digits.
fn key(runtime: &Runtime, model: ModelSource<'_>, options: &SessionOptions) -> Result<String> {
    let mut hash = Sha256::new();
    let mut add = |part: &[u8]| {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    };
    match model {
        ModelSource::File(path) => add(&fs::read(path).map_err(FileError::on("read", path))?),
        ModelSource::Bytes(bytes) => add(bytes),
    }
    add(options.provider.to_string().as_bytes());
    add(options.disabled_optimizers.join(";").as_bytes());
    add(runtime.version().to_string().as_bytes());
    if let Some(path) = plugin_in_use(runtime, &options.provider)? {
        add(&fs::read(&path).map_err(FileError::on("read", &path))?);
    }
    Ok(hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect())
}

/// The plugin that sessions of `provider` use, if it is one that has a file.
fn plugin_in_use(runtime: &Runtime, provider: &Provider) -> Result<Option<PathBuf>> {
    provider.check(runtime)?;
    Ok(registered_plugin(runtime, provider).filter(|path| path.is_file()))
}
