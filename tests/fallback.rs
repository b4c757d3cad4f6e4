//! `NpuDecoder` when all goes well, and for everything that can go wrong: what cannot be trusted is
//! spoken by the CPU, and says why.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use kokoro_core::{
    CancelToken, DecodeReport, Decoded, DecodedBy, Features, SegmentRun, SpectrumDecoder,
};
use kokoro_export::quantize::Scheme;
use kokoro_export::{Phrase, ensure_segments, first_frames, held_out, phrases};
use kokoro_npu::Error;
use kokoro_npu::SegmentPrecision;
use kokoro_npu::decoder::guard::{Finding, examine};
use kokoro_npu::decoder::{
    Fallback, NpuDecoder, NpuOptions, Prober, Refusal, SegmentFile, Verdict, Verdicts,
};
use kokoro_npu::runtime::{Probe, Provider, Runtime, SessionOptions};
use kokoro_npu::segment::SelfTest;
use kokoro_npu::store::SegmentStore;
use kokoro_npu::target::Target;
use kokoro_onnx::{Model, Tensor};
use kokoro_tests::{DECODER, EXPORTER, WEIGHTS, assert_relative, decode};

/// In f32, ONNX Runtime and the CPU's decoder differ by the order of sums.
const F32_BAR: f64 = 1e-5;

/// Frames of the two segments that the tests share: one holds the word, the other does not.
const CAPACITIES: [usize; 2] = [30, 50];

/// The segments, in a folder that stays until the next build: all tests of this program read them.
static SEGMENTS: LazyLock<[PathBuf; 2]> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fallback");
    let scheme = Scheme::default();
    CAPACITIES
        .map(|frames| EXPORTER.export_with(&scheme, frames, Target::Generic, &folder).unwrap())
});

/// A short word, which fits the larger segment only.
static WORD: LazyLock<Features> = LazyLock::new(|| {
    let phrase = Phrase { voice: "bf_emma".into(), speed: 1.0, phonemes: "fjˈuː.".into() };
    let features = EXPORTER.features(&phrase).unwrap();
    assert!((31..=50).contains(&features.frames), "{}", features.frames);
    features
});

fn options(segments: &[PathBuf]) -> NpuOptions {
    let session = SessionOptions::new(Provider::Cpu { threads: 0 });
    NpuOptions::new(session, segments.to_vec()).with_library(test_libraries::onnxruntime())
}

fn decoder(options: &NpuOptions) -> NpuDecoder {
    let cpu: Arc<dyn SpectrumDecoder> = Arc::new(Cpu);
    NpuDecoder::new(&WEIGHTS, cpu, options).unwrap()
}

/// The CPU's decoder, shared by all tests.
struct Cpu;

impl SpectrumDecoder for Cpu {
    fn decode(
        &self,
        features: &Features,
        cancel: &CancelToken,
    ) -> Result<Decoded, kokoro_core::Error> {
        DECODER.decode(features, cancel)
    }
}

/// Decodes the word, and fails unless the CPU decoded it and the logits are the CPU's own. Gives
/// the reason for the fallback.
fn by_cpu(options: &NpuOptions) -> Fallback {
    let Decoded { logits, report } = decode(&decoder(options), &WORD);
    assert!(logits == decode(&*DECODER, &WORD).logits, "not the CPU's logits");
    let fallback = fallback(&report);
    // Where a segment is demanded, the same must be an error.
    let required = options.clone().required();
    match NpuDecoder::new(&WEIGHTS, Arc::new(Cpu), &required) {
        Err(_) => {}
        Ok(decoder) => {
            let error = decoder.decode(&WORD, &CancelToken::new()).unwrap_err();
            let kokoro_core::Error::Decoder(error) = error else { panic!("{error}") };
            let error = error.downcast_ref::<Error>();
            assert!(matches!(error, Some(Error::Required(_))), "{error:?}");
        }
    }
    fallback
}

/// Why the CPU stood in.
fn fallback(report: &DecodeReport) -> Fallback {
    let reason = report.fallback.as_deref().and_then(|reason| reason.downcast_ref());
    Fallback::clone(reason.unwrap_or_else(|| panic!("{report}")))
}

/// The segment that decoded.
fn segment(report: &DecodeReport) -> &SegmentRun {
    match &report.by {
        DecodedBy::Segment(run) => run,
        _ => panic!("not by a segment: {report}"),
    }
}

/// A copy of the larger segment in a folder of its own, changed.
fn tampered(change: impl FnOnce(&mut Model)) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("segment.onnx");
    let mut model = Model::read(std::fs::read(&SEGMENTS[1]).unwrap().into()).unwrap();
    change(&mut model);
    std::fs::write(&path, model.write()).unwrap();
    std::fs::copy(SelfTest::path(&SEGMENTS[1]), SelfTest::path(&path)).unwrap();
    (folder, path)
}

/// Adds to the bias of the last layer, whose first eleven channels are log magnitudes.
fn add_to_logits(model: &mut Model, change: f32) {
    let graph = model.graph.as_mut().unwrap();
    let bias = graph.initializer.iter_mut().find(|t| t.name == "generator.conv_post.bias").unwrap();
    let mut values = bias.f32s().unwrap();
    values[..11].iter_mut().for_each(|value| *value += change);
    *bias = Tensor::from_f32(bias.name.clone(), &[22], &values).unwrap();
}

