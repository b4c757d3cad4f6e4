//! The elements of SSML, and what vendors add to it.

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    Speak,
    Paragraph,
    Sentence,
    Break,
    Phoneme,
    SayAs,
    Sub,
    Emphasis,
    Prosody,
    Voice,
    Language,
    /// `mark` and Azure's `bookmark`.
    Bookmark,
    Audio,
    /// A word: `token` or `w`.
    Token,
    /// Azure's `mstts:silence`.
    Silence,
    /// Its text is for machines, or describes a sound: `metadata`, `desc`.
    Unspoken,
    /// It has no text and no effect here: `meta`, `lexicon`.
    Data,
    /// A vendor's element, or one of SSML, that has no effect here.
    Unsupported,
    Unknown,
}

impl Element {
    /// The element of this name.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "speak" => Self::Speak,
            "p" | "paragraph" => Self::Paragraph,
            "s" | "sentence" => Self::Sentence,
            "break" => Self::Break,
            "phoneme" => Self::Phoneme,
            "say-as" => Self::SayAs,
            "sub" => Self::Sub,
            "emphasis" => Self::Emphasis,
            "prosody" => Self::Prosody,
            "voice" => Self::Voice,
            "lang" => Self::Language,
            "mark" | "bookmark" => Self::Bookmark,
            "audio" => Self::Audio,
            "token" | "w" => Self::Token,
            "mstts:silence" => Self::Silence,
            "desc" | "metadata" => Self::Unspoken,
            "lexicon" | "meta" => Self::Data,
            "lookup" | "seq" | "par" | "media" => Self::Unsupported,
            _ if ["mstts:", "amazon:", "google:"].iter().any(|own| name.starts_with(own)) => {
                Self::Unsupported
            }
            _ => Self::Unknown,
        }
    }

    /// Whether its text is one piece: no paragraph, sentence or voice begins or ends in it.
    pub(super) fn is_piece(self) -> bool {
        matches!(self, Self::Phoneme | Self::SayAs | Self::Sub | Self::Audio)
    }

    /// Whether it has no content.
    pub(super) fn is_empty(self) -> bool {
        matches!(self, Self::Break | Self::Bookmark | Self::Silence | Self::Data)
    }

    /// Whether `inner` cannot stand in it, so that it must have ended where `inner` begins.
    pub(super) fn ends_before(self, inner: Self) -> bool {
        match self {
            Self::Sentence => matches!(inner, Self::Sentence | Self::Paragraph),
            Self::Paragraph => inner == Self::Paragraph,
            _ => false,
        }
    }

    /// Whether it divides text into blocks.
    pub(super) fn divides(self) -> bool {
        matches!(self, Self::Speak | Self::Paragraph | Self::Sentence | Self::Voice)
    }
}
