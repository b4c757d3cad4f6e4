//! Rate, pitch and volume, reckoned with what surrounds them.
//!
//! As SSML has it, a label or an absolute value replaces what surrounds it, and a change (`+10%`,
//! `-2st`, `+6dB`) is a change of that. Where SSML 1.1 says nothing or too little, vendors are
//! followed: labels have Azure's values for rate and pitch; a plain number is a factor of the rate
//! and a number from 0 to 100 of the volume; a percentage without a sign is a part of the whole.

use crate::speech::{Pitch, Prosody};

use super::limits::{MAX_GAIN, MAX_HERTZ, MAX_RATE, MAX_SEMITONES, MIN_HERTZ, MIN_RATE};

/// Factors of the rate. SSML leaves them open; these are Azure's.
const RATES: [(&str, f32); 6] = [
    ("x-slow", 0.5),
    ("slow", 0.64),
    ("medium", 1.0),
    ("default", 1.0),
    ("fast", 1.55),
    ("x-fast", 2.0),
];

/// Factors of F0. SSML leaves them open; these are Azure's.
const PITCHES: [(&str, f32); 6] = [
    ("x-low", 0.55),
    ("low", 0.8),
    ("medium", 1.0),
    ("default", 1.0),
    ("high", 1.2),
    ("x-high", 1.45),
];

/// Gains in dB, but for silence. SSML leaves them open. Steps of 6 dB downwards, and of 3 dB
/// upwards, where samples end at 1.
const VOLUMES: [(&str, f32); 6] = [
    ("x-soft", -12.0),
    ("soft", -6.0),
    ("medium", 0.0),
    ("default", 0.0),
    ("loud", 3.0),
    ("x-loud", 6.0),
];

/// A number, and what is written around it.
struct Number<'a> {
    value: f32,
    /// Whether it has a sign.
    signed: bool,
    unit: &'a str,
}

/// The prosody in `around` with this rate; none if `value` is none.
pub(super) fn with_rate(around: Prosody, value: &str) -> Option<Prosody> {
    let rate = match (label(value, &RATES), number(value)) {
        (Some(rate), _) => rate,
        (_, Some(Number { value, signed: true, unit: "%" })) => around.rate * change(value),
        (_, Some(Number { value, signed: false, unit: "%" })) => value / 100.0,
        (_, Some(Number { value, signed: false, unit: "" })) => value,
        _ => return None,
    };
    Some(Prosody { rate, ..around })
}

/// The prosody in `around` with this pitch; none if `value` is none.
pub(super) fn with_pitch(around: Prosody, value: &str) -> Option<Prosody> {
    let now = around.pitch;
    let scaled =
        |factor: f32| Pitch { ratio: now.ratio * factor, hertz: now.hertz * factor, ..now };
    let fresh = |ratio| Pitch { ratio, ..Pitch::NEUTRAL };
    let pitch = match (label(value, &PITCHES), number(value)) {
        (Some(ratio), _) => fresh(ratio),
        (_, Some(Number { value, signed: true, unit: "%" })) => scaled(change(value)),
        (_, Some(Number { value, signed: false, unit: "%" })) => fresh(value / 100.0),
        (_, Some(Number { value, unit: "st", .. })) => scaled((value / 12.0).exp2()),
        (_, Some(Number { value, signed: true, unit: "hz" })) => {
            Pitch { hertz: now.hertz + value, ..now }
        }
        (_, Some(Number { value, signed: false, unit: "hz" })) => {
            Pitch { median: Some(value), ..Pitch::NEUTRAL }
        }
        _ => return None,
    };
    Some(Prosody { pitch, ..around })
}

/// The prosody in `around` with this volume; none if `value` is none.
pub(super) fn with_volume(around: Prosody, value: &str) -> Option<Prosody> {
    let gain = match (label(value, &VOLUMES), number(value)) {
        _ if value.eq_ignore_ascii_case("silent") => 0.0,
        (Some(decibels), _) => gain(decibels),
        (_, Some(Number { value, unit: "db", .. })) => around.gain * gain(value),
        (_, Some(Number { value, signed: true, unit: "%" })) => around.gain * change(value),
        (_, Some(Number { value, signed: true, unit: "" })) => around.gain + value / 100.0,
        (_, Some(Number { value, signed: false, unit: "" | "%" })) => value / 100.0,
        _ => return None,
    };
    Some(Prosody { gain, ..around })
}

/// The prosody of stressed words in `around`. What stress does to a voice has no unit: strong is
/// 10 % slower, 10 % higher and 2 dB louder, which is about what readers do.
pub(super) fn with_emphasis(around: Prosody, level: &str) -> Option<Prosody> {
    let (longer, higher, louder) = match level.to_ascii_lowercase().as_str() {
        "strong" => (1.1, 1.1, 2.0),
        "moderate" => (1.05, 1.05, 1.0),
        "none" => return Some(around),
        "reduced" => (0.95, 0.95, -2.0),
        _ => return None,
    };
    let Pitch { median, ratio, hertz } = around.pitch;
    Some(Prosody {
        rate: around.rate / longer,
        pitch: Pitch { median, ratio: ratio * higher, hertz: hertz * higher },
        gain: around.gain * gain(louder),
    })
}

/// `prosody` within what can be spoken.
pub(super) fn limited(prosody: Prosody) -> Prosody {
    let ratio = (MAX_SEMITONES / 12.0).exp2();
    let Pitch { median, ratio: factor, hertz } = prosody.pitch;
    Prosody {
        rate: prosody.rate.clamp(MIN_RATE, MAX_RATE),
        pitch: Pitch {
            median: median.map(|median| median.clamp(MIN_HERTZ, MAX_HERTZ)),
            ratio: factor.clamp(ratio.recip(), ratio),
            hertz: hertz.clamp(-MAX_HERTZ, MAX_HERTZ),
        },
        gain: prosody.gain.clamp(0.0, MAX_GAIN),
    }
}

fn label(value: &str, labels: &[(&str, f32)]) -> Option<f32> {
    labels.iter().find(|(label, _)| label.eq_ignore_ascii_case(value)).map(|(_, number)| *number)
}

/// The factor of a change by so many per cent.
fn change(per_cent: f32) -> f32 {
    1.0 + per_cent / 100.0
}

/// The factor of a change by so many dB of samples.
fn gain(decibels: f32) -> f32 {
    10f32.powf(decibels / 20.0)
}

/// A finite number with a sign before and a unit behind it, if it has them.
fn number(text: &str) -> Option<Number<'static>> {
    let negative = text.starts_with(['-', '−']);
    let signed = negative || text.starts_with('+');
    let digits = text.trim_start_matches(['+', '-', '−']);
    let sign = text.chars().count() - digits.chars().count();
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(digits.len());
    let unit = digits[end..].trim_start();
    let unit = ["", "%", "st", "hz", "db"].into_iter().find(|u| unit.eq_ignore_ascii_case(u))?;
    let value = decimal(&digits[..end])?;
    let value = if negative { -value } else { value };
    (value.is_finite() && sign <= 1).then_some(Number { value, signed, unit })
}

/// A number of digits with at most one point.
fn decimal(text: &str) -> Option<f32> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let points = text.bytes().filter(|byte| *byte == b'.').count();
    let is_number = digits > 0 && points <= 1 && digits + points == text.len();
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests;
