//! Comparisons that say where and by how much.

use kokoro_metrics::relative_l2;

/// Fails with the worst element when the relative L2 distance exceeds `bar` or is not a number;
/// prints it otherwise.
pub fn assert_relative(what: &str, found: &[f32], expected: &[f32], bar: f64) {
    assert_eq!(found.len(), expected.len(), "{what}: as many values as the golden has");
    let distance = relative_l2(found, expected);
    let worst = (0..found.len())
        .max_by(|&a, &b| (found[a] - expected[a]).abs().total_cmp(&(found[b] - expected[b]).abs()));
    let at = worst
        .map(|i| format!("worst at {i}: {} instead of {}", found[i], expected[i]))
        .unwrap_or_default();
    assert!(distance <= bar, "{what}: relative L2 {distance:.2e}, bar {bar:.0e}; {at}");
    println!("{what}: relative L2 {distance:.2e} (bar {bar:.0e})");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "worst at 1")]
    fn a_failure_names_the_element() {
        assert_relative("x", &[3.0, 4.5], &[3.0, 4.0], 1e-3);
    }

    #[test]
    #[should_panic(expected = "NaN")]
    fn not_a_number_fails() {
        assert_relative("x", &[f32::NAN], &[1.0], 1.0);
    }
}
