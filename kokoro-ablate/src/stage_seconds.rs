//! The time of each stage, in a form that can be written to a file.

use std::collections::BTreeMap;

use kokoro_core::{Stage, Timings};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Seconds of each stage; written as a map by the stages' names. All but the last two stages are
/// the same computation for every path.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct StageSeconds {
    seconds: [f64; Stage::ALL.len()],
}

impl StageSeconds {
    /// Seconds of one stage.
    pub fn get(&self, stage: Stage) -> f64 {
        self.seconds[stage as usize]
    }

    /// The same with other seconds of one stage.
    #[must_use]
    pub fn with(mut self, stage: Stage, seconds: f64) -> Self {
        self.seconds[stage as usize] = seconds;
        self
    }

    /// Each stage and its seconds, in the order of the data.
    pub fn iter(&self) -> impl Iterator<Item = (Stage, f64)> + '_ {
        Stage::ALL.into_iter().map(|stage| (stage, self.get(stage)))
    }

    /// Seconds of all stages.
    pub fn total(&self) -> f64 {
        self.seconds.iter().sum()
    }
}

impl From<&Timings> for StageSeconds {
    fn from(timings: &Timings) -> Self {
        let none = Self::default();
        timings.iter().fold(none, |all, (stage, time)| all.with(stage, time.as_secs_f64()))
    }
}

impl Serialize for StageSeconds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(stage, seconds)| (stage.name(), seconds)))
    }
}

impl<'de> Deserialize<'de> for StageSeconds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let map = BTreeMap::<String, f64>::deserialize(deserializer)?;
        let seconds = |stage: Stage| map.get(stage.name()).copied().unwrap_or(0.0);
        Ok(Self { seconds: Stage::ALL.map(seconds) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_read_as_it_was_written() {
        let seconds = StageSeconds::default().with(Stage::Decoder, 1.5).with(Stage::PlBert, 0.25);
        let json = serde_json::to_value(seconds).unwrap();
        assert_eq!((&json["decoder"], &json["plbert"]), (&1.5.into(), &0.25.into()));
        assert_eq!(serde_json::from_value::<StageSeconds>(json).unwrap(), seconds);
        assert_eq!(seconds.total(), 1.75);
    }
}
