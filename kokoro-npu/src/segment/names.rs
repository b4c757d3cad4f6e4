//! Names of a segment's inputs and of its output.

use super::Rate;

/// Names of the segment's inputs that come from the features.
pub const FEATURES: [&str; 4] = ["text", "f0", "energy", "harmonics"];

/// Name of the output.
pub const LOGITS: &str = "logits";

/// Name of the input that is one in the utterance's columns and zero after them.
pub fn mask_name(rate: Rate) -> String {
    format!("mask.{}", rate.name())
}

/// Name of the input with the number of the capacity's columns divided by that of the utterance's.
pub fn ratio_name(rate: Rate) -> String {
    format!("ratio.{}", rate.name())
}

/// Names of the inputs `γ` and `β` of a normalisation.
pub fn affine_names(normalisation: &str) -> [String; 2] {
    ["gamma", "beta"].map(|part| format!("{normalisation}.{part}"))
}
