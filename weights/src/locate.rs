//! Where model folders are looked for, for callers that ask.
//!
//! Nothing else in this crate looks at the environment or at a path that it was not given. A
//! program with rules of its own passes its folder to [`Weights::open`](crate::Weights::open) and
//! never comes here.
//!
//! | variable | meaning |
//! |---|---|
//! | `KOKORO_WEIGHTS` | the model folder |
//! | `KOKORO_CACHE` | the cache, instead of `kokoro` in the user's cache folder |
//! | `HF_ENDPOINT` | the Hugging Face hub or a mirror, instead of `https://huggingface.co` |
//!
//! [`locate`] asks of each candidate whether it holds a file `manifest.json`, and opens none.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use crate::manifest::MANIFEST;
use crate::{Error, Result};

/// Name of the fetched model's folder in the cache.
pub const CACHED_MODEL: &str = "kokoro-82m";

/// Finds the model folder.
///
/// That is `explicit` (what the user named), else `KOKORO_WEIGHTS`, else the cache, else
/// `weights/data` in a folder above the running program or above the current folder. A folder that
/// was named must hold a model; it is not passed over for another.
///
/// # Errors
/// [`Error::NotFound`] with every place that was looked at.
pub fn locate(explicit: Option<&Path>) -> Result<PathBuf> {
    let named = explicit.map(PathBuf::from).or_else(|| variable("KOKORO_WEIGHTS"));
    let program = env::current_exe().ok().and_then(|path| path.canonicalize().ok());
    let starts: Vec<PathBuf> = program.into_iter().chain(env::current_dir().ok()).collect();
    search(named, cache_folder().ok(), &starts)
}

/// The folder for fetched models: `KOKORO_CACHE`, else `kokoro` in the user's cache folder.
///
/// # Errors
/// [`Error::NoCache`] if the system names no home folder.
pub fn cache_folder() -> Result<PathBuf> {
    if let Some(folder) = variable("KOKORO_CACHE") {
        return Ok(folder);
    }
    let strategy = etcetera::base_strategy::choose_native_strategy();
    strategy.map(|strategy| strategy.cache_dir().join("kokoro")).map_err(|_| Error::NoCache)
}

/// The hub to fetch from: `HF_ENDPOINT`, else the public one.
pub fn hub_endpoint() -> String {
    let endpoint = env::var("HF_ENDPOINT").ok().filter(|endpoint| !endpoint.is_empty());
    endpoint.unwrap_or_else(|| "https://huggingface.co".into())
}

fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value: &OsString| !value.is_empty()).map(PathBuf::from)
}

fn search(named: Option<PathBuf>, cache: Option<PathBuf>, starts: &[PathBuf]) -> Result<PathBuf> {
    let candidates: Vec<PathBuf> = match named {
        Some(named) => vec![named],
        None => {
            let above = starts.iter().flat_map(|start| start.ancestors());
            let mut found: Vec<PathBuf> =
                cache.into_iter().map(|cache| cache.join(CACHED_MODEL)).collect();
            for folder in above.map(|folder| folder.join("weights").join("data")) {
                if !found.contains(&folder) {
                    found.push(folder);
                }
            }
            found
        }
    };
    match candidates.iter().find(|folder| folder.join(MANIFEST).is_file()) {
        Some(folder) => Ok(folder.clone()),
        None => Err(Error::NotFound { looked: candidates }),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn model(folder: &Path) -> PathBuf {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join(MANIFEST), "").unwrap();
        folder.into()
    }

    #[test]
    fn places_in_order() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path();
        let named = model(&root.join("named"));
        let cache = root.join("cache");
        let cached = model(&cache.join(CACHED_MODEL));
        let repository = model(&root.join("checkout/weights/data"));
        let starts = [root.join("elsewhere/program"), root.join("checkout/target/release")];

        assert_eq!(search(Some(named.clone()), Some(cache.clone()), &starts).unwrap(), named);
        assert_eq!(search(None, Some(cache.clone()), &starts).unwrap(), cached);
        fs::remove_dir_all(&cache).unwrap();
        assert_eq!(search(None, Some(cache), &starts).unwrap(), repository);
        assert_eq!(search(None, None, &starts).unwrap(), repository);
    }

    #[test]
    fn a_named_folder_is_not_passed_over() {
        let root = tempfile::tempdir().unwrap();
        let cache = root.path().join("cache");
        model(&cache.join(CACHED_MODEL));
        let named = root.path().join("empty");
        let error = search(Some(named.clone()), Some(cache), &[]).unwrap_err();
        assert!(matches!(&error, Error::NotFound { looked } if looked == &[named]), "{error}");
    }

    #[test]
    fn the_error_lists_every_place_once() {
        let error =
            search(None, Some("/nowhere/c".into()), &["/nowhere/a".into(), "/nowhere/b".into()]);
        let message = error.unwrap_err().to_string();
        for place in ["c/kokoro-82m", "a/weights/data", "b/weights/data", "nowhere/weights/data"] {
            assert_eq!(message.matches(place).count(), 1, "{place} in {message}");
        }
    }
}
