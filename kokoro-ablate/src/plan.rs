//! What to compare.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::path::DecodePath;
use crate::sentence::Sentence;

/// What to compare.
#[derive(Debug, Clone)]
pub struct AblationPlan {
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
    /// The library of ONNX Runtime for paths that need it; `None`: what
    /// [`find_library`](kokoro_npu::runtime::find_library) finds.
    pub library: Option<PathBuf>,
    /// Begins anew in a folder that has rows already.
    pub force: bool,
}

/// What makes no sense in a plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// There is nothing to do.
    #[error("expected at least one sentence, one path and one run")]
    Empty,
    /// The segments' lengths do not rise.
    #[error("frames of segments: expected rising numbers, found {found:?}")]
    Buckets {
        /// The lengths.
        found: Vec<usize>,
    },
    /// A sentence's id cannot be part of a file's name.
    #[error("sentence id {id:?}: expected letters, digits, '.', '_' and '-'")]
    SentenceId {
        /// The id.
        id: String,
    },
    /// Two sentences have one id.
    #[error("sentence id {id:?}: expected it once, found it twice")]
    SentenceTwice {
        /// The id.
        id: String,
    },
    /// A path stands in the plan twice.
    #[error("path {path}: expected it once, found it twice")]
    PathTwice {
        /// The path's name.
        path: String,
    },
}

impl AblationPlan {
    /// Refuses what makes no sense.
    pub(super) fn check(&self) -> Result<(), PlanError> {
        if self.sentences.is_empty() || self.paths.is_empty() || self.runs == 0 {
            return Err(PlanError::Empty);
        }
        let rising = self.buckets.is_sorted_by(|a, b| a < b);
        if self.buckets.first().is_none_or(|&first| first == 0) || !rising {
            return Err(PlanError::Buckets { found: self.buckets.clone() });
        }
        let mut ids = BTreeSet::new();
        for Sentence { id, .. } in &self.sentences {
            if !Sentence::is_plain_id(id) {
                return Err(PlanError::SentenceId { id: id.clone() });
            }
            if !ids.insert(id) {
                return Err(PlanError::SentenceTwice { id: id.clone() });
            }
        }
        let mut names = BTreeSet::new();
        for path in self.paths.iter().map(DecodePath::to_string) {
            if !names.insert(path.clone()) {
                return Err(PlanError::PathTwice { path });
            }
        }
        Ok(())
    }

    /// The smallest bucket that holds `frames`.
    pub(super) fn bucket(&self, frames: usize) -> Option<usize> {
        self.buckets.iter().copied().find(|&bucket| bucket >= frames)
    }

    /// The longest bucket.
    pub(super) fn longest(&self) -> usize {
        self.buckets.last().copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use kokoro_npu::store::BUCKETS;

    use super::*;

    fn plan() -> AblationPlan {
        AblationPlan {
            sentences: crate::sentence::built_in(),
            paths: vec![DecodePath::REFERENCE],
            buckets: BUCKETS.into(),
            runs: 1,
            segments: "segments".into(),
            library: None,
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
        let wrong: [fn(&mut AblationPlan); 7] = [
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
            assert!(plan.check().is_err(), "case {case}");
        }
        let twice =
            AblationPlan { paths: vec![DecodePath::REFERENCE, DecodePath::REFERENCE], ..plan() };
        assert!(twice.check().unwrap_err().to_string().contains("cpu-f32"));
    }
}
