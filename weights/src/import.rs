//! Foreign model files → a model folder.

mod names;
mod onnx;
mod options;
mod pickle;
mod progress;
mod pth;
mod tensor;
mod torch;
mod voices;
mod writer;

use std::fs;
use std::path::Path;

use options::CONFIG;
pub use options::{ImportOptions, Storage};
pub use progress::{ImportStage, Progress};
use serde::de::IgnoredAny;
use tensor::Tensor;
pub(crate) use torch::TorchFile;

use crate::file_error::FileError;
use crate::layout::Layout;
use crate::quantized::{SCALE, ZERO_POINT};
use crate::{Error, Result, Sha256};

/// Makes the folder `out` from the community's int8 export of the model (ONNX). Integers stay
/// integers.
///
/// # Errors
/// The source is unreadable, is not ONNX, or is not an export of this model; `out` is there already
/// and is not to be replaced; the disk is full. `out` is then as it was before.
pub fn from_onnx(
    source: impl AsRef<Path>,
    out: impl AsRef<Path>,
    options: &ImportOptions,
    progress: &mut dyn Progress,
) -> Result<()> {
    let source = source.as_ref();
    let (tensors, hash) = onnx::read(source, progress)?;
    let is_companion = |name: &str| {
        let base = name.strip_suffix(SCALE).or_else(|| name.strip_suffix(ZERO_POINT));
        base.is_some_and(|base| tensors.iter().any(|tensor| tensor.name == base))
    };
    let parameters = tensors.iter().filter(|tensor| !is_companion(&tensor.name));
    Layout::kokoro().check(source, parameters.map(|tensor| (&*tensor.name, &*tensor.shape)))?;
    finish(tensors, hash, out.as_ref(), options, progress)
}

/// Makes the folder `out` from the official checkpoint (`kokoro-v1_0.pth`), floats stored as
/// `storage`.
///
/// # Errors
/// The source is unreadable, is not a file of `torch.save`, or is not a checkpoint of this model;
/// `out` is there already and is not to be replaced; the disk is full. `out` is then as it was
/// before.
pub fn from_pth(
    source: impl AsRef<Path>,
    out: impl AsRef<Path>,
    storage: Storage,
    options: &ImportOptions,
    progress: &mut dyn Progress,
) -> Result<()> {
    let (tensors, hash) = pth::read(source.as_ref(), &Layout::kokoro(), storage, progress)?;
    finish(tensors, hash, out.as_ref(), options, progress)
}

fn finish(
    tensors: Vec<Tensor>,
    hash: Sha256,
    out: &Path,
    options: &ImportOptions,
    progress: &mut dyn Progress,
) -> Result<()> {
    let voices = options.voices.as_deref().map(voices::read).transpose()?.unwrap_or_default();
    let folder = writer::Contents {
        model: tensors,
        model_origin: format!("{}, sha256 {hash}", options.origin),
        model_licence: options.licence.clone(),
        voices,
        voices_origin: options.voices_origin.clone(),
        config: options.config.as_deref().map_or(Ok(CONFIG.into()), read_config)?,
    };
    writer::write(folder, out, options.replace, progress)
}

fn read_config(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).map_err(FileError::on("read", path))?;
    let IgnoredAny = serde_json::from_str(&text).map_err(Error::format(path, "JSON"))?;
    Ok(text)
}

#[cfg(test)]
pub(crate) mod tests;
