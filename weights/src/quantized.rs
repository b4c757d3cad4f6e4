//! Integer tensors: 8-bit values with a scale and a zero point for the whole tensor or for each
//! row.

/// Suffix of the tensor that holds the scales of an integer tensor.
pub const SCALE: &str = ".scale";
/// Suffix of the tensor that holds the zero points of an integer tensor.
pub const ZERO_POINT: &str = ".zero_point";

/// 8-bit values, borrowed from the mapped file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Integers<'a> {
    /// Unsigned values (convolutions of the community export).
    U8(&'a [u8]),
    /// Signed values (linear layers, LSTMs and embeddings of the community export).
    I8(&'a [i8]),
}

impl Integers<'_> {
    /// Number of values.
    pub fn len(&self) -> usize {
        match self {
            Self::U8(data) => data.len(),
            Self::I8(data) => data.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A tensor in its integer form: `value = (q − zero_point) · scale`, in f32.
///
/// `scale` and `zero_point` have one entry for the whole tensor, or one for each index of the first
/// dimension (an output row of `Linear.weight`, `[out, in]`).
#[derive(Clone, Debug)]
pub struct Quantized<'a> {
    /// `q`, row-major.
    pub data: Integers<'a>,
    /// Shape of `data`, as of the float tensor in the official layout.
    pub shape: Vec<usize>,
    /// `[1]` or `[shape[0]]`.
    pub scale: Vec<f32>,
    /// As long as `scale`; within the range of the stored type.
    pub zero_point: Vec<i32>,
}

impl Quantized<'_> {
    /// How many values share a scale: the length of a row, or of the whole tensor.
    pub fn group_len(&self) -> usize {
        self.data.len() / self.scale.len().max(1)
    }

    /// The float tensor, row-major. The difference is exact in f32, and the product is rounded
    /// once, so that every machine computes the same bits.
    pub fn dequantize(&self) -> Vec<f32> {
        match self.data {
            Integers::U8(data) => self.map(data, f32::from),
            Integers::I8(data) => self.map(data, f32::from),
        }
    }

    fn map<T: Copy>(&self, data: &[T], float: impl Fn(T) -> f32) -> Vec<f32> {
        let mut values = Vec::with_capacity(data.len());
        let groups = data.chunks(self.group_len().max(1));
        for (group, (&scale, &zero)) in groups.zip(self.scale.iter().zip(&self.zero_point)) {
            let zero = zero as f32; // 8-bit, exact
            values.extend(group.iter().map(|&q| (float(q) - zero) * scale));
        }
        values
    }
}
