//! The inverse transform on columns as they come.

use crate::{Error, Istft, IstftScratch, Spectrum};

/// An inverse transform in progress: push columns, take the samples that are ready, finish.
///
/// However the columns are divided between pushes, the samples put together are bit for bit those of
/// [`Istft::process`] on the whole. Columns are transformed sixteen at a time, so pushes of many are cheaper for each.
///
/// ```
/// use kokoro_vocoder::{Istft, Spectrum, StftConfig};
///
/// let istft = Istft::new(StftConfig::default())?;
/// let mut stream = istft.stream();
/// let mut samples = Vec::new();
/// for _ in 0..121 {
///     let column = Spectrum::from_logits(&[0.1; 22])?;
///     samples.extend(stream.push(&column)?);
/// }
/// samples.extend(stream.finish());
/// assert_eq!(samples, istft.process(&Spectrum::from_logits(&[0.1; 22 * 121])?)?);
/// # Ok::<(), kokoro_vocoder::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct IstftStream {
    istft: Istft,
    scratch: IstftScratch,
}

impl IstftStream {
    pub(crate) fn new(istft: Istft) -> Self {
        let scratch = istft.make_scratch();
        Self { istft, scratch }
    }

    /// Samples that a push of so many columns will give.
    ///
    /// With the model's lengths that is 5 a column, less 10 at the start of a signal.
    #[must_use]
    pub fn ready(&self, columns: usize) -> usize {
        self.istft.ready(columns, &self.scratch)
    }

    /// Samples that [`IstftStream::finish`] would give now.
    #[must_use]
    pub fn rest(&self) -> usize {
        self.istft.rest(&self.scratch)
    }

    /// Adds columns; returns every sample that no later column can change.
    ///
    /// # Errors
    /// [`Error::Length`] when magnitude or phase do not hold `bins * columns` values. The stream is then unchanged.
    pub fn push(&mut self, columns: &Spectrum) -> Result<Vec<f32>, Error> {
        columns.check(self.istft.config().bins())?;
        let mut out = vec![0.0; self.ready(columns.columns)];
        self.push_into(columns, &mut out)?;
        Ok(out)
    }

    /// [`IstftStream::push`] without allocating: `out` must hold exactly [`IstftStream::ready`]`(columns.columns)`.
    ///
    /// # Errors
    /// [`Error::Length`] for any of the three buffers. The stream is then unchanged and nothing is written.
    pub fn push_into(&mut self, columns: &Spectrum, out: &mut [f32]) -> Result<(), Error> {
        columns.check(self.istft.config().bins())?;
        Error::check_length("output", self.ready(columns.columns), out.len())?;
        self.istft.push(columns, out, &mut self.scratch);
        Ok(())
    }

    /// Ends the signal and returns the rest of it; the stream is then ready for another one.
    #[must_use = "the last samples of the signal are in the result"]
    pub fn finish(&mut self) -> Vec<f32> {
        let mut out = vec![0.0; self.rest()];
        self.istft.finish(&mut out, &mut self.scratch);
        out
    }

    /// [`IstftStream::finish`] without allocating: `out` must hold exactly [`IstftStream::rest`].
    ///
    /// # Errors
    /// [`Error::Length`] for `out`. The stream is then unchanged and nothing is written.
    pub fn finish_into(&mut self, out: &mut [f32]) -> Result<(), Error> {
        Error::check_length("output", self.rest(), out.len())?;
        self.istft.finish(out, &mut self.scratch);
        Ok(())
    }
}
