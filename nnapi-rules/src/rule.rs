//! The list of rules. Each is a sentence that says what a graph must be like.

use std::fmt;

/// A rule of the provider, or of this crate where the provider goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Rule {
    /// The file is of a format version that libraries in the field do not read.
    FileVersion,
    /// The model imports an operator set that is too old.
    OperatorSetTooOld,
    /// The operator is not in the provider's list.
    Operator,
    /// The operator is of a newer version than the provider takes.
    OperatorVersion,
    /// The operation needs a newer Android.
    ApiLevel,
    /// A shape is not known, or not fixed.
    Shape,
    /// The elements of a constant are outside the file.
    ExternalData,
    /// A tensor has too few or too many dimensions.
    Rank,
    /// A tensor has an element type that the operation is not taken for.
    ElementType,
    /// A parameter is not a constant.
    Constant,
    /// A parameter has a value that NNAPI has no form for.
    Parameter,
    /// The node is not as its operator's definition says.
    Malformed,
    /// Convolution weights are not of rank 4.
    Conv2d,
    /// A grouped convolution is dilated.
    GroupedDilation,
    /// Max or Min has not two arguments.
    TwoInputs,
    /// Split into parts of different sizes.
    UnevenSplit,
    /// Split whose number of parts the provider reads as none.
    SplitCount,
    /// Resize that leaves the height as it is.
    ResizeLayout,
    /// An operator alone between DequantizeLinear and QuantizeLinear that has no quantised form.
    QuantizedGroup,
    /// An operator that the optimiser will enclose in such a group.
    Propagation,
    /// A quantised activation is not of 8 bits without sign.
    Activation,
    /// An activation has one scale for each channel.
    PerChannelActivation,
    /// Weights have scales by channel where they may not.
    PerChannelWeight,
    /// Weights have another number of scales than output channels.
    ScaleCount,
    /// Weights with sign have a zero point.
    WeightZeroPoint,
    /// Scales of weights run along another axis than that of output channels.
    WeightAxis,
    /// A quantised bias is not of 32 bits.
    BiasType,
    /// The scale of a bias is not the product of the scales of input and weights.
    BiasScale,
    /// A bias has a zero point.
    BiasZeroPoint,
    /// A group that needs a QuantizeLinear has none.
    OutputNotQuantized,
    /// The output's scale and zero point are not those that the operation has.
    OutputScale,
    /// Quantised data come from outside the subgraph, without their scale.
    QuantizedFromOutside,
    /// A subgraph of one node that only renames or reshapes.
    TrivialSubgraph,
}

/// What happens to a graph that breaks a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Consequence {
    /// The node runs on the CPU.
    RunsOnCpu,
    /// No session can be made.
    SessionFails,
    /// The provider takes the node and computes something else.
    WrongResult,
}

impl Rule {
    /// What the provider does about it.
    pub fn consequence(self) -> Consequence {
        match self {
            Self::FileVersion | Self::SplitCount | Self::OutputNotQuantized => {
                Consequence::SessionFails
            }
            Self::BiasScale | Self::BiasZeroPoint | Self::WeightAxis | Self::ResizeLayout => {
                Consequence::WrongResult
            }
            _ => Consequence::RunsOnCpu,
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FileVersion => "the file format must be one that installed libraries read",
            Self::OperatorSetTooOld => "the operator set must be new enough to judge",
            Self::Operator => "the operator must be in the provider's list",
            Self::OperatorVersion => "the operator must not be newer than the provider",
            Self::ApiLevel => "the operation must exist at the phone's API level",
            Self::Shape => "every shape must be fixed",
            Self::ExternalData => "constants must be inside the file",
            Self::Rank => "tensors must have from one to four dimensions",
            Self::ElementType => "data outside quantised groups must be 32-bit floats",
            Self::Constant => "parameters must be constants that no input can override",
            Self::Parameter => "parameters must have a form in NNAPI",
            Self::Malformed => "the node must be as its operator is defined",
            Self::Conv2d => "convolutions must be two-dimensional",
            Self::GroupedDilation => "grouped convolutions must not be dilated unless depthwise",
            Self::TwoInputs => "Max and Min must have two arguments",
            Self::UnevenSplit => "Split must give parts of one size",
            Self::SplitCount => "from opset 18 Split must have `num_outputs` and no `split`",
            Self::ResizeLayout => "Resize must change the height, or its layout is guessed wrongly",
            Self::QuantizedGroup => {
                "an operator without quantised form must not stand alone between DequantizeLinear \
                 and QuantizeLinear"
            }
            Self::Propagation => {
                "an operator that the optimiser moves QuantizeLinear and DequantizeLinear through \
                 must not touch them"
            }
            Self::Activation => "quantised activations must be 8-bit without sign",
            Self::PerChannelActivation => "activations must have one scale and one zero point",
            Self::PerChannelWeight => "only signed weights of Conv may have scales by channel",
            Self::ScaleCount => "weights must have one scale, or one for each output channel",
            Self::WeightZeroPoint => "signed weights must have zero points of 0",
            Self::WeightAxis => "scales of weights must run along axis 0",
            Self::BiasType => "a quantised bias must be a 32-bit integer",
            Self::BiasScale => {
                "the scale of a bias must be exactly the product of the scales of input and weights"
            }
            Self::BiasZeroPoint => "a bias must have zero points of 0",
            Self::OutputNotQuantized => {
                "a group with quantised inputs must have a quantised output"
            }
            Self::OutputScale => "the output must have the scale and zero point of the operation",
            Self::QuantizedFromOutside => {
                "quantised data without a scale of their own must be made in the same subgraph"
            }
            Self::TrivialSubgraph => {
                "a subgraph must do more than one Reshape, Flatten or Identity"
            }
        })
    }
}

impl fmt::Display for Consequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RunsOnCpu => "runs on the CPU",
            Self::SessionFails => "no session can be made",
            Self::WrongResult => "wrong result",
        })
    }
}

/// A rule that is broken, and how.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Violation {
    pub rule: Rule,
    pub detail: String,
}

impl Violation {
    pub fn new(rule: Rule, detail: impl Into<String>) -> Self {
        Self { rule, detail: detail.into() }
    }
}

/// Attributes and constants that cannot be read.
impl From<kokoro_onnx::Error> for Violation {
    fn from(error: kokoro_onnx::Error) -> Self {
        let rule = match error {
            kokoro_onnx::Error::External { .. } => Rule::ExternalData,
            _ => Rule::Malformed,
        };
        Self::new(rule, error.to_string())
    }
}

/// Fails with a [`Violation`] unless `condition` holds.
pub(super) fn require(
    condition: bool,
    rule: Rule,
    detail: impl FnOnce() -> String,
) -> Result<(), Violation> {
    if condition { Ok(()) } else { Err(Violation::new(rule, detail())) }
}
