//! The curve of the fundamental frequency.

use std::fmt::Write;

use crate::axis::Axis;

/// The frequencies that the axis has at least, in Hz, if nothing is voiced.
const DEFAULT: (f64, f64) = (100.0, 200.0);
/// The axis ends at multiples of so many Hz.
const ROUND: f64 = 20.0;

/// No voice is higher than this, in Hz.
const HIGHEST: f32 = 4000.0;

/// Whether speech is voiced at a value of F0.
fn is_voiced(hertz: f32) -> bool {
    hertz > 0.0 && hertz <= HIGHEST
}

/// Round frequencies below and above all that are voiced.
pub(crate) fn bounds(f0: &[(u64, f32)]) -> (f64, f64) {
    let voiced = f0.iter().map(|value| value.1).filter(|&hertz| is_voiced(hertz));
    let bounds = voiced.fold(None, |bounds: Option<(f32, f32)>, hertz| {
        Some(bounds.map_or((hertz, hertz), |(low, high)| (low.min(hertz), high.max(hertz))))
    });
    let Some((low, high)) = bounds else { return DEFAULT };
    let low = (f64::from(low) / ROUND).floor() * ROUND;
    let high = (f64::from(high) / ROUND).ceil() * ROUND;
    (low, high.max(low + ROUND))
}

/// The curve, as an SVG path. It is interrupted where speech is not voiced, and where values are
/// more than `apart` samples apart.
pub(crate) fn path(f0: &[(u64, f32)], apart: u64, time: &Axis, frequency: &Axis) -> String {
    let mut path = String::new();
    let mut last: Option<u64> = None;
    for &(at, hertz) in f0 {
        if !is_voiced(hertz) {
            last = None;
            continue;
        }
        let goes_on = last.is_some_and(|last| at.saturating_sub(last) <= apart);
        let (x, y) = (time.pixel(at as f64), frequency.pixel(hertz.into()));
        // A line of no length is a dot, for a value that stands alone. Writing to a string cannot
        // fail.
        let _ = match goes_on {
            true => write!(path, "L{x:.1} {y:.1}"),
            false => write!(path, "M{x:.1} {y:.1}h0"),
        };
        last = Some(at);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_stops_where_nothing_is_voiced() {
        let f0 = [(0, 100.0), (10, 150.0), (20, 0.0), (30, 200.0), (80, f32::NAN), (90, 110.0)];
        assert_eq!(bounds(&f0), (100.0, 200.0));
        let time = Axis { from: 0.0, to: 100.0, at: 0.0, until: 100.0 };
        let frequency = Axis { from: 100.0, to: 200.0, at: 100.0, until: 0.0 };
        let path = path(&f0, 10, &time, &frequency);
        assert_eq!(path, "M0.0 100.0h0L10.0 50.0M30.0 0.0h0M90.0 90.0h0");
        assert_eq!(bounds(&[(0, 0.0)]), DEFAULT);
        assert_eq!(bounds(&[(0, 120.0)]), (120.0, 140.0));
    }
}
