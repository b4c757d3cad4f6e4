//! What all layers of one pass through the decoder have in common.

use candle_core::Tensor;

use super::fused::After;
use crate::CancelToken;

/// One pass through layers that a style steers.
#[derive(Debug, Clone, Copy)]
pub struct Pass<'a> {
    /// The half of the style that steers these layers: `[1, style]`.
    pub style: &'a Tensor,
    cancel: Option<&'a CancelToken>,
}

impl<'a> Pass<'a> {
    /// A pass that nothing stops.
    pub fn new(style: &'a Tensor) -> Self {
        Self { style, cancel: None }
    }

    /// The same, until `cancel` is cancelled: the convolution that is being computed then fails.
    #[must_use]
    pub fn with_cancel(self, cancel: &'a CancelToken) -> Self {
        Self { cancel: Some(cancel), ..self }
    }

    /// How a convolution of this pass writes its output: over whatever is there, and nothing more.
    pub fn after(&self) -> After<'a> {
        After { cancel: self.cancel, ..After::default() }
    }
}
