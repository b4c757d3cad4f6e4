//! A convolution as a candle operation: shapes are checked, and the types of the tensors choose the
//! kernel.

use std::cell::Cell;

use candle_core::{CpuStorage, InplaceOp2, Layout, Result, Storage, WithDType, bail};
use kokoro_kernels::{Conv, ConvInput, ConvOutput, Element, Interrupt, Moments};

use super::fused::{After, Before};
use super::tensor::range;

/// Writes a convolution of its argument to the tensor that it is applied to.
pub(super) struct ConvOp<'a> {
    conv: &'a Conv,
    before: Before<'a>,
    after: After<'a>,
    moments: Cell<Option<Moments>>,
}

impl<'a> ConvOp<'a> {
    pub fn new(conv: &'a Conv, before: Before<'a>, after: After<'a>) -> Self {
        Self { conv, before, after, moments: Cell::new(None) }
    }

    /// The moments of what was written, if they were wanted.
    pub fn into_moments(self) -> Option<Moments> {
        self.moments.into_inner()
    }

    fn check(&self, xs: &Layout, out: &Layout) -> Result<()> {
        let (conv, (len, c_in), out) = (self.conv, xs.shape().dims2()?, out.dims());
        let expected = conv.geometry().output_len(len).map(|len| vec![len, conv.c_out()]);
        if c_in != conv.c_in() || expected.as_deref() != Some(out) {
            let (geometry, channels) = (conv.geometry(), conv.c_in());
            bail!(
                "conv1d: expected [≥ 1, {channels}] to {expected:?} for {geometry:?}, found \
                 [{len}, {c_in}] to {out:?}"
            );
        }
        match self.after.residual {
            Some(residual) if residual.dims() != out => {
                bail!("conv1d: expected a residual of {out:?}, found {:?}", residual.dims())
            }
            _ => Ok(()),
        }
    }

    /// From an input of one type to an output of another.
    fn run<I: Element, O: Element + WithDType>(&self, xs: &[I], out: &mut [O]) -> Result<()> {
        let Some(residual) = self.after.residual else {
            self.convolve(xs, out, None);
            return Ok(());
        };
        let (storage, layout) = residual.storage_and_layout();
        let Storage::Cpu(storage) = &*storage else {
            bail!("conv1d: expected a residual on the CPU, found {:?}", residual.device())
        };
        let residual = &storage.as_slice::<O>()?[range("conv1d", layout)?];
        self.convolve(xs, out, Some(residual));
        Ok(())
    }

    fn convolve<I: Element, O: Element>(&self, xs: &[I], out: &mut [O], residual: Option<&[O]>) {
        let Before { affine, activation } = self.before;
        let input = ConvInput { values: xs, affine, activation };
        let After { mode, gain, measure, cancel, .. } = self.after;
        let interrupt = cancel.map(|cancel| cancel as &dyn Interrupt);
        let output = ConvOutput { values: out, residual, mode, gain, interrupt };
        if measure {
            self.moments.set(Some(self.conv.run_measured(&input, output)));
        } else {
            self.conv.run(&input, output);
        }
    }
}

impl InplaceOp2 for ConvOp<'_> {
    fn name(&self) -> &'static str {
        "conv1d"
    }

    fn cpu_fwd(
        &self,
        out: &mut CpuStorage,
        out_layout: &Layout,
        xs: &CpuStorage,
        xs_layout: &Layout,
    ) -> Result<()> {
        self.check(xs_layout, out_layout)?;
        let (from, to) = (range("conv1d", xs_layout)?, range("conv1d", out_layout)?);
        match (xs, out) {
            (CpuStorage::F32(xs), CpuStorage::F32(out)) => self.run(&xs[from], &mut out[to]),
            (CpuStorage::F32(xs), CpuStorage::BF16(out)) => self.run(&xs[from], &mut out[to]),
            (CpuStorage::BF16(xs), CpuStorage::F32(out)) => self.run(&xs[from], &mut out[to]),
            (CpuStorage::BF16(xs), CpuStorage::BF16(out)) => self.run(&xs[from], &mut out[to]),
            _ => bail!("conv1d: expected tensors in f32 or bf16"),
        }?;
        match self.after.cancel {
            Some(cancel) if cancel.is_cancelled() => bail!("conv1d: cancelled"),
            _ => Ok(()),
        }
    }
}
