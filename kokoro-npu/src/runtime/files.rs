//! Files that appear whole or not at all.

use std::{
    fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use super::{Error, Result};

/// Lets `write` fill a file of a temporary name in the folder of `path`, then renames it. Nothing stays if `write` fails.
pub(super) fn write_whole(path: &Path, write: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let temporary = temporary(path);
    let written = write(&temporary)
        .and_then(|()| fs::rename(&temporary, path).map_err(Error::io("rename", path)));
    if written.is_err() {
        let _ = fs::remove_file(&temporary); // the error that matters is the other one
    }
    written
}

/// A name beside `path` that no other call of any process uses.
fn temporary(path: &Path) -> PathBuf {
    static CALLS: AtomicU32 = AtomicU32::new(0);
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    path.with_file_name(format!(
        ".{name}.{}-{}.tmp",
        process::id(),
        CALLS.fetch_add(1, Ordering::Relaxed)
    ))
}
