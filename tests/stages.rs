//! Every stage against the reference, each fed the reference's own input, so that a wrong stage cannot hide behind another.
//! The bars and the reference's own floors are in `README.md`.

use candle_core::{Device, Tensor};
use kokoro_core::alignment::Alignment;
use kokoro_core::prosody::durations;
use kokoro_core::source::HarmonicSource;
use kokoro_core::{Decoder, FeaturePredictor, PrecisionPlan};
use kokoro_tests::{
    CONFIG, Case, Golden, MODEL, WEIGHTS, assert_relative, cases, relative_l2, snr_db,
};
use kokoro_vocoder::{Istft, Spectrum};

/// Fed the same input, a stage differs from the reference by the order of f32 sums only; the reference itself moves by up to 2e-6
/// between f32 and f64.
const STAGE_BAR: f64 = 1e-5;
/// The harmonic source sums phases over the whole utterance. Ours follows the reference's roundings, and agrees to 1e-7; phases in
/// f64 throughout are 2e-4 to 5e-4 from both.
const SOURCE_BAR: f64 = 1e-5;
/// exp, sin and a 20-point transform in f32: the reference is at 123 to 128 dB against its own f64.
const VOCODER_BAR_DB: f64 = 90.0;

/// The cases of which every stage was kept.
fn whole_cases() -> Vec<(Case, Golden)> {
    let whole: Vec<_> = cases()
        .into_iter()
        .filter(|case| !case.small)
        .map(|case| (case.golden(), case))
        .map(|(g, c)| (c, g))
        .collect();
    assert_eq!(whole.len(), 3, "a golden with every stage is missing");
    whole
}

fn predictor() -> &'static FeaturePredictor {
    MODEL.predictor()
}

fn values(xs: &Tensor) -> Vec<f32> {
    xs.flatten_all().unwrap().to_vec1().unwrap()
}

/// Half of the style, as a row.
fn style(golden: &Golden, half: usize) -> Tensor {
    golden
        .tensor("style")
        .narrow(0, half * CONFIG.style_dim, CONFIG.style_dim)
        .unwrap()
        .unsqueeze(0)
        .unwrap()
}

fn timbre(golden: &Golden) -> Tensor {
    style(golden, 0)
}

fn prosody(golden: &Golden) -> Tensor {
    style(golden, 1)
}

#[test]
fn plbert() {
    for (case, golden) in whole_cases() {
        let plbert = &predictor().plbert;
        let hidden = plbert.hidden(&golden.integers("input_ids")).unwrap();
        assert_relative(
            &format!("{} bert", case.name),
            &values(&hidden),
            &golden.values("bert"),
            STAGE_BAR,
        );
        let encoded = plbert.project(&golden.tensor("bert")).unwrap();
        assert_relative(
            &format!("{} bert_encoded", case.name),
            &values(&encoded),
            &golden.values("bert_encoded"),
            STAGE_BAR,
        );
    }
}

#[test]
fn text_encoder() {
    for (case, golden) in whole_cases() {
        let encoded = predictor().text_encoder.forward(&golden.integers("input_ids")).unwrap();
        assert_relative(
            &format!("{} text_encoded", case.name),
            &values(&encoded),
            &golden.values("text_encoded"),
            STAGE_BAR,
        );
    }
}

#[test]
fn duration_encoder_and_logits() {
    for (case, golden) in whole_cases() {
        let encoded =
            predictor().prosody.encode(&golden.tensor("bert_encoded"), &prosody(&golden)).unwrap();
        assert_relative(
            &format!("{} duration_encoded", case.name),
            &values(&encoded),
            &golden.values("duration_encoded"),
            STAGE_BAR,
        );
        let logits =
            predictor().prosody.duration_logits(&golden.tensor("duration_encoded")).unwrap();
        assert_relative(
            &format!("{} duration_logits", case.name),
            &values(&logits),
            &golden.values("duration_logits"),
            STAGE_BAR,
        );
    }
}

#[test]
fn durations_are_identical() {
    for (case, golden) in whole_cases() {
        let found = durations(&golden.tensor("duration_logits"), case.speed).unwrap();
        assert_eq!(found, golden.integers("pred_dur"), "{}", case.name);
        assert_eq!(Alignment::new(found).frames(), case.frames, "{}", case.name);
    }
}

#[test]
fn f0_and_energy() {
    for (case, golden) in whole_cases() {
        let alignment = Alignment::new(golden.integers("pred_dur"));
        let stretched = alignment
            .expand(&golden.tensor("duration_encoded").t().unwrap().contiguous().unwrap())
            .unwrap();
        let (f0, energy) = predictor().prosody.curves(&stretched, &prosody(&golden)).unwrap();
        assert_relative(
            &format!("{} f0", case.name),
            &values(&f0),
            &golden.values("f0"),
            STAGE_BAR,
        );
        assert_relative(
            &format!("{} energy", case.name),
            &values(&energy),
            &golden.values("energy"),
            STAGE_BAR,
        );
    }
}

