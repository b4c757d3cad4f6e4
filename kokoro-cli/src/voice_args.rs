//! `--voice`, `--speed` and `--seed`: how to speak.

use clap::Args;
use kokoro::{Language, MAX_SPEED, MIN_SPEED, SpeechOptions};

use crate::error::Error;

/// How to speak: what `say` and `bench` share.
#[derive(Args)]
pub struct VoiceArgs {
    /// The voice (`kokoro voices` lists them), a file with one, or a blend such as
    /// "af_heart(2)+af_bella(1)" [default: af_heart, or one of the language named]
    #[arg(long, value_name = "NAME")]
    voice: Option<String>,
    /// Speed, 0.25 to 4; above 2 words are hard to follow
    #[arg(long, value_name = "X", default_value_t = 1.0, allow_hyphen_values = true)]
    speed: f32,
    /// Seed of the noise in the voice; the same seed gives the same samples
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
}

impl VoiceArgs {
    /// The library's options.
    ///
    /// # Errors
    /// The speed is out of range.
    pub fn options(&self, language: Option<Language>) -> Result<SpeechOptions, Error> {
        let Self { voice, speed, seed } = self;
        let default = language.unwrap_or(Language::AmericanEnglish).default_voice();
        let voice = voice.as_deref().unwrap_or(default);
        if !(MIN_SPEED..=MAX_SPEED).contains(speed) {
            return Err(Error::Speed { found: *speed });
        }
        Ok(SpeechOptions::new(voice).speed(*speed).seed(*seed).language(language))
    }
}
