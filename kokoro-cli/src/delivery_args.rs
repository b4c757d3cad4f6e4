//! `--pitch`, `--volume`, `--pause` and `--latency`: how a speech is delivered, beside its voice.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, ValueEnum};
use kokoro::plan::{Decibels, PausePolicy, PausePolicyError, Pitch, Strictness};
use kokoro::{Latency, Silence, SpeechOptions};

/// How a speech is delivered.
#[derive(Args)]
pub struct DeliveryArgs {
    /// Pitch against the voice's own: semitones, as in `+2`, `-1.5st`; or `+10%`, `-20Hz`
    #[arg(long, value_name = "PITCH", allow_hyphen_values = true)]
    pitch: Option<Pitch>,
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
        if let Some(pitch) = self.pitch {
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

/// `--pause`.
#[derive(Clone)]
struct PauseArg(Silence);

impl FromStr for PauseArg {
    type Err = PausePolicyError;

    fn from_str(given: &str) -> Result<Self, PausePolicyError> {
        Ok(Self(match given.trim() {
            "model" => Silence::Model,
            policy => Silence::Policy(policy.parse::<PausePolicy>()?),
        }))
    }
}
