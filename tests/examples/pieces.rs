//! What speech in pieces costs and what it gains, on the sentences of `pieces.txt` in four voices:
//! `cargo run --release -p kokoro-tests --example pieces -- int8 1 DIR`.
//!
//! The second argument takes every n-th sentence only. Into the folder, if one is given, go the
//! sounds as raw f32 samples at 24 kHz, `001.exact.f32` and `001.pieces.f32`.
//!
//! Log-mel distances are those from the exact speech of the same precision. The variants differ in
//! where the moments come from with which the first piece is decoded:
//! - `voice`: the calibration of the voice, as shipped;
//! - `prefix`: the first piece's own, as if it were an utterance;
//! - `other`: the calibration of another voice;
//! - `exact`: those of the utterance itself, which shows what quantisation alone does.

use std::collections::HashMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use candle_core::Device;
use kokoro_core::{
    Calibration, CancelToken, Delivery, Features, PieceOptions, Precision, PrecisionPlan, Prepared,
    Synthesizer, Voice,
};
use kokoro_metrics::log_mel_distance;
use kokoro_tests::{CONFIG, WEIGHTS, voice};
use kokoro_text::{Language, TextOptions, phonemizer, utterances};

const SENTENCES: &str = include_str!("pieces.txt");
const VOICES: [&str; 4] = ["af_heart", "am_michael", "bf_emma", "bm_george"];
const VARIANTS: [&str; 4] = ["voice", "prefix", "other", "exact"];
const RUNS: usize = 3;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let precision: Precision = arguments.next().map_or(Ok(Precision::Int8), |p| p.parse())?;
    let step: usize = arguments.next().map_or(Ok(1), |n| n.parse())?;
    let folder = arguments.next().map(PathBuf::from);
    let vb = WEIGHTS.var_builder(&Device::Cpu);
    let model = Synthesizer::new(CONFIG.clone(), PrecisionPlan::new(precision), vb)?;
    let mut voices: HashMap<&str, (Voice, Calibration)> = HashMap::new();
    for name in VOICES {
        let (start, voice) = (Instant::now(), voice(name));
        let calibration = model.calibrate(&voice, &CancelToken::new())?;
        println!("{name} calibrated in {:.0?}", start.elapsed());
        voices.insert(name, (voice, calibration));
    }
    println!(
        "\nframes  first  prepare ms  first piece ms  whole ms   distance of all, of the first"
    );
    let mut rows = Vec::new();
    for (i, text) in SENTENCES.lines().step_by(step).enumerate() {
        let name = VOICES[i % VOICES.len()];
        let (voice, own) = &voices[name];
        let prepared = prepare(&model, text, name, voice)?;
        let other = &voices[VOICES[(i + 1) % VOICES.len()]].1;
        let row = Row::of(&model, &prepared, own, other, i, folder.as_deref())?;
        println!("{row}");
        rows.push(row);
    }
    println!("\nmean distance of all, of the first piece; worst of all, of the first piece");
    for (at, variant) in VARIANTS.iter().enumerate() {
        let column = |part: usize| rows.iter().map(move |row| row.distances[at][part]);
        let mean = |part| column(part).sum::<f64>() / rows.len() as f64;
        let worst = |part| column(part).fold(0.0, f64::max);
        println!("{variant:>8}: {:.3} {:.3}; {:.3} {:.3}", mean(0), mean(1), worst(0), worst(1));
    }
    Ok(())
}

fn prepare(model: &Synthesizer, text: &str, name: &str, voice: &Voice) -> Result<Prepared> {
    let language = Language::from_voice(name).ok_or("a voice of a known language")?;
    let phonemizer = phonemizer(language)?;
    let mut all = utterances(text, phonemizer.as_ref(), &TextOptions::default());
    let utterance = all.next().ok_or("a sentence")??;
    let tokens = model.vocab().encode(&utterance.phonemes)?;
    Ok(model.prepare(&tokens, voice, &Delivery::new(1.0, 0))?)
}

