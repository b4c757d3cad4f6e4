//! Magnitudes and phases of a signal's columns, and how the model's logits become them.

use crate::{Error, StftConfig};

/// Rows of the model's spectrum: bins of a 20-point real transform.
pub const BINS: usize = StftConfig::KOKORO.bins();

/// A half spectrum in polar form, channel-major: bin `k` of column `c` is at `k * columns + c`.
///
/// Plain data: [`Istft`](crate::Istft) checks the lengths when it reads one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Spectrum {
    /// Absolute values, linear scale. `[bins, columns]`
    pub magnitude: Vec<f32>,
    /// Angles in radians; any finite value, not only `−π..=π`. `[bins, columns]`
    pub phase: Vec<f32>,
    /// Columns `F` of both.
    pub columns: usize,
}

impl Spectrum {
    /// The spectrum that the generator's last layer describes (upstream `Generator.forward`, its
    /// last three lines).
    ///
    /// `logits` is `[22, F]`: 11 log magnitudes `a`, then 11 phase arguments `b`. Magnitude is
    /// `exp(a)` and phase is `sin(b)`, in radians. Non-finite logits give non-finite values where
    /// they stand, and no error.
    ///
    /// # Errors
    /// [`Error::Logits`] when the length is not a multiple of 22.
    pub fn from_logits(logits: &[f32]) -> Result<Self, Error> {
        let mut spectrum = Self::default();
        spectrum.assign_logits(logits)?;
        Ok(spectrum)
    }

    /// [`Spectrum::from_logits`] into this spectrum, reusing its memory: no allocation unless it
    /// has to grow.
    ///
    /// # Errors
    /// As [`Spectrum::from_logits`]; the spectrum is then unchanged.
    pub fn assign_logits(&mut self, logits: &[f32]) -> Result<(), Error> {
        let rows = 2 * BINS;
        if !logits.len().is_multiple_of(rows) {
            return Err(Error::Logits { rows, found: logits.len() });
        }
        let (log_magnitude, argument) = logits.split_at(logits.len() / 2);
        self.columns = logits.len() / rows;
        self.magnitude.clear();
        self.magnitude.extend(log_magnitude.iter().map(|a| a.exp()));
        self.phase.clear();
        self.phase.extend(argument.iter().map(|b| b.sin()));
        Ok(())
    }

    /// `Ok` when magnitude and phase hold `bins` values for each column.
    pub(crate) fn check(&self, bins: usize) -> Result<(), Error> {
        let expected = bins.saturating_mul(self.columns);
        Error::check_length("magnitude", expected, self.magnitude.len())?;
        Error::check_length("phase", expected, self.phase.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logits_become_exp_and_sin() {
        let mut logits = vec![0.0_f32; 2 * BINS * 2];
        logits[3] = 1.0; // bin 1 of column 1
        logits[(BINS + 10) * 2] = std::f32::consts::FRAC_PI_2; // phase of bin 10, column 0
        let spectrum = Spectrum::from_logits(&logits).unwrap();
        assert_eq!(spectrum.columns, 2);
        assert_eq!(spectrum.magnitude[3], 1.0_f32.exp());
        assert_eq!(spectrum.magnitude[2], 1.0);
        assert_eq!(spectrum.phase[20], 1.0);
        assert!(spectrum.check(BINS).is_ok());
    }

    #[test]
    fn a_broken_column_is_refused() {
        let error = Spectrum::from_logits(&[0.0; 45]).unwrap_err();
        assert_eq!(error, Error::Logits { rows: 22, found: 45 });
        assert!(error.to_string().contains("45") && error.to_string().contains("22"));
        assert_eq!(Spectrum::from_logits(&[]).unwrap().columns, 0);
    }

    #[test]
    fn a_failed_assignment_changes_nothing() {
        let mut spectrum = Spectrum::from_logits(&[0.5; 22]).unwrap();
        let before = spectrum.clone();
        assert!(spectrum.assign_logits(&[0.0; 21]).is_err());
        assert_eq!(spectrum, before);
    }

    #[test]
    fn non_finite_logits_stay_where_they_are() {
        let mut logits = vec![0.0_f32; 22];
        logits[0] = f32::INFINITY;
        logits[1] = f32::NAN;
        logits[11] = f32::INFINITY;
        let spectrum = Spectrum::from_logits(&logits).unwrap();
        assert_eq!(spectrum.magnitude[0], f32::INFINITY);
        assert!(spectrum.magnitude[1].is_nan() && spectrum.phase[0].is_nan());
        assert_eq!(spectrum.magnitude[2], 1.0);
    }
}
