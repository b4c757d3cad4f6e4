//! The tensors of a safetensors file against those that the manifest has for it.

use std::ops::Range;
use std::path::Path;

use safetensors::SafeTensors;
use safetensors::tensor::Metadata;

use crate::layout::{VOICE_COLUMNS, VOICE_ROWS};
use crate::manifest::{FileEntry, Manifest, Role, TensorEntry};
use crate::{Error, Result};

/// Pairs the tensors in the header of `map` with those that the manifest has for the file. Each
/// tensor of the header must be in the manifest, and the other way round.
///
/// A pair is the tensor's index in the manifest and the range of its bytes, which is within `map`:
/// `read_metadata` compares all offsets with the length.
pub(super) fn pair(
    manifest: &Manifest,
    file: &FileEntry,
    path: &Path,
    map: &[u8],
) -> Result<Vec<(usize, Range<usize>)>> {
    let format = Error::format(path, "a safetensors file");
    let (length, header) = SafeTensors::read_metadata(map).map_err(format)?;
    let base = length + 8; // the header is preceded by its own length in 8 bytes
    let mut pairs = vec![];
    for (index, tensor) in manifest.tensors.iter().enumerate() {
        if tensor.file == file.name {
            let (start, end) = offsets(tensor, file.role, &header, path)?;
            pairs.push((index, base + start..base + end));
        }
    }
    let stored = header.offset_keys();
    if stored.len() != pairs.len() {
        let listed =
            |name: &&String| pairs.iter().any(|&(index, _)| manifest.tensors[index].name == **name);
        let extra = stored.iter().find(|name| !listed(name)).map_or("", |name| name);
        return Err(foreign(path, extra, "no such tensor".into(), "a tensor".into()));
    }
    Ok(pairs)
}

/// Offsets of a tensor behind the header, if it is what the manifest says and what its role
/// demands.
fn offsets(
    tensor: &TensorEntry,
    role: Role,
    header: &Metadata,
    path: &Path,
) -> Result<(usize, usize)> {
    let Some(info) = header.info(&tensor.name) else {
        return Err(foreign(path, &tensor.name, describe(tensor), "no such tensor".into()));
    };
    let found = format!("{} {:?}", info.dtype, info.shape);
    let mut expected = describe(tensor);
    if found == expected && role == Role::Voices {
        expected = format!("F32 [{VOICE_ROWS}, {VOICE_COLUMNS}]");
    }
    if found != expected {
        return Err(foreign(path, &tensor.name, expected, found));
    }
    Ok(info.data_offsets)
}

pub(super) fn describe(tensor: &TensorEntry) -> String {
    format!("{} {:?}", safetensors::Dtype::from(tensor.dtype), tensor.shape)
}

/// A tensor is not what was expected.
pub(super) fn foreign(path: &Path, tensor: &str, expected: String, found: String) -> Error {
    Error::Tensor { path: path.into(), tensor: tensor.into(), expected, found }
}
