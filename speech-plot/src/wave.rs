//! The outline of a waveform.

use std::fmt::Write;

use crate::axis::Axis;

/// The outline of the samples, as an SVG path: for each column of pixels the highest sample, and
/// back the lowest. `time` is the axis of the samples' numbers.
pub(crate) fn path(samples: &[f32], time: &Axis, amplitude: &Axis) -> String {
    let columns = ((time.until - time.at) as usize).clamp(1, samples.len().max(1));
    let edge = |column: usize| samples.len() * column / columns;
    let x = |column: usize| time.pixel(edge(column) as f64);
    let ranges: Vec<(f64, f64)> =
        (0..columns).map(|column| range(&samples[edge(column)..edge(column + 1)])).collect();
    let mut path = String::new();
    let upper = ranges.iter().map(|range| range.1).enumerate();
    let lower = ranges.iter().map(|range| range.0).enumerate().rev();
    for (column, value) in upper.chain(lower) {
        let command = if path.is_empty() { 'M' } else { 'L' };
        // Writing to a string cannot fail.
        let _ = write!(path, "{command}{:.1} {:.1}", x(column), amplitude.pixel(value));
    }
    path + "Z"
}

/// The largest magnitude.
pub(crate) fn peak(samples: &[f32]) -> f64 {
    let (low, high) = range(samples);
    high.max(-low)
}

/// The lowest and the highest sample.
fn range(samples: &[f32]) -> (f64, f64) {
    let finite = samples.iter().map(|&value| if value.is_finite() { value } else { 0.0 });
    let bounds = finite.fold(None, |bounds: Option<(f32, f32)>, value| {
        Some(bounds.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
    });
    bounds.map_or((0.0, 0.0), |(low, high)| (low.into(), high.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_has_the_extremes_of_each_column() {
        let time = Axis { from: 0.0, to: 4.0, at: 0.0, until: 2.0 };
        let amplitude = Axis { from: -1.0, to: 1.0, at: 10.0, until: 0.0 };
        let samples = [0.0, 1.0, f32::NAN, -1.0];
        assert_eq!(path(&samples, &time, &amplitude), "M0.0 0.0L1.0 5.0L1.0 10.0L0.0 5.0Z");
        assert_eq!(peak(&samples), 1.0);
        assert_eq!(path(&[], &time, &amplitude), "M0.0 5.0L0.0 5.0Z");
    }
}
