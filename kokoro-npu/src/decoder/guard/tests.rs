use kokoro_core::architecture::CURVE_VALUES_PER_FRAME;

use super::*;

const FRAMES: usize = 40;
const F: usize = columns(FRAMES);

/// An energy curve with a pause, two syllables and an end, and logits that follow it with some
/// noise.
fn speech() -> (Vec<f32>, Features) {
    let syllable = |t: usize| (t as f32 * 0.1).sin().abs() * 14.0 - 6.0;
    let energy: Vec<f32> = (0..CURVE_VALUES_PER_FRAME * FRAMES).map(syllable).collect();
    let mut logits = vec![0.0; SPECTRUM_ROWS * F];
    for (row, values) in logits.chunks_mut(F).enumerate() {
        for (t, value) in values.iter_mut().enumerate() {
            let noise = ((row * F + t) as f32 * 12.9898).sin();
            let db = expected_db(energy[(t / COLUMNS_PER_CURVE_VALUE).min(energy.len() - 1)]);
            // Eleven bins of equal power, in natural logarithms of magnitude.
            let log_magnitude = ((db / 10.0 - (BINS as f64).log10()) * 10f64.ln() / 2.0) as f32;
            *value = if row < BINS { log_magnitude + 0.3 * noise } else { 20.0 * noise };
        }
    }
    let features = Features {
        frames: FRAMES,
        text: vec![],
        f0: vec![0.0; CURVE_VALUES_PER_FRAME * FRAMES],
        energy,
        harmonics: vec![],
        timbre: vec![],
    };
    (logits, features)
}

fn changed(change: impl Fn(usize, &mut f32)) -> Option<Finding> {
    let (mut logits, features) = speech();
    logits.iter_mut().enumerate().for_each(|(at, value)| change(at, value));
    examine(&logits, &features)
}

#[test]
fn speech_passes() {
    assert_eq!(changed(|_, _| ()), None);
    // A louder or softer voice, by 9 dB.
    assert_eq!(changed(|at, x| *x += if at < BINS * F { 1.0 } else { 0.0 }), None);
    assert_eq!(changed(|at, x| *x -= if at < BINS * F { 1.0 } else { 0.0 }), None);
}

#[test]
fn what_is_wrong_is_named() {
    let finding = |found: Option<Finding>| found.map(|f| f.to_string()).unwrap_or_default();
    let one_nan = changed(|at, x| *x = if at == 77 { f32::NAN } else { *x });
    assert_eq!(finding(one_nan), "1 logits are not finite");
    let half_float_rail = changed(|at, x| *x = if at == 20 * F { 65504.0 } else { *x });
    assert!(finding(half_float_rail).contains("beyond all speech"));
    let frozen = changed(|at, x| *x = if at % F < F / 2 { 0.5 } else { *x });
    assert!(matches!(frozen, Some(Finding::Stuck { share }) if (share - 0.5).abs() < 0.01));
    let silent = changed(|at, x| *x -= if at < BINS * F { 5.0 } else { 0.0 });
    assert!(matches!(silent, Some(Finding::Loudness { off_db }) if off_db < -30.0), "{silent:?}");
    let (mut logits, features) = speech();
    logits.chunks_mut(F).for_each(<[f32]>::reverse);
    logits.chunks_mut(F).for_each(|row| row.rotate_left(F / 3));
    let shuffled = examine(&logits, &features);
    assert!(
        matches!(shuffled, Some(Finding::Envelope { .. } | Finding::Loudness { .. })),
        "{shuffled:?}"
    );
    logits.pop();
    assert!(finding(examine(&logits, &features)).starts_with("expected 105622 logits"));
}

#[test]
fn too_short_to_judge_is_not_judged_by_loudness() {
    let (logits, mut features) = speech();
    features.energy.fill(-7.0); // a pause: its noise may have any level
    assert_eq!(examine(&logits, &features), None);
}

#[test]
fn the_expectation_is_linear_between_its_points() {
    assert_eq!(expected_db(-20.0), EXPECTED_DB[0]);
    assert_eq!(expected_db(20.0), EXPECTED_DB[16]);
    assert!((expected_db(0.5) - (-14.2 - 8.5) / 2.0).abs() < 1e-9);
}
