//! What to compare, and who watches.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use kokoro_npu::runtime::Probe;

use super::memory::Job;
use super::path::DecodePath;
use super::sentence::Sentence;
use crate::{Error, Result};

/// What to compare.
#[derive(Debug, Clone)]
pub struct Plan {
    /// What is spoken.
    pub sentences: Vec<Sentence>,
    /// How it is decoded.
    pub paths: Vec<DecodePath>,
    /// Frames of the segments, in rising order: a sentence goes to the first that holds it.
    pub buckets: Vec<usize>,
    /// Warm runs for each sentence and path.
    pub runs: usize,
    /// The folder with the segments. Those that are missing are made there.
    pub segments: PathBuf,
    /// The library of ONNX Runtime, or why there is none; paths that need it then fail.
    pub library: Result<PathBuf, String>,
    /// Begins anew in a folder that has rows already.
    pub force: bool,
}

impl Plan {
    /// Refuses what makes no sense.
    pub(super) fn check(&self) -> Result<()> {
        let refuse = |reason: String| Err(Error::Plan { reason });
        if self.sentences.is_empty() || self.paths.is_empty() || self.runs == 0 {
            return refuse("expected at least one sentence, one path and one run".into());
        }
        if self.buckets.is_empty()
            || self.buckets[0] == 0
            || !self.buckets.is_sorted_by(|a, b| a < b)
        {
            return refuse(format!(
                "frames of segments: expected rising numbers, found {:?}",
                self.buckets
            ));
        }
        let mut ids = BTreeSet::new();
        for sentence in &self.sentences {
            let id = &sentence.id;
            if !sentence.has_plain_id() {
                return refuse(format!(
                    "sentence id {id:?}: expected letters, digits, '.', '_' and '-'"
                ));
            }
            if !ids.insert(id) {
                return refuse(format!("sentence id {id:?}: expected it once, found it twice"));
            }
        }
        let mut names = BTreeSet::new();
        match self.paths.iter().find(|path| !names.insert(path.to_string())) {
            Some(path) => refuse(format!("path {path}: expected it once, found it twice")),
            None => Ok(()),
        }
    }

    /// The smallest bucket that holds so many frames.
    pub(super) fn bucket(&self, frames: usize) -> Option<usize> {
        self.buckets.iter().copied().find(|&bucket| bucket >= frames)
    }

    /// The longest bucket.
    pub(super) fn longest(&self) -> usize {
        self.buckets.last().copied().unwrap_or(0)
    }
}

/// Who watches, and lends a process. `()` does neither.
pub trait Host {
    /// So much of something is done.
    fn progress(&mut self, _done: usize, _all: usize, _doing: &str) {}

    /// The program that runs [`Job::run`] in a process of its own and prints [`Probe::report`] of the result.
    fn child(&self, _job: &Job) -> Option<Probe> {
        None
    }
}

impl Host for () {}

/// Where things are in the folder of an ablation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Folder<'a>(pub &'a Path);

impl Folder<'_> {
    pub fn rows(self) -> PathBuf {
        self.0.join("rows.jsonl")
    }

    pub fn wav(self, sentence: &str, path: &str) -> PathBuf {
        self.0.join("wav").join(format!("{sentence}.{}.wav", super::path::file_name(path)))
    }

    pub fn plot(self, name: &str) -> PathBuf {
        self.0.join("plots").join(format!("{name}.svg"))
    }

    /// Makes the folders.
    pub fn create(self) -> Result<()> {
        for folder in [self.0.join("wav"), self.0.join("plots")] {
            std::fs::create_dir_all(&folder).map_err(Error::io("create", &folder))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kokoro_npu::store::BUCKETS;

    fn plan() -> Plan {
        Plan {
            sentences: super::super::built_in(),
            paths: vec![DecodePath::REFERENCE],
            buckets: BUCKETS.into(),
            runs: 1,
            segments: "segments".into(),
            library: Err("none".into()),
            force: false,
        }
    }

    #[test]
    fn the_smallest_bucket_that_holds_the_frames() {
        let plan = plan();
        assert!(plan.check().is_ok());
        let buckets = [1, 200, 201, 600, 601].map(|frames| plan.bucket(frames));
        assert_eq!(buckets, [Some(200), Some(200), Some(400), Some(600), None]);
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let wrong: [fn(&mut Plan); 7] = [
            |plan| plan.sentences.clear(),
            |plan| plan.paths.clear(),
            |plan| plan.runs = 0,
            |plan| plan.buckets = vec![400, 200],
            |plan| plan.buckets.clear(),
            |plan| plan.sentences[0].id = "../x".into(),
            |plan| plan.sentences[1].id = plan.sentences[0].id.clone(),
        ];
        for (case, change) in wrong.iter().enumerate() {
            let mut plan = plan();
            change(&mut plan);
            assert!(matches!(plan.check(), Err(Error::Plan { .. })), "case {case}");
        }
        let twice = Plan { paths: vec![DecodePath::REFERENCE, DecodePath::REFERENCE], ..plan() };
        assert!(twice.check().unwrap_err().to_string().contains("cpu-f32"));
    }
}
