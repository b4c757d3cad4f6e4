use super::*;

/// What two ways of reckoning may differ by.
const ROUNDING: f32 = 1e-5;

type Apply = fn(Prosody, &str) -> Option<Prosody>;

/// What becomes of the voice by one value after the other, as `rate median ratio hertz gain`.
fn nested(values: &[(Apply, &str)]) -> Option<[f32; 5]> {
    let outer = Some(Prosody::NEUTRAL);
    let inner = values.iter().fold(outer, |around, (apply, value)| apply(around?, value));
    let Prosody { rate, pitch: Pitch { median, ratio, hertz }, gain } = inner?;
    Some([rate, median.unwrap_or(0.0), ratio, hertz, gain])
}

#[test]
fn values_replace_or_change_what_surrounds_them() {
    const R: Apply = with_rate;
    const P: Apply = with_pitch;
    const V: Apply = with_volume;
    const E: Apply = with_emphasis;
    for (values, wanted) in [
        (vec![(R, "50%")], [0.5, 0.0, 1.0, 0.0, 1.0]),
        (vec![(R, "2"), (R, "+50%")], [3.0, 0.0, 1.0, 0.0, 1.0]),
        (vec![(R, "2"), (R, "150%")], [1.5, 0.0, 1.0, 0.0, 1.0]),
        (vec![(R, "-10%"), (R, "default")], [1.0, 0.0, 1.0, 0.0, 1.0]),
        (vec![(R, "X-Fast")], [2.0, 0.0, 1.0, 0.0, 1.0]),
        (vec![(P, "+12st")], [1.0, 0.0, 2.0, 0.0, 1.0]),
        (vec![(P, "12st")], [1.0, 0.0, 2.0, 0.0, 1.0]),
        (vec![(P, "+20Hz"), (P, "+100%")], [1.0, 0.0, 2.0, 40.0, 1.0]),
        (vec![(P, "+100%"), (P, "-20Hz")], [1.0, 0.0, 2.0, -20.0, 1.0]),
        (vec![(P, "+100%"), (P, "200Hz")], [1.0, 200.0, 1.0, 0.0, 1.0]),
        (vec![(P, "200Hz"), (P, "+50%")], [1.0, 200.0, 1.5, 0.0, 1.0]),
        (vec![(P, "200hz"), (P, "low")], [1.0, 0.0, 0.8, 0.0, 1.0]),
        (vec![(P, "50%")], [1.0, 0.0, 0.5, 0.0, 1.0]),
        (vec![(V, "+6.0206dB")], [1.0, 0.0, 1.0, 0.0, 2.0]),
        (vec![(V, "-6.0206dB"), (V, "-6.0206dB")], [1.0, 0.0, 1.0, 0.0, 0.25]),
        (vec![(V, "50"), (V, "+10")], [1.0, 0.0, 1.0, 0.0, 0.6]),
        (vec![(V, "50"), (V, "+10%")], [1.0, 0.0, 1.0, 0.0, 0.55]),
        (vec![(V, "silent")], [1.0, 0.0, 1.0, 0.0, 0.0]),
        (vec![(E, "strong")], [1.0 / 1.1, 0.0, 1.1, 0.0, 1.258_925_4]),
        (vec![(E, "none")], [1.0, 0.0, 1.0, 0.0, 1.0]),
    ] {
        let found = nested(&values).unwrap();
        let names: Vec<&str> = values.iter().map(|(_, value)| *value).collect();
        for (found, wanted) in found.into_iter().zip(wanted) {
            assert!((found - wanted).abs() < ROUNDING, "{names:?}: {found} is not {wanted}");
        }
    }
}

#[test]
fn what_is_no_value_is_none() {
    for value in ["", "fastest", "NaN", "inf", "1e5", "++1%", "+-1%", "1.2.3", "%", "+", "5 apples"]
    {
        for apply in [with_rate, with_pitch, with_volume, with_emphasis] {
            assert_eq!(apply(Prosody::NEUTRAL, value), None, "{value}");
        }
    }
    assert_eq!(with_rate(Prosody::NEUTRAL, "+1"), None);
    assert_eq!(with_rate(Prosody::NEUTRAL, &"9".repeat(99)), None);
    assert_eq!(with_pitch(Prosody::NEUTRAL, "2"), None);
}

#[test]
fn limits_hold() {
    let Prosody { rate, pitch, gain } =
        limited(Prosody::new(1e9, Pitch { median: Some(1e9), ratio: 1e9, hertz: -1e9 }, 1e9));
    assert_eq!((rate, pitch.median, pitch.hertz), (MAX_RATE, Some(MAX_HERTZ), -MAX_HERTZ));
    assert_eq!((pitch.ratio, gain), (4.0, MAX_GAIN));
}
