//! An input of a segment.

/// An input of a segment: name, shape `[1, C, 1, T]`, values.
#[derive(Debug, Clone, PartialEq)]
pub struct SegmentInput {
    /// As in the model.
    pub name: String,
    /// Rank 4.
    pub shape: [usize; 4],
    /// Row by row.
    pub values: Vec<f32>,
}

impl SegmentInput {
    /// An input of `channels` rows.
    pub fn new(name: String, channels: usize, values: Vec<f32>) -> Self {
        Self { name, shape: [1, channels, 1, values.len() / channels], values }
    }
}
