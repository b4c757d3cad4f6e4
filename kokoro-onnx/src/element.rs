//! Element types of tensors, and the Rust types that some of them have.

use std::fmt;

/// `TensorProto.DataType`: what a tensor holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, prost::Enumeration)]
#[repr(i32)]
#[allow(missing_docs)] // the names say it
pub enum ElementType {
    Undefined = 0,
    Float = 1,
    Uint8 = 2,
    Int8 = 3,
    Uint16 = 4,
    Int16 = 5,
    Int32 = 6,
    Int64 = 7,
    String = 8,
    Bool = 9,
    Float16 = 10,
    Double = 11,
    Uint32 = 12,
    Uint64 = 13,
    Complex64 = 14,
    Complex128 = 15,
    Bfloat16 = 16,
    Float8E4m3fn = 17,
    Float8E4m3fnuz = 18,
    Float8E5m2 = 19,
    Float8E5m2fnuz = 20,
    Uint4 = 21,
    Int4 = 22,
    Float4E2m1 = 23,
}

impl fmt::Display for ElementType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format!("{self:?}").to_lowercase())
    }
}

/// [`ElementType::Float`] as it stands in [`Tensor::data_type`](crate::Tensor::data_type).
pub const FLOAT: i32 = ElementType::Float as i32;
/// [`ElementType::Uint8`] as it stands in [`Tensor::data_type`](crate::Tensor::data_type).
pub const UINT8: i32 = ElementType::Uint8 as i32;
/// [`ElementType::Int8`] as it stands in [`Tensor::data_type`](crate::Tensor::data_type).
pub const INT8: i32 = ElementType::Int8 as i32;

mod sealed {
    pub trait Sealed {}
}

/// A Rust type that is the element type of tensors.
pub trait Element: Copy + sealed::Sealed {
    /// Its number in the format.
    const TYPE: ElementType;
    /// Bytes of one element in `raw_data`.
    const SIZE: usize;

    /// Appends the little-endian bytes.
    fn write(self, bytes: &mut Vec<u8>);

    /// Reads the little-endian bytes; `None` unless there are [`Element::SIZE`] of them.
    fn read(bytes: &[u8]) -> Option<Self>;

    /// The element that a list of 32-bit integers holds; `None` if it is out of range, or if the
    /// elements of this type are in another list.
    fn from_list(value: i32) -> Option<Self>;
}

macro_rules! element {
    ($type:ty, $variant:ident, $from_list:expr) => {
        impl sealed::Sealed for $type {}

        impl Element for $type {
            const TYPE: ElementType = ElementType::$variant;
            const SIZE: usize = size_of::<$type>();

            fn write(self, bytes: &mut Vec<u8>) {
                bytes.extend_from_slice(&self.to_le_bytes());
            }

            fn read(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(<$type>::from_le_bytes)
            }

            fn from_list(value: i32) -> Option<Self> {
                let from_list: fn(i32) -> Option<$type> = $from_list;
                from_list(value)
            }
        }
    };
}

element!(f32, Float, |_| None);
element!(u8, Uint8, |value| value.try_into().ok());
element!(i8, Int8, |value| value.try_into().ok());
element!(u16, Uint16, |value| value.try_into().ok());
element!(i16, Int16, |value| value.try_into().ok());
element!(i32, Int32, Some);
element!(i64, Int64, |_| None);