#[test]
fn source() {
    for (case, golden) in whole_cases() {
        let source = predictor().source.waveform(&golden.values("f0"), case.seed);
        assert_relative(
            &format!("{} source", case.name),
            &source,
            &golden.values("source"),
            SOURCE_BAR,
        );
    }
}

#[test]
fn harmonics() {
    let source: &HarmonicSource = &predictor().source;
    for (case, golden) in whole_cases() {
        let found = source.harmonics(&golden.values("source")).unwrap();
        let expected = golden.values("harmonics");
        let (magnitudes, phases) = found.split_at(found.len() / 2);
        let (expected_magnitudes, expected_phases) = expected.split_at(expected.len() / 2);
        assert_relative(
            &format!("{} magnitudes", case.name),
            magnitudes,
            expected_magnitudes,
            STAGE_BAR,
        );
        // A phase means as much as its bin is loud, and π is −π: compare unit vectors weighted by the golden magnitude.
        let vectors = |phases: &[f32]| -> Vec<f32> {
            phases
                .iter()
                .zip(expected_magnitudes)
                .flat_map(|(p, m)| [m * p.cos(), m * p.sin()])
                .collect()
        };
        assert_relative(
            &format!("{} phases", case.name),
            &vectors(phases),
            &vectors(expected_phases),
            STAGE_BAR,
        );
    }
}

/// The vectors above cannot tell π from −π, but the generator's convolutions do.
#[test]
fn real_bins_have_no_negative_pi() {
    for (case, golden) in whole_cases() {
        let found = predictor().source.harmonics(&golden.values("source")).unwrap();
        let expected = golden.values("harmonics");
        let columns = CONFIG.columns(case.frames);
        for row in [11, 21] {
            let row = row * columns..(row + 1) * columns;
            assert_eq!(found[row.clone()], expected[row], "{}: phases of a real bin", case.name);
        }
    }
}

/// The decoder's two halves for one case. Tests of their own, so that the shortest can be run where arithmetic is slow.
fn decoded(name: &str) {
    let vb = WEIGHTS.var_builder(&Device::Cpu).pp("decoder");
    let decoder = Decoder::new(&CONFIG, PrecisionPlan::F32, vb).unwrap();
    let (case, golden) = whole_cases().into_iter().find(|(case, _)| case.name == name).unwrap();
    let text =
        Alignment::new(golden.integers("pred_dur")).expand(&golden.tensor("text_encoded")).unwrap();
    let curve = |name: &str| golden.tensor(name).flatten_all().unwrap();
    let front = decoder.front(&text, &curve("f0"), &curve("energy"), &timbre(&golden)).unwrap();
    assert_relative(
        &format!("{} decoded", case.name),
        &values(&front),
        &golden.values("decoded"),
        STAGE_BAR,
    );
    let logits = decoder
        .generator()
        .forward(&golden.tensor("decoded"), &golden.tensor("harmonics"), &timbre(&golden))
        .unwrap();
    assert_relative(
        &format!("{} logits", case.name),
        &values(&logits),
        &golden.values("logits"),
        STAGE_BAR,
    );
}

#[test]
fn decoded_short() {
    decoded("short_af_heart");
}

#[test]
fn decoded_harvard() {
    decoded("harvard_am_michael");
}

#[test]
fn decoded_fast() {
    decoded("fast_bf_emma");
}

#[test]
fn vocoder() {
    let istft = Istft::new(CONFIG.stft()).unwrap();
    for (case, golden) in whole_cases() {
        let spectrum = Spectrum::from_logits(&golden.values("logits")).unwrap();
        let snr = snr_db(&istft.process(&spectrum).unwrap(), &golden.values("audio"));
        assert!(snr >= VOCODER_BAR_DB, "{}: {snr:.1} dB, bar {VOCODER_BAR_DB} dB", case.name);
        println!("{} audio from logits: {snr:.1} dB (bar {VOCODER_BAR_DB} dB)", case.name);
    }
}

/// Row `phonemes − 1` of the voice is the style that the reference used.
#[test]
fn voice_row() {
    for case in cases() {
        let tokens = MODEL.vocab().encode(&case.phonemes).unwrap();
        let golden = case.golden();
        assert_eq!(tokens.ids(), golden.integers("input_ids"), "{}", case.name);
        let style = kokoro_tests::voice(&case.voice).style(tokens.phonemes().len());
        assert_eq!(
            relative_l2(&[style.timbre, style.prosody].concat(), &golden.values("style")),
            0.0,
            "{}",
            case.name
        );
    }
}

/// The text front end filters by a list of its own, since it knows no model: the two must be the same.
#[test]
fn front_end_and_model_have_the_same_symbols() {
    let mut vocabulary: Vec<char> = CONFIG.vocab.keys().copied().collect();
    let mut symbols: Vec<char> = kokoro_text::SYMBOLS.chars().collect();
    vocabulary.sort_unstable();
    symbols.sort_unstable();
    assert_eq!(symbols, vocabulary);
}
