//! `TensorProto`: constants.

use bytes::Bytes;

use crate::{Element, ElementType, Error, StringEntry};

/// `TensorProto.DataLocation`: where the elements are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, prost::Enumeration)]
#[repr(i32)]
pub enum DataLocation {
    /// In the message.
    Default = 0,
    /// In the file that [`Tensor::external_data`] names.
    External = 1,
}

/// `TensorProto`: a constant. Its elements are in `raw_data` (little-endian), or in the list of
/// their type.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Tensor {
    /// Shape; empty for a scalar.
    #[prost(int64, repeated, packed = "false", tag = "1")]
    pub dims: Vec<i64>,
    /// Element type: a number of [`ElementType`].
    #[prost(int32, tag = "2")]
    pub data_type: i32,
    /// Elements of type `FLOAT`.
    #[prost(float, repeated, tag = "4")]
    pub float_data: Vec<f32>,
    /// Elements of integer types up to 32 bits, of `BOOL`, and of 16-bit floats as their bits.
    #[prost(int32, repeated, tag = "5")]
    pub int32_data: Vec<i32>,
    /// Elements of type `STRING`.
    #[prost(bytes = "bytes", repeated, tag = "6")]
    pub string_data: Vec<Bytes>,
    /// Elements of type `INT64`.
    #[prost(int64, repeated, tag = "7")]
    pub int64_data: Vec<i64>,
    /// Name.
    #[prost(string, tag = "8")]
    pub name: String,
    /// Elements of any type but `STRING`, little-endian.
    #[prost(bytes = "bytes", tag = "9")]
    pub raw_data: Bytes,
    /// Elements of type `DOUBLE`.
    #[prost(double, repeated, tag = "10")]
    pub double_data: Vec<f64>,
    /// Elements of types `UINT32` and `UINT64`.
    #[prost(uint64, repeated, tag = "11")]
    pub uint64_data: Vec<u64>,
    /// Documentation.
    #[prost(string, tag = "12")]
    pub doc_string: String,
    /// File, offset and length of elements outside the model.
    #[prost(message, repeated, tag = "13")]
    pub external_data: Vec<StringEntry>,
    /// Where the elements are.
    #[prost(enumeration = "DataLocation", tag = "14")]
    pub data_location: i32,
}

impl Tensor {
    /// A tensor of shape `dims` with these elements, row by row, in `raw_data`.
    ///
    /// # Errors
    /// [`Error::ElementCount`] if the product of `dims` is not `elements.len()`.
    pub fn new<T: Element>(
        name: impl Into<String>,
        dims: &[i64],
        elements: &[T],
    ) -> Result<Self, Error> {
        let mut bytes = Vec::with_capacity(elements.len() * T::SIZE);
        elements.iter().for_each(|element| element.write(&mut bytes));
        let (name, dims) = (name.into(), dims.into());
        let data_type = T::TYPE as i32;
        let tensor = Self { name, dims, data_type, raw_data: bytes.into(), ..Self::default() };
        tensor.counted(elements.len()).map(|()| tensor)
    }

    /// The element type, or `None` if this crate has no name for its number.
    pub fn element_type(&self) -> Option<ElementType> {
        ElementType::try_from(self.data_type).ok()
    }

    /// Whether the elements are in another file.
    pub fn is_external(&self) -> bool {
        self.data_location == DataLocation::External as i32
    }

    /// Product of the dimensions; `None` if one is negative or the product overflows.
    pub fn element_count(&self) -> Option<usize> {
        let mut sizes = self.dims.iter().map(|&dim| usize::try_from(dim).ok());
        sizes.try_fold(1usize, |product, size| product.checked_mul(size?))
    }

