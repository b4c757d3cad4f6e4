//! The files of a model folder: mapped, paired with the manifest, verified tensor by tensor.

mod pairing;

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::Read;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use memmap2::Mmap;
use pairing::{describe, foreign, pair};

use crate::file_error::FileError;
use crate::manifest::{FileEntry, MANIFEST, Manifest, ManifestError, Role, TensorEntry};
use crate::quantized::{SCALE, ZERO_POINT};
use crate::{Dtype, Error, Result, Sha256};

/// A folder whose files have the lengths, names, types and shapes of its manifest.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    manifest: Manifest,
    config: String,
    shards: Vec<Shard>,
    tensors: HashMap<String, Slot>,
    voices: BTreeMap<String, Slot>,
}

/// One mapped safetensors file.
#[derive(Debug)]
struct Shard {
    path: PathBuf,
    map: Mmap,
}

/// Where a tensor lies.
#[derive(Debug)]
pub(crate) struct Slot {
    entry: usize,        // in manifest.tensors
    shard: usize,        // in shards
    range: Range<usize>, // in the file
    verified: AtomicBool,
}

impl Folder {
    pub(crate) fn open(folder: &Path) -> Result<Self> {
        let path = folder.join(MANIFEST);
        let text = fs::read_to_string(&path).map_err(FileError::on("read", &path))?;
        let manifest = Manifest::parse(&text, &path)?;
        let mut opened = Self {
            path: folder.into(),
            config: String::new(),
            shards: vec![],
            tensors: HashMap::new(),
            voices: BTreeMap::new(),
            manifest,
        };
        for index in 0..opened.manifest.files.len() {
            opened.open_file(index)?;
        }
        if opened.config.is_empty() {
            let format = Error::format(path, "a manifest of a whole model");
            return Err(format(ManifestError::NoConfig));
        }
        opened.check_companions()?;
        Ok(opened)
    }

    fn open_file(&mut self, index: usize) -> Result<()> {
        let file = &self.manifest.files[index];
        let path = self.path.join(&file.name);
        let handle = File::open(&path).map_err(FileError::on("open", &path))?;
        let found = handle.metadata().map_err(FileError::on("read", &path))?.len();
        if found != file.bytes {
            return Err(Error::Size { path, expected: file.bytes, found });
        }
        if file.role == Role::Config {
            self.config = read_config(&path, handle, file)?;
            return Ok(());
        }
        // SAFETY: the map is only read. Files of a model folder are replaced by renaming, never
        // rewritten in place; a foreign program that shortens one meanwhile ends this process by a
        // signal, as with any mapped file.
        let map = unsafe { Mmap::map(&handle) }.map_err(FileError::on("map", &path))?;
        let voices = file.role == Role::Voices;
        for (entry, range) in pair(&self.manifest, file, &path, &map)? {
            let (name, shard) = (&self.manifest.tensors[entry].name, self.shards.len());
            let slot = Slot { entry, shard, range, verified: AtomicBool::new(false) };
            let previous = if voices {
                self.voices.insert(name.clone(), slot)
            } else {
                self.tensors.insert(name.clone(), slot)
            };
            if previous.is_some() {
                let format = Error::format(self.path.join(MANIFEST), "a model manifest");
                return Err(format(ManifestError::TensorInTwoFiles { name: name.clone() }));
            }
        }
        self.shards.push(Shard { path, map });
        Ok(())
    }

