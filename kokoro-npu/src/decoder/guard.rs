//! Whether logits can be what was asked for. A driver that computes something else rarely says so;
//! this finds it before it is heard.
//!
//! The check needs no second decoding. The energy curve among the features is what the model was
//! trained to make the log norm of each frame's mel spectrum (StyleTTS 2, `log_norm` in upstream's
//! `utils.py`), so it foretells the loudness of every 12.5 ms of the output.

use std::fmt;

use kokoro_core::Features;
use kokoro_core::architecture::{BINS, COLUMNS_PER_CURVE_VALUE, SPECTRUM_ROWS, columns};

// The figures of the CPU's own output below are those of all 54 voices at two speeds, on phrases
// to which nothing here was fitted: `cargo run --release -p kokoro-export --example guard`.

/// The largest log magnitude, a natural logarithm: the loudest of all voices reaches 3.7, and this
/// is 30 dB more.
const MAX_LOG_MAGNITUDE: f32 = 7.2;
/// The largest phase argument: that of all voices is 37. A half float ends at 65504.
const MAX_PHASE: f32 = 500.0;
/// The largest share of columns that repeat the one before to the last bit: no utterance of the CPU
/// has any.
const MAX_STUCK: f64 = 0.05;
/// Values of the energy curve that are at least this are voiced speech, whose loudness is foretold
/// within a few dB.
const LOUD: f32 = 3.0;
/// How many loud values there must be for their mean to say anything.
const ENOUGH: usize = 8;
/// Below this, in dB, loudness follows noise and not the curve.
const FLOOR_DB: f64 = -40.0;
/// Mean deviation of loud values, in dB. The CPU's is −5.4 to 7.0 over all voices; this is more
/// than twice as much.
const MAX_OFF_DB: f64 = 16.0;
/// Correlation of curve and loudness. The CPU's is at least 0.90; noise and a shifted output have
/// next to none.
const MIN_CORRELATION: f64 = 0.75;

/// Loudness in dB that belongs to values −8, −7, … 8 of the energy curve: means over the phrases
/// with which the exporter calibrates (`kokoro-export/examples/guard.rs`).
pub const EXPECTED_DB: [f64; 17] = [
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
    /// Infinities or NaN.
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
    Measures::of(logits, features).finding()
}

/// What the guard judges an output by.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Measures {
    /// The largest log magnitude.
    pub log_magnitude: f32,
    /// The largest phase argument, either sign.
    pub phase: f32,
    /// Share of the columns that repeat the one before.
    pub stuck: f64,
    /// Mean deviation of loud values from what the energy curve foretells, in dB; none if there
    /// are too few.
    pub off_db: Option<f64>,
    /// Correlation of loudness and energy curve; none if there is no speech or no variation.
    pub correlation: Option<f64>,
}

impl Measures {
    /// Of finite logits `[22, 120 N + 1]`.
    pub fn of(logits: &[f32], features: &Features) -> Self {
        let columns = columns(features.frames);
        let (magnitudes, phases) = logits.split_at(logits.len() / 2);
        let repeats = |t: usize| logits.chunks(columns).all(|row| row[t] == row[t - 1]);
        let (loudness, energy) = (loudness_db(logits), &features.energy);
        let loud = loudness.iter().zip(energy).filter(|&(_, &e)| e >= LOUD);
        let off: Vec<f64> = loud.map(|(db, &e)| db - expected_db(e)).collect();
        let enough = off.len() >= ENOUGH;
        Self {
            log_magnitude: magnitudes.iter().copied().fold(f32::MIN, f32::max),
            phase: phases.iter().fold(0.0, |most: f32, x| most.max(x.abs())),
            stuck: (1..columns).filter(|&t| repeats(t)).count() as f64 / columns as f64,
            off_db: enough.then(|| off.iter().sum::<f64>() / off.len() as f64),
            // Only speech has a shape to follow; in a pause both are noise.
            correlation: enough.then(|| correlation(&loudness, energy)).flatten(),
        }
    }

    fn finding(self) -> Option<Finding> {
        let Self { log_magnitude, phase, stuck, .. } = self;
        if log_magnitude > MAX_LOG_MAGNITUDE || phase > MAX_PHASE {
            return Some(Finding::OutOfRange { log_magnitude, phase });
        }
        if stuck > MAX_STUCK {
            return Some(Finding::Stuck { share: stuck });
        }
        let off = self.off_db.filter(|db| db.abs() > MAX_OFF_DB);
        let flat = self.correlation.filter(|&r| r < MIN_CORRELATION);
        off.map(|off_db| Finding::Loudness { off_db })
            .or_else(|| flat.map(|correlation| Finding::Envelope { correlation }))
    }
}

/// Mean power of each 60 columns of logits `[22, 120 N + 1]`, in dB, no less than −40: `[2N]`, one
/// for each value of the energy curve.
pub fn loudness_db(logits: &[f32]) -> Vec<f64> {
    let columns = logits.len() / SPECTRUM_ROWS;
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
