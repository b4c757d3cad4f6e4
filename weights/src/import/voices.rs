//! Voices from a folder of foreign files.

use std::fs;
use std::path::Path;

use super::tensor::Tensor;
use super::torch::TorchFile;
use crate::error::VoicesError;
use crate::file_error::FileError;
use crate::layout::{VOICE_COLUMNS, VOICE_ROWS};
use crate::{Dtype, Error, Result};

/// Every `.bin` and `.pt` of the folder, by name.
pub(super) fn read(folder: &Path) -> Result<Vec<Tensor>> {
    let format = Error::format::<VoicesError>(folder, "a folder of voices");
    let mut voices: Vec<Tensor> = vec![];
    for entry in fs::read_dir(folder).map_err(FileError::on("read", folder))? {
        let path = entry.map_err(FileError::on("read", folder))?.path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("bin") => voices.push(raw(name, &path)?),
            Some("pt") => voices.push(torch(name, &path)?),
            _ => {}
        }
    }
    if voices.is_empty() {
        return Err(format(VoicesError::Empty));
    }
    voices.sort_by(|a, b| a.name.cmp(&b.name));
    match voices.windows(2).find(|pair| pair[0].name == pair[1].name) {
        Some(pair) => Err(format(VoicesError::Twice { name: pair[0].name.clone() })),
        None => Ok(voices),
    }
}

/// A single tensor `[510, 1, 256]`.
fn torch(name: &str, path: &Path) -> Result<Tensor> {
    let format = Error::format::<VoicesError>(path, "a voice of Kokoro-82M v1.0");
    let mut file = TorchFile::open(path)?;
    let info = file.single().ok_or_else(|| format(VoicesError::NotATensor))?;
    if info.shape != [VOICE_ROWS, 1, VOICE_COLUMNS] {
        return Err(Error::Tensor {
            path: path.into(),
            tensor: name.into(),
            expected: format!("[{VOICE_ROWS}, 1, {VOICE_COLUMNS}]"),
            found: format!("{:?}", info.shape),
        });
    }
    let values = file.read(&info).map_err(|error| format(error.into()))?;
    Ok(Tensor::f32(name.into(), vec![VOICE_ROWS, VOICE_COLUMNS], &values))
}

/// `[510, 1, 256]` f32 without a header.
fn raw(name: &str, path: &Path) -> Result<Tensor> {
    let bytes = fs::read(path).map_err(FileError::on("read", path))?;
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
