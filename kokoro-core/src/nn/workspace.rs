//! Large tensors that are used again. Memory that is fresh from the system costs a page fault for
//! each 4 kB, which for long speech is an eighth of the time.

use candle_core::{DType, Device, Result, Tensor};

/// Tensors that are not in use. Their content is whatever their last user left.
#[derive(Debug, Default)]
pub struct Workspace {
    free: Vec<Tensor>, // flat
}

/// A tensor of a workspace.
#[derive(Debug)]
pub struct Buffer {
    flat: Tensor,
    /// The tensor, of the shape that was asked for.
    pub tensor: Tensor,
}

impl From<Tensor> for Buffer {
    /// A tensor that was not taken from a workspace; giving it back drops it.
    fn from(tensor: Tensor) -> Self {
        Self { flat: tensor.clone(), tensor }
    }
}

impl Workspace {
    /// A tensor `[len, channels]` of any content: the smallest free one that is large enough, or a
    /// new one.
    pub fn take(&mut self, len: usize, channels: usize, dtype: DType) -> Result<Buffer> {
        let needed = len * channels;
        let fits = |flat: &Tensor| flat.dtype() == dtype && flat.elem_count() >= needed;
        let fitting = self.free.iter().enumerate().filter(|(_, flat)| fits(flat));
        let best = fitting.min_by_key(|(_, flat)| flat.elem_count()).map(|(place, _)| place);
        let flat = match best {
            Some(place) => self.free.swap_remove(place),
            None => {
                // One free tensor is dropped: what is too small now is too small for the rest of
                // the utterance and for the next one.
                self.free.pop();
                Tensor::zeros(needed, dtype, &Device::Cpu)?
            }
        };
        let tensor = flat.narrow(0, 0, needed)?.reshape((len, channels))?;
        Ok(Buffer { flat, tensor })
    }

    /// Drops one tensor that is free, if there is one.
    pub fn shrink(&mut self) {
        self.free.pop();
    }

    /// Gives a tensor back.
    pub fn give(&mut self, buffer: Buffer) {
        if buffer.flat.rank() == 1 {
            self.free.push(buffer.flat); // what came from elsewhere is dropped
        }
    }
}
