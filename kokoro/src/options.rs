//! How to speak.

use kokoro_text::Language;

use crate::Error;

/// Voice, speed, seed and language. `Default` is `af_heart` at speed 1 with seed 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// One of [`Kokoro::voices`](crate::Kokoro::voices).
    pub voice: String,
    /// [`MIN_SPEED`](crate::MIN_SPEED) to [`MAX_SPEED`](crate::MAX_SPEED); 2 is twice as fast.
    pub speed: f32,
    /// Chooses the noise of the voice's breath. The same seed gives the same samples.
    pub seed: u64,
    /// The language of the text; without one, that of the voice.
    pub language: Option<Language>,
}

impl Default for Options {
    fn default() -> Self {
        Self { voice: "af_heart".into(), speed: 1.0, seed: 0, language: None }
    }
}

impl Options {
    /// The language that text is read in.
    ///
    /// # Errors
    /// [`Error::NoLanguage`] if none is given and the voice's name does not tell.
    pub fn language(&self) -> Result<Language, Error> {
        let language = self.language.or_else(|| Language::from_voice(&self.voice));
        language.ok_or_else(|| Error::NoLanguage { voice: self.voice.clone() })
    }
}
