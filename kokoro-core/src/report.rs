//! What decoded an utterance, and why it was not something else.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use kokoro_kernels::Precision;
use serde::{Deserialize, Serialize};

/// What decoded an utterance. Its text is for people: `the CPU`, or `int8 segment of 200 frames on
/// nnapi (…)`, with the reason behind a colon if another decoder was asked first.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct DecodeReport {
    /// The decoder whose logits were spoken.
    pub by: DecodedBy,
    /// Why a decoder that was asked first did not decode. Whoever knows that decoder can downcast
    /// this to the type of its reasons.
    pub fallback: Option<Arc<dyn Error + Send + Sync>>,
}

/// A decoder.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodedBy {
    /// The model's own decoder on the CPU.
    Cpu {
        /// The number format of its inner layers.
        precision: Precision,
    },
    /// A segment: the decoder as a model of fixed size, run by an execution provider.
    Segment(SegmentRun),
    /// None: a pause needs no decoder.
    Silence,
}

/// A run of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SegmentRun {
    /// Frames that the segment holds.
    pub capacity: usize,
    /// Name of the segment's precision.
    pub precision: String,
    /// The execution provider that was asked for, with its options.
    pub provider: String,
    /// Which provider got how much of the segment, the largest share first. What the provider
    /// that was asked for does not take runs on another.
    pub shares: Vec<ProviderShare>,
}

/// The part of a segment that one execution provider got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderShare {
    /// The provider's name.
    pub provider: String,
    /// Nodes of the graph.
    pub nodes: usize,
    /// Connected pieces that these nodes came in.
    pub subgraphs: usize,
}

impl DecodeReport {
    /// The model's own decoder did it.
    pub fn cpu(precision: Precision) -> Self {
        Self { by: DecodedBy::Cpu { precision }, fallback: None }
    }

    /// A segment did it.
    pub fn segment(run: SegmentRun) -> Self {
        Self { by: DecodedBy::Segment(run), fallback: None }
    }

    /// Nothing was decoded: a pause.
    pub fn silence() -> Self {
        Self { by: DecodedBy::Silence, fallback: None }
    }

    /// The same, with the reason why a decoder that was asked first did not.
    #[must_use]
    pub fn with_fallback(self, reason: impl Error + Send + Sync + 'static) -> Self {
        Self { fallback: Some(Arc::new(reason)), ..self }
    }
}

impl ProviderShare {
    /// Shares as text: `7 nodes: QNNExecutionProvider 5 in 1 subgraph, CPUExecutionProvider 2 in 2
    /// subgraphs`.
    pub fn list(shares: &[Self]) -> impl fmt::Display + '_ {
        List(shares)
    }
}

impl fmt::Display for DecodeReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.by)?;
        self.fallback.iter().try_for_each(|reason| write!(f, ": {reason}"))
    }
}

impl fmt::Display for DecodedBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cpu { .. } => f.write_str("the CPU"),
            Self::Segment(run) => write!(f, "{run}"),
            Self::Silence => f.write_str("silence"),
        }
    }
}

impl fmt::Display for SegmentRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { capacity, precision, provider, shares } = self;
        let shares = ProviderShare::list(shares);
        write!(f, "{precision} segment of {capacity} frames on {provider} ({shares})")
    }
}

impl fmt::Display for ProviderShare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { provider, nodes, subgraphs } = self;
        write!(f, "{provider} {nodes} in {subgraphs} subgraph{}", plural(*subgraphs))
    }
}

struct List<'a>(&'a [ProviderShare]);

impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nodes = self.0.iter().map(|share| share.nodes).sum();
        write!(f, "{nodes} node{}:", plural(nodes))?;
        for (place, share) in self.0.iter().enumerate() {
            write!(f, "{} {share}", if place > 0 { "," } else { "" })?;
        }
        Ok(())
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_a_sentence() {
        let cpu = DecodeReport::cpu(Precision::F32);
        assert_eq!(cpu.to_string(), "the CPU");
        let reason = std::io::Error::other("no library");
        assert_eq!(cpu.with_fallback(reason).to_string(), "the CPU: no library");
        let share = |provider: &str, nodes, subgraphs| ProviderShare {
            provider: provider.into(),
            nodes,
            subgraphs,
        };
        let shares = vec![share("QNN", 5, 1), share("CPU", 2, 2)];
        let (precision, provider) = ("int8".into(), "qnn".into());
        let run = SegmentRun { capacity: 200, precision, provider, shares };
        assert_eq!(
            DecodeReport::segment(run).to_string(),
            "int8 segment of 200 frames on qnn (7 nodes: QNN 5 in 1 subgraph, CPU 2 in 2 subgraphs)"
        );
    }

    #[test]
    fn the_reason_keeps_its_type() {
        let reason = std::io::Error::from(std::io::ErrorKind::NotFound);
        let report = DecodeReport::cpu(Precision::F32).with_fallback(reason);
        let fallback = report.fallback.as_deref().unwrap();
        assert!(fallback.downcast_ref::<std::io::Error>().is_some());
    }
}
