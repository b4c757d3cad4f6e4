//! How much memory an utterance takes while it is spoken.

use kokoro::Precision;

/// What every utterance takes: scratch memory of layers.
const BASE: u64 = 16 << 20;
/// Bytes for each phoneme. Measured with `kokoro bench --phonemes`, whose peak grows by 0.36 MB a
/// phoneme in int8 between 48 and 440 phonemes.
const INT8: u64 = 400 << 10;
/// The same with activations of four bytes; those of bf16 take less, and are counted so, too.
const WIDE: u64 = 1 << 20;

/// Bytes that an utterance of so many phonemes (at speed 1) takes.
pub(crate) fn memory(phonemes: f32, precision: Precision) -> u64 {
    let each = if precision == Precision::Int8 { INT8 } else { WIDE };
    BASE + (phonemes.max(0.0) as u64).saturating_mul(each)
}
