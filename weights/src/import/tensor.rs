//! A tensor between the file that it comes from and the one that it goes to.

use crate::Dtype;
use crate::quantized::{SCALE, ZERO_POINT};

/// A tensor on its way from a foreign file into a shard.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tensor {
    pub(super) name: String,
    pub(super) dtype: Dtype,
    pub(super) shape: Vec<usize>,
    /// Elements, little-endian.
    pub(super) bytes: Vec<u8>,
}

impl Tensor {
    pub(super) fn f32(name: String, shape: Vec<usize>, values: &[f32]) -> Self {
        let bytes = values.iter().flat_map(|value| value.to_le_bytes()).collect();
        Self { name, dtype: Dtype::F32, shape, bytes }
    }

    /// The scale and the zero point beside the integer tensor `name`.
    pub(super) fn companions(
        name: &str,
        dtype: Dtype,
        scale: &[f32],
        zero_point: Vec<u8>,
    ) -> [Self; 2] {
        [
            Self::f32(format!("{name}{SCALE}"), vec![scale.len()], scale),
            Self {
                name: format!("{name}{ZERO_POINT}"),
                dtype,
                shape: vec![zero_point.len()],
                bytes: zero_point,
            },
        ]
    }
}
