//! What a lexicon says of a word.

/// The pronunciation of a word, or its pronunciations by part of speech.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry<'a> {
    /// One pronunciation, in phonemes.
    Plain(String),
    /// Pronunciations by key: a part of speech such as `NOUN` or `VBD`, a context such as `None`,
    /// or `DEFAULT`. A key without phonemes says that the word is an initialism there.
    Tagged(Vec<(&'a str, Option<String>)>),
}
