//! Faults and warnings on their way to the caller.

use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

use super::error::SsmlError;
use super::fault::Fault;
use super::limits::MAX_WARNINGS;
use super::place::{Place, Places};

/// What becomes of SSML that is no well-formed XML.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Strictness {
    /// It is an error with line and column.
    #[default]
    Strict,
    /// As much of it is read as can be, with warnings.
    Lenient,
}

/// What SSML asks for and does not get.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Warning {
    /// What it is, in a sentence without a full stop.
    pub message: String,
    /// The bytes of the input that ask for it.
    pub source: Range<usize>,
    /// Where they begin.
    pub place: Place,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// What was found to be wrong so far.
#[derive(Debug)]
pub(super) struct Notes {
    strictness: Strictness,
    /// The first fault, if that is an error.
    fault: Option<(Fault, Range<usize>)>,
    warnings: Vec<(Range<usize>, String)>,
    /// What is said only once.
    said: HashSet<String>,
    /// How many warnings were left out.
    left_out: usize,
}

impl Notes {
    pub(super) fn new(strictness: Strictness) -> Self {
        let (fault, warnings, said, left_out) = Default::default();
        Self { strictness, fault, warnings, said, left_out }
    }

    /// Takes note of a fault at `range`. If faults are errors, the one that stands first is the
    /// error.
    pub(super) fn fault(&mut self, fault: Fault, range: Range<usize>) {
        match self.strictness {
            Strictness::Lenient => self.warn(fault.to_string(), range),
            Strictness::Strict => {
                if self.fault.as_ref().is_none_or(|(_, first)| range.start < first.start) {
                    self.fault = Some((fault, range));
                }
            }
        }
    }

    /// Whether a fault was found that is an error.
    pub(super) fn failed(&self) -> bool {
        self.fault.is_some()
    }

    pub(super) fn warn(&mut self, message: impl Into<String>, range: Range<usize>) {
        if self.warnings.len() < MAX_WARNINGS {
            self.warnings.push((range, message.into()));
        } else {
            self.left_out += 1;
        }
    }

    /// Warns of what is met often: only the first is told.
    pub(super) fn warn_once(&mut self, message: String, range: Range<usize>) {
        if self.warnings.len() >= MAX_WARNINGS {
            self.left_out += usize::from(!self.said.contains(&message));
        } else if self.said.insert(message.clone()) {
            self.warn(message, range);
        }
    }

    /// The warnings in the order of the input, or the error.
    pub(super) fn finish(mut self, input: &str) -> Result<Vec<Warning>, SsmlError> {
        let mut places = Places::new(input);
        if let Some((fault, range)) = self.fault {
            return Err(SsmlError { fault, place: places.of(range.start), range });
        }
        self.warnings.sort_by_key(|(range, _)| range.start);
        let warning = |(source, message): (Range<usize>, String)| {
            let place = places.of(source.start);
            Warning { message, source, place }
        };
        let mut warnings: Vec<_> = self.warnings.into_iter().map(warning).collect();
        if self.left_out > 0 {
            let message = format!("{} more warnings are left out", self.left_out);
            let source = input.len()..input.len();
            let place = Places::new(input).of(input.len());
            warnings.push(Warning { message, source, place });
        }
        Ok(warnings)
    }
}
