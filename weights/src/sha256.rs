//! SHA-256 hashes: of bytes, of files, and as text.

use std::{fmt, fs::File, io::Read as _, path::Path, str::FromStr};

use serde::{Deserialize, Serialize};
use sha2::Digest as _;

use crate::file_error::FileError;

/// A SHA-256 hash (FIPS 180-4); text form is 64 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sha256([u8; 32]);

impl Sha256 {
    /// Hash of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha2::Sha256::digest(bytes).into())
    }

    /// Hash of several pieces, one after another.
    ///
    /// # Errors
    /// The first error among the pieces.
    pub(crate) fn of_pieces<T: AsRef<[u8]>, E>(
        pieces: impl Iterator<Item = Result<T, E>>,
    ) -> Result<Self, E> {
        let mut hasher = sha2::Sha256::new();
        for piece in pieces {
            hasher.update(piece?);
        }
        Ok(Self(hasher.finalize().into()))
    }

    /// Hash of a file; `progress` gets the bytes of each block read.
    pub(crate) fn of_file(path: &Path, mut progress: impl FnMut(u64)) -> crate::Result<Self> {
        let mut file = File::open(path).map_err(FileError::on("open", path))?;
        let (mut hasher, mut block) = (sha2::Sha256::new(), vec![0; 1 << 20]);
        loop {
            match file.read(&mut block).map_err(FileError::on("read", path))? {
                0 => return Ok(Self(hasher.finalize().into())),
                n => {
                    hasher.update(&block[..n]);
                    progress(n as u64);
                }
            }
        }
    }
}

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// A text is not a hash.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected 64 hex digits, found `{found}`")]
#[non_exhaustive]
pub struct ParseSha256Error {
    /// The text.
    pub found: String,
}

impl FromStr for Sha256 {
    type Err = ParseSha256Error;

    fn from_str(text: &str) -> Result<Self, ParseSha256Error> {
        let digits = text.as_bytes();
        if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(ParseSha256Error { found: text.to_owned() });
        }
        // Every byte is a hex digit, by the check above.
        let nibble = |digit: u8| char::from(digit).to_digit(16).unwrap_or(0) as u8;
        Ok(Self(std::array::from_fn(|i| nibble(digits[2 * i]) << 4 | nibble(digits[2 * i + 1]))))
    }
}

impl Serialize for Sha256 {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Sha256 {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hash of "abc" in FIPS 180-4's example.
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn bytes_pieces_and_files_agree() {
        assert_eq!(Sha256::of(b"abc").to_string(), ABC);
        let pieces = [Ok::<_, ()>("a"), Ok("bc")];
        assert_eq!(Sha256::of_pieces(pieces.into_iter()).unwrap().to_string(), ABC);
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "abc").unwrap();
        let mut read = 0;
        assert_eq!(Sha256::of_file(file.path(), |n| read += n).unwrap().to_string(), ABC);
        assert_eq!(read, 3);
    }

    #[test]
    fn text_is_64_hex_digits() {
        assert_eq!(ABC.parse::<Sha256>().unwrap(), Sha256::of(b"abc"));
        assert_eq!(ABC.to_uppercase().parse::<Sha256>().unwrap(), Sha256::of(b"abc"));
        for text in ["", "ba78", &ABC[1..], &ABC.replace('b', "g"), &format!("{ABC}00")] {
            assert!(text.parse::<Sha256>().is_err(), "{text}");
        }
    }
}
