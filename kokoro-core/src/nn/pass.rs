//! What all layers of one pass through the decoder have in common.

use candle_core::{Result, Tensor, bail};
use kokoro_kernels::{Affine, Moments};

use super::adain::{AdaIn, measure};
use super::fused::After;
use crate::CancelToken;

/// One pass through layers that a style steers.
#[derive(Debug)]
pub struct Pass<'a> {
    style: &'a Tensor, // [1, style]
    cancel: Option<&'a CancelToken>,
    statistics: Statistics<'a>,
}

/// Where the normalisations of a pass take their moments from.
#[derive(Debug)]
enum Statistics<'a> {
    /// From their input.
    Measured,
    /// From their input; and they are kept, in the order of the normalisations.
    Recorded(Vec<Moments>),
    /// From elsewhere, in the order of the normalisations.
    Given(std::slice::Iter<'a, Moments>),
}

impl<'a> Pass<'a> {
    /// A pass through layers that `style` `[1, style]` steers, which measure what they normalise.
    pub fn new(style: &'a Tensor) -> Self {
        Self { style, cancel: None, statistics: Statistics::Measured }
    }

    /// The same, until `cancel` is cancelled: the convolution that is being computed then fails.
    #[must_use]
    pub fn with_cancel(self, cancel: &'a CancelToken) -> Self {
        Self { cancel: Some(cancel), ..self }
    }

    /// The same, and the moments that are measured are kept.
    #[must_use]
    pub fn recording(self) -> Self {
        Self { statistics: Statistics::Recorded(Vec::new()), ..self }
    }

    /// The same with moments of another pass, [recorded](Self::recording): each normalisation is
    /// then the same affine function of every column, whatever the other columns are.
    #[must_use]
    pub fn with_moments(self, moments: &'a [Moments]) -> Self {
        Self { statistics: Statistics::Given(moments.iter()), ..self }
    }

    /// The moments that were recorded.
    pub fn into_moments(self) -> Vec<Moments> {
        match self.statistics {
            Statistics::Recorded(moments) => moments,
            _ => Vec::new(),
        }
    }

    /// How a convolution of this pass writes its output: over whatever is there, and nothing more.
    pub fn after(&self) -> After<'a> {
        After { cancel: self.cancel, ..After::default() }
    }

    /// The same for a convolution whose output is normalised next, and so may have to be measured.
    pub fn before_norm(&self) -> After<'a> {
        After { measure: self.measures(), ..self.after() }
    }

    /// The moments of `xs`, which more than one normalisation will read, if this pass measures.
    pub fn moments(&self, measured: Option<Moments>, xs: &Tensor) -> Result<Option<Moments>> {
        match measured {
            None if self.measures() => Ok(Some(measure(xs)?)),
            measured => Ok(measured),
        }
    }

    /// The affine function of the next normalisation, `norm`, whose input is `xs`. Its moments are
    /// measured, if they must be and were not while `xs` was written.
    pub fn affine(
        &mut self,
        norm: &AdaIn,
        measured: Option<Moments>,
        xs: &Tensor,
    ) -> Result<Affine> {
        let style = self.style;
        if let Statistics::Given(given) = &mut self.statistics {
            return match given.next() {
                Some(moments) => norm.affine(moments, style),
                None => bail!("adain: expected moments of every normalisation, found too few"),
            };
        }
        let moments = measured.map_or_else(|| measure(xs), Ok)?;
        let affine = norm.affine(&moments, style)?;
        if let Statistics::Recorded(all) = &mut self.statistics {
            all.push(moments);
        }
        Ok(affine)
    }

    fn measures(&self) -> bool {
        !matches!(self.statistics, Statistics::Given(_))
    }
}
