//! The golden utterances through segments of every precision, on ONNX Runtime: fed the reference's
//! own features, and held against the reference's own logits and sound.

use kokoro_export::phrases;
use kokoro_export::quantize::Scheme;
use kokoro_npu::SegmentPrecision;
use kokoro_npu::decoder::guard::examine;
use kokoro_npu::decoder::{SegmentDecoder, SegmentFile};
use kokoro_npu::runtime::{Provider, Runtime, SessionOptions};
use kokoro_npu::target::Target;
use kokoro_tests::{
    CONFIG, EXPORTER, MARGIN, WEIGHTS, assert_relative, cases, decode, features, log_mel_distance,
    snr_db,
};
use kokoro_vocoder::{Istft, Spectrum};

/// Frames that fit: the longest of the golden utterances with every stage has 124.
const CAPACITY: usize = 130;
/// Fed the same features, an f32 segment differs from the reference's generator by the order of
/// sums.
const F32_LOGITS_BAR: f64 = 1e-5;
/// Log-mel distance in dB, by precision. In f32 two roundings of the same sound differ by 0.02 dB;
/// measured is less than 1e-4.
const F32_DB: f64 = 0.02;
/// What a listener is promised; measured, at worst 0.248. Another noise seed moves the reference by
/// 0.24 to 0.52 dB.
const A16W8_DB: f64 = 0.3;
/// Measured: at worst 0.569.
const INT8_DB: f64 = MARGIN * 0.569;
/// 16 bits clip nothing, so a few phrases are calibration enough.
const A16W8_PHRASES: usize = 6;

/// Speaks every whole golden utterance by a segment of this precision, and holds the sound against
/// the reference's.
fn speaks_as_the_reference(precision: SegmentPrecision, scheme: &Scheme, bar: f64) {
    let runtime = Runtime::load(test_libraries::onnxruntime()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = EXPORTER.export_with(scheme, CAPACITY, Target::Generic, folder.path()).unwrap();
    let file = SegmentFile::read(&path, &WEIGHTS).unwrap();
    let options = SessionOptions::new(Provider::Cpu { threads: 0 });
    let segment = SegmentDecoder::open(&runtime, &file, &options, &WEIGHTS).unwrap();
    let istft = Istft::new(CONFIG.stft()).unwrap();
    let mut spoken = 0;
    for case in cases().iter().filter(|case| !case.small) {
        let features = features(case);
        let logits = decode(&segment, &features).logits;
        assert_eq!(examine(&logits, &features), None, "{}", case.name);
        let golden = case.golden();
        if precision == SegmentPrecision::F32 {
            let what = format!("{}: f32 segment", case.name);
            assert_relative(&what, &logits, &golden.values("logits"), F32_LOGITS_BAR);
        }
        let samples = istft.process(&Spectrum::from_logits(&logits).unwrap()).unwrap();
        let expected = golden.values("audio");
        assert_eq!(samples.len(), case.samples);
        let (mel, snr) = (log_mel_distance(&samples, &expected), snr_db(&samples, &expected));
        println!(
            "{}: {precision} segment: log-mel {mel:.4} dB (bar {bar}), SNR {snr:.1} dB",
            case.name
        );
        assert!(mel <= bar, "{}: log-mel {mel:.4} dB, bar {bar} dB", case.name);
        spoken += 1;
    }
    assert_eq!(spoken, 3, "a golden case is missing");
}

#[test]
fn f32_segments_speak_as_the_reference_does() {
    speaks_as_the_reference(SegmentPrecision::F32, &Scheme::default(), F32_DB);
}

#[test]
fn sixteen_bit_segments_speak_as_the_reference_does() {
    let precision = SegmentPrecision::A16W8;
    let calibration =
        EXPORTER.calibrate(precision, &phrases()[..A16W8_PHRASES], |_, _| ()).unwrap();
    let scheme = Scheme::new(&EXPORTER.graph(1), &calibration, precision, &[]);
    speaks_as_the_reference(precision, &scheme, A16W8_DB);
}

#[test]
fn eight_bit_segments_speak_as_the_reference_does() {
    let scheme = EXPORTER.scheme(SegmentPrecision::Int8, &[], |_, _| ()).unwrap();
    speaks_as_the_reference(SegmentPrecision::Int8, &scheme, INT8_DB);
}
