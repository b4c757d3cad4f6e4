//! Foreign model files → a model folder.

mod names;
mod onnx;
mod pickle;
mod pth;
mod torch;
mod voices;
mod writer;

use std::path::{Path, PathBuf};

use crate::{
    Dtype, Error, Result, Sha256,
    layout::Layout,
    quantized::{SCALE, ZERO_POINT},
};

/// What an import is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Stage {
    /// Waiting for another process that fetches into the same cache.
    Wait,
    /// Fetching a file.
    Download,
    /// Reading and hashing the source.
    Read,
    /// Converting tensors.
    Convert,
    /// Writing the folder.
    Write,
}

/// Is told how far an import has come.
pub trait Progress {
    /// `done` of `total` of this stage: bytes, but pieces of the model in [`Stage::Convert`]. `total` is 0 if it is not known.
    fn report(&mut self, stage: Stage, done: u64, total: u64);

    /// The file `index` of `count` is fetched next; its [`Stage::Download`] starts at 0.
    fn begin(&mut self, _file: &str, _index: usize, _count: usize) {}
}

impl<F: FnMut(Stage, u64, u64)> Progress for F {
    fn report(&mut self, stage: Stage, done: u64, total: u64) {
        self(stage, done, total);
    }
}

/// How the floats of a checkpoint are stored. They are f32 again when read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// As they are: 325 MB.
    #[default]
    F32,
    /// Rounded to 11 significant bits: 162 MB.
    F16,
    /// Rounded to 8 significant bits: 162 MB.
    BF16,
}

/// How to make a model folder.
#[derive(Clone, Debug)]
pub struct Options {
    /// Folder of voices: `NAME.bin` (510 × 256 f32, little-endian) or `NAME.pt` (PyTorch, `[510, 1, 256]`).
    pub voices: Option<PathBuf>,
    /// The model's `config.json`; without it, the one of Kokoro-82M v1.0.
    pub config: Option<PathBuf>,
    /// Text for the manifest: where the model file came from. Its hash is added.
    pub origin: String,
    /// SPDX expression for the manifest: under what terms the model file may be passed on.
    pub licence: String,
    /// Text for the manifest: where the voices came from.
    pub voices_origin: String,
    /// Replace the folder if it is there already.
    pub replace: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            voices: None,
            config: None,
            origin: "Kokoro-82M v1.0".into(),
            licence: LICENCE.into(),
            voices_origin: "Kokoro-82M v1.0".into(),
            replace: false,
        }
    }
}

/// SPDX expression of the licence under which hexgrad published the model and its voices.
const LICENCE: &str = "Apache-2.0";
/// Name of the model in manifests.
const MODEL: &str = "Kokoro-82M v1.0";
/// The `config.json` of the model, byte for byte that of hexgrad/Kokoro-82M.
const CONFIG: &str = include_str!("config.json");

/// A tensor on its way from a foreign file into a shard.
#[derive(Clone, Debug, PartialEq)]
struct Tensor {
    name: String,
    dtype: Dtype,
    shape: Vec<usize>,
    bytes: Vec<u8>, // little-endian
}

impl Tensor {
    fn f32(name: String, shape: Vec<usize>, values: &[f32]) -> Self {
        let bytes = values.iter().flat_map(|value| value.to_le_bytes()).collect();
        Self { name, dtype: Dtype::F32, shape, bytes }
    }

    /// The scale and the zero point beside the integer tensor `name`.
    fn companions(name: &str, dtype: Dtype, scale: &[f32], zero_point: Vec<u8>) -> [Self; 2] {
        [
            Self::f32(format!("{name}{SCALE}"), vec![scale.len()], scale),
            Self {
                name: format!("{name}{ZERO_POINT}"),
                dtype,
                shape: vec![zero_point.len()],
                bytes: zero_point,
            },
        ]
    }
}

/// Makes the folder `out` from the community's int8 export of the model (ONNX). Integers stay integers.
///
/// # Errors
/// The source is unreadable, is not ONNX, or is not an export of this model; `out` is there already and is not to be
/// replaced; the disk is full. `out` is then as it was before.
pub fn from_onnx(
    source: &Path,
    out: &Path,
    options: &Options,
    progress: &mut dyn Progress,
) -> Result<()> {
    let (tensors, hash) = onnx::read(source, progress)?;
    let is_companion = |name: &str| {
        let base = name.strip_suffix(SCALE).or_else(|| name.strip_suffix(ZERO_POINT));
        base.is_some_and(|base| tensors.iter().any(|tensor| tensor.name == base))
    };
    let parameters = tensors.iter().filter(|tensor| !is_companion(&tensor.name));
    Layout::kokoro().check(source, parameters.map(|tensor| (&*tensor.name, &*tensor.shape)))?;
    finish(tensors, hash, out, options, progress)
}

/// Makes the folder `out` from the official checkpoint (`kokoro-v1_0.pth`), floats stored as `storage`.
///
/// # Errors
/// The source is unreadable, is not a file of `torch.save`, or is not a checkpoint of this model; `out` is there already and
/// is not to be replaced; the disk is full. `out` is then as it was before.
pub fn from_pth(
    source: &Path,
    out: &Path,
    storage: Storage,
    options: &Options,
    progress: &mut dyn Progress,
) -> Result<()> {
    let (tensors, hash) = pth::read(source, &Layout::kokoro(), storage, progress)?;
    finish(tensors, hash, out, options, progress)
}

fn finish(
    tensors: Vec<Tensor>,
    hash: Sha256,
    out: &Path,
    options: &Options,
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
    let text = std::fs::read_to_string(path).map_err(Error::io("read", path))?;
    match serde_json::from_str::<serde::de::IgnoredAny>(&text) {
        Ok(_) => Ok(text),
        Err(error) => {
            let (path, reason) = (path.into(), error.to_string());
            Err(Error::Format { path, expected: "JSON", reason })
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
