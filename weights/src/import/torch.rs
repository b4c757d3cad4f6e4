//! Tensors of a file that `torch.save` wrote: a zip archive with a pickle and, uncompressed, one
//! entry for each storage.
//!
//! The archive is read by the crate `zip`, which compares the checksum of every entry. Compressed
//! entries are refused: `torch.save` writes none, and so none can unfold to more than the file.

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;

use bytes::Bytes;
use memmap2::Mmap;
use zip::ZipArchive;

use super::pickle::{Id, Object, Pickle};
use crate::error::TorchError;
use crate::file_error::FileError;
use crate::{Dtype, Error, Result, Sha256};

/// An opened file of PyTorch.
pub(crate) struct TorchFile {
    bytes: Bytes,
    archive: ZipArchive<Cursor<Bytes>>,
    folder: String, // of all entries: the file's name when it was saved
    pickle: Pickle,
}

/// A tensor that has not been read yet.
#[derive(Clone, Debug)]
pub(crate) struct TensorInfo {
    storage: String,
    kind: StorageKind,
    offset: usize, // in elements
    pub(crate) shape: Vec<usize>,
    stride: Vec<usize>,
}

#[derive(Clone, Copy, Debug)]
enum StorageKind {
    Float(Dtype),
    Double,
    /// Integers and truth values, which are no parameters.
    Other,
}

impl TorchFile {
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let file = File::open(path).map_err(FileError::on("open", path))?;
        // SAFETY: the map is only read, and only until this import ends. A program that shortens
        // the file meanwhile ends this process by a signal, as with any mapped file.
        let map = unsafe { Mmap::map(&file) }.map_err(FileError::on("map", path))?;
        let format = Error::format(path, "a file written by torch.save");
        Self::parse(Bytes::from_owner(map)).map_err(format)
    }

    pub(crate) fn parse(bytes: Bytes) -> Result<Self, TorchError> {
        let mut archive = ZipArchive::new(Cursor::new(bytes.clone()))?;
        let folder = archive
            .file_names()
            .filter_map(|name| name.ok()?.strip_suffix("/data.pkl").map(str::to_owned))
            .next()
            .ok_or(TorchError::NoPickle)?;
        let pickle = Pickle::parse(&read_entry(&mut archive, &format!("{folder}/data.pkl"))?)?;
        let order = read_entry(&mut archive, &format!("{folder}/byteorder"));
        if order.is_ok_and(|order| order != b"little") {
            return Err(TorchError::BigEndian);
        }
        Ok(Self { bytes, archive, folder, pickle })
    }

    /// Hash of the whole file.
    pub(super) fn sha256(&self) -> Sha256 {
        Sha256::of(&self.bytes)
    }

    /// Bytes of the whole file.
    pub(super) fn len(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// The tensor, if the file holds nothing else.
    pub(crate) fn single(&self) -> Option<TensorInfo> {
        self.info(self.pickle.root())
    }

    /// All tensors of a state dict, or of a dict of state dicts; names are joined by a dot.
    pub(super) fn state_dict(&self) -> Result<Vec<(String, TensorInfo)>, TorchError> {
        let Object::Dict(items) = self.pickle.get(self.pickle.root()) else {
            return Err(TorchError::NotADict);
        };
        let mut tensors = vec![];
        for &(key, value) in items {
            let name = self.pickle.str(key).ok_or(TorchError::KeyNotText)?;
            if let Object::Dict(items) = self.pickle.get(value) {
                for &(key, value) in items {
                    let key = self.pickle.str(key).ok_or(TorchError::KeyNotText)?;
                    let key = key.strip_prefix("module.").unwrap_or(key); // added by DataParallel
                    let name = format!("{name}.{key}");
                    match self.info(value) {
                        Some(info) => tensors.push((name, info)),
                        None => return Err(TorchError::NotATensor { name }),
                    }
                }
            } else if let Some(info) = self.info(value) {
                tensors.push((name.to_owned(), info));
            } else {
                return Err(TorchError::NotAStateDict { name: name.to_owned() });
            }
        }
        Ok(tensors)
    }

    /// Arguments of `_rebuild_tensor_v2`: storage, offset, shape, stride, and more that only
    /// training needs.
    fn info(&self, id: Id) -> Option<TensorInfo> {
        let pickle = &self.pickle;
        let (name, arguments) = match pickle.call(id)? {
            ("torch._utils._rebuild_parameter", arguments) => pickle.call(*arguments.first()?)?,
            call => call,
        };
        let (&[storage, offset, shape, stride], _) = arguments.split_first_chunk()?;
        if name != "torch._utils._rebuild_tensor_v2" {
            return None;
        }
        // ("storage", class, key, device, length)
        let Object::Persistent(storage) = pickle.get(storage) else { return None };
        let (&[_, class, key], _) = pickle.sequence(*storage)?.split_first_chunk()?;
        let Object::Global(class) = pickle.get(class) else { return None };
        let numbers =
            |id| pickle.sequence(id)?.iter().map(|&id| pickle.int(id)).collect::<Option<Vec<_>>>();
        let kind = match class.as_str() {
            "torch.FloatStorage" => StorageKind::Float(Dtype::F32),
            "torch.HalfStorage" => StorageKind::Float(Dtype::F16),
            "torch.BFloat16Storage" => StorageKind::Float(Dtype::BF16),
            "torch.DoubleStorage" => StorageKind::Double,
            _ => StorageKind::Other,
        };
        let (shape, stride) = (numbers(shape)?, numbers(stride)?);
        let offset = pickle.int(offset)?;
        let storage = pickle.str(key)?.to_owned();
        (shape.len() == stride.len()).then_some(TensorInfo { storage, kind, offset, shape, stride })
    }

    /// Elements as f32, row-major.
    pub(crate) fn read(&mut self, info: &TensorInfo) -> Result<Vec<f32>, TorchError> {
        let name = format!("{}/data/{}", self.folder, info.storage);
        let bytes = read_entry(&mut self.archive, &name)?;
        let values: Vec<f32> = match info.kind {
            StorageKind::Float(dtype) => dtype.to_f32(&bytes),
            StorageKind::Double => {
                bytes.as_chunks().0.iter().map(|&chunk| f64::from_le_bytes(chunk) as f32).collect()
            }
            StorageKind::Other => return Err(TorchError::Integers),
        };
        gather(&values, info)
            .ok_or_else(|| TorchError::View { shape: info.shape.clone(), found: values.len() })
    }
}

