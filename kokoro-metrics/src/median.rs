//! The median of measurements.

/// The element whose measure is the median, or the lower one of two in the middle. `None` if there
/// are no elements.
pub fn median_by<T>(mut all: Vec<T>, measure: impl Fn(&T) -> f64) -> Option<T> {
    all.sort_by(|a, b| measure(a).total_cmp(&measure(b)));
    let middle = all.len().checked_sub(1)? / 2;
    Some(all.swap_remove(middle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_one() {
        let middle = |all: &[f64]| median_by(all.to_vec(), |x| *x);
        assert_eq!(middle(&[]), None);
        assert_eq!(middle(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(middle(&[4.0, 1.0, 2.0, 3.0]), Some(2.0));
    }
}