#[test]
fn the_smallest_segment_that_holds_it_speaks() {
    let decoder = decoder(&options(&*SEGMENTS));
    let Decoded { logits, report } = decode(&decoder, &WORD);
    let SegmentRun { capacity, precision, shares, .. } = segment(&report);
    assert_eq!((*capacity, precision.as_str()), (50, "f32"));
    assert!(shares.len() == 1 && shares[0].nodes > 1000, "{report}");
    let expected = decode(&*DECODER, &WORD).logits;
    assert_relative("segment against decoder", &logits, &expected, F32_BAR);
    assert_eq!(examine(&expected, &WORD), None);
    assert_eq!((decoder.counts().segment, decoder.counts().cpu), (1, 0));
    assert_eq!(decoder.longest(), Some(50));

    // What is short enough for the smaller one stays on the larger, which is open.
    let short = first_frames(&WORD, 20);
    assert_eq!(segment(&decode(&decoder, &short).report).capacity, 50);
    // Asked first, it is the smaller.
    let fresh = self::decoder(&options(&*SEGMENTS));
    assert_eq!(segment(&decode(&fresh, &short).report).capacity, 30);
}

#[test]
fn what_is_too_long_goes_to_the_cpu() {
    let reason = by_cpu(&options(&SEGMENTS[..1]));
    let frames = WORD.frames;
    let expected = frames;
    assert!(
        matches!(reason, Fallback::TooLong { frames, longest: 30 } if frames == expected),
        "{reason}"
    );
}

#[test]
fn what_is_not_there_is_named() {
    let unavailable = |options: &NpuOptions| match by_cpu(options) {
        Fallback::Unavailable(reason) => {
            let known = decoder(options).unavailable().map(ToString::to_string);
            assert_eq!(known, Some(reason.to_string()));
            reason.to_string()
        }
        other => panic!("{other}"),
    };
    assert!(unavailable(&options(&[])).contains("no segments"));
    let gone = unavailable(&options(&["/nowhere/kokoro.onnx".into()]));
    assert!(gone.contains("/nowhere/kokoro.onnx"), "{gone}");
    let session = SessionOptions::new("nnapi".parse().unwrap());
    let provider = unavailable(&options(&*SEGMENTS).with_session(session));
    assert!(provider.contains("built without Nnapi"), "{provider}");
    let library = "/nowhere/libonnxruntime.so";
    let library = unavailable(&options(&*SEGMENTS).with_library(library));
    assert!(library.contains("/nowhere/libonnxruntime.so"), "{library}");
}

#[test]
fn what_is_no_segment_of_this_model_is_refused() {
    let reason = |path: &Path| match by_cpu(&options(&[path.into()])) {
        Fallback::Unavailable(reason) => reason.to_string(),
        other => panic!("{other}"),
    };
    let property = |key: &'static str, value: &'static str| {
        move |model: &mut Model| {
            let entry = model.metadata_props.iter_mut().find(|entry| entry.key == key).unwrap();
            entry.value = value.into();
        }
    };
    let (_folder, other_weights) = tampered(property("kokoro.weights", "another model's"));
    assert!(reason(&other_weights).contains("another model's; export it again"));
    let (_folder, older) = tampered(property("kokoro.exporter", "0.0.1"));
    assert!(reason(&older).contains("found one of 0.0.1"));
    let (_folder, foreign) = tampered(|model| model.metadata_props.clear());
    assert!(reason(&foreign).contains("not a segment of this program"));

    let (_folder, cut) = tampered(|_| ());
    let bytes = std::fs::read(&cut).unwrap();
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    assert!(!reason(&cut).is_empty());
}

#[test]
fn wrong_shapes_are_refused_when_opened() {
    // The file says that it holds 60 frames, and holds 50.
    let (_folder, path) = tampered(|model| {
        let frames = model.metadata_props.iter_mut().find(|e| e.key == "kokoro.frames").unwrap();
        frames.value = "60".into();
    });
    let Fallback::Failed(reason) = by_cpu(&options(&[path])) else { panic!("trusted") };
    assert!(matches!(*reason, Error::OtherSelfTest { capacity: 60, .. }), "{reason}");
}

#[test]
fn a_wrong_provider_is_found_before_it_is_heard_and_remembered() {
    let (folder, path) = tampered(|model| add_to_logits(model, 2.0));
    let verdicts = Verdicts::new(folder.path().join("verdicts"));
    let options = options(std::slice::from_ref(&path)).with_verdicts(verdicts.clone());
    let Fallback::Untrusted(reason) = by_cpu(&options) else { panic!("trusted") };
    assert!(matches!(reason, Refusal::WrongOutput { .. }), "{reason}");

    let runtime = Runtime::load(test_libraries::onnxruntime()).unwrap();
    let file = SegmentFile::read(&path, &WEIGHTS).unwrap();
    let kept = verdicts.recall(&runtime, &file, &options.session);
    assert!(matches!(kept, Some(Verdict::Refused(Refusal::WrongOutput { .. }))), "{kept:?}");
    // A verdict for this file, this provider and no other.
    let other = SegmentFile { sha256: "other".into(), ..file };
    assert_eq!(verdicts.recall(&runtime, &other, &options.session), None);
}