    /// Checks that every integer tensor has a scale and a zero point, for the whole tensor or for
    /// each row.
    fn check_companions(&self) -> Result<()> {
        for (name, slot) in &self.tensors {
            let entry = self.entry(slot);
            if !entry.dtype.is_integer() || self.is_companion(name) {
                continue;
            }
            let rows = entry.shape.first().copied().unwrap_or(1);
            let mut lengths = [0; 2];
            let companions = [(SCALE, Dtype::F32), (ZERO_POINT, entry.dtype)];
            for ((suffix, dtype), length) in companions.into_iter().zip(&mut lengths) {
                let companion = format!("{name}{suffix}");
                let found = self.tensors.get(&companion).map(|slot| self.entry(slot));
                match found.filter(|found| found.dtype == dtype).map(|found| &*found.shape) {
                    Some(&[n]) if n == 1 || n == rows => *length = n,
                    _ => {
                        let expected = format!("{dtype:?} [1] or [{rows}]");
                        let found = found.map_or("no such tensor".into(), describe);
                        return Err(foreign(&self.path, &companion, expected, found));
                    }
                }
            }
            let [scales, zeros] = lengths;
            if scales != zeros {
                let zero_point = format!("{name}{ZERO_POINT}");
                let (expected, found) = (format!("[{scales}]"), format!("[{zeros}]"));
                return Err(foreign(&self.path, &zero_point, expected, found));
            }
        }
        Ok(())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    pub(crate) fn config(&self) -> &str {
        &self.config
    }

    pub(crate) fn tensor_names(&self) -> impl Iterator<Item = &str> {
        self.tensors.keys().map(String::as_str)
    }

    pub(crate) fn voice_names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.voices.keys().map(String::as_str)
    }

    /// Whether this is the scale or the zero point of another tensor.
    pub(crate) fn is_companion(&self, name: &str) -> bool {
        let base = name.strip_suffix(SCALE).or_else(|| name.strip_suffix(ZERO_POINT));
        base.and_then(|base| self.tensors.get(base))
            .is_some_and(|slot| self.entry(slot).dtype.is_integer())
    }

    pub(crate) fn tensor(&self, name: &str) -> Result<&Slot> {
        let unknown = || Error::UnknownTensor { path: self.path.clone(), name: name.into() };
        self.tensors.get(name).ok_or_else(unknown)
    }

    pub(crate) fn voice(&self, name: &str) -> Option<&Slot> {
        self.voices.get(name)
    }

    pub(crate) fn entry(&self, slot: &Slot) -> &TensorEntry {
        &self.manifest.tensors[slot.entry]
    }

    /// Bytes of a tensor, verified the first time. Two threads may both verify; both find the same.
    pub(crate) fn bytes(&self, slot: &Slot) -> Result<&[u8]> {
        let shard = &self.shards[slot.shard];
        let bytes = &shard.map[slot.range.clone()]; // within the file, as `pair` promises
        if !slot.verified.load(Ordering::Acquire) {
            let (entry, found) = (self.entry(slot), Sha256::of(bytes));
            if found != entry.sha256 {
                let (path, part) = (shard.path.clone(), format!("tensor `{}`", entry.name));
                return Err(Error::Checksum { path, part, expected: entry.sha256, found });
            }
            slot.verified.store(true, Ordering::Release);
        }
        Ok(bytes)
    }

    /// Lets the system take back the mapped memory of a tensor that was read and copied, so that it
    /// does not count as memory of this process. If the tensor is asked for again, it is read from
    /// the file again. On systems that have no such call, nothing happens.
    pub(crate) fn forget(&self, slot: &Slot) {
        #[cfg(unix)]
        {
            let (map, range) = (&self.shards[slot.shard].map, &slot.range);
            let advice = memmap2::UncheckedAdvice::DontNeed;
            // SAFETY: the mapping is of a file and read-only: what is dropped is read from the file
            // again, with the same content.
            let _ = unsafe { map.unchecked_advise_range(advice, range.start, range.len()) };
        }
    }

    pub(crate) fn floats(&self, slot: &Slot) -> Result<Vec<f32>> {
        Ok(self.entry(slot).dtype.to_f32(self.bytes(slot)?))
    }
}

fn read_config(path: &Path, mut handle: File, file: &FileEntry) -> Result<String> {
    let mut text = String::new();
    handle.read_to_string(&mut text).map_err(FileError::on("read", path))?;
    let found = Sha256::of(text.as_bytes());
    if found != file.sha256 {
        let part = "the whole file".into();
        return Err(Error::Checksum { path: path.into(), part, expected: file.sha256, found });
    }
    Ok(text)
}
