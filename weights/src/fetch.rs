//! The official float weights, from the Hugging Face hub into the user's cache.
//!
//! Files are pinned: a revision of the repository, and the SHA-256 of every file. Those of the
//! model and the configuration are what the model card and other projects publish; those of the
//! voices begin with the eight digits that the model's `VOICES.md` publishes for each.
//!
//! HTTP is spoken by `ureq` and not by `hf-hub`: that crate's blocking client neither verifies
//! hashes nor resumes a complete part file, gives up on a lock after five seconds, and reads the
//! user's access token unasked, and its successor needs an async runtime.

mod download;

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::file_error::FileError;
use crate::import::{self, ImportOptions, ImportStage, Progress, Storage};
use crate::locate::CACHED_MODEL;
use crate::{Result, Sha256, Weights};

/// A file of a repository on the hub.
#[derive(Clone, Debug)]
pub struct RemoteFile {
    /// Path in the repository.
    pub path: String,
    /// What it must be.
    pub sha256: Sha256,
}

/// A revision of a repository on the hub, and the files wanted of it.
#[derive(Clone, Debug)]
pub struct Release {
    /// `owner/name`.
    pub repository: String,
    /// A commit, so that the files cannot change.
    pub revision: String,
    /// Checkpoint first.
    pub files: Vec<RemoteFile>,
}

impl Release {
    /// Kokoro-82M v1.0: checkpoint (327 MB), configuration and 54 voices (28 MB).
    pub fn kokoro_82m() -> Self {
        let lines = include_str!("fetch/files.txt").lines();
        let file = |line: &str| {
            let (path, hash) = line.split_once(' ')?;
            Some(RemoteFile { path: path.into(), sha256: hash.parse().ok()? })
        };
        Self {
            repository: "hexgrad/Kokoro-82M".into(),
            revision: "f3ff3571791e39611d31c381e3a41a3af07b4987".into(),
            files: lines.filter_map(file).collect(),
        }
    }

    fn url(&self, endpoint: &str, path: &str) -> String {
        let endpoint = endpoint.trim_end_matches('/');
        format!("{endpoint}/{}/resolve/{}/{path}", self.repository, self.revision)
    }
}

/// What to fetch, and from where.
#[derive(Clone, Debug)]
pub struct FetchOptions {
    /// The hub; [`crate::locate::hub_endpoint`] knows the user's.
    pub endpoint: String,
    /// The files.
    pub release: Release,
    /// How the floats are stored in the model folder.
    pub storage: Storage,
    /// Fetch again even if the cache holds a model.
    pub replace: bool,
}

impl FetchOptions {
    /// Kokoro-82M v1.0 from `endpoint`, in f32.
    pub fn new(endpoint: String) -> Self {
        let release = Release::kokoro_82m();
        Self { endpoint, release, storage: Storage::F32, replace: false }
    }
}

/// Fetches the model into `cache` and gives its folder there. If it is there already, nothing is
/// fetched.
///
/// An interrupted transfer is resumed, by this call or the next one. Of two processes that fetch
/// into one cache, the second waits for the first and finds its result.
///
/// # Errors
/// [`Error::Download`](crate::Error::Download) if the hub does not answer as expected,
/// [`Error::Checksum`](crate::Error::Checksum) if a file is not the pinned one, and those of
/// [`import::from_pth`]. What was fetched completely stays for the next attempt.
pub fn fetch(
    cache: impl AsRef<Path>,
    options: &FetchOptions,
    progress: &mut dyn Progress,
) -> Result<PathBuf> {
    install(cache.as_ref(), options, progress, |downloads, model, progress| {
        let source = ImportOptions {
            voices: Some(downloads.join("voices")),
            config: Some(downloads.join("config.json")),
            origin: format!("{}@{}", options.release.repository, options.release.revision),
            voices_origin: format!("{}@{}", options.release.repository, options.release.revision),
            replace: true,
            ..ImportOptions::default()
        };
        let checkpoint = downloads.join("kokoro-v1_0.pth");
        import::from_pth(&checkpoint, model, options.storage, &source, progress)
    })
}

/// Fetches one file into `cache`, under `name`, and gives its path. If the file of that hash is
/// there already, nothing is fetched. Transfers are resumed and locked as by [`fetch`].
///
/// # Errors
/// [`Error::Download`](crate::Error::Download) if the server does not answer as expected,
/// [`Error::Checksum`](crate::Error::Checksum) if the file is not the pinned one.
pub fn fetch_file(
    cache: &Path,
    name: &str,
    url: &str,
    sha256: Sha256,
    progress: &mut dyn Progress,
) -> Result<PathBuf> {
    fs::create_dir_all(cache).map_err(FileError::on("create", cache))?;
    let _lock = lock(&cache.join(".lock"), progress)?;
    progress.begin(name, 0, 1);
    let target = cache.join(name);
    let mut report = |done, total| progress.report(ImportStage::Download, done, total);
    download::download(&download::agent(url), url, &target, sha256, &mut report)?;
    Ok(target)
}

/// Fetches all files, then has `convert` make the model folder of them.
fn install(
    cache: &Path,
    options: &FetchOptions,
    progress: &mut dyn Progress,
    convert: impl FnOnce(&Path, &Path, &mut dyn Progress) -> Result<()>,
) -> Result<PathBuf> {
    fs::create_dir_all(cache).map_err(FileError::on("create", cache))?;
    let _lock = lock(&cache.join(".lock"), progress)?;
    let model = cache.join(CACHED_MODEL);
    if !options.replace && Weights::open(&model).is_ok() {
        return Ok(model);
    }
    let downloads = cache.join("download");
    let agent = download::agent(&options.endpoint);
    let count = options.release.files.len();
    for (index, file) in options.release.files.iter().enumerate() {
        progress.begin(&file.path, index, count);
        let url = options.release.url(&options.endpoint, &file.path);
        let mut report = |done, total| progress.report(ImportStage::Download, done, total);
        download::download(&agent, &url, &downloads.join(&file.path), file.sha256, &mut report)?;
    }
    convert(&downloads, &model, progress)?;
    fs::remove_dir_all(&downloads).map_err(FileError::on("remove", downloads))?;
    Ok(model)
}

/// Locks a file between processes until it is dropped; waits for another's lock.
fn lock(path: &Path, progress: &mut dyn Progress) -> Result<File> {
    let file = File::create(path).map_err(FileError::on("create", path))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            progress.report(ImportStage::Wait, 0, 0);
            file.lock().map_err(FileError::on("lock", path))?;
        }
        Err(TryLockError::Error(source)) => return Err(FileError::on("lock", path)(source).into()),
    }
    Ok(file)
}

#[cfg(test)]
mod tests;
