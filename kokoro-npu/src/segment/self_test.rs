//! The test for the device that is to run a segment.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use candle_core::{Device, Tensor, safetensors};

use super::SegmentInput;
use crate::Result;
use crate::files::write;

/// Inputs of one real utterance, and the logits of the f32 path for them. Only the utterance's own columns mean anything: compare
/// what [`trim`](crate::inputs::trim) leaves of either side.
#[derive(Debug, Clone, PartialEq)]
pub struct SelfTest {
    /// Frames of the utterance.
    pub frames: usize,
    /// Every input of the model.
    pub inputs: Vec<SegmentInput>,
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
        for SegmentInput { name, shape, values } in &self.inputs {
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
            Ok(SegmentInput { name, shape: [a, b, c, d], values: tensor.flatten_all()?.to_vec1()? })
        };
        let mut inputs = tensors.into_iter().map(input).collect::<Result<Vec<_>>>()?;
        inputs.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { frames, inputs, logits })
    }
}
