//! The API as its users use it. The tests share one model, which is loaded once.

mod building;
mod cancel;
mod files;
mod follow;
mod prosody;
mod seams;
mod silence;
mod sound;
mod ssml;
mod stream;
mod threads;
mod voices;

use std::sync::OnceLock;

use kokoro::Kokoro;

/// The model of the repository.
fn kokoro() -> &'static Kokoro {
    static KOKORO: OnceLock<Kokoro> = OnceLock::new();
    KOKORO.get_or_init(|| Kokoro::load(FOLDER).expect("the repository has a model"))
}

/// The repository's folder of weights.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../weights/data");

/// A text of four sentences in two paragraphs.
const TEXT: &str = "Rain again? Who left the kettle on? Yes.\n\nIt was me.";

/// Samples as bits, so that a comparison is exact.
fn bits(samples: &[f32]) -> Vec<u32> {
    samples.iter().map(|sample| sample.to_bits()).collect()
}
