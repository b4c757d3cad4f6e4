//! Reads the version of a library before `ort` loads it, because `ort` panics on some files that
//! are not ONNX Runtime.

use std::ffi::{CStr, c_char};
use std::fmt;
use std::io;
use std::mem::ManuallyDrop;
use std::path::Path;

use crate::runtime::error::{Error, Result};
use crate::runtime::status::OrtStatus;

/// The oldest ONNX Runtime that works: the first that tells where each node of a session went (its
/// C API 24).
pub const OLDEST: Version = Version { major: 1, minor: ort::MINOR_VERSION, patch: 0 };

/// A version of ONNX Runtime: `1.31.1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// Always 1 so far.
    pub major: u32,
    /// The release; also the number of its C API.
    pub minor: u32,
    /// The patch release.
    pub patch: u32,
}

impl Version {
    /// Reads `1.31.1`, `1.31`, `1.32.0-dev+0123`: leading numbers; `None` without at least two.
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split(['.', '-', '+']).map_while(|part| part.parse().ok());
        let (major, minor) = (numbers.next()?, numbers.next()?);
        Some(Self { major, minor, patch: numbers.next().unwrap_or(0) })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// The version of the ONNX Runtime library at `path`. The library is mapped into the process and
/// stays there.
///
/// A name without a folder is searched for by the system's loader.
///
/// # Errors
/// [`Error::LibraryLoad`] for anything but ONNX Runtime, [`Error::LibraryVersion`] for one older
/// than [`OLDEST`].
pub fn library_version(path: impl AsRef<Path>) -> Result<Version> {
    let path = path.as_ref();
    let failed = |source| Error::LibraryLoad { path: path.to_owned(), source };

    let library = loadable(path).map_err(|error| failed(LoadFailure::Loader(error)))?;

    // SAFETY: the symbol, where it exists, has this type in every release (onnxruntime_c_api.h).
    let base =
        unsafe { library.get::<unsafe extern "system" fn() -> *const Base>(b"OrtGetApiBase\0") };
    let base = base.map_err(|_| failed(LoadFailure::OtherLibrary))?;

    // SAFETY: the function takes nothing and gives a pointer to a static structure or null, which
    // is checked.
    let base = unsafe { base().as_ref() }.ok_or_else(|| failed(LoadFailure::NoApi))?;
    // SAFETY: gives a static, NUL-terminated string.
    let text = unsafe { CStr::from_ptr((base.get_version_string)()) };
    let found = text.to_string_lossy().into_owned();

    let too_old = |found| Error::LibraryVersion { path: path.to_owned(), expected: OLDEST, found };
    // SAFETY: gives null for a version that the library does not have. Only null is looked for.
    let api = unsafe { (base.get_api)(OLDEST.minor) };
    match Version::parse(&found) {
        Some(version) if version >= OLDEST && !api.is_null() => Ok(version),
        _ => Err(too_old(found)),
    }
}

/// `OrtApiBase` of onnxruntime_c_api.h, unchanged since its first release.
#[repr(C)]
struct Base {
    get_api: unsafe extern "system" fn(version: u32) -> *const std::ffi::c_void,
    get_version_string: unsafe extern "system" fn() -> *const c_char,
}

/// Why a file cannot be loaded as ONNX Runtime.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LoadFailure {
    /// The system's loader refuses the file.
    #[error("{}", loader_reason(.0))]
    Loader(libloading::Error),
    /// The file is a library, but another one.
    #[error("it has no OrtGetApiBase; this is another library")]
    OtherLibrary,
    /// The library does not give its interface.
    #[error("OrtGetApiBase gave nothing")]
    NoApi,
    /// The system does not tell where the program is, which loading needs.
    #[error("the program's own path is unknown: {0}")]
    ProgramPath(io::Error),
    /// ONNX Runtime refuses, or its interface lacks something.
    #[error(transparent)]
    Refused(OrtStatus),
}

/// Maps a library into the process, where it stays.
///
/// # Errors
/// The loader's reason.
pub(in crate::runtime) fn loadable(
    path: &Path,
) -> Result<ManuallyDrop<libloading::Library>, libloading::Error> {
    // SAFETY: running the initialisers of a library is the caller's wish; they named the file.
    // There is no way to look into a library without running them. It is never unloaded, as some
    // libraries crash when they are.
    let library = unsafe { libloading::Library::new(path) };
    library.map(ManuallyDrop::new)
}

/// The loader's own words, which libloading keeps in the source.
pub(in crate::runtime) fn loader_reason(error: &libloading::Error) -> String {
    std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_and_ordered() {
        let version = |text| Version::parse(text);
        assert_eq!(version("1.31.1"), Some(Version { major: 1, minor: 31, patch: 1 }));
        assert_eq!(version("1.32.0-dev+1a"), Some(Version { major: 1, minor: 32, patch: 0 }));
        assert_eq!(version("1.24"), Some(OLDEST));
        assert_eq!(version("1"), None);
        assert_eq!(version("new"), None);
        assert!(version("1.9.0") < version("1.24.0"));
        assert_eq!(OLDEST.to_string(), "1.24.0");
    }

    #[test]
    fn a_text_file_is_refused() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "not a library").unwrap();
        let error = library_version(file.path()).unwrap_err();
        assert!(matches!(&error, Error::LibraryLoad { .. }), "{error}");
    }
}
