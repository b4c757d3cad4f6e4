//! An opened model folder, as callers see it.

use std::path::Path;
use std::sync::Arc;

use crate::folder::Folder;
use crate::quantized::{Integers, Quantized, SCALE, ZERO_POINT};
use crate::suggest::nearest;
use crate::{Dtype, Error, Manifest, Result, Sha256};

/// A model folder: parameters and voices, read on demand and verified on first use. Clones share
/// the mapping.
#[derive(Clone, Debug)]
pub struct Weights {
    inner: Arc<Folder>,
}

impl Weights {
    /// Opens the folder: reads the manifest and the configuration, maps the other files, checks
    /// lengths, names, types and shapes. Parameters themselves are not read yet.
    ///
    /// # Errors
    /// A file is missing, shortened, foreign or contradictory; the error names it, with what was
    /// expected and what was found.
    pub fn open(folder: impl AsRef<Path>) -> Result<Self> {
        Ok(Self { inner: Arc::new(Folder::open(folder.as_ref())?) })
    }

    /// The folder that was opened.
    pub fn folder(&self) -> &Path {
        self.inner.path()
    }

    /// What the folder says of itself.
    pub fn manifest(&self) -> &Manifest {
        self.inner.manifest()
    }

    /// The model's `config.json`.
    pub fn config_json(&self) -> &str {
        self.inner.config()
    }

    /// Names of the parameters, sorted. Scales and zero points belong to their tensor and are not
    /// listed.
    pub fn tensor_names(&self) -> Vec<&str> {
        let mut names: Vec<&str> =
            self.inner.tensor_names().filter(|name| !self.inner.is_companion(name)).collect();
        names.sort_unstable();
        names
    }

    /// Whether there is a parameter of that name.
    pub fn contains(&self, name: &str) -> bool {
        self.inner.tensor(name).is_ok() && !self.inner.is_companion(name)
    }

    /// Shape of a parameter.
    ///
    /// # Errors
    /// [`Error::UnknownTensor`].
    pub fn shape(&self, name: &str) -> Result<&[usize]> {
        Ok(&self.inner.entry(self.inner.tensor(name)?).shape)
    }

    /// Stored type of a parameter.
    ///
    /// # Errors
    /// [`Error::UnknownTensor`].
    pub fn dtype(&self, name: &str) -> Result<Dtype> {
        Ok(self.inner.entry(self.inner.tensor(name)?).dtype)
    }

    /// A parameter in f32, row-major, whatever its stored type.
    ///
    /// # Errors
    /// [`Error::UnknownTensor`]; [`Error::Checksum`] if its bytes are not those of the manifest.
    pub fn tensor(&self, name: &str) -> Result<Vec<f32>> {
        let values = if self.dtype(name)?.is_integer() && !self.inner.is_companion(name) {
            self.quantized(name)?.dequantize()
        } else {
            self.inner.floats(self.inner.tensor(name)?)?
        };
        self.inner.forget(self.inner.tensor(name)?);
        Ok(values)
    }

    /// A parameter in its integer form.
    ///
    /// # Errors
    /// As [`Weights::tensor`]; [`Error::Tensor`] if it is stored as floats.
    pub fn quantized(&self, name: &str) -> Result<Quantized<'_>> {
        let inner = &*self.inner;
        let slot = inner.tensor(name)?;
        let entry = inner.entry(slot);
        if !entry.dtype.is_integer() || inner.is_companion(name) {
            return Err(Error::Tensor {
                path: self.folder().into(),
                tensor: name.into(),
                expected: "integers with a scale".into(),
                found: format!("{:?}", entry.dtype),
            });
        }
        let bytes = inner.bytes(slot)?;
        let zeros = inner.bytes(inner.tensor(&format!("{name}{ZERO_POINT}"))?)?.iter();
        let (data, zero_point) = if entry.dtype == Dtype::U8 {
            (Integers::U8(bytes), zeros.map(|&zero| i32::from(zero)).collect())
        } else {
            let signed = bytemuck::cast_slice(bytes);
            (Integers::I8(signed), zeros.map(|&zero| i32::from(zero as i8)).collect())
        };
        let scale = inner.floats(inner.tensor(&format!("{name}{SCALE}"))?)?;
        Ok(Quantized { data, shape: entry.shape.clone(), scale, zero_point })
    }

    /// Names of the voices, sorted.
    pub fn voice_names(&self) -> impl ExactSizeIterator<Item = &str> {
        self.inner.voice_names()
    }

    /// A voice, `[510, 256]` row-major: row `n − 1` is the style of an utterance of `n` phonemes.
    ///
    /// # Errors
    /// [`Error::UnknownVoice`]; [`Error::Checksum`] if its bytes are not those of the manifest.
    pub fn voice(&self, name: &str) -> Result<Vec<f32>> {
        let slot = self.inner.voice(name).ok_or_else(|| Error::UnknownVoice {
            name: name.into(),
            nearest: nearest(name, self.voice_names()).map(str::to_owned),
            known: self.voice_names().len(),
        })?;
        self.inner.floats(slot)
    }

    /// Reads every file and compares it with the manifest. `progress` gets bytes done and bytes in
    /// all.
    ///
    /// # Errors
    /// The first file that differs.
    pub fn verify(&self, mut progress: impl FnMut(u64, u64)) -> Result<()> {
        let files = &self.manifest().files;
        let total = files.iter().map(|file| file.bytes).sum();
        let mut done = 0;
        for file in files {
            let path = self.folder().join(&file.name);
            let found = Sha256::of_file(&path, |n| {
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

    /// What tells this folder's parameters from another's: a hash of every parameter's name, type
    /// and hash in the manifest. No parameter is read, unlike by
    /// [`parameters_sha256`](Self::parameters_sha256). A folder with the same numbers in another
    /// type has another identity.
    pub fn identity(&self) -> Sha256 {
        let mut names: Vec<&str> = self.inner.tensor_names().collect();
        names.sort_unstable();
        let line = |name: &str| {
            let entry = self.inner.tensor(name).map(|slot| self.inner.entry(slot));
            entry.map(|e| format!("{name} {:?} {}\n", e.dtype, e.sha256)).unwrap_or_default()
        };
        Sha256::of(names.into_iter().map(line).collect::<String>().as_bytes())
    }

    /// Hash of all parameters as f32, little-endian, one after another in order of their names. Two
    /// folders have the same hash exactly when a model computes the same with them.
    ///
    /// # Errors
    /// As [`Weights::tensor`].
    pub fn parameters_sha256(&self) -> Result<Sha256> {
        let names = self.tensor_names().into_iter();
        Sha256::of_pieces(names.map(|name| {
            let values = self.tensor(name)?;
            Ok(values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>())
        }))
    }
}
