//! Whether logits can be what was asked for. A driver that computes something else rarely says so;
//! this finds it before it is heard.
//!
//! The check needs no second decoding. The energy curve among the features is what the model was
//! trained to make the log norm of each frame's mel spectrum (StyleTTS 2, `log_norm` in upstream's
//! `utils.py`), so it foretells the loudness of every 12.5 ms of the output.

use std::fmt;

use kokoro_core::Features;
use kokoro_core::architecture::{BINS, COLUMNS_PER_CURVE_VALUE, SPECTRUM_ROWS, columns};

/// Log magnitudes: the loudest of all voices reach 3.6, and twice that is 30 dB more.
const MAX_LOG_MAGNITUDE: f32 = 7.2;
/// Phase arguments: the largest of all voices and speeds is 48. A half float ends at 65504.
const MAX_PHASE: f32 = 500.0;
/// Columns that repeat the one before to the last bit: no utterance of the CPU has any.
const MAX_STUCK: f64 = 0.05;
/// Values of the curve from here on are voiced speech, whose loudness is foretold within a few dB.
const LOUD: f32 = 3.0;
/// As many loud values are needed before their mean says anything.
const ENOUGH: usize = 8;
/// Below this, in dB, loudness follows noise and not the curve.
const FLOOR_DB: f64 = -40.0;
/// Mean deviation of loud values, in dB. The CPU's is −5.6 to 9.7 over all 54 voices at two speeds;
/// 6 dB more is a factor of two.
const MAX_OFF_DB: f64 = 16.0;
/// Correlation of curve and loudness. The CPU's is at least 0.946 over the same; noise and a
/// shifted output have next to none.
const MIN_CORRELATION: f64 = 0.75;

/// Loudness in dB that belongs to values −8, −7, … 8 of the energy curve: means over the
/// calibration phrases.
const EXPECTED_DB: [f64; 17] = [
    -40.0, -37.2, -33.2, -30.7, -29.8, -27.4, -22.3, -18.0, -14.2, -8.5, -2.5, 2.9, 6.6, 9.0, 12.2,
    15.4, 18.4,
];

/// What is wrong with logits.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Finding {
    /// Another number of logits than the features' frames have.
    Length {
        /// `22 (120 N + 1)`.
        expected: usize,
        /// What came.
        found: usize,
    },
    /// Infinities or no numbers.
    NotFinite {
        /// How many.
        values: usize,
    },
    /// Values that no speech has.
    OutOfRange {
        /// The largest log magnitude.
        log_magnitude: f32,
        /// The largest phase argument, either sign.
        phase: f32,
    },
    /// Columns that repeat: a value stuck at a rail, or a part that was never written.
    Stuck {
        /// Share of the columns.
        share: f64,
    },
    /// Louder or softer than the energy curve says; silence is −40 dB or so.
    Loudness {
        /// Mean deviation of the voiced parts, in dB.
        off_db: f64,
    },
    /// Loudness that does not follow the energy curve.
    Envelope {
        /// Their correlation.
        correlation: f64,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { expected, found } => {
                write!(f, "expected {expected} logits, found {found}")
            }
            Self::NotFinite { values } => write!(f, "{values} logits are not finite"),
            Self::OutOfRange { log_magnitude, phase } => write!(
                f,
                "logits beyond all speech: log magnitude {log_magnitude} (at most \
                 {MAX_LOG_MAGNITUDE}), phase {phase} (at most {MAX_PHASE})"
            ),
            Self::Stuck { share } => write!(f, "{:.0} % of the columns are stuck", 100.0 * share),
            Self::Loudness { off_db } => write!(
                f,
                "{off_db:+.1} dB from the loudness that the energy curve foretells (at most \
                 {MAX_OFF_DB})"
            ),
            Self::Envelope { correlation } => write!(
                f,
                "loudness does not follow the energy curve: correlation {correlation:.2} (at \
                 least {MIN_CORRELATION})"
            ),
        }
    }
}

/// The first thing that is wrong with the logits `[22, 120 N + 1]` of `features`, if anything is.
pub fn examine(logits: &[f32], features: &Features) -> Option<Finding> {
    let columns = columns(features.frames);
    let expected = SPECTRUM_ROWS * columns;
    if logits.len() != expected {
        return Some(Finding::Length { expected, found: logits.len() });
    }
    let not_finite = logits.iter().filter(|x| !x.is_finite()).count();
    if not_finite > 0 {
        return Some(Finding::NotFinite { values: not_finite });
    }
    out_of_range(logits).or_else(|| stuck(logits, columns)).or_else(|| {
        let envelope = Envelope::new(&loudness_db(logits, columns), &features.energy);
        envelope.finding()
    })
}

