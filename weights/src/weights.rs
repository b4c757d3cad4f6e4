//! An opened model folder: mapped files, checked against the manifest as far as they are read.

use std::{
    collections::{BTreeMap, HashMap},
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use memmap2::Mmap;
use safetensors::SafeTensors;

use crate::{
    Error, Result,
    manifest::{Dtype, FileEntry, MANIFEST, Manifest, Role, Sha256, TensorEntry},
    quantized::{Integers, Quantized, SCALE, ZERO_POINT},
    suggest,
};

/// Rows of a voice: one for each count of phonemes, 1 to 510.
pub const VOICE_ROWS: usize = 510;
/// Columns of a voice: 128 of timbre, then 128 of prosody.
pub const VOICE_COLUMNS: usize = 256;

/// A model folder: parameters and voices, read on demand and verified on first use. Clones share the mapping.
#[derive(Clone, Debug)]
pub struct Weights {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    folder: PathBuf,
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
struct Slot {
    entry: usize, // in manifest.tensors
    shard: usize, // in shards
    start: usize, // in the file
    end: usize,
    verified: AtomicBool,
}

impl Weights {
    /// Opens the folder: reads the manifest and the configuration, maps the other files, checks lengths, names, types and
    /// shapes. Parameters themselves are not read yet.
    ///
    /// # Errors
    /// A missing, shortened, foreign or contradictory file, by name, with what was expected and what was found.
    pub fn open(folder: &Path) -> Result<Self> {
        let path = folder.join(MANIFEST);
        let text = std::fs::read_to_string(&path).map_err(Error::io("read", &path))?;
        let manifest = Manifest::parse(&text, &path)?;
        let mut inner = Inner {
            folder: folder.into(),
            config: String::new(),
            shards: vec![],
            tensors: HashMap::new(),
            voices: BTreeMap::new(),
            manifest,
        };
        for index in 0..inner.manifest.files.len() {
            inner.open_file(index)?;
        }
        if inner.config.is_empty() {
            let reason = "no file has the role `config`".into();
            return Err(Error::Format { path, expected: "a manifest of a whole model", reason });
        }
        inner.check_companions()?;
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The folder that was opened.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.inner.folder
    }

    /// What the folder says of itself.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.inner.manifest
    }

    /// The model's `config.json`.
    #[must_use]
    pub fn config_json(&self) -> &str {
        &self.inner.config
    }

    /// Names of the parameters, sorted; scales and zero points belong to their tensor and are not listed.
    #[must_use]
    pub fn tensor_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.inner.tensors.keys().map(String::as_str).collect();
        names.retain(|name| !self.is_companion(name));
        names.sort_unstable();
        names
    }

    /// Whether there is a parameter of that name.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.inner.tensors.contains_key(name) && !self.is_companion(name)
    }

    /// Shape of a parameter.
    ///
    /// # Errors
    /// [`Error::UnknownTensor`].
    pub fn shape(&self, name: &str) -> Result<&[usize]> {
        Ok(&self.inner.entry(self.inner.slot(name)?).shape)
    }

    /// Stored type of a parameter.
    ///
    /// # Errors
    /// [`Error::UnknownTensor`].
    pub fn dtype(&self, name: &str) -> Result<Dtype> {
        Ok(self.inner.entry(self.inner.slot(name)?).dtype)
    }

    /// A parameter in f32, row-major, whatever its stored type.
    ///
    /// # Errors
    /// [`Error::UnknownTensor`]; [`Error::Checksum`] if its bytes are not those of the manifest.
    pub fn tensor(&self, name: &str) -> Result<Vec<f32>> {
        let slot = self.inner.slot(name)?;
        if self.inner.entry(slot).dtype.is_integer() {
            return Ok(self.quantized(name)?.dequantize());
        }
        self.inner.floats(slot)
    }

    /// A parameter in its integer form.
    ///
    /// # Errors
    /// As [`Weights::tensor`]; [`Error::Tensor`] if it is stored as floats.
    pub fn quantized(&self, name: &str) -> Result<Quantized<'_>> {
        let inner = &*self.inner;
        let slot = inner.slot(name)?;
        let entry = inner.entry(slot);
        if !entry.dtype.is_integer() {
            return Err(Error::Tensor {
                path: inner.shards[slot.shard].path.clone(),
                tensor: name.into(),
                expected: "U8 or I8".into(),
                found: format!("{:?}", entry.dtype),
            });
        }
        let bytes = inner.bytes(slot)?;
        let zeros = inner.bytes(inner.slot(&format!("{name}{ZERO_POINT}"))?)?.iter();
        let (data, zero_point) = if entry.dtype == Dtype::U8 {
            (Integers::U8(bytes), zeros.map(|&zero| i32::from(zero)).collect())
        } else {
            let signed = bytemuck::cast_slice(bytes);
            (Integers::I8(signed), zeros.map(|&zero| i32::from(zero as i8)).collect())
        };
        let scale = inner.floats(inner.slot(&format!("{name}{SCALE}"))?)?;
        Ok(Quantized { data, shape: entry.shape.clone(), scale, zero_point })
    }

    /// Names of the voices, sorted.
    pub fn voice_names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.inner.voices.keys().map(String::as_str)
    }

    /// A voice, `[510, 256]` row-major: row `n − 1` is the style of an utterance of `n` phonemes.
    ///
    /// # Errors
    /// [`Error::UnknownVoice`]; [`Error::Checksum`] if its bytes are not those of the manifest.
    pub fn voice(&self, name: &str) -> Result<Vec<f32>> {
        let slot = self.inner.voices.get(name).ok_or_else(|| Error::UnknownVoice {
            name: name.into(),
            nearest: suggest::nearest(name, self.voice_names()).map(str::to_owned),
            known: self.inner.voices.len(),
        })?;
        self.inner.floats(slot)
    }

    /// Reads every file and compares it with the manifest. `progress` gets bytes done and bytes in all.
    ///
    /// # Errors
    /// The first file that differs.
    pub fn verify(&self, mut progress: impl FnMut(u64, u64)) -> Result<()> {
        let files = &self.inner.manifest.files;
        let total = files.iter().map(|file| file.bytes).sum();
        let mut done = 0;
        for file in files {
            let path = self.inner.folder.join(&file.name);
            let found = hash_file(&path, |n| {
                done += n;
                progress(done, total);
            })?;
            if found != file.sha256 {
                let part = "the whole file".into();
                return Err(Error::Checksum { path, part, expected: file.sha256, found });
            }
        }
        Ok(())
    }

    /// Hash of all parameters as f32, little-endian, one after another in order of their names: the same for two folders
    /// exactly when a model computes the same with them.
    ///
    /// # Errors
    /// As [`Weights::tensor`].
    pub fn parameters_sha256(&self) -> Result<Sha256> {
        use sha2::Digest as _;
        let mut hasher = sha2::Sha256::new();
        for name in self.tensor_names() {
            let values = self.tensor(name)?;
            let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
            hasher.update(&bytes);
        }
        Ok(Sha256::finish(hasher))
    }

    fn is_companion(&self, name: &str) -> bool {
        self.inner.is_companion(name)
    }
}

