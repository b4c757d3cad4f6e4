//! Samples as the times of formats. All round down, so that order is kept.

/// Samples as milliseconds.
pub(crate) fn milliseconds(samples: u64, sample_rate: u32) -> u64 {
    scaled(samples, sample_rate, 1000)
}

/// Milliseconds as samples, rounded up: so many samples are at least so many milliseconds.
pub(crate) fn samples(milliseconds: u64, sample_rate: u32) -> u64 {
    let product = u128::from(milliseconds) * u128::from(sample_rate);
    u64::try_from(product.div_ceil(1000)).unwrap_or(u64::MAX)
}

/// Samples as seconds, with three to six decimals: "0.350", "1.000041".
pub(crate) fn seconds(samples: u64, sample_rate: u32) -> String {
    let micros = scaled(samples, sample_rate, 1_000_000);
    let mut text = format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000);
    for _ in 0..3 {
        if text.ends_with('0') {
            text.pop();
        }
    }
    text
}

/// `00:01:02,345`, with `mark` before the milliseconds.
pub(crate) fn clock(milliseconds: u64, mark: char) -> String {
    let seconds = milliseconds / 1000;
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    format!("{hours:02}:{minutes:02}:{:02}{mark}{:03}", seconds % 60, milliseconds % 1000)
}

/// Samples in units of which a second has `units`. A rate of 0 is taken as 1.
fn scaled(samples: u64, sample_rate: u32, units: u32) -> u64 {
    let product = u128::from(samples) * u128::from(units);
    u64::try_from(product / u128::from(sample_rate.max(1))).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written() {
        assert_eq!(seconds(8400, 24_000), "0.350");
        assert_eq!(seconds(24_001, 24_000), "1.000041");
        assert_eq!(seconds(0, 0), "0.000");
        assert_eq!(clock(3_723_004, ','), "01:02:03,004");
        assert_eq!(milliseconds(samples(1, 44_100), 44_100), 1);
        assert_eq!(milliseconds(u64::MAX, 1), u64::MAX);
    }
}
