//! Everything that the figures of a run depend on. Rows of runs with different keys are not mixed.

use std::collections::BTreeMap;

use kokoro_npu::runtime::{Runtime, processor};
use kokoro_npu::segment::EXPORTER;
use kokoro_weights::{Sha256, Weights};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::plan::AblationPlan;
use crate::segments::Segments;
use crate::sentence::Sentence;

/// What rows depend on, by name: weights, versions, machine, runs, the hash of each segment and of
/// each sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RunKey(BTreeMap<String, String>);

impl RunKey {
    /// The key of a run.
    pub(super) fn of(
        weights: &Weights,
        plan: &AblationPlan,
        segments: &Segments,
        runtime: Option<&Runtime>,
    ) -> Result<Self> {
        let mut key = BTreeMap::from([
            ("weights".into(), weights.identity().to_string()),
            ("exporter".into(), EXPORTER.into()),
            ("program".into(), env!("CARGO_PKG_VERSION").into()),
            ("system".into(), format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)),
            ("cpu".into(), processor().unwrap_or_else(|| "unknown".into())),
            ("cores".into(), cores().to_string()),
            ("threads".into(), rayon::current_num_threads().to_string()),
            ("runs".into(), plan.runs.to_string()),
            ("buckets".into(), format!("{:?}", plan.buckets)),
        ]);
        if let Some(runtime) = runtime {
            key.insert("onnxruntime".into(), runtime.version().to_string());
        }
        for (name, sha256) in segments.hashes() {
            key.insert(format!("segment {name}"), sha256);
        }
        for sentence in &plan.sentences {
            key.insert(format!("sentence {}", sentence.id), hash(sentence)?);
        }
        Ok(Self(key))
    }

    /// Of names and values.
    #[cfg(test)]
    pub(super) fn from_entries(entries: &[(&str, &str)]) -> Self {
        Self(entries.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect())
    }

    /// A value by its name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// The first name that both have with different values: name, ours, theirs.
    pub(super) fn conflict(&self, other: &Self) -> Option<(String, String, String)> {
        self.0.iter().find_map(|(name, ours)| {
            let theirs = other.0.get(name).filter(|theirs| *theirs != ours)?;
            Some((name.clone(), ours.clone(), theirs.clone()))
        })
    }

    /// Takes the names of another key that this one lacks.
    pub(super) fn extend(&mut self, other: &Self) {
        for (name, value) in &other.0 {
            self.0.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }
}

fn hash(sentence: &Sentence) -> Result<String> {
    let json = serde_json::to_vec(sentence).map_err(Error::json("a sentence"))?;
    Ok(Sha256::of(&json).to_string())
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(entries: &[(&str, &str)]) -> RunKey {
        RunKey::from_entries(entries)
    }

    #[test]
    fn only_common_names_can_be_at_odds() {
        let old = key(&[("weights", "a"), ("segment x", "1")]);
        let new = key(&[("weights", "a"), ("segment y", "2")]);
        assert_eq!(new.conflict(&old), None);
        let mut both = new.clone();
        both.extend(&old);
        assert_eq!(both, key(&[("weights", "a"), ("segment x", "1"), ("segment y", "2")]));
        let other = key(&[("segment y", "3")]);
        assert_eq!(new.conflict(&other), Some(("segment y".into(), "2".into(), "3".into())));
    }
}
