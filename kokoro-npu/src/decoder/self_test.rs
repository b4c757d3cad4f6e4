//! Whether a provider computes a segment right on this device.

use std::time::Instant;

use kokoro_core::architecture::{SPECTRUM_ROWS, columns};
use kokoro_metrics::relative_l2;

use kokoro_weights::files::FileError;

use super::segment_decoder::SegmentDecoder;
use super::verdict::{Refusal, Verdict};
use crate::inputs::trim;
use crate::segment::SelfTest;
use crate::{Error, Result, SegmentPrecision};

/// How far a provider's logits may be from those of the f32 path, as relative L2 over the
/// utterance's columns. The logits of a correct provider differ by the rounding of codes and, where
/// it computes floats in half precision, by that rounding: an HTP emulator was 0.006 to 0.016 from
/// ONNX Runtime's CPU with 16-bit activations, and 0.024 to 0.030 with 8-bit ones. Wrong logits,
/// such as another emulation of the same graph gave, differ by 0.4 and more.
const F32_BAR: f64 = 0.05;
/// The same with 16-bit activations.
const A16W8_BAR: f64 = 0.05;
/// ONNX Runtime's CPU is at 0.009 with 8-bit activations, at every capacity.
const INT8_BAR: f64 = 0.1;

/// The largest distance at which a provider is trusted with a precision.
pub fn bar(precision: SegmentPrecision) -> f64 {
    match precision {
        SegmentPrecision::F32 => F32_BAR,
        SegmentPrecision::A16W8 => A16W8_BAR,
        SegmentPrecision::Int8 => INT8_BAR,
    }
}

/// Runs the self-test that lies beside the segment, twice.
///
/// # Errors
/// [`Error::Io`] or [`Error::Tensor`] if the self-test is missing or damaged,
/// [`Error::OtherSelfTest`] if it is of another capacity, [`Error::Runtime`] if the provider fails.
/// A wrong output is a [`Verdict`].
pub fn self_test(decoder: &SegmentDecoder) -> Result<Verdict> {
    let path = SelfTest::path(&decoder.file().path);
    if !path.is_file() {
        let missing = FileError::on("read", &path)(std::io::ErrorKind::NotFound.into());
        return Err(missing.into());
    }
    let SelfTest { frames, inputs, logits } = SelfTest::read(&path)?;
    let capacity = decoder.capacity();
    if frames > capacity || logits.len() != SPECTRUM_ROWS * columns(capacity) {
        return Err(Error::OtherSelfTest { path, capacity, found: logits.len() });
    }
    let valid = |logits: &[f32]| trim(logits, capacity, frames);
    let expected = valid(&logits);
    let first = relative_l2(&valid(&decoder.run_inputs(&inputs)?), &expected);
    let start = Instant::now();
    let second = decoder.run_inputs(&inputs)?;
    let run_seconds = start.elapsed().as_secs_f64();
    let distance = first.max(relative_l2(&valid(&second), &expected));
    let bar = bar(decoder.file().metadata.precision);
    Ok(if distance <= bar {
        Verdict::Trusted { relative_l2: distance, run_seconds }
    } else {
        Verdict::Refused(Refusal::WrongOutput { relative_l2: distance, bar })
    })
}