fn out_of_range(logits: &[f32]) -> Option<Finding> {
    let (magnitudes, phases) = logits.split_at(logits.len() / 2);
    let log_magnitude = magnitudes.iter().copied().fold(f32::MIN, f32::max);
    let phase = phases.iter().fold(0.0, |most: f32, x| most.max(x.abs()));
    (log_magnitude > MAX_LOG_MAGNITUDE || phase > MAX_PHASE)
        .then_some(Finding::OutOfRange { log_magnitude, phase })
}

fn stuck(logits: &[f32], columns: usize) -> Option<Finding> {
    let repeats = |t: usize| logits.chunks(columns).all(|row| row[t] == row[t - 1]);
    let share = (1..columns).filter(|&t| repeats(t)).count() as f64 / columns as f64;
    (share > MAX_STUCK).then_some(Finding::Stuck { share })
}

/// Mean power of each 60 columns, in dB, no less than [`FLOOR_DB`]: `[2N]`.
fn loudness_db(logits: &[f32], columns: usize) -> Vec<f64> {
    let power = |t: usize| -> f64 {
        let rows = logits.chunks(columns).take(BINS);
        rows.map(|row| {
            row[t..t + COLUMNS_PER_CURVE_VALUE]
                .iter()
                .map(|a| (2.0 * f64::from(*a)).exp())
                .sum::<f64>()
        })
        .sum()
    };
    let starts = (0..columns - 1).step_by(COLUMNS_PER_CURVE_VALUE);
    starts
        .map(|t| {
            (10.0 * (power(t) / COLUMNS_PER_CURVE_VALUE as f64).max(1e-12).log10()).max(FLOOR_DB)
        })
        .collect()
}

/// How an output's loudness goes with the energy curve.
struct Envelope {
    /// Mean deviation of loud values in dB, if there are enough of them.
    off_db: Option<f64>,
    /// Correlation over all values, if they vary.
    correlation: Option<f64>,
}

impl Envelope {
    fn new(loudness: &[f64], energy: &[f32]) -> Self {
        let loud: Vec<f64> = loudness
            .iter()
            .zip(energy)
            .filter(|&(_, &e)| e >= LOUD)
            .map(|(db, &e)| db - expected_db(e))
            .collect();
        let enough = loud.len() >= ENOUGH;
        let off_db = enough.then(|| loud.iter().sum::<f64>() / loud.len() as f64);
        // Only speech has a shape to follow; in a pause both are noise.
        let correlation = off_db.and_then(|_| correlation(loudness, energy));
        Self { off_db, correlation }
    }

    fn finding(&self) -> Option<Finding> {
        let off = self.off_db.filter(|db| db.abs() > MAX_OFF_DB);
        let flat = self.correlation.filter(|&r| r < MIN_CORRELATION);
        off.map(|off_db| Finding::Loudness { off_db })
            .or_else(|| flat.map(|correlation| Finding::Envelope { correlation }))
    }
}

/// [`EXPECTED_DB`] between its points.
fn expected_db(energy: f32) -> f64 {
    let place = (f64::from(energy) + 8.0).clamp(0.0, (EXPECTED_DB.len() - 1) as f64);
    let low = (place as usize).min(EXPECTED_DB.len() - 2);
    EXPECTED_DB[low] + (EXPECTED_DB[low + 1] - EXPECTED_DB[low]) * (place - low as f64)
}

/// Pearson's correlation; 0 where the loudness does not vary, `None` where the curve does not.
fn correlation(loudness: &[f64], energy: &[f32]) -> Option<f64> {
    let n = loudness.len() as f64;
    let energy: Vec<f64> =
        energy.iter().map(|&e| expected_db(e).max(FLOOR_DB)).take(loudness.len()).collect();
    let (mean_l, mean_e) = (loudness.iter().sum::<f64>() / n, energy.iter().sum::<f64>() / n);
    let sum = |f: &dyn Fn(f64, f64) -> f64| -> f64 {
        loudness.iter().zip(&energy).map(|(l, e)| f(l - mean_l, e - mean_e)).sum()
    };
    let (ll, ee, le) = (sum(&|l, _| l * l), sum(&|_, e| e * e), sum(&|l, e| l * e));
    (ee > 0.0).then(|| if ll > 0.0 { le / (ll * ee).sqrt() } else { 0.0 })
}

#[cfg(test)]
mod tests;
