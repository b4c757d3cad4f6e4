//! What can be wrong with a blend.

/// Why a text is no blend of voices. Places are bytes of the text.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is nothing but spaces.
    #[error(
        "no voice: expected a name such as af_heart, or a blend such as af_heart(2)+af_bella(1)"
    )]
    Empty,
    /// Something else stands where a part of a blend must be.
    #[error(
        "at byte {at} of the voice: expected {expected}, found {}",
        found.map_or("its end".into(), |found| format!("{found:?}"))
    )]
    Unexpected {
        /// Where.
        at: usize,
        /// What could stand there.
        expected: &'static str,
        /// What does; `None` is the end of the text.
        found: Option<char>,
    },
    /// A weight is not a number.
    #[error("at byte {at} of the voice: expected a weight such as 2 or 0.5, found {found:?}")]
    Number {
        /// Where.
        at: usize,
        /// What was found.
        found: String,
    },
    /// A weight is zero, negative, infinite or not a number.
    #[error(
        "at byte {at} of the voice: expected a weight above 0, found {found}; \
         to subtract a voice write a(2)-b(1)"
    )]
    Weight {
        /// Where.
        at: usize,
        /// The weight.
        found: f32,
    },
    /// A term has two weights.
    #[error("at byte {at} of the voice: expected one weight, found a second one")]
    TwoWeights {
        /// Where the second one is.
        at: usize,
    },
    /// A name in quotes does not end, or is empty.
    #[error("at byte {at} of the voice: expected a name in quotes, found no end of it or nothing")]
    Quotes {
        /// Where the quotes begin.
        at: usize,
    },
    /// Weights cancel each other.
    #[error(
        "the weights of the voice sum to {sum}: expected a positive sum of more than a hundredth \
         of all weights; subtract less"
    )]
    Sum {
        /// Their sum.
        sum: f64,
    },
    /// A voice has next to no weight among the others.
    #[error("{name} has {share} of all weight: expected a millionth at least; leave it out")]
    Negligible {
        /// The voice.
        name: String,
        /// Its normalised weight.
        share: f64,
    },
    /// There are more terms than [`MAX_TERMS`](crate::MAX_TERMS).
    #[error("too many voices: expected at most {} in a blend", crate::MAX_TERMS)]
    TooMany,
}
