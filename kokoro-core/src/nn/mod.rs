//! The blocks that more than one stage is built from. Tensors are f32, on the CPU, without a batch dimension: `[channels, time]`
//! for what convolutions see, `[time, channels]` for what LSTMs and linear layers see.

mod adain;
mod adain_res_block;
mod conv;
mod conv_kernel;
mod conv_transpose;
mod layer_norm;
mod lstm;
mod snake;
mod tensor;

pub use adain::{Activation, AdaIn};
pub use adain_res_block::AdaInResBlock;
pub use conv::Conv1d;
pub use conv_kernel::Conv1dConfig;
pub use conv_transpose::{ConvTranspose1d, DepthwiseUpsample};
pub use layer_norm::{AdaLayerNorm, ChannelLayerNorm};
pub use lstm::BiLstm;
