//! Every stage against the reference, each fed the reference's own input, so that a wrong stage
//! cannot hide behind another. The bars and the reference's own floors are in `README.md`.

use candle_core::{Device, Tensor};
use kokoro_core::alignment::Alignment;
use kokoro_core::architecture::{BINS, columns};
use kokoro_core::nn::Pass;
use kokoro_core::prosody::durations;
use kokoro_core::{Decoder, FeaturePredictor, PrecisionPlan};
use kokoro_tests::{
    CONFIG, Case, Golden, MODEL, WEIGHTS, assert_relative, cases, relative_l2, snr_db,
};
use kokoro_vocoder::{Istft, Spectrum};

/// Fed the same input, a stage differs from the reference by the order of f32 sums only; the
/// reference itself moves by up to 2e-6 between f32 and f64.
const STAGE_BAR: f64 = 1e-5;
/// The harmonic source sums phases over the whole utterance. Ours follows the reference's
/// roundings, and agrees to 1e-7; phases in f64 throughout are 2e-4 to 5e-4 from both.
const SOURCE_BAR: f64 = 1e-5;
/// exp, sin and a 20-point transform in f32: the reference is at 123 to 128 dB against its own f64.
const VOCODER_BAR_DB: f64 = 90.0;

/// An utterance of which every stage was kept, and what the reference made of it.
struct Whole {
    case: Case,
    golden: Golden,
}

fn whole_cases() -> Vec<Whole> {
    let cases = cases().into_iter().filter(|case| !case.small);
    let whole: Vec<_> = cases.map(|case| Whole { golden: case.golden(), case }).collect();
    assert_eq!(whole.len(), 3, "a golden with every stage is missing");
    whole
}

impl Whole {
    /// Fails unless values are those of a golden tensor.
    fn compare(&self, name: &str, found: &[f32]) {
        self.compare_within(STAGE_BAR, name, found);
    }

    fn compare_within(&self, bar: f64, name: &str, found: &[f32]) {
        let what = format!("{} {name}", self.case.name);
        assert_relative(&what, found, &self.golden.values(name), bar);
    }

    /// A golden `[channels, time]`, as the model has it: `[time, channels]`.
    fn time_first(&self, name: &str) -> Tensor {
        self.golden.tensor(name).t().unwrap().contiguous().unwrap()
    }

    /// The half of the style that steers the decoder, as a row.
    fn timbre(&self) -> Tensor {
        self.style(0)
    }

    /// The half of the style that steers durations, F0 and energy, as a row.
    fn prosody(&self) -> Tensor {
        self.style(CONFIG.style_dim)
    }

    fn style(&self, from: usize) -> Tensor {
        let half = self.golden.tensor("style").narrow(0, from, CONFIG.style_dim);
        half.unwrap().unsqueeze(0).unwrap()
    }
}

fn predictor() -> &'static FeaturePredictor {
    MODEL.predictor()
}

fn values(xs: &Tensor) -> Vec<f32> {
    xs.flatten_all().unwrap().to_vec1().unwrap()
}

/// Values of a tensor `[time, channels]`, as the reference has them: `[channels, time]`.
fn channels_first(xs: &Tensor) -> Vec<f32> {
    values(&xs.t().unwrap())
}

#[test]
fn plbert() {
    for whole in whole_cases() {
        let plbert = &predictor().plbert;
        let hidden = plbert.hidden(&whole.golden.integers("input_ids")).unwrap();
        whole.compare("bert", &values(&hidden));
        let encoded = plbert.project(&whole.golden.tensor("bert")).unwrap();
        whole.compare("bert_encoded", &values(&encoded));
    }
}

#[test]
fn text_encoder() {
    for whole in whole_cases() {
        let ids = whole.golden.integers("input_ids");
        let encoded = predictor().text_encoder.forward(&ids).unwrap();
        whole.compare("text_encoded", &channels_first(&encoded));
    }
}

#[test]
fn duration_encoder_and_logits() {
    for whole in whole_cases() {
        let (prosody, style) = (&predictor().prosody, whole.prosody());
        let encoded = prosody.encode(&whole.golden.tensor("bert_encoded"), &style).unwrap();
        whole.compare("duration_encoded", &values(&encoded));
        let logits = prosody.duration_logits(&whole.golden.tensor("duration_encoded")).unwrap();
        whole.compare("duration_logits", &values(&logits));
    }
}

