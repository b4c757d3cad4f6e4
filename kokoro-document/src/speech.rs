//! What the author of a document said of how it is spoken: pauses, prosody, voices.

use std::time::Duration;

/// How fast, how high and how loud, against the voice as it is.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Prosody {
    /// Divides durations: 2 is twice as fast.
    pub rate: f32,
    /// What becomes of the fundamental frequency.
    pub pitch: Pitch,
    /// Multiplies samples: 1 leaves them, 0 is silence.
    pub gain: f32,
}

impl Prosody {
    /// The voice as it is.
    pub const NEUTRAL: Self = Self { rate: 1.0, pitch: Pitch::NEUTRAL, gain: 1.0 };

    /// The voice with these changes.
    pub fn new(rate: f32, pitch: Pitch, gain: f32) -> Self {
        Self { rate, pitch, gain }
    }
}

impl Default for Prosody {
    fn default() -> Self {
        Self::NEUTRAL
    }
}

/// What becomes of F0, the fundamental frequency, where speech is voiced:
/// `F0' = ratio · F0 + hertz`, after F0 was moved so that its median is `median`, if that is given.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Pitch {
    /// The median of F0 in Hz before the other two are applied; `None` leaves it to the voice.
    pub median: Option<f32>,
    /// 2 is an octave higher.
    pub ratio: f32,
    /// Added, in Hz.
    pub hertz: f32,
}

impl Pitch {
    /// The voice's own.
    pub const NEUTRAL: Self = Self { median: None, ratio: 1.0, hertz: 0.0 };

    /// Higher by `semitones`, lower if they are negative.
    pub fn semitones(semitones: f32) -> Self {
        Self { ratio: (semitones / 12.0).exp2(), ..Self::NEUTRAL }
    }
}

impl Default for Pitch {
    fn default() -> Self {
        Self::NEUTRAL
    }
}

/// A pause that the author asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// As long as this.
    Time(Duration),
    /// As strong as this; how long that is, a later stage decides.
    Strength(BreakStrength),
}

/// SSML's strengths of a pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BreakStrength {
    /// No pause, not even the one that a mark or the end of a sentence would make.
    None,
    /// The weakest.
    XWeak,
    /// Like a comma.
    Weak,
    /// Like the end of a clause.
    Medium,
    /// Like the end of a sentence.
    Strong,
    /// Like the end of a paragraph.
    XStrong,
}

/// Which voice a block is to be spoken in. What is `None` does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct VoiceChoice {
    /// Names of voices, or blends, in the order of preference.
    pub names: Vec<String>,
    /// The speaker's gender.
    pub gender: Option<Gender>,
    /// A language tag (BCP 47), as it was written.
    pub language: Option<String>,
}

/// A speaker's gender, as SSML names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// `female`
    Female,
    /// `male`
    Male,
    /// `neutral`
    Neutral,
}

/// How a part of a text is to be read, in the words of SSML's `say-as`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SayAs {
    /// Such as `date`, `cardinal` or `characters`.
    pub interpret_as: String,
    /// Such as `dmy`.
    pub format: Option<String>,
    /// How exactly, as some vendors have it.
    pub detail: Option<String>,
}

/// A sound that is to be played in the place of its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AudioClip {
    /// Where it lies, as it was written.
    pub src: String,
}
