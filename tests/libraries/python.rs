//! Python packages that tests talk to a server with.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The line of `tests/clients/requirements.txt` for a package, such as "wyoming==1.10.2".
///
/// # Panics
/// If there is none.
pub fn python_requirement(package: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../clients/requirements.txt");
    let lines = fs::read_to_string(&file).expect("the requirements can be read");
    let of_package = |line: &&str| line.split("==").next() == Some(package);
    let line = lines.lines().find(of_package).expect("the requirements name the package");
    line.split(' ').next().expect("a line has a first word").to_owned()
}

/// A `python3` that finds a package, in the version of [`python_requirement`]: the installed one,
/// else one that pip puts into `folder`. `None` if there is none, which is said aloud.
///
/// # Panics
/// If there is none although the variable `CI` is set.
pub fn python_with(package: &str, folder: &Path) -> Option<Command> {
    let requirement = python_requirement(package);
    let folder = folder.join(&requirement);
    match install(package, &requirement, &folder) {
        Ok(()) => {
            let mut python = Command::new("python3");
            python.env("PYTHONPATH", folder);
            Some(python)
        }
        Err(error) => {
            assert!(env::var_os("CI").is_none(), "no Python package {requirement}: {error}");
            eprintln!("NOT CHECKED: no Python package {requirement}: {error}");
            None
        }
    }
}

fn install(package: &str, requirement: &str, folder: &PathBuf) -> Result<(), String> {
    let python = |arguments: &[&str]| {
        let output = Command::new("python3").args(arguments).env("PYTHONPATH", folder).output();
        let output = output.map_err(|error| format!("python3: {error}"))?;
        match output.status.success() {
            true => Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned()),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        }
    };
    let version = format!("import importlib.metadata as m; print(m.version('{package}'))");
    let installed = python(&["-c", &version]).map(|version| format!("{package}=={version}"));
    if installed.as_deref() == Ok(requirement) {
        return Ok(());
    }
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"];
    let target = folder.to_string_lossy();
    python(&[&pip[..], &["--upgrade", "--target", &*target, requirement]].concat()).map(drop)
}
