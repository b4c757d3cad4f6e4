//! The run itself: bucket by bucket, sentence by sentence, paths in turn.

use std::collections::BTreeMap;
use std::path::Path;

use kokoro_core::{Features, SAMPLE_RATE};
use kokoro_weights::Weights;

use super::bench::{Opened, Pass, guard_finding, median, open_cpu, open_segment};
use super::journal::Journal;
use super::key::Key;
use super::memory::Job;
use super::model::Model;
use super::path::DecodePath;
use super::plan::{Folder, Host, Plan};
use super::report::Report;
use super::row::{Measured, Outcome, Quality, Row, Stages};
use super::segments::Segments;
use super::sentence::Sentence;
use super::wav;
use crate::Result;
use crate::runtime::Runtime;

/// Samples of a frame.
const FRAME_SAMPLES: usize = 600;

/// Does what of the plan is not in `folder` yet, writes the report there, and gives it.
///
/// # Errors
/// [`Error::Plan`](crate::Error::Plan) for a plan that makes no sense, or a folder in which another run is at work; [`Error::OtherRun`](crate::Error::OtherRun) if the folder
/// has rows of other weights, segments, sentences or machines; [`Error::Io`](crate::Error::Io); whatever the f32
/// path itself reports, as nothing can be held against it then. Failures of the other paths are rows.
pub fn run(weights: &Weights, plan: &Plan, folder: &Path, host: &mut dyn Host) -> Result<Report> {
    plan.check()?;
    let folder = Folder(folder);
    folder.create()?;
    let mut journal = Journal::open(&folder.rows(), plan.force)?;
    let model = Model::new(weights)?;
    let frames = lengths(&model, plan, &journal, host)?;
    let used = |bucket: &usize| frames.values().any(|&n| plan.bucket(n) == Some(*bucket));
    let buckets: Vec<usize> = plan.buckets.iter().copied().filter(used).collect();
    let segments = Segments::gather(weights, plan, &buckets, host);
    let runtime = runtime(plan);
    let key = journal.unlock(&Key::of(weights, plan, &segments, runtime.as_ref().ok())?)?;
    let mut runner =
        Runner { plan, folder, model, frames, segments, runtime, journal, reference: None, host };
    for bucket in buckets.into_iter().map(Some).chain([None]) {
        runner.bucket(bucket)?;
    }
    let report = Report::new(plan, key, runner.journal.rows());
    report.write(folder)?;
    Ok(report)
}

/// ONNX Runtime, if any path needs it, or why it is not to be had.
fn runtime(plan: &Plan) -> Result<Runtime, String> {
    if plan.paths.iter().all(|path| path.precision().is_none()) {
        return Err("not needed".into());
    }
    let library = plan.library.as_ref().map_err(String::clone)?;
    Runtime::load(library).map_err(|error| error.to_string())
}

/// Frames of every sentence: from a row of it, else predicted.
fn lengths(
    model: &Model,
    plan: &Plan,
    journal: &Journal,
    host: &mut dyn Host,
) -> Result<BTreeMap<String, usize>> {
    let mut frames = BTreeMap::new();
    for (done, sentence) in plan.sentences.iter().enumerate() {
        host.progress(done, plan.sentences.len(), "predicting lengths");
        let known = journal.rows().iter().find(|row| row.sentence == sentence.id);
        let found = match known {
            Some(row) => row.frames,
            None => model.features(sentence)?.0.frames,
        };
        frames.insert(sentence.id.clone(), found);
    }
    Ok(frames)
}

struct Runner<'a> {
    plan: &'a Plan,
    folder: Folder<'a>,
    model: Model,
    frames: BTreeMap<String, usize>,
    segments: Segments,
    runtime: Result<Runtime, String>,
    journal: Journal,
    /// The f32 path, opened when it is first needed and kept: it decodes any length.
    reference: Option<Opened>,
    host: &'a mut dyn Host,
}

/// A path in a bucket.
struct Entry {
    path: DecodePath,
    name: String,
    opened: Result<Opened, String>,
    peak_mb: Option<f64>,
}

/// The runs of an entry for one sentence.
#[derive(Default)]
struct Passes {
    cold: Option<Pass>,
    warm: Vec<Pass>,
    error: Option<String>,
}

