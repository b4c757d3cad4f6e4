//! The files of a segment: the model, which says what it is, and a test for the device that is to run it.

use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use candle_core::{Device, Tensor, safetensors};
use kokoro_onnx::{Model, StringEntry};

use crate::inputs::Input;
use crate::quantize::Precision;
use crate::target::Target;
use crate::{Error, Result};

/// What a segment says of itself, in the model's own properties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// Frames that fit.
    pub frames: usize,
    /// Numbers that convolutions are computed in.
    pub precision: Precision,
    /// What it was made for.
    pub target: Target,
    /// [`Weights::identity`](kokoro_weights::Weights::identity) of what it was made from.
    pub weights: String,
    /// Version of the exporter.
    pub exporter: String,
}

const FRAMES: &str = "kokoro.frames";
const PRECISION: &str = "kokoro.precision";
const TARGET: &str = "kokoro.target";
const WEIGHTS: &str = "kokoro.weights";
const EXPORTER: &str = "kokoro.exporter";

impl Metadata {
    /// The file's name: `kokoro-200-int8-nnapi.onnx` for 200 frames.
    pub fn file_name(&self) -> String {
        file_name(self.frames, self.precision, self.target)
    }

    /// Writes it into a model.
    pub fn write(&self, model: &mut Model) {
        model.producer_name = "kokoro".into();
        model.producer_version = self.exporter.clone();
        let (frames, precision) = (self.frames.to_string(), self.precision.to_string());
        let target = self.target.to_string();
        let entries = [
            (FRAMES, &frames),
            (PRECISION, &precision),
            (TARGET, &target),
            (WEIGHTS, &self.weights),
            (EXPORTER, &self.exporter),
        ];
        model.metadata_props = entries.map(|(key, value)| StringEntry::new(key, value)).into();
    }

    /// Reads it from a model.
    ///
    /// # Errors
    /// [`Error::Foreign`] names the property that is missing or makes no sense.
    pub fn read(model: &Model) -> Result<Self> {
        let text = |key: &'static str| model.metadata(key).ok_or(Error::Foreign { missing: key });
        Ok(Self {
            frames: text(FRAMES)?
                .parse()
                .ok()
                .filter(|&n| n > 0)
                .ok_or(Error::Foreign { missing: FRAMES })?,
            precision: text(PRECISION)?
                .parse()
                .map_err(|_| Error::Foreign { missing: PRECISION })?,
            target: text(TARGET)?.parse().map_err(|_| Error::Foreign { missing: TARGET })?,
            weights: text(WEIGHTS)?.into(),
            exporter: text(EXPORTER)?.into(),
        })
    }
}

/// The name of a segment's file: `kokoro-200-int8-nnapi.onnx` for 200 frames.
pub fn file_name(frames: usize, precision: Precision, target: Target) -> String {
    format!("kokoro-{frames}-{precision}-{target}.onnx")
}

/// Inputs of one real utterance, and the logits of the f32 path for them. Only the utterance's own columns mean anything: compare
/// what [`trim`](crate::inputs::trim) leaves of either side.
#[derive(Debug, Clone, PartialEq)]
pub struct SelfTest {
    /// Frames of the utterance.
    pub frames: usize,
    /// Every input of the model.
    pub inputs: Vec<Input>,
    /// `[22, columns of the capacity]`, zero after the utterance's `120 N + 1` columns; a segment gives something else there.
    pub logits: Vec<f32>,
}

impl SelfTest {
    const LOGITS: &'static str = "expected.logits";
    const FRAMES: &'static str = "expected.frames";

    /// Where the test of a segment lies.
    pub fn path(segment: &Path) -> PathBuf {
        segment.with_extension("selftest.safetensors")
    }

    /// Writes the file.
    pub fn write(&self, path: &Path) -> Result<()> {
        let tensor =
            |shape: &[usize], values: &[f32]| Tensor::from_slice(values, shape, &Device::Cpu);
        let mut tensors = HashMap::new();
        for Input { name, shape, values } in &self.inputs {
            tensors.insert(name.clone(), tensor(shape, values)?);
        }
        tensors.insert(Self::LOGITS.into(), tensor(&[22, self.logits.len() / 22], &self.logits)?);
        tensors.insert(Self::FRAMES.into(), Tensor::new(self.frames as u32, &Device::Cpu)?);
        let bytes = ::safetensors::serialize(&tensors, None).map_err(candle_core::Error::from)?;
        write(path, &bytes)
    }

    /// Reads the file.
    ///
    /// # Errors
    /// [`Error::Tensor`] if the file is damaged or of another kind.
    pub fn read(path: &Path) -> Result<Self> {
        let mut tensors = safetensors::load(path, &Device::Cpu)?;
        let mut take = |name: &str| {
            tensors
                .remove(name)
                .ok_or_else(|| candle_core::Error::Msg(format!("{}: no {name}", path.display())))
        };
        let logits = take(Self::LOGITS)?.flatten_all()?.to_vec1()?;
        let frames = take(Self::FRAMES)?.to_scalar::<u32>()? as usize;
        let input = |(name, tensor): (String, Tensor)| {
            let (a, b, c, d) = tensor.dims4()?;
            Ok(Input { name, shape: [a, b, c, d], values: tensor.flatten_all()?.to_vec1()? })
        };
        let mut inputs = tensors.into_iter().map(input).collect::<Result<Vec<_>>>()?;
        inputs.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { frames, inputs, logits })
    }
}

/// Writes a whole file, or none.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let partial = path.with_extension(format!("{}.part", std::process::id()));
    let mut file = std::fs::File::create(&partial).map_err(Error::io("create", &partial))?;
    let written = file
        .write_all(bytes)
        .and_then(|()| file.sync_all())
        .and_then(|()| std::fs::rename(&partial, path));
    written.map_err(|source| {
        // The error that matters is the one that is returned.
        let _ = std::fs::remove_file(&partial);
        Error::io("write", path)(source)
    })
}
