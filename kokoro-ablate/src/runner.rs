//! What is missing, measured: bucket by bucket, sentence by sentence.

use std::collections::hash_map::Entry as Slot;
use std::collections::{BTreeMap, HashMap};

use kokoro_core::{Features, Precision};
use kokoro_npu::runtime::Runtime;

use super::bench::{Opened, Pass, open_cpu, open_segment};
use super::journal::Journal;
use super::memory::Job;
use super::model::Model;
use super::path::DecodePath;
use super::plan::{Folder, Host, Plan};
use super::row::{Outcome, Row};
use super::segments::Segments;
use super::sentence::Sentence;
use super::turns::{Entry, Passes, audio_seconds, take_turns};
use super::wav;
use crate::{Error, Result};

/// A run at work.
pub(super) struct Runner<'a> {
    pub plan: &'a Plan,
    pub folder: Folder<'a>,
    pub model: Model,
    /// Of each sentence, by its id.
    pub frames: BTreeMap<String, usize>,
    pub segments: Segments,
    pub runtime: Result<Runtime, String>,
    pub journal: Journal,
    /// Our own decoder, opened when it is first needed and kept: it decodes any length.
    pub cpus: HashMap<Precision, Opened>,
    pub host: &'a mut dyn Host,
}

impl Runner<'_> {
    /// All sentences of a bucket; `None` for those that no segment holds.
    pub fn bucket(&mut self, bucket: Option<usize>) -> Result<()> {
        let plan = self.plan;
        let in_bucket = |s: &&Sentence| plan.bucket(self.frames[&s.id]) == bucket;
        let sentences: Vec<&Sentence> = plan.sentences.iter().filter(in_bucket).collect();
        let mut entries: Vec<Entry> = Vec::new();
        for path in &plan.paths {
            let name = path.to_string();
            if sentences.iter().all(|sentence| self.journal.has(&sentence.id, &name)) {
                continue;
            }
            if bucket.is_none() && path.segment().is_some() {
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
        let (peak_mb, opened) = match (peak, path.segment(), bucket) {
            (Err(crash), ..) => (None, Err(crash)),
            (Ok(peak), Some(segment), Some(frames)) => {
                let file = self.segments.get(segment, frames);
                let runtime = self.runtime.as_ref().map_err(String::clone);
                let both = file.and_then(|file| Ok((file, runtime?)));
                let open = |(file, runtime)| {
                    open_segment(&self.model, runtime, file, path)
                        .map_err(|error| error.to_string())
                };
                (peak, both.and_then(open))
            }
            (Ok(peak), ..) => {
                let DecodePath::Cpu(precision) = *path else {
                    return Err(Error::Plan { reason: format!("{path}: no capacity is named") });
                };
                (peak, Ok(self.cpu(precision)?.clone()))
            }
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

    /// Our own decoder in some precision, opened once.
    fn cpu(&mut self, precision: Precision) -> Result<&mut Opened> {
        Ok(match self.cpus.entry(precision) {
            Slot::Occupied(opened) => opened.into_mut(),
            Slot::Vacant(slot) => slot.insert(open_cpu(&self.model, precision)?),
        })
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
        let passes = take_turns(&self.model, self.plan.runs, &features, &mut entries);
        for entry in &entries {
            if let DecodePath::Cpu(precision) = entry.path {
                self.cpu(precision)?.ran = true; // a bucket's entry is a clone of it
            }
        }
        let reference = self.reference_samples(sentence, &features, &entries, &passes)?;
        for (entry, passes) in entries.iter().zip(passes) {
            let outcome = match passes.measured(entry, &features, &above, &reference) {
                Ok((measured, samples)) => {
                    self.write_wav(sentence, &entry.path, &samples)?;
                    Outcome::Measured(Box::new(measured))
                }
                Err(error) => Outcome::Failed { error },
            };
            self.journal.add(self.row(sentence, bucket, &entry.name, outcome))?;
            self.progress(&format!("{} ({})", sentence.id, sentence.voice));
        }
        Ok(())
    }

    /// The sound of the f32 path: of its runs if it took part, else of a run that is not timed.
    fn reference_samples(
        &mut self,
        sentence: &Sentence,
        features: &Features,
        entries: &[&mut Entry],
        passes: &[Passes],
    ) -> Result<Vec<f32>> {
        let own = entries.iter().zip(passes).find(|(entry, _)| entry.path == DecodePath::REFERENCE);
        let own = own.and_then(|(_, passes)| passes.samples());
        let samples = match own {
            Some(samples) => samples.to_vec(),
            None => {
                let decoder = self.cpu(Precision::F32)?.decoder.clone();
                Pass::of(&self.model, decoder.as_ref(), features)?.samples
            }
        };
        self.write_wav(sentence, &DecodePath::REFERENCE, &samples)?;
        Ok(samples)
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

    fn write_wav(&self, sentence: &Sentence, path: &DecodePath, samples: &[f32]) -> Result<()> {
        wav::write(&self.folder.wav(&sentence.id, &path.to_string()), samples)
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
