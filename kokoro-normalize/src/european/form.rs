//! How a number stands to the noun beside it.

/// How a cardinal stands to the noun that it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Without a noun: Spanish "veintiuno".
    Alone,
    /// Before a masculine noun: "veintiún libros".
    Masculine,
    /// For a feminine noun: "veintiuna páginas".
    Feminine,
}

/// How an ordinal ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    /// Spanish "primero".
    Masculine,
    /// "primera".
    Feminine,
    /// Before a masculine noun where a language shortens it there: "primer".
    Short,
}

/// The gender of a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
    /// It is no noun: "por ciento".
    None,
}

impl From<Gender> for Form {
    fn from(gender: Gender) -> Self {
        match gender {
            Gender::Masculine => Self::Masculine,
            Gender::Feminine => Self::Feminine,
            Gender::None => Self::Alone,
        }
    }
}
