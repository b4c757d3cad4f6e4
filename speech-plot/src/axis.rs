//! Values to pixels, and round numbers along an axis.

/// An axis: values from `from` to `to` are the pixels from `at` to `until`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Axis {
    pub from: f64,
    pub to: f64,
    pub at: f64,
    pub until: f64,
}

impl Axis {
    /// The pixel of a value. What is outside of the axis is at its end.
    pub fn pixel(&self, value: f64) -> f64 {
        let part = (value - self.from) / (self.to - self.from).max(f64::MIN_POSITIVE);
        self.at + part.clamp(0.0, 1.0) * (self.until - self.at)
    }

    /// Round values on the axis, at most one for each `apart` pixels, with their labels.
    pub fn ticks(&self, apart: f64) -> Vec<(f64, String)> {
        let most = ((self.until - self.at).abs() / apart).max(1.0);
        let (step, decimals) = round_step((self.to - self.from) / most);
        // A little more than fits, so that no rounding loses the last tick.
        let first = (self.from / step - 1e-6).ceil() as i64;
        let last = (self.to / step + 1e-6).floor() as i64;
        let tick = |n: i64| {
            let value = n as f64 * step;
            (value, format!("{value:.decimals$}"))
        };
        (first..=last).map(tick).collect()
    }
}

/// The smallest of …, 0.1, 0.2, 0.5, 1, 2, 5, 10, … that is not below `least`, and the decimals
/// that its multiples need. Between 0.001 and 10¹².
fn round_step(least: f64) -> (f64, usize) {
    for exponent in -3i32..12 {
        for digit in [1.0, 2.0, 5.0] {
            let step = digit * 10f64.powi(exponent);
            if step >= least * (1.0 - 1e-9) {
                return (step, usize::try_from(-exponent).unwrap_or(0));
            }
        }
    }
    (1e12, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_apart() {
        let axis = Axis { from: 0.0, to: 1.3, at: 10.0, until: 310.0 };
        let ticks = axis.ticks(60.0);
        let labels: Vec<_> = ticks.iter().map(|(_, label)| label.as_str()).collect();
        assert_eq!(labels, ["0.0", "0.5", "1.0"]);
        assert_eq!(axis.pixel(0.65), 160.0);
        assert_eq!(axis.pixel(9.0), 310.0);
        let flat = Axis { from: 1.0, to: 1.0, at: 0.0, until: 0.0 };
        assert_eq!((flat.pixel(1.0), flat.ticks(50.0).len()), (0.0, 1));
    }
}
