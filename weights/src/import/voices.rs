//! Voices from a folder of foreign files.

use std::path::Path;

use super::Tensor;
use crate::{
    Error, Result,
    manifest::Dtype,
    weights::{VOICE_COLUMNS, VOICE_ROWS},
};

/// Every `.bin` of the folder, by name.
pub(super) fn read(folder: &Path) -> Result<Vec<Tensor>> {
    let mut voices = vec![];
    for entry in std::fs::read_dir(folder).map_err(Error::io("read", folder))? {
        let path = entry.map_err(Error::io("read", folder))?.path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        if path.extension().is_some_and(|extension| extension == "bin") {
            voices.push(raw(name, &path)?);
        }
    }
    if voices.is_empty() {
        return Err(Error::Format {
            path: folder.into(),
            expected: "a folder of voices",
            reason: "it holds no .bin file".into(),
        });
    }
    voices.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(voices)
}

/// `[510, 1, 256]` f32 without a header.
fn raw(name: &str, path: &Path) -> Result<Tensor> {
    let bytes = std::fs::read(path).map_err(Error::io("read", path))?;
    let (expected, found) = ((VOICE_ROWS * VOICE_COLUMNS * 4) as u64, bytes.len() as u64);
    if found != expected {
        return Err(Error::Size { path: path.into(), expected, found });
    }
    Ok(Tensor {
        name: name.into(),
        dtype: Dtype::F32,
        shape: vec![VOICE_ROWS, VOICE_COLUMNS],
        bytes,
    })
}
