//! Decode paths: the ways from features to logits that are compared.

use std::fmt;
use std::str::FromStr;

use kokoro_npu::SegmentPrecision;
use kokoro_npu::runtime::Provider;
use kokoro_npu::segment;
use kokoro_npu::target::Target;

use crate::error::{Error, Result};

/// A way from features to logits. Its text form is its name in tables and files.
///
/// ```
/// use kokoro_ablate::DecodePath;
///
/// let path: DecodePath = "segment-int8@nnapi:fp16".parse()?;
/// assert_eq!(path.to_string(), "segment-int8@nnapi:fp16");
/// assert_eq!(path.file_name(), "segment-int8@nnapi_fp16");
/// # Ok::<(), kokoro_ablate::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodePath {
    /// [`kokoro_core::Decoder`] on the CPU. In f32 it is what the others are held against.
    Cpu(kokoro_core::Precision),
    /// A segment on a provider of ONNX Runtime.
    Segment {
        /// Numbers that its convolutions are computed in.
        precision: SegmentPrecision,
        /// Who runs it.
        provider: Provider,
    },
}

/// Which segments a path needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SegmentKind {
    /// Numbers that convolutions are computed in.
    pub precision: SegmentPrecision,
    /// What the segments are made for.
    pub target: Target,
}

const CPU: &str = "cpu-";
const SEGMENT: &str = "segment-";

impl SegmentKind {
    /// The name of the file for a capacity of `frames`.
    pub fn file_name(self, frames: usize) -> String {
        segment::file_name(frames, self.precision, self.target)
    }
}

impl DecodePath {
    /// The CPU in f32.
    pub const REFERENCE: Self = Self::Cpu(kokoro_core::Precision::F32);

    /// The precision and the target of its segments, if it has any.
    pub fn segment(&self) -> Option<SegmentKind> {
        match self {
            Self::Cpu(_) => None,
            Self::Segment { precision, provider } => {
                Some(SegmentKind { precision: *precision, target: provider.target() })
            }
        }
    }

    /// Its name with `_` for what does not belong into a file's name.
    pub fn file_name(&self) -> String {
        file_name(&self.to_string())
    }
}

/// A path's name with `_` for what does not belong into a file's name.
pub(super) fn file_name(path: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "@=,.-".contains(c);
    path.chars().map(|c| if plain(c) { c } else { '_' }).collect()
}

impl fmt::Display for DecodePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cpu(precision) => write!(f, "{CPU}{precision}"),
            Self::Segment { precision, provider } => write!(f, "{SEGMENT}{precision}@{provider}"),
        }
    }
}

impl FromStr for DecodePath {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        if let Some(Ok(precision)) = text.strip_prefix(CPU).map(str::parse) {
            return Ok(Self::Cpu(precision));
        }
        let parts = text.strip_prefix(SEGMENT).and_then(|rest| rest.split_once('@'));
        let (precision, provider) =
            parts.ok_or_else(|| Error::UnknownPath { found: text.into() })?;
        Ok(Self::Segment { precision: precision.parse()?, provider: provider.parse()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for name in
            ["cpu-f32", "cpu-int8", "segment-f32@cpu", "segment-a16w8@qnn:htp,plugin=/a/b.so"]
        {
            let path: DecodePath = name.parse().unwrap();
            assert_eq!(path.to_string(), name);
            assert!(!path.file_name().contains(['/', ':']), "{}", path.file_name());
        }
        for wrong in ["cpu-fast", "segment-int8", "segment-int4@cpu", "segment-int8@tpu"] {
            assert!(wrong.parse::<DecodePath>().is_err(), "{wrong}");
        }
    }
}
