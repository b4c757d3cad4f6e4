//! Wrong command lines.

use std::io::{self, Write};
use std::process::ExitCode;

use super::one_line;

/// Exit code for a wrong command line, as in most programs.
const USAGE: u8 = 2;

/// Prints what clap has to say: help and version as they are, errors as one line.
pub fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        return match error.print() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let text = error.render().to_string();
    let ends =
        ["\n\nUsage", "\n\nFor more information"].map(|end| text.find(end).unwrap_or(text.len()));
    let about = &text[..ends[0].min(ends[1])];
    let about = about.strip_prefix("error: ").unwrap_or(about);
    let _ = writeln!(io::stderr(), "kokoro: {}; try `kokoro --help`", one_line(about));
    ExitCode::from(USAGE)
}
