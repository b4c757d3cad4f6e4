//! Segments as they are used: in 8 bits, after the whole calibration. The tests measure what the 8
//! bits do to the sound. For the sizes of 5, 10 and 15 seconds they check that NNAPI's rules take
//! each segment whole, and that ONNX Runtime runs it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Instant;

use kokoro_export::Phrase;
use kokoro_export::interpret::Interpreter;
use kokoro_export::quantize::{FakeQuant, Scheme, fake_weights};
use kokoro_npu::SegmentPrecision;
use kokoro_npu::decoder::{SegmentDecoder, SegmentFile};
use kokoro_npu::inputs::trim;
use kokoro_npu::runtime::{Provider, Runtime, SessionOptions, dump_level1};
use kokoro_npu::segment::SelfTest;
use kokoro_npu::store::BUCKETS;
use kokoro_npu::target::Target;
use kokoro_onnx::Model;
use kokoro_tests::{
    CONFIG, DECODER, EXPORTER, MARGIN, WEIGHTS, assert_relative, decode, log_mel_distance,
};
use kokoro_vocoder::{Istft, Spectrum};
use nnapi_rules::{RulesOptions, verify};

/// Log-mel distance in dB, mean and worst over voices. Measured: 0.499, 0.577, 0.586 and 0.660.
/// Another noise seed moves the reference by 0.24 to 0.52 dB.
const INT8_MEAN_DB: f64 = MARGIN * 0.581;
const INT8_WORST_DB: f64 = MARGIN * 0.660;
/// The same by number: relative L2 of the logits; measured, 9e-3 at every size.
const INT8_BAR: f64 = 1.5e-2;
/// Android 10.
const API_LEVEL: u32 = 29;

/// One calibration for all tests.
static INT8: LazyLock<Scheme> =
    LazyLock::new(|| EXPORTER.scheme(SegmentPrecision::Int8, &[], |_, _| ()).unwrap());

#[test]
fn eight_bits_are_close_to_f32() {
    let istft = Istft::new(CONFIG.stft()).unwrap();
    let sound = |logits: &[f32]| istft.process(&Spectrum::from_logits(logits).unwrap()).unwrap();
    let phrase =
        |voice: &str, speed, ipa: &str| Phrase { voice: voice.into(), speed, phonemes: ipa.into() };
    let unheard = [
        phrase("af_sky", 1.0, "ðə bˈY wʌz ðˈɛɹ wˌɛn ðə sˈʌn ɹˈOz."),
        phrase("am_adam", 1.0, "ɐ ɹˈɑd ɪz ˈjuzd tə kˈæʧ pˈɪŋk sˈæmən."),
        phrase("bm_lewis", 1.0, "ðə sˈɔɹs ʌv ðə hjˈuʤ ɹˈɪvəɹ ɪz ðə klˈɪɹ spɹˈɪŋ."),
        phrase("bf_isabella", 1.2, "kˈɪk ðə bˈɔl stɹˈAt ænd fˈɑlO θɹˈu."),
    ];
    let distances = unheard.map(|phrase| {
        let features = EXPORTER.features(&phrase).unwrap();
        let graph = fake_weights(&EXPORTER.graph(features.frames), &INT8);
        let feeds = EXPORTER.feeds(&features, &graph).unwrap();
        let coded =
            Interpreter::new(&graph).unwrap().run(&feeds, &mut FakeQuant::new(&INT8)).unwrap();
        let distance =
            log_mel_distance(&sound(&coded), &sound(&decode(&*DECODER, &features).logits));
        println!("{}: int8 log-mel {distance:.3} dB (bar {INT8_WORST_DB})", phrase.voice);
        distance
    });
    let mean = distances.iter().sum::<f64>() / distances.len() as f64;
    assert!(mean <= INT8_MEAN_DB && distances.iter().all(|&d| d <= INT8_WORST_DB), "{distances:?}");
}

#[test]
fn full_sizes_are_taken_whole_and_run() {
    let runtime = Runtime::load(test_libraries::onnxruntime()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for frames in BUCKETS {
        let start = Instant::now();
        let path = EXPORTER.export_with(&INT8, frames, Target::Nnapi, folder.path()).unwrap();
        println!("{frames} frames: exported in {:.1} s", start.elapsed().as_secs_f64());
        taken_whole(&runtime, &path);
        follows_f32(&runtime, &path);
    }
}

/// NNAPI's rules on the graph after the optimisations that run before partitioning, and its
/// operators against ONNX Runtime's own list.
fn taken_whole(runtime: &Runtime, path: &Path) {
    let dump = path.with_extension("level1.onnx");
    dump_level1(runtime, path, &[], &dump).unwrap();
    let model = Model::read(std::fs::read(&dump).unwrap().into()).unwrap();
    let report = verify(&model, &RulesOptions::default()).unwrap();
    println!("{}:\n{report}", path.file_name().unwrap().display());
    assert!(report.is_whole() && report.partitions == 1, "{report}");
    assert!(report.min_api_level <= API_LEVEL, "{report}");

    let listed = listed_operators();
    let used: BTreeSet<String> =
        model.graph.unwrap().node.iter().map(|node| format!("ai.onnx:{}", node.op_type)).collect();
    assert!(used.contains("ai.onnx:Conv") && used.contains("ai.onnx:QuantizeLinear"), "{used:?}");
    let unlisted: Vec<_> = used.difference(&listed).collect();
    assert!(unlisted.is_empty(), "{unlisted:?}");
}

/// The self-test's answer is that of the f32 path.
fn follows_f32(runtime: &Runtime, path: &Path) {
    let file = SegmentFile::read(path, &WEIGHTS).unwrap();
    let options = SessionOptions::new(Provider::Cpu { threads: 0 });
    let decoder = SegmentDecoder::open(runtime, &file, &options, &WEIGHTS).unwrap();
    let test = SelfTest::read(SelfTest::path(path)).unwrap();
    let start = Instant::now();
    let logits = decoder.run_inputs(&test.inputs).unwrap();
    println!("ran in {:.1} s", start.elapsed().as_secs_f64());
    let valid = |logits: &[f32]| trim(logits, decoder.capacity(), test.frames);
    let what = format!("int8 at {} frames", decoder.capacity());
    assert_relative(&what, &valid(&logits), &valid(&test.logits), INT8_BAR);
}

/// The first column of the table that ONNX Runtime's mobile usability checker reads:
/// `ai.onnx:Conv`.
fn listed_operators() -> BTreeSet<String> {
    let text = test_libraries::nnapi_operators();
    let rows = text.lines().filter_map(|line| line.strip_prefix('|')?.split('|').next());
    rows.filter(|name| name.contains(':')).map(str::to_owned).collect()
}

/// The rules' own tests read a copy, to need no download.
#[test]
fn the_committed_list_of_operators_is_the_one_that_ships() {
    let committed = include_str!("../nnapi-rules/src/tests/fixtures/nnapi_supported_ops.txt");
    let committed: BTreeSet<String> =
        committed.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    assert_eq!(listed_operators(), committed);
    assert!(committed.len() > 50, "{}", committed.len());
}
