//! A segment that is short enough for an emulator.

use std::time::Instant;

use kokoro_core::Features;
use kokoro_export::interpret::Interpreter;
use kokoro_export::quantize::{FakeQuant, Scheme, fake_weights};
use kokoro_export::{Phrase, first_frames, phrases};
use kokoro_npu::SegmentPrecision;
use kokoro_npu::decoder::{SegmentDecoder, SegmentFile};
use kokoro_npu::runtime::{Provider, Runtime, SessionOptions};
use kokoro_npu::target::Target;
use tempfile::TempDir;

use crate::{EXPORTER, WEIGHTS};

/// Frames of the segment, all of which are used. With fewer, a normalisation has the statistics of
/// a few columns, which amplifies what an emulator rounds in half precision: with two of two frames
/// 16 bits were off by 11 %, with three of four by 1.6 %, with four of four by 0.6 %.
const FRAMES: usize = 4;

/// An exported segment of four frames.
pub struct ShortSegment {
    _folder: TempDir, // the file lives as long
    file: SegmentFile,
    scheme: Scheme,
    features: Features,
}

impl ShortSegment {
    /// Exports it, calibrated with one phrase.
    pub fn new(precision: SegmentPrecision, target: Target) -> Self {
        let calibration = EXPORTER.calibrate(precision, &phrases()[..1], |_, _| ()).unwrap();
        let scheme = Scheme::new(&EXPORTER.graph(1), &calibration, precision, &[]);
        let folder = tempfile::tempdir().unwrap();
        let path = EXPORTER.export_with(&scheme, FRAMES, target, folder.path()).unwrap();
        let file = SegmentFile::read(&path, &WEIGHTS).unwrap();
        let phrase = Phrase { voice: "bf_emma".into(), speed: 1.0, phonemes: "ə fˈjuː.".into() };
        let features = first_frames(&EXPORTER.features(&phrase).unwrap(), FRAMES);
        Self { _folder: folder, file, scheme, features }
    }

    /// The logits on a provider that must take every node, in one piece: `[22, 481]`.
    pub fn wholly_on(&self, runtime: &Runtime, provider: &str) -> Vec<f32> {
        let provider: Provider = provider.parse().unwrap();
        let options = SessionOptions::new(provider).without_cpu();
        let start = Instant::now();
        let decoder = self.open(runtime, &options);
        let placement = decoder.placement();
        assert_eq!(placement.of(&options.provider), (placement.nodes(), 1), "{placement}");
        let opened = start.elapsed().as_secs_f64();
        let logits = decoder.run(&self.features).unwrap();
        let ran = start.elapsed().as_secs_f64() - opened;
        let precision = self.scheme.precision;
        println!("{precision}: {placement}; opened in {opened:.1} s, ran in {ran:.1} s");
        logits
    }

    /// The logits on ONNX Runtime's own CPU provider.
    pub fn on_cpu(&self, runtime: &Runtime) -> Vec<f32> {
        let options = SessionOptions::new(Provider::Cpu { threads: 0 });
        self.open(runtime, &options).run(&self.features).unwrap()
    }

    /// The logits of the graph that was exported, its codes computed in f32.
    pub fn interpreted(&self) -> Vec<f32> {
        let graph = fake_weights(&EXPORTER.graph(FRAMES), &self.scheme);
        let feeds = EXPORTER.feeds(&self.features, &graph).unwrap();
        Interpreter::new(&graph).unwrap().run(&feeds, &mut FakeQuant::new(&self.scheme)).unwrap()
    }

    fn open(&self, runtime: &Runtime, options: &SessionOptions) -> SegmentDecoder {
        SegmentDecoder::open(runtime, &self.file, options, &WEIGHTS).unwrap()
    }
}