impl Inner {
    fn open_file(&mut self, index: usize) -> Result<()> {
        let file = &self.manifest.files[index];
        let path = self.folder.join(&file.name);
        let handle = File::open(&path).map_err(Error::io("open", &path))?;
        let found = handle.metadata().map_err(Error::io("read", &path))?.len();
        if found != file.bytes {
            return Err(Error::Size { path, expected: file.bytes, found });
        }
        if file.role == Role::Config {
            self.config = read_config(&path, handle, file)?;
            return Ok(());
        }
        // SAFETY: the map is only read. Files of a model folder are replaced by renaming, never rewritten in place; a
        // foreign program that shortens one meanwhile ends this process by a signal, as with any mapped file.
        let map = unsafe { Mmap::map(&handle) }.map_err(Error::io("map", &path))?;
        let slots = self.read_header(index, &path, &map)?;
        let voices = file.role == Role::Voices;
        for (name, slot) in slots {
            let previous = if voices {
                self.voices.insert(name.clone(), slot)
            } else {
                self.tensors.insert(name.clone(), slot)
            };
            if previous.is_some() {
                let path = self.folder.join(MANIFEST);
                let reason = format!("tensor `{name}` is in two files");
                return Err(Error::Format { path, expected: "a model manifest", reason });
            }
        }
        self.shards.push(Shard { path, map });
        Ok(())
    }

    /// Pairs the tensors of a safetensors header with those of the manifest.
    fn read_header(&self, index: usize, path: &Path, map: &[u8]) -> Result<Vec<(String, Slot)>> {
        let file = &self.manifest.files[index];
        let (length, header) = SafeTensors::read_metadata(map).map_err(|error| Error::Format {
            path: path.into(),
            expected: "a safetensors file",
            reason: error.to_string(),
        })?;
        let base = length + 8; // the header is preceded by its own length in 8 bytes
        let foreign = |tensor: &str, expected: String, found: String| Error::Tensor {
            path: path.into(),
            tensor: tensor.into(),
            expected,
            found,
        };
        let mut slots = vec![];
        for (entry, tensor) in self.manifest.tensors.iter().enumerate() {
            if tensor.file != file.name {
                continue;
            }
            let describe =
                |dtype: safetensors::Dtype, shape: &[usize]| format!("{dtype} {shape:?}");
            let expected = describe(tensor.dtype.into(), &tensor.shape);
            let Some(info) = header.info(&tensor.name) else {
                return Err(foreign(&tensor.name, expected, "no such tensor".into()));
            };
            let found = describe(info.dtype, &info.shape);
            if found != expected {
                return Err(foreign(&tensor.name, expected, found));
            }
            if file.role == Role::Voices {
                let voice = describe(safetensors::Dtype::F32, &[VOICE_ROWS, VOICE_COLUMNS]);
                if found != voice {
                    return Err(foreign(&tensor.name, voice, found));
                }
            }
            let (start, end) = (base + info.data_offsets.0, base + info.data_offsets.1);
            let verified = AtomicBool::new(false);
            let slot = Slot { entry, shard: self.shards.len(), start, end, verified };
            slots.push((tensor.name.clone(), slot));
        }
        let stored = header.offset_keys();
        if stored.len() != slots.len() {
            let listed = |name: &String| slots.iter().any(|(listed, _)| listed == name);
            let extra = stored.iter().find(|name| !listed(name)).map_or("", |name| name);
            return Err(foreign(extra, "no such tensor".into(), "a tensor".into()));
        }
        Ok(slots)
    }

