//! What can be wrong with the XML of SSML.

/// Why an input is no well-formed XML, or is XML that is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// The input is longer than [`MAX_LENGTH`](super::MAX_LENGTH).
    #[error("the input has {length} bytes; at most {limit} are read")]
    TooLong {
        /// Its length in bytes.
        length: usize,
        /// The most that is read.
        limit: usize,
    },
    /// Elements are nested deeper than [`MAX_DEPTH`](super::MAX_DEPTH).
    #[error("elements are nested more than {limit} deep")]
    TooDeep {
        /// The most elements that may be open.
        limit: usize,
    },
    /// An element has more attributes than [`MAX_ATTRIBUTES`](super::MAX_ATTRIBUTES).
    #[error("an element has more than {limit} attributes")]
    TooManyAttributes {
        /// The most attributes that an element may have.
        limit: usize,
    },
    /// A document type definition. It could define entities, and SSML needs none.
    #[error("a document type definition (<!DOCTYPE …>) is not read")]
    Doctype,
    /// A reference to an entity that XML does not define.
    #[error(
        "the entity &{0}; is not defined: XML has only &amp; &lt; &gt; &quot; &apos; and numbers \
         such as &#233;"
    )]
    Entity(String),
    /// A numeric reference to no character.
    #[error("{0} is no character")]
    CharacterReference(String),
    /// A control character.
    #[error("the character U+{:04X} may not stand in XML", u32::from(*.0))]
    Character(char),
    /// `&` without a reference.
    #[error("a & that begins no reference is written &amp;")]
    Ampersand,
    /// `<` without a tag.
    #[error("a < that begins no tag is written &lt;")]
    LessThan,
    /// `]]>` in text.
    #[error("]]> may not stand in text; its > is written &gt;")]
    SectionEnd,
    /// `--` within a comment.
    #[error("-- may not stand in a comment")]
    Comment,
    /// `<?xml …?>` elsewhere than at the beginning.
    #[error("<?xml …?> may only stand at the very beginning")]
    Declaration,
    /// A comment, a section, an instruction or a tag has no end.
    #[error("{0} has no end")]
    Unterminated(&'static str),
    /// A tag is not written as XML has it.
    #[error("a tag needs {expected} here")]
    Tag {
        /// What was expected at the place of the fault.
        expected: &'static str,
    },
    /// An attribute is given twice.
    #[error("the attribute {0} is given twice")]
    Duplicate(String),
    /// An end tag without a start tag.
    #[error("</{0}> ends an element that is not open")]
    NotOpen(String),
    /// An end tag of an outer element before that of an inner one.
    #[error("</{found}> stands where </{expected}> was expected")]
    WrongEnd {
        /// The element that is open.
        expected: String,
        /// The element that the tag ends.
        found: String,
    },
    /// An element without an end tag.
    #[error("the element {0} has no end tag")]
    NotClosed(String),
    /// Text or elements before or after the `speak` element.
    #[error("nothing may stand outside the element speak")]
    OutsideRoot,
}
