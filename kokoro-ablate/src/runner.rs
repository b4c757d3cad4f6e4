//! Measures the missing rows, bucket by bucket and sentence by sentence.

use std::collections::hash_map::Entry as Slot;
use std::collections::{BTreeMap, HashMap};

use kokoro_core::{Features, Precision};
use kokoro_npu::runtime::Runtime;

use crate::bench::{Opened, Pass, open_cpu, open_segment};
use crate::error::Result;
use crate::folder::Folder;
use crate::host::{Host, measure_elsewhere};
use crate::job::Job;
use crate::journal::Journal;
use crate::path::DecodePath;
use crate::path_error::PathError;
use crate::plan::AblationPlan;
use crate::row::{AblationRow, RowOutcome};
use crate::segments::Segments;
use crate::sentence::Sentence;
use crate::shared_model::SharedModel;
use crate::turns::{Entry, Passes, audio_seconds, take_turns};
use crate::wav;

/// A run at work.
pub(super) struct Runner<'a> {
    pub plan: &'a AblationPlan,
    pub folder: Folder<'a>,
    pub model: SharedModel,
    /// The frames of each sentence, by its id.
    pub frames: BTreeMap<String, usize>,
    pub segments: Segments,
    pub runtime: Result<Runtime, PathError>,
    pub journal: Journal,
    /// Our own decoder, opened when it is first needed and kept: it decodes any length.
    pub cpus: HashMap<Precision, Opened>,
    pub host: &'a mut dyn Host,
}

impl Runner<'_> {
    /// Measures all sentences of a bucket; `None` stands for the sentences that no segment holds.
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
            let outcome = RowOutcome::DoesNotFit { longest: self.plan.longest() };
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
        let longest = sentences.iter().max_by_key(|s| self.frames[&s.id]);
        let peak = match longest {
            Some(longest) => measure_elsewhere(self.host, &self.job(&name, bucket, longest)),
            None => Ok(None),
        };
        let (peak_mb, opened) = match peak {
            Ok(peak) => (peak, self.open_here(path, bucket)?),
            Err(error) => (None, Err(error)),
        };
        Ok(Entry { path: path.clone(), name, opened, peak_mb })
    }

    /// Opens a path in this process.
    ///
    /// # Errors
    /// Those of our own decoder, without which nothing can be compared. The inner result has the
    /// failures of a segment, which concern its path alone.
    fn open_here(
        &mut self,
        path: &DecodePath,
        bucket: Option<usize>,
    ) -> Result<Result<Opened, PathError>> {
        match path {
            DecodePath::Cpu(precision) => Ok(Ok(self.cpu(*precision)?.clone())),
            DecodePath::Segment { provider, .. } => Ok(match (path.segment(), bucket) {
                (Some(kind), Some(frames)) => {
                    let file = self.segments.get(kind, frames);
                    let runtime = self.runtime.as_ref().map_err(PathError::clone);
                    file.and_then(|file| Ok(open_segment(&self.model, runtime?, file, provider)?))
                }
                _ => Err(PathError::NotRun), // sentences that no segment holds are not opened for
            }),
        }
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
        let (prepared, above) = self.model.prepare_often(sentence, self.plan.runs)?;
        let features = prepared.features;
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
                    RowOutcome::Measured(Box::new(measured))
                }
                Err(error) => RowOutcome::Failed { error: error.to_string() },
            };
            self.journal.add(self.row(sentence, bucket, &entry.name, outcome))?;
            self.progress(&format!("{} ({})", sentence.id, sentence.voice));
        }
        Ok(())
    }

    /// The sound of the f32 path: from its runs if it is among the entries, else from one more run,
    /// which is not timed.
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

    fn row(
        &self,
        sentence: &Sentence,
        bucket: Option<usize>,
        path: &str,
        outcome: RowOutcome,
    ) -> AblationRow {
        let frames = self.frames[&sentence.id];
        AblationRow {
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
        let ours = |row: &&AblationRow| {
            self.plan.sentences.iter().any(|s| s.id == row.sentence)
                && self.plan.paths.iter().any(|p| p.to_string() == row.path)
        };
        let done = self.journal.rows().iter().filter(ours).count();
        self.host.progress(done, self.plan.sentences.len() * self.plan.paths.len(), doing);
    }
}
