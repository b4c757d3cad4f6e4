//! Where ONNX Runtime is looked for. The only module of this crate that looks at the environment.
//!
//! | order | place |
//! |---|---|
//! | 1 | what the user named: a file, or a folder that holds one |
//! | 2 | `ORT_DYLIB_PATH`, likewise |
//! | 3 | beside the running program |
//! | 4 | Android: `libonnxruntime.so` by name, as an application packs it; nothing after that |
//! | 5 | `LD_LIBRARY_PATH` (`DYLD_LIBRARY_PATH`), then the system's library folders |
//! | 6 | the wheel `onnxruntime`: of `VIRTUAL_ENV`, of every `python3` on `PATH`, of the user |
//!
//! Python itself is not run. The system's folders are left out on Windows, whose own
//! onnxruntime.dll is old.
//!
//! A file in places 3 to 6 whose name says a version older than [`OLDEST`] is passed over. A file
//! that the user named is never passed over: if it cannot be used, loading it says why.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::version::{OLDEST, Version};
use crate::runtime::error::{Error, Result};

/// The system's library folders.
const SYSTEM: &[&str] = if cfg!(windows) {
    &[]
} else if cfg!(target_os = "macos") {
    &["/opt/homebrew/lib", "/usr/local/lib"]
} else {
    &[
        "/usr/local/lib",
        #[cfg(target_arch = "x86_64")]
        "/usr/lib/x86_64-linux-gnu",
        #[cfg(target_arch = "aarch64")]
        "/usr/lib/aarch64-linux-gnu",
        "/usr/lib64",
        "/usr/lib",
        "/opt/onnxruntime/lib",
    ]
};

/// Finds the ONNX Runtime library: `explicit` (what the user named), else the places of this
/// module's table.
///
/// # Errors
/// [`Error::LibraryNotFound`] with every place that was looked at.
pub fn find_library(explicit: Option<&Path>) -> Result<PathBuf> {
    search(explicit, &Surroundings::of_this_process())
}

/// What a search depends on, besides the files.
#[derive(Debug, Default)]
struct Surroundings {
    dylib_path: Option<PathBuf>, // ORT_DYLIB_PATH
    program: Option<PathBuf>,    // the running program's folder
    library_path: Vec<PathBuf>,  // LD_LIBRARY_PATH and the system's folders
    virtual_env: Option<PathBuf>,
    path: Vec<PathBuf>,
    home: Option<PathBuf>,
    by_name: bool, // the loader finds the library in the application's package
}

impl Surroundings {
    fn of_this_process() -> Self {
        let variable = |name| env::var_os(name).filter(|value| !value.is_empty());
        let folders =
            |name| variable(name).map(|list: OsString| env::split_paths(&list).collect::<Vec<_>>());
        let loader =
            if cfg!(target_os = "macos") { "DYLD_LIBRARY_PATH" } else { "LD_LIBRARY_PATH" };
        let mut library_path = folders(loader).unwrap_or_default();
        library_path.extend(SYSTEM.iter().map(PathBuf::from));
        Self {
            dylib_path: variable("ORT_DYLIB_PATH").map(PathBuf::from),
            program: env::current_exe().ok().and_then(|program| Some(program.parent()?.to_owned())),
            library_path,
            virtual_env: variable("VIRTUAL_ENV").map(PathBuf::from),
            path: folders("PATH").unwrap_or_default(),
            home: variable("HOME").map(PathBuf::from),
            by_name: cfg!(target_os = "android"),
        }
    }
}

fn search(explicit: Option<&Path>, around: &Surroundings) -> Result<PathBuf> {
    if let Some(named) = explicit.or(around.dylib_path.as_deref()) {
        let found = if named.is_dir() {
            best_of(named, None)
        } else {
            named.is_file().then(|| named.to_owned())
        };
        // On Android, the system's loader finds a bare name, such as `libonnxruntime.so`, in the
        // application's package.
        let bare = named.components().count() == 1 && !named.is_dir() && around.by_name;
        let found = found.or_else(|| bare.then(|| named.to_owned()));
        let origin = if explicit.is_some() { "" } else { " (ORT_DYLIB_PATH)" };
        return found.ok_or_else(|| Error::LibraryNotFound {
            looked: vec![format!("{}{origin}", named.display())],
        });
    }
    let mut looked = Vec::new();
    let mut folders: Vec<PathBuf> = around.program.iter().cloned().collect();
    if !around.by_name {
        folders.extend(around.library_path.iter().cloned());
        folders.extend(wheels(around));
    }
    for folder in &folders {
        match best_of(folder, Some(&mut looked)) {
            Some(library) => return Ok(library),
            None => looked.push(folder.display().to_string()),
        }
    }
    if around.by_name {
        Ok("libonnxruntime.so".into())
    } else {
        Err(Error::LibraryNotFound { looked })
    }
}

