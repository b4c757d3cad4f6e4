//! How to speak.

use std::path::PathBuf;

use kokoro_core::CancelToken;
use kokoro_plan::{Clips, PausePolicy, Pitch, PlanOptions, Prosody, Strictness};
use kokoro_text::{Language, TextOptions};

use crate::Error;
use crate::voices::language as voice_language;

/// Voice, speed, seed and language of a speech, and how it can be stopped. The default is the voice
/// `af_heart` at speed 1 with seed 0.
///
/// ```
/// use kokoro::SpeechOptions;
///
/// let options = SpeechOptions::new("bf_emma").speed(1.2).seed(7);
/// assert_eq!(options.voice, "bf_emma");
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SpeechOptions {
    /// One of [`Kokoro::voices`](crate::Kokoro::voices), a blend of them, or a file with a voice.
    pub voice: String,
    /// [`MIN_SPEED`](crate::MIN_SPEED) to [`MAX_SPEED`](crate::MAX_SPEED); 2 is twice as fast.
    pub speed: f32,
    /// What becomes of the voice's pitch.
    pub pitch: Pitch,
    /// Multiplies samples: 1 leaves them.
    pub gain: f32,
    /// Seed of the noise in the voice. The same seed gives the same samples.
    pub seed: u64,
    /// The language of the text. Without one, it is the language of the voice.
    pub language: Option<Language>,
    /// How the text is read: its format, numbers, unknown words, the user's lexicon.
    pub text: TextOptions,
    /// What becomes of markup that is not well-formed.
    pub strictness: Strictness,
    /// The folder of WAV files that the text may have played. Without one, the text that stands in
    /// their place is spoken.
    pub sounds: Option<PathBuf>,
    /// Who decides how long pauses are.
    pub silence: Silence,
    /// Whether an utterance is given out whole.
    pub latency: Latency,
    /// Stops the speech when it is cancelled.
    pub cancel: CancelToken,
}

/// Who decides how long pauses are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Silence {
    /// A policy: silence at the ends of utterances is cut and filled up to what it says.
    Policy(PausePolicy),
    /// The model: every sample that it makes is kept, and none is added, as upstream does. Pauses
    /// that the text asks for are added all the same.
    Model,
}

impl Default for Silence {
    fn default() -> Self {
        Self::Policy(PausePolicy::default())
    }
}

/// Whether an utterance is given out whole, or sooner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Latency {
    /// An utterance is decoded whole: its samples are the model's.
    #[default]
    Exact,
    /// An utterance is decoded in pieces, so that its beginning can be heard before its end is
    /// made. The samples differ a little from the exact ones.
    Low,
}

impl Default for SpeechOptions {
    fn default() -> Self {
        Self::new("af_heart")
    }
}

impl SpeechOptions {
    /// The voice of that name at speed 1 with seed 0.
    pub fn new(voice: impl Into<String>) -> Self {
        Self {
            voice: voice.into(),
            speed: 1.0,
            pitch: Pitch::NEUTRAL,
            gain: 1.0,
            seed: 0,
            language: None,
            text: TextOptions::default(),
            strictness: Strictness::default(),
            sounds: None,
            silence: Silence::default(),
            latency: Latency::default(),
            cancel: CancelToken::new(),
        }
    }

    /// Sets the speed.
    #[must_use]
    pub fn speed(self, speed: f32) -> Self {
        Self { speed, ..self }
    }

    /// Sets the pitch.
    #[must_use]
    pub fn pitch(self, pitch: Pitch) -> Self {
        Self { pitch, ..self }
    }

    /// Sets the volume, in decibels against the voice's own.
    #[must_use]
    pub fn decibels(self, decibels: f32) -> Self {
        Self { gain: 10f32.powf(decibels / 20.0), ..self }
    }

    /// Sets the seed of the noise.
    #[must_use]
    pub fn seed(self, seed: u64) -> Self {
        Self { seed, ..self }
    }

    /// Sets the language of the text; `None` is that of the voice.
    #[must_use]
    pub fn language(self, language: impl Into<Option<Language>>) -> Self {
        Self { language: language.into(), ..self }
    }

    /// Sets how the text is read.
    #[must_use]
    pub fn text(self, text: TextOptions) -> Self {
        Self { text, ..self }
    }

    /// Sets who decides how long pauses are.
    #[must_use]
    pub fn silence(self, silence: Silence) -> Self {
        Self { silence, ..self }
    }

    /// Sets whether utterances are given out whole.
    #[must_use]
    pub fn latency(self, latency: Latency) -> Self {
        Self { latency, ..self }
    }

    /// Lets `token` stop whatever is spoken with these options. The work that is being done goes
    /// on for at most some ten milliseconds, and the result is [`Error::Cancelled`].
    #[must_use]
    pub fn cancelled_by(self, token: &CancelToken) -> Self {
        Self { cancel: token.clone(), ..self }
    }

    /// The language that text is read in.
    ///
    /// # Errors
    /// [`Error::NoLanguage`] if none is given and the voice's name does not tell.
    pub fn text_language(&self) -> Result<Language, Error> {
        let language = self.language.or_else(|| voice_language(&self.voice));
        language.ok_or_else(|| Error::NoLanguage { voice: self.voice.clone() })
    }

    /// Speed, pitch and volume of the whole speech.
    pub(crate) fn prosody(&self) -> Prosody {
        Prosody::new(self.speed, self.pitch, self.gain)
    }

    /// How a text is planned for this speech.
    ///
    /// # Errors
    /// Those of [`text_language`](Self::text_language).
    pub fn plan(&self) -> Result<PlanOptions, Error> {
        let mut plan = PlanOptions::new(&self.voice, self.text_language()?);
        plan.text = self.text.clone();
        plan.prosody = self.prosody();
        plan.strictness = self.strictness;
        plan.clips = if self.sounds.is_some() { Clips::Played } else { Clips::Spoken };
        if let Silence::Policy(pauses) = &self.silence {
            plan.pauses = pauses.clone();
        }
        Ok(plan)
    }
}
