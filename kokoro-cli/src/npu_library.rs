//! `--ort-lib`: which ONNX Runtime runs segments.

use std::path::PathBuf;

use clap::Args;
use kokoro::npu::runtime::{Runtime, find_library};

use crate::error::Error;

/// Which ONNX Runtime runs segments.
#[derive(Args, Clone)]
pub struct LibraryArg {
    /// The library of ONNX Runtime [default: $ORT_DYLIB_PATH, else that of the system or of Python]
    #[arg(long = "ort-lib", value_name = "FILE")]
    pub library: Option<PathBuf>,
}

impl LibraryArg {
    /// The library, loaded.
    ///
    /// # Errors
    /// None is there, or none that will do.
    pub fn load(&self) -> Result<Runtime, Error> {
        Ok(Runtime::load(&find_library(self.library.as_deref())?)?)
    }
}