    /// Every integer tensor has a scale and a zero point for the whole or for each row.
    fn check_companions(&self) -> Result<()> {
        for (name, slot) in &self.tensors {
            let entry = self.entry(slot);
            if !entry.dtype.is_integer() || self.is_companion(name) {
                continue;
            }
            let rows = entry.shape.first().copied().unwrap_or(1);
            for (suffix, dtype) in [(SCALE, Dtype::F32), (ZERO_POINT, entry.dtype)] {
                let companion = format!("{name}{suffix}");
                let found = self.tensors.get(&companion).map(|slot| self.entry(slot));
                let length = found.filter(|found| found.dtype == dtype).map(|found| &*found.shape);
                if length != Some(&[1]) && length != Some(&[rows]) {
                    return Err(Error::Tensor {
                        path: self.folder.clone(),
                        tensor: companion,
                        expected: format!("{dtype:?} [1] or [{rows}]"),
                        found: found.map_or("no such tensor".into(), |found| {
                            format!("{:?} {:?}", found.dtype, found.shape)
                        }),
                    });
                }
            }
        }
        Ok(())
    }

    fn is_companion(&self, name: &str) -> bool {
        let base = name.strip_suffix(SCALE).or_else(|| name.strip_suffix(ZERO_POINT));
        base.and_then(|base| self.tensors.get(base))
            .is_some_and(|slot| self.entry(slot).dtype.is_integer())
    }

    fn slot(&self, name: &str) -> Result<&Slot> {
        let unknown = || Error::UnknownTensor { path: self.folder.clone(), name: name.into() };
        self.tensors.get(name).ok_or_else(unknown)
    }

    fn entry(&self, slot: &Slot) -> &TensorEntry {
        &self.manifest.tensors[slot.entry]
    }

    /// Bytes of a tensor, verified the first time. Two threads may both verify; both find the same.
    fn bytes(&self, slot: &Slot) -> Result<&[u8]> {
        let shard = &self.shards[slot.shard];
        let bytes = &shard.map[slot.start..slot.end]; // in range: `read_metadata` checked offsets against the length
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

    fn floats(&self, slot: &Slot) -> Result<Vec<f32>> {
        let bytes = self.bytes(slot)?;
        Ok(to_f32(bytes, self.entry(slot).dtype))
    }
}

/// Stored little-endian floats as f32. Integers without their scale would be meaningless and become plain numbers.
pub(crate) fn to_f32(bytes: &[u8], dtype: Dtype) -> Vec<f32> {
    match dtype {
        Dtype::F32 => bytes.as_chunks().0.iter().map(|&chunk| f32::from_le_bytes(chunk)).collect(),
        Dtype::F16 => {
            let halves = bytes.as_chunks().0.iter();
            halves.map(|&chunk| half::f16::from_le_bytes(chunk).to_f32()).collect()
        }
        Dtype::BF16 => {
            let halves = bytes.as_chunks().0.iter();
            halves.map(|&chunk| half::bf16::from_le_bytes(chunk).to_f32()).collect()
        }
        Dtype::U8 => bytes.iter().map(|&value| f32::from(value)).collect(),
        Dtype::I8 => bytes.iter().map(|&value| f32::from(value as i8)).collect(),
    }
}

fn read_config(path: &Path, mut handle: File, file: &FileEntry) -> Result<String> {
    let mut text = String::new();
    handle.read_to_string(&mut text).map_err(Error::io("read", path))?;
    let found = Sha256::of(text.as_bytes());
    if found != file.sha256 {
        let part = "the whole file".into();
        return Err(Error::Checksum { path: path.into(), part, expected: file.sha256, found });
    }
    Ok(text)
}

/// Hash of a file; `progress` gets the bytes of each block read.
pub(crate) fn hash_file(path: &Path, mut progress: impl FnMut(u64)) -> Result<Sha256> {
    use sha2::Digest as _;
    let mut file = File::open(path).map_err(Error::io("open", path))?;
    let (mut hasher, mut block) = (sha2::Sha256::new(), vec![0; 1 << 20]);
    loop {
        match file.read(&mut block).map_err(Error::io("read", path))? {
            0 => return Ok(Sha256::finish(hasher)),
            n => {
                hasher.update(&block[..n]);
                progress(n as u64);
            }
        }
    }
}
