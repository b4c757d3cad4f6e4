//! What the tests share: the model, the golden outputs, and ways to compare.

#[path = "support/assert.rs"]
mod assert;
#[path = "support/golden.rs"]
mod golden;
#[path = "support/short.rs"]
mod short;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use candle_core::{Device, Tensor};
use kokoro_core::alignment::Alignment;
use kokoro_core::{
    CancelToken, Config, Decoded, Decoder, Delivery, FeaturePredictor, Features, PrecisionPlan,
    SpectrumDecoder, Synthesizer, Voice,
};
use kokoro_export::Exporter;
use kokoro_weights::Weights;

pub use assert::assert_relative;
pub use golden::{Case, Golden, cases};
pub use short::ShortSegment;

pub use kokoro_metrics::{log_mel_distance, relative_l2, snr_db};

/// The bars on what fewer bits do to the sound are the measured values times this. That leaves room
/// for another instruction set or another version of ONNX Runtime, which round differently, and for
/// little else. The tests print what they measure (`cargo test --release -p kokoro-tests --
/// --nocapture`).
pub const MARGIN: f64 = 1.25;

/// The weights of the repository.
pub fn weights_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../weights/data")
}

/// The repository's weights, opened once.
pub static WEIGHTS: LazyLock<Weights> =
    LazyLock::new(|| Weights::open(weights_dir()).expect("the repository's weights"));

/// The model's numbers.
pub static CONFIG: LazyLock<Config> = LazyLock::new(|| {
    Config::from_json(WEIGHTS.config_json()).expect("the repository's configuration")
});

/// The model, loaded once for all tests of a program.
pub static MODEL: LazyLock<Synthesizer> = LazyLock::new(|| {
    let vb = WEIGHTS.var_builder(&Device::Cpu);
    Synthesizer::new(CONFIG.clone(), PrecisionPlan::F32, vb).expect("the repository's model")
});

/// The decoder of the f32 path, alone.
pub static DECODER: LazyLock<Decoder> = LazyLock::new(|| {
    let vb = WEIGHTS.var_builder(&Device::Cpu).pp("decoder");
    Decoder::new(&CONFIG, PrecisionPlan::F32, vb).expect("the repository's decoder")
});

/// What makes segments, prepared once for all tests of a program.
pub static EXPORTER: LazyLock<Exporter> =
    LazyLock::new(|| Exporter::new(&WEIGHTS).expect("the repository's weights"));

/// What a decoder makes of an utterance that nobody cancels.
pub fn decode(decoder: &dyn SpectrumDecoder, features: &Features) -> Decoded {
    decoder.decode(features, &CancelToken::new()).expect("a decoder that works")
}

/// A voice of the repository.
pub fn voice(name: &str) -> Voice {
    Voice::new(WEIGHTS.voice(name).expect("a voice"), &CONFIG).expect("a whole voice")
}

/// What a predictor makes of an utterance.
pub fn predict(predictor: &FeaturePredictor, case: &Case) -> (Features, Alignment) {
    let tokens = MODEL.vocab().encode(&case.phonemes).expect("phonemes of the vocabulary");
    let style = voice(&case.voice).style(tokens.symbols());
    predictor
        .predict(&tokens, &style, &Delivery::new(case.speed, case.seed), &mut Default::default())
        .expect("a golden speed")
}

/// F0 and energy come through every stage before them: relative L2.
const CURVE_BAR: f64 = 1e-4;

/// Fails if F0 or energy of an utterance is not the reference's; `how` says how they were made.
pub fn assert_curves(how: &str, features: &Features, case: &Case) {
    let golden = case.golden();
    for (name, curve) in [("f0", &features.f0), ("energy", &features.energy)] {
        let what = format!("{} {name} {how}", case.name);
        assert_relative(&what, curve, &golden.values(name), CURVE_BAR);
    }
}

/// What the reference fed its own decoder.
pub fn features(case: &Case) -> Features {
    let golden = case.golden();
    let alignment = Alignment::new(golden.integers("pred_dur"));
    let stretch = |encoded: Tensor| alignment.expand(&encoded.t()?.contiguous()?)?.t();
    let text = stretch(golden.tensor("text_encoded")).expect("a golden of the model's shapes");
    let mut timbre = golden.values("style");
    timbre.truncate(CONFIG.style_dim);
    Features {
        frames: case.frames,
        text: text.flatten_all().and_then(|xs| xs.to_vec1()).expect("f32"),
        f0: golden.values("f0"),
        energy: golden.values("energy"),
        harmonics: golden.values("harmonics"),
        timbre,
    }
}
