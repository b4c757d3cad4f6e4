//! Transform length and hop, and the sizes that follow from them.

use crate::Error;

/// The longest transform that is planned.
///
/// The inverse is a direct transform whose tables hold about `n_fft² / 2` numbers; lengths beyond
/// this one want an FFT.
pub const MAX_N_FFT: usize = 4096;

/// Lengths of a short-time Fourier transform: window of `n_fft` samples, a column every `hop`
/// samples.
///
/// The default is [`StftConfig::KOKORO`].
///
/// ```
/// use kokoro_vocoder::StftConfig;
///
/// let config = StftConfig::default();
/// assert_eq!((config.n_fft, config.hop, config.bins()), (20, 5, 11));
/// assert_eq!(config.columns(600)?, 121);
/// assert_eq!(config.samples(121), 600);
/// # Ok::<(), kokoro_vocoder::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StftConfig {
    /// Samples of a window and of a transform, `2..=MAX_N_FFT`; even or odd.
    pub n_fft: usize,
    /// Samples between the starts of neighbouring columns, at least 1. Need not divide `n_fft`.
    pub hop: usize,
}

impl Default for StftConfig {
    fn default() -> Self {
        Self::KOKORO
    }
}

impl StftConfig {
    /// The lengths that the model was trained with (upstream `gen_istft_n_fft`,
    /// `gen_istft_hop_size`).
    pub const KOKORO: Self = Self { n_fft: 20, hop: 5 };

    /// Rows of the half spectrum: `n_fft / 2 + 1`.
    pub const fn bins(&self) -> usize {
        self.n_fft / 2 + 1
    }

    /// Columns of a signal of `samples` samples: `(samples + 2 ⌊n_fft / 2⌋ − n_fft) / hop + 1`,
    /// rounded down.
    ///
    /// # Errors
    /// [`Error::TooShort`] when `samples <= n_fft / 2`: mirrored ends would need samples the signal
    /// does not have. [`Error::Size`] and [`Error::Hop`] as for planning.
    pub const fn columns(&self, samples: usize) -> Result<usize, Error> {
        if let Err(error) = self.check() {
            return Err(error);
        }
        if samples <= self.n_fft / 2 {
            return Err(Error::TooShort { expected: self.n_fft / 2 + 1, found: samples });
        }
        Ok((samples - self.n_fft % 2) / self.hop + 1)
    }

    /// Samples that `columns` columns give back: `(columns − 1) hop`, one more when `n_fft` is odd,
    /// and 0 for no columns.
    pub const fn samples(&self, columns: usize) -> usize {
        if columns == 0 {
            return 0;
        }
        (columns - 1).saturating_mul(self.hop).saturating_add(self.n_fft % 2)
    }

    /// Whether the forward transform of a real signal has no imaginary part in bin `k` of column
    /// `c`.
    ///
    /// Column 0 is centred on the sample about which the signal was mirrored. With an even length
    /// the window is symmetric about it too (the one sample without a partner has weight 0), and
    /// the spectrum of a symmetric column is real.
    pub(crate) const fn is_real(&self, k: usize, c: usize) -> bool {
        k == 0 || 2 * k == self.n_fft || (c == 0 && self.n_fft.is_multiple_of(2))
    }

    /// `Ok` when a transform of these lengths exists.
    pub(crate) const fn check(&self) -> Result<(), Error> {
        if self.n_fft < 2 || self.n_fft > MAX_N_FFT {
            return Err(Error::Size { n_fft: self.n_fft });
        }
        if self.hop == 0 {
            return Err(Error::Hop);
        }
        Ok(())
    }
}