#[test]
fn durations_are_identical() {
    for Whole { case, golden } in whole_cases() {
        let found = durations(&golden.tensor("duration_logits"), case.speed).unwrap();
        assert_eq!(found, golden.integers("pred_dur"), "{}", case.name);
        assert_eq!(Alignment::new(found).frames(), case.frames, "{}", case.name);
    }
}

#[test]
fn f0_and_energy() {
    for whole in whole_cases() {
        let alignment = Alignment::new(whole.golden.integers("pred_dur"));
        let stretched = alignment.expand(&whole.golden.tensor("duration_encoded")).unwrap();
        let (f0, energy) = predictor().prosody.curves(&stretched, &whole.prosody()).unwrap();
        whole.compare("f0", &values(&f0));
        whole.compare("energy", &values(&energy));
    }
}

#[test]
fn source() {
    for whole in whole_cases() {
        let source = predictor().source.waveform(&whole.golden.values("f0"), whole.case.seed);
        whole.compare_within(SOURCE_BAR, "source", &source);
    }
}

#[test]
fn harmonics() {
    for Whole { case, golden } in whole_cases() {
        let found = predictor().source.harmonics(&golden.values("source")).unwrap();
        let expected = golden.values("harmonics");
        let (magnitudes, phases) = found.split_at(found.len() / 2);
        let (expected_magnitudes, expected_phases) = expected.split_at(expected.len() / 2);
        let what = |part: &str| format!("{} {part}", case.name);
        assert_relative(&what("magnitudes"), magnitudes, expected_magnitudes, STAGE_BAR);
        // A phase means as much as its bin is loud, and π is −π: so unit vectors are compared,
        // weighted by the golden magnitude.
        let vectors = |phases: &[f32]| -> Vec<f32> {
            let polar = phases.iter().zip(expected_magnitudes);
            polar.flat_map(|(p, m)| [m * p.cos(), m * p.sin()]).collect()
        };
        let (found, expected) = (vectors(phases), vectors(expected_phases));
        assert_relative(&what("phases"), &found, &expected, STAGE_BAR);
    }
}

/// The vectors above cannot tell π from −π, but the generator's convolutions do.
#[test]
fn real_bins_have_no_negative_pi() {
    for Whole { case, golden } in whole_cases() {
        let found = predictor().source.harmonics(&golden.values("source")).unwrap();
        let expected = golden.values("harmonics");
        let columns = columns(case.frames);
        for bin in [0, BINS - 1] {
            let row = (BINS + bin) * columns..(BINS + bin + 1) * columns;
            assert_eq!(found[row.clone()], expected[row], "{}: phases of a real bin", case.name);
        }
    }
}

/// The decoder's two halves for one case. Each case has a test of its own, so that the shortest can
/// be run where arithmetic is slow.
fn decoded(name: &str) {
    let vb = WEIGHTS.var_builder(&Device::Cpu).pp("decoder");
    let decoder = Decoder::new(&CONFIG, PrecisionPlan::F32, vb).unwrap();
    let whole = whole_cases().into_iter().find(|whole| whole.case.name == name).unwrap();
    let alignment = Alignment::new(whole.golden.integers("pred_dur"));
    let text = alignment.expand(&whole.time_first("text_encoded")).unwrap();
    let curve = |name: &str| whole.golden.tensor(name).flatten_all().unwrap();
    let timbre = whole.timbre();
    let mut pass = Pass::new(&timbre);
    let front = decoder.front(&text, &curve("f0"), &curve("energy"), &mut pass).unwrap();
    whole.compare("decoded", &channels_first(&front));
    let (xs, harmonics) = (whole.time_first("decoded"), whole.time_first("harmonics"));
    let logits = decoder.generator().forward(xs, harmonics, &mut pass).unwrap();
    whole.compare("logits", &channels_first(&logits));
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
    for Whole { case, golden } in whole_cases() {
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
        let style = kokoro_tests::voice(&case.voice).style(tokens.symbols());
        let found = [style.timbre, style.prosody].concat();
        assert_eq!(relative_l2(&found, &golden.values("style")), 0.0, "{}", case.name);
    }
}

/// The text front end filters by a list of its own, since it knows no model: the two must be the
/// same.
#[test]
fn front_end_and_model_have_the_same_symbols() {
    let mut vocabulary: Vec<char> = CONFIG.vocab.keys().copied().collect();
    let mut symbols: Vec<char> = kokoro_text::SYMBOLS.chars().collect();
    vocabulary.sort_unstable();
    symbols.sort_unstable();
    assert_eq!(symbols, vocabulary);
}
