//! Whole files.

use std::io::Write;
use std::path::Path;

use crate::{Error, Result};

/// Writes a whole file, or none.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let partial = path.with_extension(format!("{}.part", std::process::id()));
    let mut file = std::fs::File::create(&partial).map_err(Error::io("create", &partial))?;
    let written = file
        .write_all(bytes)
        .and_then(|()| file.sync_all())
        .and_then(|()| std::fs::rename(&partial, path));
    written.map_err(|source| {
        // The error that matters is the one that is returned.
        let _ = std::fs::remove_file(&partial);
        Error::io("write", path)(source)
    })
}
