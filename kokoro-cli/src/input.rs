//! Where text comes from: the command line, a file, or standard input.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::error::Error;

/// A text on the command line or from a file.
#[derive(Args)]
#[group(multiple = false)]
pub struct TextInput {
    /// The text; `-`, or none, reads it from standard input
    text: Option<String>,
    /// Read the text from a file, UTF-8; `-` is standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
}

impl TextInput {
    /// The file that the text is read from, if it is one.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_deref().filter(|file| file.as_os_str() != "-")
    }

    /// The whole text.
    ///
    /// # Errors
    /// The file cannot be read or is not UTF-8; no text is named, and standard input is a terminal.
    pub fn read(&self) -> Result<String, Error> {
        match (&self.text, &self.file) {
            (None, None) if io::stdin().is_terminal() => Err(Error::NoText),
            (Some(text), _) if text != "-" => Ok(text.clone()),
            (_, Some(file)) if file.as_os_str() != "-" => {
                decode(fs::read(file).map_err(Error::io("read", file))?, file)
            }
            _ => {
                let mut bytes = Vec::new();
                io::stdin().read_to_end(&mut bytes).map_err(Error::io("read", "-"))?;
                decode(bytes, Path::new("standard input"))
            }
        }
    }
}

/// The text of a file; `path` only names it in errors.
///
/// # Errors
/// The bytes are not UTF-8.
pub fn decode(bytes: Vec<u8>, path: &Path) -> Result<String, Error> {
    String::from_utf8(bytes)
        .map_err(|error| Error::NotUtf8 { path: path.into(), at: error.utf8_error().valid_up_to() })
}
