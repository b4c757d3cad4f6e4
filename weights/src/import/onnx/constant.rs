//! Constants of an export, and how their elements are reordered into torch's layout.

use kokoro_onnx::{self as onnx, Tensor};
use ndarray::ArrayView3;

use crate::Dtype;
use crate::error::ConstantFault;

/// A constant of the graph; it has as many elements as its shape says.
pub(super) struct Constant {
    pub(super) shape: Vec<usize>,
    pub(super) dtype: Dtype,
    /// Elements, row-major, little-endian.
    pub(super) bytes: Vec<u8>,
}

impl Constant {
    pub(super) fn read(tensor: &Tensor) -> Result<Self, ConstantFault> {
        let (dtype, bytes) = match tensor.data_type {
            onnx::FLOAT => {
                let values = tensor.f32s()?;
                (Dtype::F32, values.iter().flat_map(|value| value.to_le_bytes()).collect())
            }
            onnx::UINT8 => (Dtype::U8, tensor.u8s()?),
            onnx::INT8 => (Dtype::I8, tensor.i8s()?.into_iter().map(i8::cast_unsigned).collect()),
            found => {
                return Err(ConstantFault::ElementType { name: tensor.name.clone(), found });
            }
        };
        // The elements were counted, so that no dimension is negative.
        let shape = tensor.dims.iter().map(|&size| usize::try_from(size).unwrap_or(0)).collect();
        Ok(Self { shape, dtype, bytes })
    }

    pub(super) fn floats(&self) -> Result<Vec<f32>, ConstantFault> {
        match self.dtype {
            Dtype::F32 => Ok(Dtype::F32.to_f32(&self.bytes)),
            found => Err(ConstantFault::NotFloats { found }),
        }
    }

    /// The transpose of a matrix.
    pub(super) fn transposed(self) -> Result<Self, ConstantFault> {
        let Self { shape, dtype, bytes } = self;
        let &[rows, columns] = &*shape else { return Err(ConstantFault::NotAMatrix { shape }) };
        let bytes = transpose(&bytes, [rows, columns], dtype.size());
        Ok(Self { shape: vec![columns, rows], dtype, bytes })
    }
}

/// The transpose of a row-major matrix whose elements are `size` bytes.
pub(super) fn transpose(matrix: &[u8], [rows, columns]: [usize; 2], size: usize) -> Vec<u8> {
    if matrix.is_empty() {
        return Vec::new(); // one of the sizes is 0, and the other may be any number
    }
    let elements = ArrayView3::from_shape((rows, columns, size), matrix);
    // A constant has as many bytes as its shape says, and so has each of its slices.
    let elements = elements.expect("as many bytes as the matrix has");
    elements.permuted_axes([1, 0, 2]).iter().copied().collect()
}

/// Rows of ONNX's gate order i, o, f, c in torch's order i, f, g, o (c and g are the same gate).
pub(super) fn reorder_gates<T: Copy>(rows: &[T]) -> Vec<T> {
    let quarter = rows.len() / 4;
    let gate = |index: usize| rows[index * quarter..(index + 1) * quarter].iter().copied();
    gate(0).chain(gate(2)).chain(gate(3)).chain(gate(1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gates_from_onnx_order_to_torch_order() {
        let gates = ["i", "i", "o", "o", "f", "f", "c", "c"];
        assert_eq!(reorder_gates(&gates).concat(), "iiffccoo");
    }

    #[test]
    fn rows_become_columns() {
        assert_eq!(transpose(b"abcdef", [2, 3], 1), b"adbecf");
        assert_eq!(transpose(b"aabbccddeeff", [3, 2], 2), b"aacceebbddff");
        assert_eq!(transpose(b"", [0, usize::MAX], 4), b"");
    }
}
