//! Shorter utterances, for segments that are too short for a sentence.

use kokoro_core::Features;
use kokoro_core::architecture::{CURVE_VALUES_PER_FRAME, columns};

/// The features of the first `frames` frames, or of all if there are fewer.
pub fn first_frames(features: &Features, frames: usize) -> Features {
    let frames = frames.min(features.frames);
    let cut = |values: &[f32], len: usize, wanted: usize| -> Vec<f32> {
        values.chunks(len).flat_map(|row| &row[..wanted]).copied().collect()
    };
    Features {
        frames,
        text: cut(&features.text, features.frames, frames),
        f0: features.f0[..CURVE_VALUES_PER_FRAME * frames].into(),
        energy: features.energy[..CURVE_VALUES_PER_FRAME * frames].into(),
        harmonics: cut(&features.harmonics, columns(features.frames), columns(frames)),
        timbre: features.timbre.clone(),
    }
}
