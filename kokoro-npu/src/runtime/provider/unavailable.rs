//! Why a provider cannot be used.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::runtime::library::{Version, loader_reason};
use crate::runtime::status::OrtStatus;

/// Why a provider cannot be used here.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Unavailable {
    /// The library was built without the provider.
    #[error(
        "ONNX Runtime {version} at {} was built without {name}{}",
        library.display(),
        advice(name)
    )]
    NotBuiltIn {
        /// ONNX Runtime's name of the provider.
        name: &'static str,
        /// The library's version.
        version: Version,
        /// The library's file.
        library: PathBuf,
    },
    /// Two options exclude each other.
    #[error("{first} and {second} exclude each other")]
    Conflict {
        /// The one.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// The phone's Android is too old.
    #[error("expected Android API level {expected}, found {found}")]
    ApiLevel {
        /// What the options need.
        expected: u32,
        /// What the phone has.
        found: u32,
    },
    /// The CPU is the provider, and no node may be left to the CPU.
    #[error("it is asked for and forbidden at once")]
    Forbidden,
    /// Compiled graphs are to be kept, which the provider cannot do.
    #[error("it cannot keep compiled graphs; leave compiled_cache out")]
    NoCompiledCache,
    /// The plugin is in none of the places where it could be.
    #[error(
        "it is a plugin of the package {package}, which is not there; looked at:{}",
        Lines(looked)
    )]
    PluginNotFound {
        /// The Python package that has it.
        package: &'static str,
        /// Where it was looked for.
        looked: Vec<PathBuf>,
    },
    /// The plugin that was named cannot be read.
    #[error("{}: {source}", path.display())]
    PluginFile {
        /// The file.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// This process has registered another plugin for the provider.
    #[error("{} is in use by this process already", path.display())]
    OtherPlugin {
        /// The plugin in use.
        path: PathBuf,
    },
    /// The library that drives the hardware for QNN cannot be loaded.
    #[error("its backend {backend}: {}", loader_reason(source))]
    Backend {
        /// The backend's library.
        backend: String,
        /// The loader's reason.
        source: libloading::Error,
    },
    /// The plugin offers no device at all.
    #[error("its plugin finds no device here")]
    NoDevice,
    /// The plugin does not offer the device that was asked for.
    #[error("expected a device {expected}, its plugin finds {found}; it knows Intel's processors")]
    NoSuchDevice {
        /// What was asked for.
        expected: String,
        /// The kinds of devices that there are.
        found: String,
    },
    /// The device's name cannot be handed to ONNX Runtime.
    #[error("the device has a NUL character")]
    DeviceName,
    /// ONNX Runtime refused it.
    #[error(transparent)]
    Refused(#[from] OrtStatus),
}

/// Where a library that has the provider can be had.
fn advice(provider: &str) -> &'static str {
    match provider {
        "NnapiExecutionProvider" => "; the Android package onnxruntime-android has it",
        "CoreMLExecutionProvider" => "; the macOS and iOS packages have it",
        _ => "",
    }
}

/// A line for each path.
struct Lines<'a>(&'a [PathBuf]);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|path| write!(f, "\n  {}", path.display()))
    }
}