#[test]
fn a_missing_or_damaged_self_test_is_no_pass() {
    let (_folder, path) = tampered(|_| ());
    std::fs::write(SelfTest::path(&path), b"damaged").unwrap();
    assert!(matches!(by_cpu(&options(std::slice::from_ref(&path))), Fallback::Failed(_)));
    std::fs::remove_file(SelfTest::path(&path)).unwrap();
    let Fallback::Failed(reason) = by_cpu(&options(&[path])) else { panic!("trusted") };
    assert!(reason.to_string().contains("selftest"), "{reason}");
}

/// A driver that goes wrong after it was trusted: the guard finds it, each time, until patience
/// ends.
#[test]
fn a_bad_output_is_spoken_again_by_the_cpu() {
    let (folder, path) = tampered(|model| add_to_logits(model, -6.0));
    let verdicts = Verdicts::new(folder.path().join("verdicts"));
    let options = options(std::slice::from_ref(&path)).with_verdicts(verdicts.clone());
    let runtime = Runtime::load(test_libraries::onnxruntime()).unwrap();
    let file = SegmentFile::read(&path, &WEIGHTS).unwrap();
    let trusted = Verdict::Trusted { relative_l2: 0.0, run_seconds: 1.0 };
    verdicts.remember(&runtime, &file, &options.session, &trusted).unwrap();

    let reason = by_cpu(&options);
    assert!(matches!(reason, Fallback::Guarded(Finding::Loudness { .. })), "{reason}");
    let decoder = decoder(&options);
    for _ in 0..3 {
        decode(&decoder, &WORD);
    }
    let given_up = fallback(&decode(&decoder, &WORD).report);
    assert!(matches!(given_up, Fallback::GivenUp { failures: 3, .. }), "{given_up}");
    let counts = decoder.counts();
    assert_eq!((counts.segment, counts.cpu, counts.guarded), (0, 4, 3));
    assert_eq!(decoder.longest(), None);
}

#[test]
fn a_driver_that_crashes_takes_only_the_probe_with_it() {
    let probe = |script: &'static str| {
        let prober = move |_: &SegmentFile| Probe {
            command: "sh".into(),
            args: vec!["-c".into(), script.into()],
            limit: Duration::from_secs(60),
        };
        options(&SEGMENTS[1..]).with_probe(Prober::new(prober))
    };
    let Fallback::Untrusted(reason) = by_cpu(&probe("kill -ABRT $$")) else { panic!("trusted") };
    assert!(matches!(&reason, Refusal::Crashed { reason } if reason.contains("SIGABRT")));
    let Fallback::Untrusted(reason) = by_cpu(&probe("echo no library >&2; exit 1")) else {
        panic!("trusted")
    };
    assert!(matches!(&reason, Refusal::Failed { reason } if reason.contains("no library")));
}

#[test]
fn a_cache_that_cannot_be_written_to_costs_no_word() {
    // Tests may run as root, whom permissions do not stop; a file where a folder should be stops
    // everyone.
    let file = tempfile::NamedTempFile::new().unwrap();
    let store = SegmentStore::new(file.path().join("segments"));
    let error =
        ensure_segments(&store, &WEIGHTS, Target::Generic, SegmentPrecision::Int8, |_, _| ())
            .unwrap_err();
    assert!(
        matches!(&error, kokoro_export::Error::Io(_)) && error.to_string().contains("segments"),
        "{error}"
    );
    assert!(store.present(&WEIGHTS, Target::Generic, SegmentPrecision::Int8).is_empty());

    let verdicts = Verdicts::new(file.path().join("verdicts"));
    let decoder = decoder(&options(&*SEGMENTS).with_verdicts(verdicts));
    let report = decode(&decoder, &WORD).report;
    assert!(matches!(report.by, DecodedBy::Segment(_)), "{report}");
}

/// The guard must let good speech pass. Its table is fitted to the phrases of the calibration. So
/// the voices that speak here are those that the calibration does not have, and each speaks one
/// phrase that the calibration does not have.
#[test]
fn the_guard_lets_voices_pass_that_it_was_not_fitted_to() {
    let (fitted, unheard) = (phrases(), held_out());
    let voices = WEIGHTS.voice_names().filter(|name| fitted.iter().all(|p| p.voice != *name));
    let mut spoken = 0;
    for (voice, phrase) in voices.zip(unheard.iter().cycle()) {
        assert!(fitted.iter().all(|other| other.phonemes != phrase.phonemes));
        let features =
            EXPORTER.features(&Phrase { voice: voice.into(), ..phrase.clone() }).unwrap();
        let finding = examine(&decode(&*DECODER, &features).logits, &features);
        assert_eq!(finding, None, "{voice}");
        spoken += 1;
    }
    assert!(spoken > 20, "only {spoken} voices");
}
