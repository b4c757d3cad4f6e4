//! How a text is planned.

use kokoro_document::Prosody;
use kokoro_text::{Language, TextOptions};

use crate::PausePolicy;

/// How a text is planned.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct PlanOptions {
    /// A voice, or a blend of voices, for what the text gives no other.
    pub voice: String,
    /// The language of what the text gives no other.
    pub language: Language,
    /// How text is read: its format, numbers, the user's lexicon.
    pub text: TextOptions,
    /// How all of it is spoken; what the text says of prosody comes on top. Pauses of the policy
    /// are divided by its rate.
    pub prosody: Prosody,
    /// How long pauses last.
    pub pauses: PausePolicy,
    /// The names of all voices, from which one is chosen if the text asks for a gender or a
    /// language.
    pub voices: Vec<String>,
    /// What becomes of markup that is not well-formed.
    pub strictness: Strictness,
    /// What becomes of sounds that the text asks for.
    pub clips: Clips,
}

impl PlanOptions {
    /// Everything as the voice and the text say.
    pub fn new(voice: impl Into<String>, language: Language) -> Self {
        let (text, prosody, pauses, voices, strictness, clips) = Default::default();
        Self { voice: voice.into(), language, text, prosody, pauses, voices, strictness, clips }
    }
}

/// What becomes of markup that is not well-formed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Strictness {
    /// It is an error with line and column.
    #[default]
    Strict,
    /// As much of it is read as can be, with warnings.
    Lenient,
}

/// What becomes of sounds that a text asks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Clips {
    /// The text in their place is spoken, and a warning says so.
    #[default]
    Spoken,
    /// They are steps of the plan: whoever plays it opens the file, or speaks the text after all.
    Played,
}
