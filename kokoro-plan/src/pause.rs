//! Pauses, and how long each kind lasts.

use std::ops::Range;
use std::time::Duration;

use kokoro_text::Boundary;

/// The longest pause that can be asked for.
pub const MAX_PAUSE: Duration = Duration::from_secs(60);

/// Silence between utterances.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pause {
    /// How long, from the last sound before it to the first sound after it. Several in a row add
    /// up.
    pub duration: Duration,
    /// Why.
    pub kind: PauseKind,
    /// The bytes of the text that ask for it; empty at its place if no mark of its own does.
    pub source: Range<usize>,
}

/// Why there is a pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PauseKind {
    /// A comma.
    Comma,
    /// A semicolon, a colon, a dash, or a change of the voice within a sentence.
    Clause,
    /// A sentence was too long and is spoken in several utterances.
    Split,
    /// The end of a sentence.
    Sentence,
    /// The end of a line of a poem or of code, or of a cell of a table.
    Line,
    /// The end of an item of a list.
    Item,
    /// The end of a paragraph.
    Paragraph,
    /// The end of a heading.
    Heading,
    /// The end of a section.
    Section,
    /// The author asked for it.
    Break,
}

/// How long each kind of pause lasts, at a rate of 1: the whole silence between two sounds. At
/// another rate it is divided by that.
///
/// As text it is a list of kinds and times with `s` or `ms`; what it does not name is as in the
/// default:
///
/// ```
/// use std::time::Duration;
///
/// use kokoro_plan::PausePolicy;
///
/// let policy: PausePolicy = "sentence=300ms,comma=0.15s".parse()?;
/// assert_eq!(policy.sentence, Duration::from_millis(300));
/// assert_eq!(policy.comma, Some(Duration::from_millis(150)));
/// assert_eq!(policy.heading, PausePolicy::default().heading);
/// # Ok::<(), kokoro_plan::PausePolicyError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PausePolicy {
    /// `None` leaves pauses at commas to the model. Between utterances that a comma divides, the
    /// pause is then 0.2 s.
    pub comma: Option<Duration>,
    /// `None` leaves pauses between clauses to the model. Between utterances of one sentence, the
    /// pause after a clause is then 0.3 s.
    pub clause: Option<Duration>,
    /// Between utterances of one sentence, where no mark divides them.
    pub split: Duration,
    /// After a sentence.
    pub sentence: Duration,
    /// After a line or a cell.
    pub line: Duration,
    /// After an item.
    pub item: Duration,
    /// After a paragraph.
    pub paragraph: Duration,
    /// After a heading.
    pub heading: Duration,
    /// After a section.
    pub section: Duration,
}

/// A pause after a comma between utterances, if the policy does not say how long.
const COMMA: Duration = Duration::from_millis(200);

/// The same after a clause.
const CLAUSE: Duration = Duration::from_millis(300);

impl Default for PausePolicy {
    fn default() -> Self {
        let ms = Duration::from_millis;
        Self {
            comma: None,
            clause: None,
            split: ms(100),
            sentence: ms(400),
            line: ms(400),
            item: ms(450),
            paragraph: ms(700),
            heading: ms(800),
            section: ms(1200),
        }
    }
}

impl PausePolicy {
    /// A pause of this kind at the byte `at` of the text. One that is left to whoever asks for it
    /// is as long as that of a forced split.
    pub fn pause(&self, kind: PauseKind, at: usize) -> Pause {
        let duration = match kind {
            PauseKind::Comma => self.comma.unwrap_or(COMMA),
            PauseKind::Clause => self.clause.unwrap_or(CLAUSE),
            PauseKind::Split | PauseKind::Break => self.split,
            PauseKind::Sentence => self.sentence,
            PauseKind::Line => self.line,
            PauseKind::Item => self.item,
            PauseKind::Paragraph => self.paragraph,
            PauseKind::Heading => self.heading,
            PauseKind::Section => self.section,
        };
        Pause { duration, kind, source: at..at }
    }

    /// Which pause follows an utterance with which `boundary` ends.
    pub fn after(&self, boundary: Boundary) -> PauseKind {
        match boundary {
            Boundary::Split => PauseKind::Split,
            Boundary::Comma => PauseKind::Comma,
            Boundary::Clause => PauseKind::Clause,
            Boundary::Line => PauseKind::Line,
            Boundary::Item => PauseKind::Item,
            Boundary::Paragraph => PauseKind::Paragraph,
            Boundary::Heading => PauseKind::Heading,
            Boundary::Section => PauseKind::Section,
            _ => PauseKind::Sentence,
        }
    }
}

/// `duration` at a rate of speech; at most [`MAX_PAUSE`].
pub(crate) fn at_rate(duration: Duration, rate: f32) -> Duration {
    let seconds = duration.as_secs_f64() / f64::from(rate);
    Duration::try_from_secs_f64(seconds).unwrap_or(MAX_PAUSE).min(MAX_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_are_shorter_at_a_higher_rate_and_always_finite() {
        let second = Duration::from_secs(1);
        assert_eq!(at_rate(second, 2.0), second / 2);
        for rate in [0.0, -1.0, f32::NAN, f32::MIN_POSITIVE] {
            assert_eq!(at_rate(second, rate), MAX_PAUSE, "{rate}");
        }
        assert_eq!(at_rate(second, f32::INFINITY), Duration::ZERO);
    }
}
