//! The vowels of Hindi and how they sound.

/// How a vowel is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As a letter, where no consonant stands before it.
    Letter,
    /// As a sign on a consonant; the vowel "a" without a sign.
    Sign,
}

/// A vowel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vowel {
    /// अ, and the vowel of a consonant without a sign. It may be silent.
    A,
    /// आ
    Aa,
    /// इ
    I,
    /// ई
    Ii,
    /// उ
    U,
    /// ऊ
    Uu,
    /// ऋ
    R,
    /// ऌ
    L,
    /// ऍ, of English words
    OpenE,
    /// ऎ
    ShortE,
    /// ए
    E,
    /// ऐ
    Ai,
    /// ऑ, of English words
    OpenO,
    /// ऒ
    ShortO,
    /// ओ
    O,
    /// औ
    Au,
}

impl Vowel {
    /// Whether the vowel alone makes its syllable heavy. ऊ as a letter does not.
    pub(super) fn is_long(self, form: Form) -> bool {
        match self {
            Self::Aa | Self::Ii | Self::E | Self::Ai | Self::O | Self::Au => true,
            Self::Uu => form == Form::Sign,
            _ => false,
        }
    }

    /// The vowel without stress. [`super::sounds`] changes अ and ई where they have it.
    pub(super) fn sound(self, form: Form) -> &'static str {
        match self {
            Self::A => "ə",
            Self::Aa => "aː",
            Self::I => "ɪ",
            Self::Ii => "i",
            Self::U => "ʊ",
            Self::Uu if form == Form::Letter => "u",
            Self::Uu => "uː",
            Self::R => "ɪ",
            Self::L => "l",
            Self::OpenE => "ɛ",
            Self::ShortE => "e",
            Self::E => "eː",
            Self::Ai => "ɛː",
            Self::OpenO => "ɔ",
            Self::ShortO => "o",
            Self::O => "oː",
            Self::Au => "ɔː",
        }
    }

    /// The nasal vowel that an anusvara makes of it, if it does.
    pub(super) fn nasal(self, form: Form) -> Option<&'static str> {
        Some(match self {
            Self::Aa => "a\u{303}",
            Self::I => "i\u{303}",
            Self::Ii if form == Form::Sign => "i\u{303}",
            Self::U if form == Form::Sign => "u\u{303}",
            Self::Uu => "u\u{303}",
            Self::E => "e\u{303}ː",
            Self::ShortE => "e\u{303}",
            Self::Ai => "ɛ\u{303}",
            Self::O | Self::ShortO => "o\u{303}",
            Self::Au => "ɔ\u{303}",
            _ => return None,
        })
    }
}
