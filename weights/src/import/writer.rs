//! Writes a model folder: shards under 50 MB, voices, configuration, manifest.
//!
//! The folder is filled under a temporary name beside the one wanted and then renamed, so that a
//! failed import leaves the old folder as it was.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

use safetensors::View;
use tempfile::TempDir;

use super::options::{LICENCE, MODEL};
use super::progress::{ImportStage, Progress};
use super::tensor::Tensor;
use crate::file_error::FileError;
use crate::files::{folder_of, write_atomically};
use crate::manifest::{FileEntry, MANIFEST, Manifest, Role, TensorEntry};
use crate::{Error, Result, Sha256};

/// Payload of a shard. With its header a shard stays under 50 MB, above which code hosts complain.
const SHARD_BYTES: usize = 49_000_000;

/// What goes into the folder.
pub(super) struct Contents {
    pub(super) model: Vec<Tensor>,
    pub(super) model_origin: String,
    pub(super) model_licence: String,
    pub(super) voices: Vec<Tensor>,
    pub(super) voices_origin: String,
    pub(super) config: String,
}

/// Writes `contents` to `out`.
pub(super) fn write(
    mut contents: Contents,
    out: &Path,
    replace: bool,
    progress: &mut dyn Progress,
) -> Result<()> {
    if out.exists() && !replace {
        let taken = FileError::on("create", out)(io::ErrorKind::AlreadyExists.into());
        return Err(taken.into());
    }
    contents.model.sort_by(|a, b| a.name.cmp(&b.name));
    let parent = folder_of(out);
    fs::create_dir_all(parent).map_err(FileError::on("create", parent))?;
    let new = hidden_folder(parent).map_err(FileError::on("create", out))?;
    write_files(&contents, new.path(), progress)?;
    Ok(swap(new, out).map_err(FileError::on("rename", out))?)
}

/// An empty folder of a random name in `parent`, removed with all that is in it when it is dropped.
fn hidden_folder(parent: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".kokoro-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As for any new folder: the system takes away what the user's mask forbids.
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    builder.tempdir_in(parent).map_err(|error| error.kind().into())
}

/// Puts the finished folder `new` in place of `out`, if there is one, and removes that.
fn swap(new: TempDir, out: &Path) -> io::Result<()> {
    if out.exists() {
        let attic = hidden_folder(folder_of(out))?;
        let old = attic.path().join("old");
        fs::rename(out, &old)?;
        if let Err(error) = fs::rename(new.path(), out) {
            fs::rename(&old, out)?;
            return Err(error);
        }
        // Dropping `attic` removes the old folder. On systems that do not remove mapped files, it
        // stays there as long as a program maps it.
    } else {
        fs::rename(new.path(), out)?;
    }
    let _ = new.keep(); // it has another name now, and is not to be removed
    Ok(())
}

fn write_files(contents: &Contents, folder: &Path, progress: &mut dyn Progress) -> Result<()> {
    let size = |tensors: &[Tensor]| tensors.iter().map(|tensor| tensor.bytes.len() as u64).sum();
    let (model, voices): (u64, u64) = (size(&contents.model), size(&contents.voices));
    let (mut done, total) = (0, model + voices);
    let (mut files, mut tensors) = (vec![], vec![]);
    let mut add =
        |name: String, role, origin: &str, licence: &str, list: &[Tensor]| -> Result<()> {
            progress.report(ImportStage::Write, done, total);
            files.push(write_tensors(folder, name.clone(), role, [origin, licence], list)?);
            tensors.extend(list.iter().map(|tensor| entry(tensor, &name)));
            done += size(list);
            progress.report(ImportStage::Write, done, total);
            Ok(())
        };
    let shards = split(&contents.model);
    for (i, shard) in shards.iter().enumerate() {
        let name = format!("model-{:05}-of-{:05}.safetensors", i + 1, shards.len());
        add(name, Role::Model, &contents.model_origin, &contents.model_licence, shard)?;
    }
    if !contents.voices.is_empty() {
        let name = "voices.safetensors".into();
        add(name, Role::Voices, &contents.voices_origin, LICENCE, &contents.voices)?;
    }
    files.push(write_config(folder, contents)?);
    let manifest = Manifest::new(MODEL.into(), files, tensors);
    Ok(write_atomically(folder.join(MANIFEST), manifest.to_json())?)
}

/// Consecutive tensors, as many as fit in a shard.
fn split(tensors: &[Tensor]) -> Vec<&[Tensor]> {
    let (mut shards, mut start, mut size) = (vec![], 0, 0);
    for (i, tensor) in tensors.iter().enumerate() {
        if size + tensor.bytes.len() > SHARD_BYTES && i > start {
            shards.push(&tensors[start..i]);
            (start, size) = (i, 0);
        }
        size += tensor.bytes.len();
    }
    shards.push(&tensors[start..]);
    shards
}

fn entry(tensor: &Tensor, file: &str) -> TensorEntry {
    TensorEntry {
        name: tensor.name.clone(),
        file: file.into(),
        dtype: tensor.dtype,
        shape: tensor.shape.clone(),
        sha256: Sha256::of(&tensor.bytes),
    }
}

impl View for &Tensor {
    fn dtype(&self) -> safetensors::Dtype {
        self.dtype.into()
    }

    fn shape(&self) -> &[usize] {
        &self.shape
    }

    fn data(&self) -> Cow<'_, [u8]> {
        (&self.bytes).into()
    }

    fn data_len(&self) -> usize {
        self.bytes.len()
    }
}

fn write_tensors(
    folder: &Path,
    name: String,
    role: Role,
    [origin, licence]: [&str; 2],
    tensors: &[Tensor],
) -> Result<FileEntry> {
    let path = folder.join(&name);
    let format = Error::format(&path, "writable as safetensors");
    let views = tensors.iter().map(|tensor| (&tensor.name, tensor));
    let bytes = safetensors::serialize(views, None).map_err(format)?;
    write_atomically(&path, &bytes)?;
    Ok(FileEntry {
        name,
        role,
        bytes: bytes.len() as u64,
        sha256: Sha256::of(&bytes),
        origin: origin.into(),
        licence: licence.into(),
    })
}

fn write_config(folder: &Path, contents: &Contents) -> Result<FileEntry> {
    let name = "config.json";
    write_atomically(folder.join(name), &contents.config)?;
    Ok(FileEntry {
        name: name.into(),
        role: Role::Config,
        bytes: contents.config.len() as u64,
        sha256: Sha256::of(contents.config.as_bytes()),
        origin: "hexgrad/Kokoro-82M, config.json".into(),
        licence: LICENCE.into(),
    })
}
