//! Writes a model folder: shards under 50 MB, voices, configuration, manifest. All under a temporary name, then renamed.

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use safetensors::View;

use super::{LICENCE, MODEL, Progress, Stage, Tensor};
use crate::{
    Error, Result, Sha256,
    manifest::{FileEntry, MANIFEST, Manifest, Role, TensorEntry},
};

/// Payload of a shard; with its header it stays under 50 MB, which code hosts accept without complaint.
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
        let source = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
        return Err(Error::Io { action: "create", path: out.into(), source });
    }
    contents.model.sort_by(|a, b| a.name.cmp(&b.name));
    let temporary = sibling(out, "tmp");
    let result = write_files(&contents, &temporary, progress)
        .and_then(|()| swap(&temporary, out).map_err(Error::io("rename", out)));
    if result.is_err() {
        let _ = std::fs::remove_dir_all(&temporary); // what is left of it; the first error is the one to tell
    }
    result
}

/// A hidden name beside `out` that no other import uses.
fn sibling(out: &Path, kind: &str) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    let (process, count) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    out.with_file_name(format!(".{name}.{process}-{count}.{kind}"))
}

/// Puts the finished folder in place of the old one, if there is one.
fn swap(temporary: &Path, out: &Path) -> std::io::Result<()> {
    if !out.exists() {
        return std::fs::rename(temporary, out);
    }
    let old = sibling(out, "old");
    std::fs::rename(out, &old)?;
    if let Err(error) = std::fs::rename(temporary, out) {
        std::fs::rename(&old, out)?;
        return Err(error);
    }
    let _ = std::fs::remove_dir_all(old); // the new one is in place; where a map keeps the old one, it stays beside it
    Ok(())
}

fn write_files(contents: &Contents, folder: &Path, progress: &mut dyn Progress) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(Error::io("create", folder))?;
    let size = |tensors: &[Tensor]| tensors.iter().map(|tensor| tensor.bytes.len() as u64).sum();
    let (model, voices): (u64, u64) = (size(&contents.model), size(&contents.voices));
    let (mut done, total) = (0, model + voices);
    let (mut files, mut tensors) = (vec![], vec![]);
    let mut add =
        |name: String, role, origin: &str, licence: &str, list: &[Tensor]| -> Result<()> {
            progress.report(Stage::Write, done, total);
            files.push(write_tensors(folder, name.clone(), role, [origin, licence], list)?);
            tensors.extend(list.iter().map(|tensor| entry(tensor, &name)));
            done += size(list);
            progress.report(Stage::Write, done, total);
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
    let path = folder.join(MANIFEST);
    let text = Manifest::new(MODEL.into(), files, tensors).to_json();
    std::fs::write(&path, text).map_err(Error::io("write", path))
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
    let format = |error: safetensors::SafeTensorError| Error::Format {
        path: path.clone(),
        expected: "writable as safetensors",
        reason: error.to_string(),
    };
    let views = tensors.iter().map(|tensor| (&tensor.name, tensor));
    let bytes = safetensors::serialize(views, None).map_err(format)?;
    std::fs::write(&path, &bytes).map_err(Error::io("write", &path))?;
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
    let path = folder.join("config.json");
    std::fs::write(&path, &contents.config).map_err(Error::io("write", &path))?;
    Ok(FileEntry {
        name: "config.json".into(),
        role: Role::Config,
        bytes: contents.config.len() as u64,
        sha256: Sha256::of(contents.config.as_bytes()),
        origin: "hexgrad/Kokoro-82M, config.json".into(),
        licence: LICENCE.into(),
    })
}
