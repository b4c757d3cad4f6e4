//! The loaded library and its environment: one for the whole process.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ort::environment::Environment;

use super::log::{Log, LogLevel, LogLine};
use super::version::{LoadFailure, Version, library_version};
use crate::runtime::error::{Error, Result};
use crate::runtime::status::OrtStatus;

/// ONNX Runtime, loaded. Clones are handles to the same.
#[derive(Debug, Clone)]
pub struct Runtime(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    path: PathBuf,
    version: Version,
    environment: Environment,
    log: Log,
    /// Provider name -> library, of the plugins that the environment has registered; it takes each
    /// name once.
    plugins: Mutex<BTreeMap<&'static str, PathBuf>>,
}

/// The runtime that the first successful [`Runtime::load`] gave. ONNX Runtime and `ort` know one
/// environment per process; it is never released, because providers keep threads that outlive any
/// order of destruction.
static LOADED: Mutex<Option<Runtime>> = Mutex::new(None);

impl Runtime {
    /// Loads the library at `path` (what [`find_library`](super::find_library) gave), with its log
    /// caught and telemetry off. Another call with the same file gives the same runtime.
    ///
    /// # Errors
    /// [`Error::LibraryLoad`] or [`Error::LibraryVersion`] for a file that cannot be used, after
    /// which another may be tried; [`Error::OtherLibrary`] once another file is loaded.
    pub fn load(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        // A bare name, which the system's loader finds, stays as it is. Any other path is made
        // canonical, so that two paths of one file are equal.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
        match &*loaded {
            Some(runtime) if runtime.0.path == path => Ok(runtime.clone()),
            Some(runtime) => {
                Err(Error::OtherLibrary { loaded: runtime.0.path.clone(), asked: path })
            }
            None => Ok(loaded.insert(Self::start(path)?).clone()),
        }
    }

    fn start(path: PathBuf) -> Result<Self> {
        let version = library_version(&path)?;
        let failed = |source| Error::LibraryLoad { path: path.clone(), source };
        let refused = |error: ort::Error| failed(LoadFailure::Refused(OrtStatus::of(&error)));
        // `ort` panics if it cannot tell where the program is, which it asks for relative paths.
        std::env::current_exe().map_err(|error| failed(LoadFailure::ProgramPath(error)))?;
        let builder = ort::init_from(&path)
            .map_err(|error| failed(LoadFailure::Refused(OrtStatus::of_loading(&error))))?;
        let log = Log::default();
        let sink = log.clone();
        let logger = move |level, _: &str, _: &str, place: &str, message: &str| {
            sink.push(LogLine {
                level: LogLevel::of(level),
                place: place.into(),
                message: message.into(),
            });
        };
        let environment =
            builder.with_name("kokoro").with_telemetry(false).with_logger(Arc::new(logger)).build();
        let environment = environment.map_err(refused)?;
        environment.set_log_level(ort::logging::LogLevel::Warning); // `ort` starts at Verbose
        let plugins = Mutex::default();
        Ok(Self(Arc::new(Inner { path, version, environment, log, plugins })))
    }

    /// The library's file; a bare name if the system's loader found it.
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// The library's version.
    pub fn version(&self) -> Version {
        self.0.version
    }

    /// What ONNX Runtime and its providers said since the last call, oldest first; at most the last
    /// 20,000 lines.
    pub fn take_log(&self) -> Vec<LogLine> {
        self.0.log.take()
    }

    /// The lowest level of messages that are kept from now on; at first it is `Warning`. At
    /// `Verbose`, NNAPI says why it refuses a node.
    pub fn set_log_level(&self, level: LogLevel) {
        self.0.environment.set_log_level(level.ort());
    }

    pub(in crate::runtime) fn environment(&self) -> &Environment {
        &self.0.environment
    }

    pub(in crate::runtime) fn plugins(&self) -> &Mutex<BTreeMap<&'static str, PathBuf>> {
        &self.0.plugins
    }
}
