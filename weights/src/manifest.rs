//! The manifest: every file and every tensor of a model folder, with hashes.
//!
//! It is the file `manifest.json`, with one line for each file and each tensor.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;

use serde::{Deserialize, Serialize};

pub use crate::error::ManifestError;
use crate::{Dtype, Error, FormatError, Result, Sha256};

/// Name of the manifest in its folder.
pub const MANIFEST: &str = "manifest.json";
/// The manifest version that this crate reads and writes.
pub const VERSION: u32 = 1;
const FORMAT: &str = "kokoro-weights";

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// safetensors with parameters of the model.
    Model,
    /// safetensors with one `[510, 256]` tensor a voice.
    Voices,
    /// The model's `config.json`.
    Config,
}

/// One file of the folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    /// Name in the folder; no separators.
    pub name: String,
    /// What it is for.
    pub role: Role,
    /// Length.
    pub bytes: u64,
    /// Hash of the whole file.
    pub sha256: Sha256,
    /// Where the numbers came from.
    pub origin: String,
    /// SPDX expression.
    pub licence: String,
}

/// One tensor as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TensorEntry {
    /// Name: the module's name in upstream's state dict, or the voice's name.
    pub name: String,
    /// Name of the file that holds it.
    pub file: String,
    /// Element type.
    pub dtype: Dtype,
    /// Shape, slowest dimension first; `[]` is a single number.
    pub shape: Vec<usize>,
    /// Hash of the stored little-endian bytes.
    pub sha256: Sha256,
}

impl TensorEntry {
    /// Elements, or `None` if the shape overflows.
    pub fn elements(&self) -> Option<usize> {
        self.shape.iter().try_fold(1usize, |product, &n| product.checked_mul(n))
    }
}

/// What a model folder must contain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    format: String,
    version: u32,
    /// Name and release of the model.
    pub model: String,
    /// Every file but the manifest itself.
    pub files: Vec<FileEntry>,
    /// Every tensor of those files.
    pub tensors: Vec<TensorEntry>,
}

/// The part that every version shares.
#[derive(Deserialize)]
struct Header {
    format: String,
    version: u32,
}

impl Manifest {
    /// A manifest of this crate's version.
    pub fn new(model: String, files: Vec<FileEntry>, tensors: Vec<TensorEntry>) -> Self {
        Self { format: FORMAT.into(), version: VERSION, model, files, tensors }
    }

    /// Parses a manifest and checks it against itself; `path` only names it in errors.
    ///
    /// # Errors
    /// [`Error::Format`] if it is not a manifest or contradicts itself, [`Error::Version`] if it is
    /// of another version.
    pub fn parse(text: &str, path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let format = Error::format::<FormatError>(path, "a model manifest");
        // A manifest of another version may have other fields: its header is read first.
        let Header { format: found, version } =
            serde_json::from_str(text).map_err(|error| format(error.into()))?;
        if found != FORMAT {
            return Err(format(ManifestError::Format { expected: FORMAT, found }.into()));
        }
        if version != VERSION {
            let (path, expected) = (path.into(), VERSION);
            return Err(Error::Version { path, expected, found: version });
        }
        let manifest: Self = serde_json::from_str(text).map_err(|error| format(error.into()))?;
        manifest.check().map_err(|error| format(error.into()))?;
        Ok(manifest)
    }

    fn check(&self) -> Result<(), ManifestError> {
        let mut files = HashSet::new();
        for file in &self.files {
            let name = file.name.as_str();
            let plain = Path::new(name).file_name().is_some_and(|last| last == name);
            if !plain || name.contains(['/', '\\']) || name == MANIFEST {
                return Err(ManifestError::FileName { name: name.to_owned() });
            }
            if !files.insert(name) {
                return Err(ManifestError::FileTwice { name: name.to_owned() });
            }
        }
        let mut tensors = HashSet::new();
        for tensor in &self.tensors {
            let TensorEntry { name, file, shape, .. } = tensor;
            if !files.contains(file.as_str()) {
                let (tensor, file) = (name.clone(), file.clone());
                return Err(ManifestError::UnlistedFile { tensor, file });
            }
            if !tensors.insert((file, name)) {
                return Err(ManifestError::TensorTwice { name: name.clone() });
            }
            if tensor.elements().and_then(|n| n.checked_mul(tensor.dtype.size())).is_none() {
                let (tensor, shape) = (name.clone(), shape.clone());
                return Err(ManifestError::Shape { tensor, shape });
            }
        }
        Ok(())
    }

    /// The manifest as JSON. Each file and each tensor has a line, so that versions can be compared
    /// line by line.
    pub fn to_json(&self) -> String {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        let mut text = format!(
            "{{\n\"format\": {},\n\"version\": {},\n\"model\": {},\n",
            quoted(&self.format),
            self.version,
            quoted(&self.model)
        );
        list(&mut text, "files", &self.files);
        text.push_str(",\n");
        list(&mut text, "tensors", &self.tensors);
        text.push_str("\n}\n");
        text
    }
}

fn list<T: Serialize>(text: &mut String, key: &str, items: &[T]) {
    let _ = write!(text, "\"{key}\": ["); // writing to a String cannot fail
    for (i, item) in items.iter().enumerate() {
        text.push_str(if i == 0 { "\n" } else { ",\n" });
        // structs of strings, numbers and lists always have a JSON form
        text.push_str(&serde_json::to_string(item).unwrap_or_default());
    }
    text.push_str("\n]");
}
