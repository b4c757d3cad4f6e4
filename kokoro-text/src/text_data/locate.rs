//! Where the files of the text front end are looked for.
//!
//! Nothing else in this crate looks at the environment or at a path that it was not given.

use std::env;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

/// The folder of the files, in the cache and in the repository.
const FOLDER: &str = "text-data";

/// Finds a file: in the folder `explicit` (what the user named), else in `KOKORO_TEXT_DATA`, else
/// in the cache, else above the running program or the current folder. Gives the places that were
/// looked at if there is none.
pub(super) fn locate(file: &str, explicit: Option<&Path>) -> Result<PathBuf, Vec<PathBuf>> {
    let named = explicit.map(PathBuf::from).or_else(|| variable("KOKORO_TEXT_DATA"));
    let program = env::current_exe().ok().and_then(|path| path.canonicalize().ok());
    let starts: Vec<PathBuf> = program.into_iter().chain(env::current_dir().ok()).collect();
    search(file, named, cache_folder(), &starts)
}

/// `KOKORO_CACHE`, else `kokoro` in the user's cache folder.
fn cache_folder() -> Option<PathBuf> {
    variable("KOKORO_CACHE").or_else(|| {
        let strategy = etcetera::base_strategy::choose_native_strategy().ok()?;
        Some(strategy.cache_dir().join("kokoro"))
    })
}

fn variable(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn search(
    file: &str,
    named: Option<PathBuf>,
    cache: Option<PathBuf>,
    starts: &[PathBuf],
) -> Result<PathBuf, Vec<PathBuf>> {
    let folders = match named {
        Some(named) => vec![named],
        None => {
            let above = starts.iter().flat_map(|start| start.ancestors());
            let folders = cache.iter().map(PathBuf::as_path).chain(above);
            let mut found: Vec<PathBuf> = Vec::new();
            for folder in folders.map(|folder| folder.join(FOLDER)) {
                if !found.contains(&folder) {
                    found.push(folder);
                }
            }
            found
        }
    };
    let paths: Vec<PathBuf> = folders.iter().map(|folder| folder.join(file)).collect();
    paths.iter().find(|path| path.is_file()).cloned().ok_or(paths)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn put(folder: &Path) -> PathBuf {
        fs::create_dir_all(folder).unwrap();
        let path = folder.join("f");
        fs::write(&path, "").unwrap();
        path
    }

    #[test]
    fn places_in_order() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path();
        let named = put(&root.join("named"));
        let cache = root.join("cache");
        let cached = put(&cache.join(FOLDER));
        let repository = put(&root.join("checkout/text-data"));
        let starts = [root.join("elsewhere/program"), root.join("checkout/target/release")];

        let folder = named.parent().map(PathBuf::from);
        assert_eq!(search("f", folder, Some(cache.clone()), &starts), Ok(named));
        assert_eq!(search("f", None, Some(cache.clone()), &starts), Ok(cached));
        fs::remove_dir_all(&cache).unwrap();
        assert_eq!(search("f", None, Some(cache), &starts), Ok(repository.clone()));
        assert_eq!(search("f", None, None, &starts), Ok(repository));
    }

    #[test]
    fn a_named_folder_is_not_passed_over_and_places_are_listed_once() {
        let root = tempfile::tempdir().unwrap();
        let cache = root.path().join("cache");
        put(&cache.join(FOLDER));
        let named = root.path().join("empty");
        assert_eq!(search("f", Some(named.clone()), Some(cache), &[]), Err(vec![named.join("f")]));
        let looked = search("f", None, None, &["/nowhere/a".into(), "/nowhere/b".into()]);
        let looked = looked.unwrap_err();
        for place in ["/nowhere/a/text-data/f", "/nowhere/text-data/f", "/text-data/f"] {
            assert_eq!(looked.iter().filter(|path| *path == Path::new(place)).count(), 1);
        }
    }
}
