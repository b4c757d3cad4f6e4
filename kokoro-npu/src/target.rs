//! The runtimes that segments are made for: the precisions that each takes, and the ONNX operator
//! set that its segments are written in.
//!
//! | target | precisions | default |
//! |---|---|---|
//! | `nnapi` | f32, int8: its provider takes 8-bit activations only | int8 |
//! | `qnn` | f32, a16w8, int8 | a16w8 |
//! | `openvino` | f32, a16w8, int8 | int8 |
//! | `coreml` | f32: its provider has neither QuantizeLinear nor DequantizeLinear | f32 |
//! | `generic` | f32, a16w8, int8 | int8 |

use std::fmt;
use std::str::FromStr;

use crate::{Error, Result, SegmentPrecision};

/// The newest operator set in which NNAPI's provider knows the version of every operator. For f32
/// and int8, no other target needs a newer one.
const COMMON_OPSET: i64 = 17;
/// The first operator set in which 16-bit activations are standard.
const WIDE_OPSET: i64 = 21;

/// The runtime that a segment is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// Android's Neural Networks API.
    Nnapi,
    /// Qualcomm's AI Engine Direct.
    Qnn,
    /// Intel's OpenVINO.
    OpenVino,
    /// Apple's Core ML.
    CoreMl,
    /// Whatever runs ONNX.
    Generic,
}

impl Target {
    /// Every target.
    pub const ALL: [Self; 5] =
        [Self::Nnapi, Self::Qnn, Self::OpenVino, Self::CoreMl, Self::Generic];

    /// The precisions that it takes.
    pub fn precisions(self) -> &'static [SegmentPrecision] {
        match self {
            Self::Nnapi => &[SegmentPrecision::F32, SegmentPrecision::Int8],
            Self::CoreMl => &[SegmentPrecision::F32],
            Self::Qnn | Self::OpenVino | Self::Generic => {
                &[SegmentPrecision::F32, SegmentPrecision::A16W8, SegmentPrecision::Int8]
            }
        }
    }

    /// The precision where none is named: the fastest that the target takes. QNN is the exception:
    /// it also computes with 16-bit activations, and gets this more exact precision.
    pub fn default_precision(self) -> SegmentPrecision {
        match self {
            Self::Nnapi | Self::OpenVino | Self::Generic => SegmentPrecision::Int8,
            Self::Qnn => SegmentPrecision::A16W8,
            Self::CoreMl => SegmentPrecision::F32,
        }
    }

    /// The ONNX operator set that a segment of this precision is written in.
    ///
    /// # Errors
    /// [`Error::TargetPrecision`] if the target does not take it.
    pub fn opset(self, precision: SegmentPrecision) -> Result<i64> {
        if !self.precisions().contains(&precision) {
            return Err(Error::TargetPrecision { target: self, found: precision });
        }
        Ok(if precision == SegmentPrecision::A16W8 { WIDE_OPSET } else { COMMON_OPSET })
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nnapi => "nnapi",
            Self::Qnn => "qnn",
            Self::OpenVino => "openvino",
            Self::CoreMl => "coreml",
            Self::Generic => "generic",
        })
    }
}

impl FromStr for Target {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let found = || Error::UnknownTarget { found: text.into() };
        Self::ALL.into_iter().find(|target| target.to_string() == text).ok_or_else(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_written() {
        for target in Target::ALL {
            assert_eq!(target.to_string().parse::<Target>().unwrap(), target);
        }
        let error = "tpu".parse::<Target>().unwrap_err().to_string();
        assert_eq!(
            error,
            r#"unknown target "tpu": expected nnapi, qnn, openvino, coreml or generic"#
        );
    }

    #[test]
    fn every_default_is_taken() {
        for target in Target::ALL {
            assert!(target.opset(target.default_precision()).is_ok(), "{target}");
            assert_eq!(target.opset(SegmentPrecision::F32).unwrap(), 17, "{target}");
        }
    }

    #[test]
    fn nnapi_keeps_to_the_operator_set_that_it_knows() {
        assert_eq!(Target::Nnapi.opset(SegmentPrecision::Int8).unwrap(), 17);
        assert_eq!(Target::Qnn.opset(SegmentPrecision::A16W8).unwrap(), 21);
    }

    #[test]
    fn what_a_target_does_not_take_is_refused_with_what_it_takes() {
        let message = |target: Target, precision| target.opset(precision).unwrap_err().to_string();
        assert_eq!(
            message(Target::Nnapi, SegmentPrecision::A16W8),
            "the target nnapi does not take a16w8: expected f32 or int8; choose one of them or \
             another target"
        );
        assert_eq!(
            message(Target::CoreMl, SegmentPrecision::Int8),
            "the target coreml does not take int8: expected f32; choose it or another target"
        );
    }
}
