//! How to speak.

use kokoro_core::{CancelToken, Delivery};
use kokoro_text::{Language, TextOptions};

use crate::Error;

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
    /// One of [`Kokoro::voices`](crate::Kokoro::voices).
    pub voice: String,
    /// [`MIN_SPEED`](crate::MIN_SPEED) to [`MAX_SPEED`](crate::MAX_SPEED); 2 is twice as fast.
    pub speed: f32,
    /// Seed of the noise in the voice. The same seed gives the same samples.
    pub seed: u64,
    /// The language of the text. Without one, it is the language of the voice.
    pub language: Option<Language>,
    /// How the text is read: its format, numbers, unknown words, the user's lexicon.
    pub text: TextOptions,
    /// Stops the speech when it is cancelled.
    pub cancel: CancelToken,
}

impl Default for SpeechOptions {
    fn default() -> Self {
        Self::new("af_heart")
    }
}

impl SpeechOptions {
    /// The voice of that name at speed 1 with seed 0.
    pub fn new(voice: impl Into<String>) -> Self {
        let (language, text, cancel) = Default::default();
        Self { voice: voice.into(), speed: 1.0, seed: 0, language, text, cancel }
    }

    /// Sets the speed.
    #[must_use]
    pub fn speed(self, speed: f32) -> Self {
        Self { speed, ..self }
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

    /// Lets `token` stop whatever is spoken with these options. The stage of the model that is
    /// being computed is finished, no other is begun, and the result is [`Error::Cancelled`].
    #[must_use]
    pub fn cancelled_by(self, token: &CancelToken) -> Self {
        Self { cancel: token.clone(), ..self }
    }

    /// What the model is told of these options.
    pub(crate) fn delivery(&self) -> Delivery {
        Delivery::new(self.speed, self.seed).with_cancel(self.cancel.clone())
    }

    /// The language that text is read in.
    ///
    /// # Errors
    /// [`Error::NoLanguage`] if none is given and the voice's name does not tell.
    pub fn text_language(&self) -> Result<Language, Error> {
        let language = self.language.or_else(|| Language::from_voice(&self.voice));
        language.ok_or_else(|| Error::NoLanguage { voice: self.voice.clone() })
    }
}
