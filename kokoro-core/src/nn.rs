//! The blocks that more than one stage is built from.
//!
//! Tensors are on the CPU, without a batch dimension, and `[time, channels]` throughout: the
//! channels of one point in time lie together, as kernels, LSTMs and linear layers want them. They
//! are f32, or bf16 where halving the memory matters more than the digits.
//!
//! A function whose name ends in `_inplace`, or that takes an output as `&mut Tensor`, changes the
//! storage behind that tensor: candle's tensors share storage between clones, and nothing else may
//! use it meanwhile.

mod adain;
mod adain_res_block;
mod conv;
mod conv_op;
mod conv_transpose;
mod depthwise_upsample;
mod fused;
mod layer_norm;
mod linear;
mod lstm;
#[cfg(test)]
mod naive_transpose;
mod pass;
mod slice_op;
mod tensor;
mod workspace;

pub use adain::{AdaIn, measure};
pub use adain_res_block::AdaInResBlock;
pub use conv::Conv1d;
pub use conv_transpose::ConvTranspose1d;
pub use depthwise_upsample::DepthwiseUpsample;
pub use fused::{After, Before};
pub use layer_norm::{AdaLayerNorm, LayerNorm};
pub use linear::Linear;
pub use lstm::BiLstm;
pub use pass::Pass;
pub use slice_op::{change_inplace, map_into};
pub use tensor::{to_vec, transposed, with_values};
pub use workspace::{Buffer, Workspace};
