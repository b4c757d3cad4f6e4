//! Data that are too large for the program: where they lie, and opening them.

#[cfg(feature = "japanese")]
mod locate;

use std::path::PathBuf;

#[cfg(feature = "japanese")]
use unidic::Dictionary;

#[cfg(feature = "japanese")]
use crate::Error;

/// The file of the Japanese dictionary.
#[cfg(feature = "japanese")]
const JAPANESE: &str = "japanese.unidic";

/// Where the data of languages lie that are too large for the program. The default looks where they
/// are usually found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TextData {
    /// The folder. If none is given, it is that of the environment's `KOKORO_TEXT_DATA`; else
    /// `text-data` in the cache, which is the environment's `KOKORO_CACHE` or `kokoro` in the
    /// user's cache folder; else `text-data` in a folder above the running program or above the
    /// current folder. A folder that was named is not passed over for another.
    pub folder: Option<PathBuf>,
}

/// Opens the Japanese dictionary.
#[cfg(feature = "japanese")]
pub(crate) fn japanese_dictionary(data: &TextData) -> Result<Dictionary, Error> {
    let path = locate::locate(JAPANESE, data.folder.as_deref())
        .map_err(|looked| Error::NoTextData { file: JAPANESE, looked })?;
    Dictionary::open(&path).map_err(|source| Error::TextData { path, source })
}