/// Elements of a strided view, or `None` if it leaves the storage. No view is larger than its
/// storage.
fn gather(values: &[f32], info: &TensorInfo) -> Option<Vec<f32>> {
    let count = info.shape.iter().try_fold(1usize, |product, &n| product.checked_mul(n))?;
    if count > values.len() {
        return None;
    }
    let mut row_major = 1;
    let contiguous = info.shape.iter().zip(&info.stride).rev().all(|(&n, &stride)| {
        let fits = n <= 1 || stride == row_major;
        row_major *= n; // at most `count`, or 0
        fits
    });
    if contiguous {
        return Some(values.get(info.offset..info.offset.checked_add(count)?)?.to_vec());
    }
    (0..count)
        .map(|mut index| {
            let mut position = info.offset;
            for (&n, &stride) in info.shape.iter().zip(&info.stride).rev() {
                position = position.checked_add((index % n).checked_mul(stride)?)?;
                index /= n;
            }
            values.get(position).copied()
        })
        .collect()
}

/// Bytes of an entry; the archive's checksum is checked on the way.
fn read_entry(archive: &mut ZipArchive<Cursor<Bytes>>, name: &str) -> Result<Vec<u8>, TorchError> {
    let in_entry = |source| TorchError::Entry { entry: name.to_owned(), source };
    let mut entry = archive.by_name(name).map_err(in_entry)?;
    let mut bytes = vec![];
    entry.read_to_end(&mut bytes).map_err(|error| in_entry(error.into()))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;
