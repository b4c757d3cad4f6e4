//! The blocks that more than one stage is built from. Tensors are on the CPU, without a batch dimension, `[time, channels]` throughout:
//! a column's channels lie together, which is what the kernels, LSTMs and linear layers want. They are f32, or bf16 where half the memory
//! matters more.

mod adain;
mod adain_res_block;
mod conv;
mod conv_transpose;
mod layer_norm;
mod linear;
mod lstm;
mod tensor;
mod workspace;

pub use adain::{AdaIn, measure};
pub use adain_res_block::AdaInResBlock;
pub use conv::{After, Before, Conv1d};
pub use conv_transpose::{ConvTranspose1d, DepthwiseUpsample};
pub use layer_norm::{AdaLayerNorm, LayerNorm};
pub use linear::Linear;
pub use lstm::BiLstm;
pub use tensor::{contiguous, range, to_vec, with_values};
pub use workspace::{Buffer, Workspace};
