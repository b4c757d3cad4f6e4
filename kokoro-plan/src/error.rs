//! Why a text cannot be planned.

/// Why a text cannot be planned.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text cannot be read, or nothing in it can be said.
    #[error(transparent)]
    Text(#[from] kokoro_text::Error),

    /// The text is SSML with a fault.
    #[error(transparent)]
    Ssml(#[from] kokoro_document::ssml::SsmlError),
}
