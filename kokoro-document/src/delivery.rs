//! Pitch and volume as people write them: "+2", "-1.5st", "+10%", "-6dB".

use std::str::FromStr;

use crate::speech::Pitch;

/// The highest and lowest pitch, in semitones: two octaves.
const MAX_SEMITONES: f32 = 24.0;
/// The same in percent.
const PERCENT: std::ops::RangeInclusive<f32> = -75.0..=300.0;
/// The largest shift of pitch in Hz.
const MAX_HERTZ: f32 = 500.0;
/// The loudest and softest speech, in decibels.
const MAX_DECIBELS: f32 = 40.0;

/// Why a text is no pitch and no volume.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected}, found {found:?}")]
#[non_exhaustive]
pub struct DeliveryError {
    /// What can be written.
    pub expected: &'static str,
    /// What is.
    pub found: String,
}

/// A volume against the voice's own, from −40 to 40 decibels.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Decibels(pub f32);

/// Semitones against the voice's own, as in `+2` and `-1.5st`; a share of it, as in `+10%`; or a
/// shift in Hz, as in `-20Hz`.
///
/// ```
/// use kokoro_document::Pitch;
///
/// assert_eq!("+12".parse(), Ok(Pitch::semitones(12.0)));
/// assert!("high".parse::<Pitch>().is_err());
/// ```
impl FromStr for Pitch {
    type Err = DeliveryError;

    fn from_str(given: &str) -> Result<Self, DeliveryError> {
        let text = given.trim();
        let unit = |unit: &str| text.strip_suffix(unit).map(str::trim_end);
        let pitch = if let Some(text) = unit("%") {
            let percent = number(text, 300.0).filter(|percent| PERCENT.contains(percent));
            percent.map(|percent| Self { ratio: 1.0 + percent / 100.0, ..Self::NEUTRAL })
        } else if let Some(text) = unit("Hz").or_else(|| unit("hz")) {
            number(text, MAX_HERTZ).map(|hertz| Self { hertz, ..Self::NEUTRAL })
        } else {
            number(unit("st").unwrap_or(text), MAX_SEMITONES).map(Self::semitones)
        };
        let expected = "semitones from -24 to 24, a share from -75% to +300%, or up to 500Hz";
        pitch.ok_or_else(|| DeliveryError { expected, found: given.into() })
    }
}

/// A number of decibels, with or without `dB`.
impl FromStr for Decibels {
    type Err = DeliveryError;

    fn from_str(given: &str) -> Result<Self, DeliveryError> {
        let text = given.trim();
        let text = text.strip_suffix("dB").or_else(|| text.strip_suffix("db")).unwrap_or(text);
        let decibels = number(text.trim_end(), MAX_DECIBELS);
        let expected = "decibels from -40 to 40";
        decibels.map(Self).ok_or_else(|| DeliveryError { expected, found: given.into() })
    }
}

/// A number whose absolute value is at most `limit`.
fn number(text: &str, limit: f32) -> Option<f32> {
    text.parse().ok().filter(|number: &f32| number.abs() <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pitch_has_three_units() {
        let pitch = |text: &str| text.parse::<Pitch>().ok();
        assert_eq!(pitch("+12"), Some(Pitch::semitones(12.0)));
        assert_eq!(pitch("-1.5st"), Some(Pitch::semitones(-1.5)));
        assert_eq!(pitch("+100%").map(|pitch| pitch.ratio), Some(2.0));
        assert_eq!(pitch("-20 Hz").map(|pitch| pitch.hertz), Some(-20.0));
        for wrong in ["", "NaN", "inf", "25", "-80%", "high", "3 m", "1e9Hz"] {
            assert!(pitch(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn volume_is_in_decibels() {
        let volume = |text: &str| text.parse::<Decibels>().ok().map(|Decibels(found)| found);
        assert_eq!(
            (volume("-6"), volume("+3dB"), volume("0 db")),
            (Some(-6.0), Some(3.0), Some(0.0))
        );
        assert_eq!((volume("NaN"), volume("100"), volume("loud")), (None, None, None));
    }
}
