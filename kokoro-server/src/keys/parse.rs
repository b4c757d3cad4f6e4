//! Keys as an operator writes them down: one a line.

use std::collections::HashSet;
use std::num::NonZeroU32;
use std::sync::Arc;

use super::limits::Usage;
use super::{Caller, Key, KeyLimits, Keys, hash};

/// Characters of a key. A shorter one could be guessed.
const SHORTEST: usize = 8;

/// Why keys cannot be read. No message has a key in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeysError {
    /// A key that could be guessed.
    #[error("line {line}: the key is too short: expected at least {SHORTEST} characters")]
    Short {
        /// The line, from 1.
        line: usize,
    },
    /// A key that clients cannot send in a header.
    #[error("line {line}: expected a key of visible ASCII characters, found others")]
    NotAscii {
        /// The line, from 1.
        line: usize,
    },
    /// The same key twice.
    #[error("line {line}: the key is in another line, too")]
    Twice {
        /// The line, from 1.
        line: usize,
    },
    /// Two keys of the same name.
    #[error("line {line}: another key has the name {name:?}, too")]
    SameName {
        /// The line, from 1.
        line: usize,
        /// The name.
        name: String,
    },
    /// Something else than a key, a name and limits.
    #[error(
        "line {line}: expected a key, a name, requests-per-minute=N and speeches=N, \
         found {found:?} after the key"
    )]
    Unknown {
        /// The line, from 1.
        line: usize,
        /// What is there.
        found: String,
    },
    /// There is nothing but comments.
    #[error("expected keys, one a line, found none")]
    None,
}

impl Keys {
    /// Reads keys: one a line, after it, if at all, a name and limits
    /// (`requests-per-minute=60 speeches=4`). What follows a `#` at the start of a word is a
    /// comment. A key without a name is called `key-N` by its number.
    ///
    /// # Errors
    /// A line has something else in it, a key is short, a key or a name is there twice, or there
    /// is no key.
    pub fn parse(text: &str) -> Result<Self, KeysError> {
        let mut keys: Vec<Key> = Vec::new();
        let (mut hashes, mut names) = (HashSet::new(), HashSet::new());
        let text = text.strip_prefix('\u{feff}').unwrap_or(text); // as some editors begin a file
        for (line, text) in (1..).zip(text.lines()) {
            let mut words = text.split_whitespace().take_while(|word| !word.starts_with('#'));
            let Some(secret) = words.next() else { continue };
            let key = key(secret, words, line, keys.len() + 1)?;
            if !hashes.insert(key.hash) {
                return Err(KeysError::Twice { line });
            }
            if !names.insert(key.name.0.clone()) {
                return Err(KeysError::SameName { line, name: key.name.0.to_string() });
            }
            keys.push(key);
        }
        if keys.is_empty() {
            return Err(KeysError::None);
        }
        Ok(Self { keys: Arc::new(keys) })
    }
}

/// The key of a line.
fn key<'a>(
    secret: &str,
    words: impl Iterator<Item = &'a str>,
    line: usize,
    number: usize,
) -> Result<Key, KeysError> {
    if secret.chars().count() < SHORTEST {
        return Err(KeysError::Short { line });
    }
    if !secret.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(KeysError::NotAscii { line });
    }
    let (mut name, mut limits) = (None, KeyLimits::default());
    for word in words {
        let unknown = || KeysError::Unknown { line, found: word.to_owned() };
        match word.split_once('=') {
            Some(("requests-per-minute", most)) => {
                limits.requests_per_minute = Some(number_of(most).ok_or_else(unknown)?);
            }
            Some(("speeches", most)) => {
                limits.speeches = Some(number_of(most).ok_or_else(unknown)?);
            }
            None if name.is_none() => name = Some(word.to_owned()),
            _ => return Err(unknown()),
        }
    }
    let name = name.unwrap_or_else(|| format!("key-{number}"));
    Ok(Key { hash: hash(secret.as_bytes()), name: Caller(name.into()), usage: Usage::new(limits) })
}

fn number_of(text: &str) -> Option<NonZeroU32> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_lines_are_named_and_no_key_is_told() {
        use KeysError::{None, NotAscii, SameName, Short, Twice, Unknown};
        let unknown = |found: &str| Unknown { line: 1, found: found.into() };
        for (text, expected) in [
            ("", None),
            ("# nothing\n\n", None),
            ("\n  seven77", Short { line: 2 }),
            ("key-of-a-1\nkey-of-a-1", Twice { line: 2 }),
            ("\u{feff}key-of-a-1\nkey-of-a-1", Twice { line: 2 }),
            ("schlüssel-1", NotAscii { line: 1 }),
            ("key-of-a-1 x\nkey-of-b-1 x", SameName { line: 2, name: "x".into() }),
            ("key-of-a-1 a b", unknown("b")),
            ("key-of-a-1 speeches=0", unknown("speeches=0")),
            ("key-of-a-1 requests-per-minute=-1", unknown("requests-per-minute=-1")),
            ("key-of-a-1 colour=red", unknown("colour=red")),
        ] {
            let error = Keys::parse(text).unwrap_err();
            assert_eq!(error, expected);
            assert!(!error.to_string().contains("key-of-"), "{error}");
        }
        let text = "key-of-a-1 speeches=2 alice # her laptop\r\nkey-of-b-1#b requests-per-minute=9";
        let keys = Keys::parse(text).unwrap();
        assert_eq!(keys.names().collect::<Vec<_>>(), ["alice", "key-2"]);
        assert!(keys.find(b"key-of-b-1#b").is_some());
    }
}
