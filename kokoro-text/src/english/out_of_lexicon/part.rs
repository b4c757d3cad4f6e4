//! What codes and tokens with hyphens ask of the speaker: how their parts are said. They do not
//! know the speaker itself.

use kokoro_normalize::Dialect;

use crate::word::Origin;

/// Says parts of a token.
pub(super) trait Parts {
    /// The English that is spoken.
    fn dialect(&self) -> Dialect;
    /// A part of a token by all means there are; `depth` is how often it may be cut further.
    fn say_part(&self, part: &str, depth: usize) -> Option<(String, Origin)>;
    /// A word in lower case that any lexicon has.
    fn listed_part(&self, lower: &str) -> Option<String>;
}
