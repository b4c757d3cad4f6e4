//! A policy of pauses as text: `sentence=300ms,paragraph=0.8s`.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use kokoro_document::parse_time;

use crate::pause::{MAX_PAUSE, PausePolicy};

/// Why a text is no policy of pauses.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PausePolicyError {
    /// A part is no kind with a time.
    #[error("expected a kind of pause and its length, as in sentence=300ms, found {found:?}")]
    NotAPair {
        /// The part.
        found: String,
    },
    /// There is no pause of this kind.
    #[error("{found:?} is no kind of pause; expected one of {}", KINDS.join(", "))]
    UnknownKind {
        /// The kind.
        found: String,
    },
    /// A kind is named more than once.
    #[error("the pause {kind:?} is set twice; set it once")]
    Twice {
        /// The kind.
        kind: &'static str,
    },
    /// The length of a pause is no time.
    #[error("the pause {kind:?} is {found:?}; expected a time with its unit, as in 300ms or 0.3s")]
    NotATime {
        /// The kind.
        kind: &'static str,
        /// Its length.
        found: String,
    },
    /// A pause is longer than [`MAX_PAUSE`].
    #[error("the pause {kind:?} is {found:?}; expected at most {} s", MAX_PAUSE.as_secs())]
    TooLong {
        /// The kind.
        kind: &'static str,
        /// Its length.
        found: String,
    },
}

/// The kinds of pauses in the order in which they are written.
const KINDS: [&str; 9] =
    ["comma", "clause", "split", "sentence", "line", "item", "paragraph", "heading", "section"];

impl PausePolicy {
    /// How long the pause of a kind is, by its place in [`KINDS`].
    fn set(&mut self, kind: usize, time: Duration) {
        let place = match kind {
            0 => return self.comma = Some(time),
            1 => return self.clause = Some(time),
            2 => &mut self.split,
            3 => &mut self.sentence,
            4 => &mut self.line,
            5 => &mut self.item,
            6 => &mut self.paragraph,
            7 => &mut self.heading,
            _ => &mut self.section,
        };
        *place = time;
    }

    /// How long each of [`KINDS`] is; none if that is left to the model.
    fn times(&self) -> [Option<Duration>; KINDS.len()] {
        [
            self.comma,
            self.clause,
            Some(self.split),
            Some(self.sentence),
            Some(self.line),
            Some(self.item),
            Some(self.paragraph),
            Some(self.heading),
            Some(self.section),
        ]
    }
}

impl FromStr for PausePolicy {
    type Err = PausePolicyError;

    fn from_str(text: &str) -> Result<Self, PausePolicyError> {
        let mut policy = Self::default();
        let mut given = [false; KINDS.len()];
        for part in text.split(',') {
            let Some((kind, length)) = part.split_once('=') else {
                return Err(PausePolicyError::NotAPair { found: part.to_owned() });
            };
            let (found, length) = (kind.trim().to_ascii_lowercase(), length.trim());
            let Some(at) = KINDS.iter().position(|kind| *kind == found) else {
                return Err(PausePolicyError::UnknownKind { found });
            };
            let kind = KINDS[at];
            if std::mem::replace(&mut given[at], true) {
                return Err(PausePolicyError::Twice { kind });
            }
            let time = parse_time(length)
                .ok_or_else(|| PausePolicyError::NotATime { kind, found: length.to_owned() })?;
            if time > MAX_PAUSE {
                return Err(PausePolicyError::TooLong { kind, found: length.to_owned() });
            }
            policy.set(at, time);
        }
        Ok(policy)
    }
}

/// All pauses that are not left to the model, so that the text is read back as the same policy.
impl fmt::Display for PausePolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let times = KINDS.iter().zip(self.times());
        let set = times.filter_map(|(kind, time)| Some((kind, time?.as_secs_f64() * 1e3)));
        for (number, (kind, milliseconds)) in set.enumerate() {
            let comma = if number > 0 { "," } else { "" };
            write!(f, "{comma}{kind}={milliseconds}ms")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_is_read_as_it_is_written() {
        let default = PausePolicy::default();
        assert_eq!(default.to_string().parse(), Ok(default.clone()));
        let text = "comma=150ms, Sentence = 0.3s,section=2s,clause=0s";
        let policy: PausePolicy = text.parse().unwrap();
        assert_eq!(policy.to_string().parse(), Ok(policy.clone()));
        let written = "comma=150ms,clause=0ms,split=100ms,sentence=300ms,line=400ms,item=450ms,\
                       paragraph=700ms,heading=800ms,section=2000ms";
        assert_eq!(policy.to_string(), written);
        for kind in KINDS {
            let policy: PausePolicy = format!("{kind}=7ms").parse().unwrap();
            assert!(policy.to_string().contains(&format!("{kind}=7ms")), "{policy}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, message) in [
            ("", "found \"\""),
            ("300ms", "as in sentence=300ms, found \"300ms\""),
            ("comma=1s,", "found \"\""),
            ("word=1s", "\"word\" is no kind of pause; expected one of comma, clause, split, sen"),
            ("comma=300", "\"300\"; expected a time with its unit, as in 300ms or 0.3s"),
            ("comma=-1s", "expected a time"),
            ("comma=nans", "expected a time"),
            ("sentence=1s,sentence=2s", "\"sentence\" is set twice"),
            ("section=86400s", "\"86400s\"; expected at most 60 s"),
            ("section=1000000000000000000000000s", "at most 60 s"),
        ] {
            let error = text.parse::<PausePolicy>().unwrap_err().to_string();
            assert!(error.contains(message), "{text}: {error}");
        }
    }
}
