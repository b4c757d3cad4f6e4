//! What goes to the console: results to standard output, warnings to standard error.

use std::io::{self, Write};

use crate::error::{Error, one_line};

/// Writes a result, as it is, to standard output.
///
/// # Errors
/// Writing fails.
pub fn print(text: &str) -> Result<(), Error> {
    io::stdout().write_all(text.as_bytes()).map_err(Error::io("write", "-"))
}

/// Writes a warning to standard error, as one line.
pub fn warn(message: &str) {
    let _ = writeln!(io::stderr(), "kokoro: warning: {}", one_line(message));
}

/// Writes what happens to standard error, as one line.
#[cfg(feature = "server")]
pub fn tell(message: &str) {
    let _ = writeln!(io::stderr(), "kokoro: {}", one_line(message));
}