/// The newest library in `folder`. With `looked`, libraries that are too old by their names are
/// left out and noted there.
fn best_of(folder: &Path, looked: Option<&mut Vec<String>>) -> Option<PathBuf> {
    let names = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let mut found: Vec<(Option<Version>, PathBuf)> = names
        .filter(|path| path.is_file() && is_library(path))
        // A link such as libonnxruntime.so.1 leads to the file whose name says the version.
        .map(|path| (version_of(&fs::canonicalize(&path).unwrap_or(path.clone())), path))
        .collect();
    if let Some(looked) = looked {
        found.retain(|(version, path)| {
            let old = version.is_some_and(|version| version < OLDEST);
            if old {
                looked.push(format!("{} (older than {OLDEST})", path.display()));
            }
            !old
        });
    }
    found.into_iter().max().map(|(_, path)| path)
}

/// `libonnxruntime.so`, `libonnxruntime.so.1.31.1`, `libonnxruntime.1.31.1.dylib`,
/// `onnxruntime.dll`; not `libonnxruntime_providers_shared.so`.
fn is_library(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else { return false };
    let rest =
        |prefix, suffix| name.strip_prefix(prefix).and_then(|name: &str| name.strip_suffix(suffix));
    let version = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '.');
    if cfg!(windows) {
        name.eq_ignore_ascii_case("onnxruntime.dll")
    } else if cfg!(target_os = "macos") {
        rest("libonnxruntime", ".dylib").is_some_and(version)
    } else {
        rest("libonnxruntime.so", "").is_some_and(version)
    }
}

/// The version in a library's name, if there is one.
fn version_of(path: &Path) -> Option<Version> {
    let name = path.file_name()?.to_str()?;
    let name = name.strip_prefix("libonnxruntime.")?;
    Version::parse(name.strip_prefix("so.").or_else(|| name.strip_suffix(".dylib"))?)
}

/// The folders that hold the library of the Python wheel `onnxruntime`, for every Python around, in
/// the order in which a shell would find them.
fn wheels(around: &Surroundings) -> Vec<PathBuf> {
    let python = if cfg!(windows) { "python.exe" } else { "python3" };
    let mut prefixes: Vec<PathBuf> = around.virtual_env.iter().cloned().collect();
    for folder in around.path.iter().filter(|folder| folder.join(python).is_file()) {
        // `bin/python3` may be a virtual environment's link to the system's: the wheel is in one or
        // the other.
        let real = fs::canonicalize(folder.join(python)).ok();
        let real = real.as_deref().and_then(Path::parent).and_then(Path::parent);
        prefixes.extend(folder.parent().into_iter().chain(real).map(Path::to_owned));
        prefixes.extend(cfg!(windows).then(|| folder.clone()));
    }
    prefixes.extend(around.home.iter().map(|home| home.join(".local")));

    let mut folders: Vec<PathBuf> = Vec::new();
    for folder in prefixes.iter().flat_map(|prefix| packages(prefix)) {
        let folder = folder.join("onnxruntime").join("capi");
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    folders
}

/// `lib/python3.11/site-packages` and its like under `prefix`, as far as they exist, newest Python
/// first.
fn packages(prefix: &Path) -> Vec<PathBuf> {
    let mut versions: Vec<PathBuf> = ["lib", "lib64"]
        .iter()
        .filter_map(|lib| fs::read_dir(prefix.join(lib)).ok())
        .flat_map(|entries| entries.flatten().map(|entry| entry.path()))
        .filter(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("python3"))
        })
        .collect();
    versions.sort_by_key(|path| std::cmp::Reverse(minor_python(path)));
    let folders = versions
        .iter()
        .flat_map(|path| ["site-packages", "dist-packages"].map(|name| path.join(name)));
    folders
        .chain([prefix.join("Lib").join("site-packages")])
        .filter(|folder| folder.is_dir())
        .collect()
}

/// 11 of `python3.11`.
fn minor_python(path: &Path) -> u32 {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.strip_prefix("python3.").and_then(|minor| minor.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests;
