//! The fixed numbers of Kokoro-82M: what `config.json` does not say because upstream has it in its
//! code, and what follows from `config.json` for every model that this crate accepts
//! ([`Config::from_json`](crate::Config::from_json) refuses another). Everything that runs, exports
//! or judges the decoder takes them from here.
//!
//! A frame is 25 ms: a token lasts a whole number of frames. A curve (F0, energy) has two values a
//! frame. A column is one point in time of the spectrum, 5 samples after the one before.

use kokoro_vocoder::StftConfig;

/// Samples a second of everything this model says.
pub const SAMPLE_RATE: u32 = 24_000;
/// Frames a second.
pub const FRAMES_PER_SECOND: usize = 40;
/// Samples of a frame.
pub const SAMPLES_PER_FRAME: usize = SAMPLE_RATE as usize / FRAMES_PER_SECOND;

/// Values of the F0 and energy curves in a frame.
pub const CURVE_VALUES_PER_FRAME: usize = 2;
/// Samples of a value of a curve.
pub const SAMPLES_PER_CURVE_VALUE: usize = SAMPLES_PER_FRAME / CURVE_VALUES_PER_FRAME;

/// Points of the transform between spectrum and samples.
pub const N_FFT: usize = StftConfig::KOKORO.n_fft;
/// Samples from one column of the spectrum to the next.
pub const HOP: usize = StftConfig::KOKORO.hop;
/// Frequencies of a column: each has a magnitude and a phase.
pub const BINS: usize = kokoro_vocoder::BINS;
/// Rows of a spectrum and of logits: magnitudes, then phases.
pub const SPECTRUM_ROWS: usize = 2 * BINS;
/// Columns of a frame; an utterance has one more in all, see [`columns`].
pub const COLUMNS_PER_FRAME: usize = SAMPLES_PER_FRAME / HOP;
/// Columns of a value of a curve.
pub const COLUMNS_PER_CURVE_VALUE: usize = COLUMNS_PER_FRAME / CURVE_VALUES_PER_FRAME;

/// Columns of the spectrum of `frames` frames: `120 N + 1`.
pub const fn columns(frames: usize) -> usize {
    COLUMNS_PER_FRAME * frames + 1
}

/// Length factors of the generator's transposed convolutions: from values of a curve to columns.
pub const UPSAMPLE_RATES: [usize; 2] = [10, 6];
/// Their kernels: twice the rate, so that every output has two taps.
pub const UPSAMPLE_KERNELS: [usize; 2] = [20, 12];
/// Columns of a frame between the two upsamplings.
pub const UPSAMPLED_PER_FRAME: usize = CURVE_VALUES_PER_FRAME * UPSAMPLE_RATES[0];

/// Channels of the decoder's residual blocks. Upstream: `istftnet.py::Decoder`.
pub const DECODER_WIDTH: usize = 1024;
/// Channels that the text is reduced to for the blocks after the first, each of which reads it
/// again.
pub const TEXT_RESIDUAL_WIDTH: usize = 64;
/// The residual blocks after the first (`decode.0` to `decode.3`); the last doubles the length.
pub const DECODE_BLOCKS: usize = 4;
/// Kernel of the convolutions that bring the F0 and energy curves to one value a frame.
pub const CURVE_KERNEL: usize = 3;
/// Kernel of the convolutions in a residual block, and of its upsampling.
pub const BLOCK_KERNEL: usize = 3;
/// Slope of the leaky ReLU in a residual block.
pub const BLOCK_SLOPE: f32 = 0.2;

/// Slope of the leaky ReLU before each of the generator's upsamplings.
/// Upstream: `istftnet.py::Generator`.
pub const UPSAMPLE_SLOPE: f32 = 0.1;
/// Slope before `conv_post`: the framework's default, which upstream did not change there.
pub const POST_SLOPE: f32 = 0.01;
/// Kernel of `conv_post`.
pub const POST_KERNEL: usize = 7;
/// Kernels of the residual stack on the harmonic source, for each upsampling.
pub const NOISE_KERNELS: [usize; 2] = [7, 11];
/// Dilations of the layers of these stacks.
pub const NOISE_DILATIONS: [usize; 3] = [1, 3, 5];

/// Slope of the text encoder's leaky ReLU. Upstream: `modules.py::TextEncoder`.
pub const TEXT_ENCODER_SLOPE: f64 = 0.2;

/// Added to the variance by adaptive instance normalisation: `torch.nn.InstanceNorm1d`'s default.
pub const INSTANCE_NORM_EPSILON: f64 = 1e-5;
/// Added to the variance by layer normalisation: `torch.nn.functional.layer_norm`'s default.
pub const LAYER_NORM_EPSILON: f32 = 1e-5;
/// The same within PL-BERT: `layer_norm_eps` of an `AlbertConfig`.
pub const PLBERT_NORM_EPSILON: f32 = 1e-12;
