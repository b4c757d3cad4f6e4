//! `--pitch`, `--volume`, `--pause` and `--latency`: how a speech is delivered, beside its voice.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, ValueEnum};
use kokoro::plan::{PausePolicy, PausePolicyError, Pitch, Strictness};
use kokoro::{Latency, Silence, SpeechOptions};

/// How a speech is delivered.
#[derive(Args)]
pub struct DeliveryArgs {
    /// Pitch against the voice's own: semitones, as in `+2`, `-1.5st`; or `+10%`, `-20Hz`
    #[arg(long, value_name = "PITCH", allow_hyphen_values = true)]
    pitch: Option<PitchArg>,
    /// Volume against the voice's own, in decibels, as in `-6` or `+3dB`
    #[arg(long, value_name = "DB", allow_hyphen_values = true)]
    volume: Option<Decibels>,
    /// How long pauses are, as in `sentence=300ms,paragraph=1s`; kinds: comma, clause, split,
    /// sentence, line, item, paragraph, heading, section. `model` keeps what the model makes
    #[arg(long, value_name = "PAUSES")]
    pause: Option<PauseArg>,
    /// Whether a sentence is heard before all of it is made
    #[arg(long, value_enum, value_name = "HOW", default_value = "exact")]
    latency: LatencyArg,
    /// Read SSML that is not well-formed as far as it goes, with warnings
    #[arg(long)]
    lenient: bool,
    /// Play WAV files of this folder where SSML asks for sounds (`<audio src>`)
    #[arg(long, value_name = "DIR")]
    sounds: Option<PathBuf>,
}

impl DeliveryArgs {
    /// `options` with these choices.
    pub fn add_to(&self, mut options: SpeechOptions) -> SpeechOptions {
        if let Some(PitchArg(pitch)) = self.pitch {
            options = options.pitch(pitch);
        }
        if let Some(Decibels(decibels)) = self.volume {
            options = options.decibels(decibels);
        }
        if let Some(PauseArg(silence)) = &self.pause {
            options = options.silence(silence.clone());
        }
        if self.lenient {
            options.strictness = Strictness::Lenient;
        }
        options.sounds.clone_from(&self.sounds);
        options.latency(match self.latency {
            LatencyArg::Exact => Latency::Exact,
            LatencyArg::Low => Latency::Low,
        })
    }
}

/// `--latency`.
#[derive(Clone, Copy, ValueEnum)]
enum LatencyArg {
    /// Each sentence is decoded whole
    Exact,
    /// Sentences are decoded in pieces: sound comes sooner, and differs a little
    Low,
}

/// `--pitch`.
#[derive(Clone, Copy)]
struct PitchArg(Pitch);

/// `--volume`.
#[derive(Clone, Copy)]
struct Decibels(f32);

/// `--pause`.
#[derive(Clone)]
struct PauseArg(Silence);

/// What is no number of the right kind.
#[derive(Debug, thiserror::Error)]
#[error("expected {expected}, found {found:?}")]
struct NotANumber {
    expected: &'static str,
    found: String,
}

/// The highest and lowest pitch, in semitones, and the same in percent.
const MAX_SEMITONES: f32 = 24.0;
/// The largest shift of pitch in Hz.
const MAX_HERTZ: f32 = 500.0;
/// The loudest and softest speech, in decibels.
const MAX_DECIBELS: f32 = 40.0;

impl FromStr for PitchArg {
    type Err = NotANumber;

    fn from_str(given: &str) -> Result<Self, NotANumber> {
        let text = given.trim();
        let unit = |unit: &str| text.strip_suffix(unit).map(str::trim_end);
        let pitch = if let Some(text) = unit("%") {
            let mut pitch = Pitch::NEUTRAL;
            let percent = number(text, 300.0).filter(|percent| *percent >= -75.0);
            percent.map(|percent| {
                pitch.ratio = 1.0 + percent / 100.0;
                pitch
            })
        } else if let Some(text) = unit("Hz").or_else(|| unit("hz")) {
            let mut pitch = Pitch::NEUTRAL;
            number(text, MAX_HERTZ).map(|hertz| {
                pitch.hertz = hertz;
                pitch
            })
        } else {
            number(unit("st").unwrap_or(text), MAX_SEMITONES).map(Pitch::semitones)
        };
        let expected = "semitones from -24 to 24, a share from -75% to +300%, or up to 500Hz";
        pitch.map(Self).ok_or_else(|| NotANumber { expected, found: given.into() })
    }
}

impl FromStr for Decibels {
    type Err = NotANumber;

    fn from_str(given: &str) -> Result<Self, NotANumber> {
        let text = given.trim();
        let text = text.strip_suffix("dB").or_else(|| text.strip_suffix("db")).unwrap_or(text);
        let expected = "decibels from -40 to 40";
        let decibels = number(text.trim_end(), MAX_DECIBELS);
        decibels.map(Self).ok_or_else(|| NotANumber { expected, found: given.into() })
    }
}

impl FromStr for PauseArg {
    type Err = PausePolicyError;

    fn from_str(given: &str) -> Result<Self, PausePolicyError> {
        Ok(Self(match given.trim() {
            "model" => Silence::Model,
            policy => Silence::Policy(policy.parse::<PausePolicy>()?),
        }))
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
        let pitch = |text: &str| text.parse::<PitchArg>().ok().map(|PitchArg(pitch)| pitch);
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