/// One sentence, measured.
struct Row {
    frames: usize,
    first: usize,
    /// Medians of the times for prosody and source, for the first piece after that, and for the
    /// whole after that, in ms.
    ms: [f64; 3],
    /// Of each variant: of all, and of the first piece.
    distances: Vec<[f64; 2]>,
}

impl Row {
    fn of(
        model: &Synthesizer,
        prepared: &Prepared,
        own: &Calibration,
        other: &Calibration,
        number: usize,
        folder: Option<&Path>,
    ) -> Result<Self> {
        let exact = model.complete(prepared.clone())?.samples;
        let (all, first) = speak(model, prepared, own)?;
        if let Some(folder) = folder {
            write(&folder.join(format!("{:03}.exact.f32", number + 1)), &exact)?;
            write(&folder.join(format!("{:03}.pieces.f32", number + 1)), &all)?;
        }
        let (features, cancel) = (&prepared.features, CancelToken::new());
        let prefix = model.decoder().calibrate(&beginning(features, first), &cancel)?;
        let itself = model.decoder().calibrate(features, &cancel)?;
        let mut distances = Vec::new();
        for calibration in [own, &prefix, other, &itself] {
            let (all, first) = speak(model, prepared, calibration)?;
            let part = 600 * first;
            let of_first = log_mel_distance(&all[..part], &exact[..part]);
            distances.push([log_mel_distance(&all, &exact), of_first]);
        }
        let ms = times(model, prepared, own)?;
        Ok(Self { frames: features.frames, first, ms, distances })
    }
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { frames, first, ms: [prepare, piece, whole], distances } = self;
        write!(f, "{frames:6} {first:6} {prepare:11.1} {piece:15.1} {whole:9.1}  ")?;
        distances.iter().try_for_each(|[all, first]| write!(f, "  {all:.3} {first:.3}"))
    }
}

/// The speech in pieces, and the frames of the first.
fn speak(
    model: &Synthesizer,
    prepared: &Prepared,
    calibration: &Calibration,
) -> Result<(Vec<f32>, usize)> {
    let (mut samples, mut first) = (Vec::new(), 0);
    for piece in model.pieces(prepared.clone(), calibration.clone(), PieceOptions::default()) {
        let piece = piece?;
        if samples.is_empty() {
            first = piece.frames.len();
        }
        samples.extend(piece.samples);
    }
    Ok((samples, first))
}

/// Medians of alternating runs.
fn times(model: &Synthesizer, prepared: &Prepared, calibration: &Calibration) -> Result<[f64; 3]> {
    let mut all: [Vec<f64>; 3] = Default::default();
    for _ in 0..RUNS {
        let stages = prepared.timings.iter().map(|(_, time)| time.as_secs_f64()).sum::<f64>();
        all[0].push(1e3 * stages);
        for (at, options) in [
            (1, PieceOptions::default()),
            (2, PieceOptions::default().first_frames(usize::MAX / 4)),
        ] {
            let copy = prepared.clone();
            let start = Instant::now();
            model.pieces(copy, calibration.clone(), options).next().ok_or("a piece")??;
            all[at].push(1e3 * start.elapsed().as_secs_f64());
        }
    }
    Ok(all.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    }))
}

/// The first frames of an utterance, as an utterance.
fn beginning(features: &Features, frames: usize) -> Features {
    let cut = |values: &[f32], rows: usize, len: usize| -> Vec<f32> {
        values.chunks(values.len() / rows).flat_map(|row| row[..len].to_vec()).collect()
    };
    Features {
        frames,
        text: cut(&features.text, features.text.len() / features.frames, frames),
        f0: cut(&features.f0, 1, 2 * frames),
        energy: cut(&features.energy, 1, 2 * frames),
        harmonics: cut(&features.harmonics, 22, 120 * frames + 1),
        timbre: features.timbre.clone(),
    }
}

fn write(path: &Path, samples: &[f32]) -> Result<()> {
    let bytes: Vec<u8> = samples.iter().flat_map(|x| x.to_le_bytes()).collect();
    Ok(std::fs::write(path, bytes)?)
}