impl Runner<'_> {
    /// All sentences of a bucket; `None` for those that no segment holds.
    fn bucket(&mut self, bucket: Option<usize>) -> Result<()> {
        let plan = self.plan;
        let in_bucket = |s: &&Sentence| plan.bucket(self.frames[&s.id]) == bucket;
        let sentences: Vec<&Sentence> = plan.sentences.iter().filter(in_bucket).collect();
        let mut entries: Vec<Entry> = Vec::new();
        for path in &plan.paths {
            let name = path.to_string();
            if sentences.iter().all(|sentence| self.journal.has(&sentence.id, &name)) {
                continue;
            }
            if bucket.is_none() && path.precision().is_some() {
                self.refuse_long(&sentences, &name)?;
                continue;
            }
            entries.push(self.open(path, bucket, &sentences)?);
        }
        for sentence in sentences {
            self.sentence(sentence, bucket, &mut entries)?;
        }
        Ok(())
    }

    fn refuse_long(&mut self, sentences: &[&Sentence], path: &str) -> Result<()> {
        for sentence in sentences {
            let outcome = Outcome::DoesNotFit { longest: self.plan.longest() };
            self.journal.add(self.row(sentence, None, path, outcome))?;
        }
        Ok(())
    }

    /// Measures a path's memory elsewhere, then opens it here.
    fn open(
        &mut self,
        path: &DecodePath,
        bucket: Option<usize>,
        sentences: &[&Sentence],
    ) -> Result<Entry> {
        let name = path.to_string();
        self.progress(&format!("{name}: opening"));
        let peak = match sentences.iter().max_by_key(|s| self.frames[&s.id]) {
            Some(longest) => self.job(&name, bucket, longest).measure(self.host),
            None => Ok(None),
        };
        let (peak_mb, opened) = match (peak, path.precision(), bucket) {
            (Err(crash), ..) => (None, Err(crash)),
            (Ok(peak), Some(precision), Some(frames)) => {
                let file = self.segments.get(precision, frames);
                let runtime = self.runtime.as_ref().map_err(String::clone);
                let both = file.and_then(|file| Ok((file, runtime?)));
                let open = |(file, runtime)| {
                    open_segment(&self.model, runtime, file, path)
                        .map_err(|error| error.to_string())
                };
                (peak, both.and_then(open))
            }
            (Ok(peak), ..) => (peak, Ok(self.reference()?.clone())),
        };
        Ok(Entry { path: path.clone(), name, opened, peak_mb })
    }

    fn job(&self, path: &str, bucket: Option<usize>, sentence: &Sentence) -> Job {
        Job {
            weights: self.model.weights.folder().into(),
            library: self.runtime.as_ref().ok().map(|runtime| runtime.path().into()),
            segments: self.plan.segments.clone(),
            path: path.into(),
            bucket,
            sentence: sentence.clone(),
        }
    }

    fn reference(&mut self) -> Result<&mut Opened> {
        match &mut self.reference {
            Some(opened) => Ok(opened),
            slot => Ok(slot.insert(open_cpu(&self.model)?)),
        }
    }

    /// One sentence on every path that has no row of it.
    fn sentence(
        &mut self,
        sentence: &Sentence,
        bucket: Option<usize>,
        entries: &mut [Entry],
    ) -> Result<()> {
        let pending = |entry: &&mut Entry| !self.journal.has(&sentence.id, &entry.name);
        let mut entries: Vec<&mut Entry> = entries.iter_mut().filter(pending).collect();
        if entries.is_empty() {
            return Ok(());
        }
        self.progress(&format!("{} ({})", sentence.id, sentence.voice));
        let (features, above) = self.model.timed_features(sentence, self.plan.runs)?;
        let passes = self.take_turns(&features, &mut entries);
        let reference = self.reference_samples(sentence, &features, &entries, &passes)?;
        for (entry, passes) in entries.iter().zip(passes) {
            let outcome =
                match self.measured(entry, passes, &features, &above, &reference, sentence)? {
                    Ok(measured) => Outcome::Measured(Box::new(measured)),
                    Err(error) => Outcome::Failed { error },
                };
            self.journal.add(self.row(sentence, bucket, &entry.name, outcome))?;
            self.progress(&format!("{} ({})", sentence.id, sentence.voice));
        }
        Ok(())
    }

    /// A cold run of each path that has had none, then the warm ones, path after path in each round.
    fn take_turns(&mut self, features: &Features, entries: &mut [&mut Entry]) -> Vec<Passes> {
        let mut all: Vec<Passes> = entries.iter().map(|_| Passes::default()).collect();
        for round in 0..=self.plan.runs {
            for (entry, passes) in entries.iter_mut().zip(&mut all) {
                let opened = match &mut entry.opened {
                    Ok(opened) if passes.error.is_none() => opened,
                    Ok(_) => continue,
                    Err(error) => {
                        passes.error = Some(error.clone());
                        continue;
                    }
                };
                if round == 0 && opened.ran {
                    continue;
                }
                let pass = Pass::of(&self.model, opened.decoder.as_ref(), features);
                opened.ran = true;
                match pass {
                    Ok(pass) if round == 0 => passes.cold = Some(pass),
                    Ok(pass) => passes.warm.push(pass),
                    Err(error) => passes.error = Some(error.to_string()),
                }
            }
        }
        if let (Some(reference), true) =
            (&mut self.reference, entries.iter().any(|e| e.path == DecodePath::CpuF32))
        {
            reference.ran = true; // a bucket's entry is a clone of it
        }
        all
    }

    /// The sound of the f32 path: of its runs if it took part, else of a run that is not timed.
    fn reference_samples(
        &mut self,
        sentence: &Sentence,
        features: &Features,
        entries: &[&mut Entry],
        passes: &[Passes],
    ) -> Result<Vec<f32>> {
        let own = entries.iter().zip(passes).find(|(entry, _)| entry.path == DecodePath::CpuF32);
        let own = own.and_then(|(_, passes)| Some(passes.warm.first()?.samples.clone()));
        let samples = match own {
            Some(samples) => samples,
            None => {
                let decoder = self.reference()?.decoder.clone();
                Pass::of(&self.model, decoder.as_ref(), features)?.samples
            }
        };
        wav::write(&self.folder.wav(&sentence.id, &DecodePath::CpuF32.to_string()), &samples)?;
        Ok(samples)
    }

    /// The figures of an entry's runs; its sound is written.
    fn measured(
        &self,
        entry: &Entry,
        passes: Passes,
        features: &Features,
        above: &Stages,
        reference: &[f32],
        sentence: &Sentence,
    ) -> Result<Result<Measured, String>> {
        let (Ok(opened), None) = (&entry.opened, &passes.error) else {
            return Ok(Err(passes.error.unwrap_or_else(|| "it was not opened".into())));
        };
        let Some(pass) = median(passes.warm, Pass::seconds) else {
            return Ok(Err("it was not run".into()));
        };
        if entry.path != DecodePath::CpuF32 {
            wav::write(&self.folder.wav(&sentence.id, &entry.name), &pass.samples)?;
        }
        let stages =
            Stages { decoder: pass.decoder_seconds, vocoder: pass.vocoder_seconds, ..*above };
        Ok(Ok(Measured {
            opening: opened.opening.clone(),
            cold_decoder_seconds: passes.cold.map(|cold| cold.decoder_seconds),
            stages,
            rtf: stages.total() / audio_seconds(features.frames),
            peak_mb: entry.peak_mb,
            quality: Quality::of(&pass.samples, reference),
            guard: guard_finding(&pass.logits, features),
        }))
    }

    fn row(&self, sentence: &Sentence, bucket: Option<usize>, path: &str, outcome: Outcome) -> Row {
        let frames = self.frames[&sentence.id];
        Row {
            sentence: sentence.id.clone(),
            voice: sentence.voice.clone(),
            path: path.into(),
            bucket,
            frames,
            audio_seconds: audio_seconds(frames),
            outcome,
        }
    }

    fn progress(&mut self, doing: &str) {
        let ours = |row: &&Row| {
            self.plan.sentences.iter().any(|s| s.id == row.sentence)
                && self.plan.paths.iter().any(|p| p.to_string() == row.path)
        };
        let done = self.journal.rows().iter().filter(ours).count();
        self.host.progress(done, self.plan.sentences.len() * self.plan.paths.len(), doing);
    }
}

/// Seconds of so many frames.
fn audio_seconds(frames: usize) -> f64 {
    (frames * FRAME_SAMPLES) as f64 / f64::from(SAMPLE_RATE)
}
