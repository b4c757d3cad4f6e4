//! The self-test of a segment: inputs of a real utterance, and the logits that are right for them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use candle_core::{Device, Tensor, safetensors};
use kokoro_core::architecture::SPECTRUM_ROWS;
use kokoro_weights::files::write_atomically;

use super::SegmentInput;
use crate::Result;

/// Inputs of one real utterance, and the logits of the f32 path for them. Only the utterance's own
/// columns mean anything: compare what [`trim`](crate::inputs::trim) leaves of either side.
#[derive(Debug, Clone, PartialEq)]
pub struct SelfTest {
    /// Frames of the utterance.
    pub frames: usize,
    /// Every input of the model.
    pub inputs: Vec<SegmentInput>,
    /// `[22, columns of the capacity]`, zero after the utterance's `120 N + 1` columns; what a
    /// segment gives there means nothing.
    pub logits: Vec<f32>,
}

impl SelfTest {
    const LOGITS: &'static str = "expected.logits";
    const FRAMES: &'static str = "expected.frames";

    /// Where the test of a segment lies.
    pub fn path(segment: impl AsRef<Path>) -> PathBuf {
        segment.as_ref().with_extension("selftest.safetensors")
    }

    /// Writes the file.
    pub fn write(&self, path: impl AsRef<Path>) -> Result<()> {
        let tensor =
            |shape: &[usize], values: &[f32]| Tensor::from_slice(values, shape, &Device::Cpu);
        let mut tensors = HashMap::new();
        for SegmentInput { name, shape, values } in &self.inputs {
            tensors.insert(name.clone(), tensor(shape, values)?);
        }
        tensors.insert(
            Self::LOGITS.into(),
            tensor(&[SPECTRUM_ROWS, self.logits.len() / SPECTRUM_ROWS], &self.logits)?,
        );
        tensors.insert(Self::FRAMES.into(), Tensor::new(self.frames as u32, &Device::Cpu)?);
        let bytes = ::safetensors::serialize(&tensors, None).map_err(candle_core::Error::from)?;
        Ok(write_atomically(path, bytes)?)
    }

    /// Reads the file.
    ///
    /// # Errors
    /// [`Error::Tensor`](crate::Error::Tensor) if the file is damaged or of another kind.
    pub fn read(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
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
            Ok(SegmentInput { name, shape: [a, b, c, d], values: tensor.flatten_all()?.to_vec1()? })
        };
        let mut inputs = tensors.into_iter().map(input).collect::<Result<Vec<_>>>()?;
        inputs.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { frames, inputs, logits })
    }
}
