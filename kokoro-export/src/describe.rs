//! Kokoro's decoder and generator, up to the logits, as a [`SegmentGraph`]: what
//! [`kokoro_core::Decoder`] computes, with every operation that a neural processor has no kernel
//! for rewritten into ones that it has.
//!
//! | layer | here |
//! |---|---|
//! | transposed convolution, kernel 2s, stride s | `s` phases of three taps, then interleaved |
//! | depthwise transposed convolution, kernel 3, stride 2 | its two phases, then interleaved |
//! | nearest-neighbour upsampling by 2 | the value stacked on itself, then interleaved |
//! | reflection padding by one column | one column gathered |

mod front;
mod generator;
mod layers;

use candle_core::{Result, bail};
use candle_nn::VarBuilder;
use kokoro_core::Config;

use self::layers::Describer;
use crate::graph::{Builder, SegmentGraph};

/// The segment for utterances of up to `frames` frames, with the checkpoint's weights.
///
/// # Errors
/// No frames, another architecture, or a weight that is missing or has another shape.
pub fn describe(config: &Config, frames: usize, vb: &VarBuilder) -> Result<SegmentGraph> {
    if frames == 0 {
        bail!("segment: expected a capacity of at least one frame, found none");
    }
    let mut describer = Describer { graph: Builder::new(), vb: vb.pp("decoder") };
    let xs = describer.front(config)?;
    let output = describer.generator(config, xs)?;
    Ok(describer.graph.finish(frames, output))
}