    /// The elements, row by row.
    ///
    /// # Errors
    /// [`Error::External`], [`Error::ElementType`] for another type than `T`;
    /// [`Error::ElementCount`] and [`Error::ElementRange`] for damaged elements.
    pub fn elements<T: Element>(&self) -> Result<Vec<T>, Error> {
        let tensor = || self.name.clone();
        if self.is_external() {
            return Err(Error::External { tensor: tensor() });
        }
        if self.data_type != T::TYPE as i32 {
            let (expected, found) = (T::TYPE, self.data_type);
            return Err(Error::ElementType { tensor: tensor(), expected, found });
        }
        let elements = if self.raw_data.is_empty() { self.listed() } else { self.raw() }?;
        self.counted(elements.len()).map(|()| elements)
    }

    /// The elements of any integer type up to 64 bits with sign, widened.
    ///
    /// # Errors
    /// As [`Tensor::elements`]; other types are reported as not being 64-bit integers.
    pub fn integers(&self) -> Result<Vec<i64>, Error> {
        fn widened<T: Element + Into<i64>>(tensor: &Tensor) -> Result<Vec<i64>, Error> {
            Ok(tensor.elements::<T>()?.into_iter().map(Into::into).collect())
        }
        match self.element_type() {
            Some(ElementType::Uint8) => widened::<u8>(self),
            Some(ElementType::Int8) => widened::<i8>(self),
            Some(ElementType::Uint16) => widened::<u16>(self),
            Some(ElementType::Int16) => widened::<i16>(self),
            Some(ElementType::Int32) => widened::<i32>(self),
            _ => self.i64s(),
        }
    }

    fn raw<T: Element>(&self) -> Result<Vec<T>, Error> {
        let elements = self.raw_data.chunks(T::SIZE).map(T::read).collect::<Option<_>>();
        elements.ok_or_else(|| self.miscounted(None))
    }

    fn listed<T: Element>(&self) -> Result<Vec<T>, Error> {
        // `T` is the type of the list's elements, but the compiler does not know this. Therefore
        // the elements are converted by way of their bytes.
        let mut bytes = vec![];
        match T::TYPE {
            ElementType::Float => self.float_data.iter().for_each(|x| x.write(&mut bytes)),
            ElementType::Int64 => self.int64_data.iter().for_each(|x| x.write(&mut bytes)),
            element_type => {
                let element = |&value| {
                    let tensor = self.name.clone();
                    T::from_list(value).ok_or(Error::ElementRange { tensor, value, element_type })
                };
                return self.int32_data.iter().map(element).collect();
            }
        }
        Ok(bytes.chunks(T::SIZE).filter_map(T::read).collect())
    }

    fn counted(&self, found: usize) -> Result<(), Error> {
        let right = self.element_count() == Some(found);
        if right { Ok(()) } else { Err(self.miscounted(Some(found))) }
    }

    fn miscounted(&self, found: Option<usize>) -> Error {
        Error::ElementCount { tensor: self.name.clone(), dims: self.dims.clone(), found }
    }
}

macro_rules! typed {
    ($type:ty, $from:ident, $elements:ident) => {
        impl Tensor {
            #[doc = concat!("[`Tensor::new`] of `", stringify!($type), "`.")]
            ///
            /// # Errors
            /// [`Error::ElementCount`] if the product of `dims` is not `elements.len()`.
            pub fn $from(
                name: impl Into<String>,
                dims: &[i64],
                elements: &[$type],
            ) -> Result<Self, Error> {
                Self::new(name, dims, elements)
            }

            #[doc = concat!("[`Tensor::elements`] of `", stringify!($type), "`.")]
            ///
            /// # Errors
            /// As [`Tensor::elements`].
            pub fn $elements(&self) -> Result<Vec<$type>, Error> {
                self.elements()
            }
        }
    };
}

typed!(f32, from_f32, f32s);
typed!(u8, from_u8, u8s);
typed!(i8, from_i8, i8s);
typed!(u16, from_u16, u16s);
typed!(i16, from_i16, i16s);
typed!(i32, from_i32, i32s);
typed!(i64, from_i64, i64s);
