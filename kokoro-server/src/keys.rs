//! API keys: who may ask, and how much.

mod caller;
mod limits;
mod parse;

use std::sync::Arc;

use sha2::{Digest, Sha256};
use subtle::{ConditionallySelectable, ConstantTimeEq};

pub(crate) use caller::Caller;
pub(crate) use limits::KeySpeech;
use limits::{KeyLimits, Usage};
pub use parse::KeysError;

/// The keys that a server accepts. None at all means that everyone may ask.
///
/// ```
/// use kokoro_server::Keys;
///
/// let keys = Keys::parse(
///     "# One key a line: the key, a name for the log, limits.\n\
///      sk-0f1e2d3c4b5a alice requests-per-minute=60 speeches=4\n\
///      sk-5a4b3c2d1e0f\n",
/// )?;
/// assert_eq!(keys.names().collect::<Vec<_>>(), ["alice", "key-2"]);
/// # Ok::<_, kokoro_server::KeysError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Keys {
    keys: Arc<Vec<Key>>,
}

/// One key, of which only the hash is kept.
#[derive(Debug)]
pub(crate) struct Key {
    hash: [u8; 32],
    /// Whose it is.
    pub name: Caller,
    /// How much was asked for with this key lately, and its limits.
    pub usage: Usage,
}

impl Keys {
    /// Whether there are none, so that everyone may ask.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Their names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| &*key.name.0)
    }

    /// The key that a client sent. All keys are compared, each in the same time whatever was sent,
    /// so that the time tells nothing of them.
    pub(crate) fn find(&self, sent: &[u8]) -> Option<&Key> {
        let hash = hash(sent);
        let mut found = 0; // the place of the key, from 1
        for (place, key) in (1_u32..).zip(&*self.keys) {
            found = u32::conditional_select(&found, &place, key.hash.ct_eq(&hash));
        }
        self.keys.get(usize::try_from(found).ok()?.checked_sub(1)?)
    }
}

/// What is kept of a key. Keys are long and random, so that the hash needs no salt and no delay.
fn hash(key: &[u8]) -> [u8; 32] {
    Sha256::digest(key).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_that_was_sent_is_found() {
        let keys = Keys::parse("first-key-123 a\nsecond-key-123 b\nthird-key-123 c").unwrap();
        let find = |sent: &str| keys.find(sent.as_bytes()).map(|key| &*key.name.0);
        assert_eq!(find("first-key-123"), Some("a"));
        assert_eq!(find("third-key-123"), Some("c"));
        for wrong in ["", "first-key-12", "first-key-1234", "FIRST-KEY-123", "a"] {
            assert_eq!(find(wrong), None, "{wrong}");
        }
        assert!(Keys::default().find(b"").is_none());
        assert!(!format!("{keys:?}").contains("first-key"));
    }
}
