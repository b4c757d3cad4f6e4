//! The rate and the pitch of a token.

/// How fast and how high a token is, against the voice's own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TokenProsody {
    /// Divides its duration, together with [`Delivery::speed`](crate::Delivery::speed).
    pub rate: f32,
    /// What becomes of F0 while it is spoken.
    pub pitch: Pitch,
}

/// What becomes of F0, the fundamental frequency, where speech is voiced.
///
/// First, if `median` is given, the F0 of the span is multiplied so that its median is that; a span
/// is as many neighbouring tokens as have the same pitch. Then `F0' = ratio · F0 + hertz`. The
/// result is held between 30 and 1000 Hz.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pitch {
    /// The median of the span's F0 in Hz, more than 0.
    pub median: Option<f32>,
    /// More than 0; 2 is an octave higher.
    pub ratio: f32,
    /// Added, in Hz; finite.
    pub hertz: f32,
}

impl TokenProsody {
    /// The voice's own.
    pub const NEUTRAL: Self = Self { rate: 1.0, pitch: Pitch::NEUTRAL };
}

impl Default for TokenProsody {
    fn default() -> Self {
        Self::NEUTRAL
    }
}

impl Pitch {
    /// The voice's own.
    pub const NEUTRAL: Self = Self { median: None, ratio: 1.0, hertz: 0.0 };

    /// Whether the numbers are what the fields say.
    pub(crate) fn is_valid(&self) -> bool {
        let positive = |x: f32| x.is_finite() && x > 0.0;
        self.median.is_none_or(positive) && positive(self.ratio) && self.hertz.is_finite()
    }
}
