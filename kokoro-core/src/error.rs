//! What can go wrong, one variant for each thing that a caller can act on.

/// The error of this crate.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// No phoneme of the input is in the vocabulary.
    #[error("nothing to say: expected at least one phoneme of the model's vocabulary, found none")]
    NoPhonemes,
    /// More phonemes than one pass can speak.
    #[error(
        "too many phonemes for one pass: expected at most {limit}, found {found}; \
         split the text first"
    )]
    TooManyPhonemes {
        /// Phonemes given.
        found: usize,
        /// Phonemes that fit.
        limit: usize,
    },
    /// A speed that the durations cannot be divided by.
    #[error(
        "speed: expected {min} to {max}, found {found}",
        min = crate::MIN_SPEED,
        max = crate::MAX_SPEED
    )]
    Speed {
        /// What was asked for.
        found: f32,
    },
    /// A rate of a token that its duration cannot be divided by.
    #[error(
        "rate of token {token}: expected a product with the speed {speed} of {min} to {max}, \
         found the rate {rate}",
        min = crate::MIN_SPEED,
        max = crate::MAX_SPEED
    )]
    Rate {
        /// Which token, from 0, without the boundary token.
        token: usize,
        /// Its rate.
        rate: f32,
        /// The speed of all.
        speed: f32,
    },
    /// A change of pitch that is not a number, or a ratio or median that is not positive.
    #[error(
        "pitch of token {token}: expected finite numbers, a ratio and a median above 0, \
         found {pitch:?}"
    )]
    Pitch {
        /// Which token, from 0, without the boundary token.
        token: usize,
        /// Its pitch.
        pitch: crate::Pitch,
    },
    /// Prosody for another number of tokens.
    #[error("prosody: expected one for each of {expected} tokens or none at all, found {found}")]
    ProsodyLength {
        /// Tokens without the boundary tokens.
        expected: usize,
        /// How many were given.
        found: usize,
    },
    /// A decoder that decodes whole utterances only was asked for a part of one.
    #[error("this decoder decodes whole utterances only; leave its calibration empty")]
    NoParts,
    /// Somebody cancelled the [`CancelToken`](crate::CancelToken) of this work.
    #[error("cancelled")]
    Cancelled,
    /// Voice data of another size.
    #[error(
        "voice: expected {expected} values (a row of style for each phoneme count), found {found}"
    )]
    VoiceShape {
        /// Values of a whole voice.
        expected: usize,
        /// Values given.
        found: usize,
    },
    /// A blend of no voices.
    #[error("blend: expected at least one voice, found none")]
    NoVoices,
    /// A weight of a blend that is infinite or not a number.
    #[error("blend: expected finite weights, found {found}")]
    BlendWeight {
        /// The weight.
        found: f32,
    },
    /// A field of [`Features`](crate::Features), or a decoder's logits, of another length.
    #[error("{field}: expected {expected} values for {frames} frames, found {found}")]
    Length {
        /// Which one.
        field: &'static str,
        /// Frames of the utterance.
        frames: usize,
        /// Values that it must have for these frames.
        expected: usize,
        /// Values given.
        found: usize,
    },
    /// `config.json` does not parse.
    #[error("config.json: {0}")]
    ConfigSyntax(#[source] serde_json::Error),
    /// `config.json` describes a model that this program is not written for.
    #[error("config.json: {field}: expected {expected}, found {found}; use the one of Kokoro-82M")]
    Config {
        /// The field.
        field: &'static str,
        /// What this implementation knows.
        expected: String,
        /// What the file has.
        found: String,
    },
    /// A tensor is missing or has another shape, or an operation failed.
    #[error(transparent)]
    Tensor(#[from] candle_core::Error),
    /// The vocoder was given a spectrum of another shape.
    #[error(transparent)]
    Vocoder(#[from] kokoro_vocoder::Error),
    /// A decoder outside this crate failed, in its own words.
    #[error(transparent)]
    Decoder(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    pub(crate) fn config(
        field: &'static str,
        expected: impl ToString,
        found: impl ToString,
    ) -> Self {
        Self::Config { field, expected: expected.to_string(), found: found.to_string() }
    }
}
