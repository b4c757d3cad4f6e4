//! What tells counts of the same thing apart. None of it is made up by clients, who could make as
//! many as they liked.

use std::sync::Arc;

use prometheus_client::encoding::EncodeLabelSet;

use crate::keys::Caller;

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct RequestLabels {
    pub method: &'static str,
    /// The pattern of the path; empty where there is no route.
    pub route: String,
    pub status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct ErrorLabels {
    pub kind: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct KeyLabels {
    pub key: Arc<str>,
}

impl From<&Caller> for KeyLabels {
    fn from(Caller(name): &Caller) -> Self {
        Self { key: name.clone() }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct OutcomeLabels {
    pub outcome: &'static str,
}

/// How a speech ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It was spoken to its end.
    Finished,
    /// It could not be spoken.
    Failed,
    /// The client went away.
    Abandoned,
}

impl Outcome {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::Failed => "failed",
            Self::Abandoned => "abandoned",
        }
    }
}
