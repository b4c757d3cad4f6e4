//! The bridge to candle: a `VarBuilder` that reads, verifies and dequantises a tensor when a layer
//! asks for it.

use candle_core::{DType, Device, Shape, Tensor};
use candle_nn::var_builder::{SimpleBackend, VarBuilderArgs};
use candle_nn::{Init, VarBuilder};

use crate::{Error, Weights};

impl Weights {
    /// A source of parameters in f32 for candle's layers, by the names of upstream's state dict. It
    /// keeps the files mapped as long as it lives; each tensor is verified the first time it is
    /// asked for.
    pub fn var_builder(&self, device: &Device) -> VarBuilder<'static> {
        let backend: Box<dyn SimpleBackend> = Box::new(Backend(self.clone()));
        VarBuilderArgs::new_with_args(backend, DType::F32, device)
    }
}

struct Backend(Weights);

impl SimpleBackend for Backend {
    fn get(
        &self,
        shape: Shape,
        name: &str,
        _: Init,
        dtype: DType,
        device: &Device,
    ) -> candle_core::Result<Tensor> {
        let stored = self.0.shape(name).map_err(candle_core::Error::wrap)?;
        if stored != shape.dims() {
            return Err(candle_core::Error::wrap(Error::Tensor {
                path: self.0.folder().into(),
                tensor: name.into(),
                expected: format!("{:?}", shape.dims()),
                found: format!("{stored:?}"),
            }));
        }
        self.get_unchecked(name, dtype, device)
    }

    fn get_unchecked(
        &self,
        name: &str,
        dtype: DType,
        device: &Device,
    ) -> candle_core::Result<Tensor> {
        let shape = self.0.shape(name).map_err(candle_core::Error::wrap)?;
        let values = self.0.tensor(name).map_err(candle_core::Error::wrap)?;
        Tensor::from_vec(values, shape, device)?.to_dtype(dtype)
    }

    fn contains_tensor(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}
