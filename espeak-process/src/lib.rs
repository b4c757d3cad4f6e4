#![doc = include_str!("../README.md")]

mod error;

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

pub use error::Error;

/// The variable that names the program, in place of `espeak-ng` in the search path.
pub const PROGRAM_VARIABLE: &str = "KOKORO_ESPEAK";

/// An installed espeak-ng.
#[derive(Debug, Clone)]
pub struct Espeak {
    program: PathBuf,
}

impl Espeak {
    /// The program that the variable [`PROGRAM_VARIABLE`] names, else `espeak-ng` in the search
    /// path.
    ///
    /// # Errors
    /// Those of [`new`](Self::new).
    pub fn find() -> Result<Self, Error> {
        let named = env::var_os(PROGRAM_VARIABLE).filter(|name: &OsString| !name.is_empty());
        Self::new(named.map_or_else(|| "espeak-ng".into(), PathBuf::from))
    }

    /// The program at a path, or of a name in the search path. It is asked for its version, to see
    /// that it runs.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such program, [`Error::Run`] or [`Error::Failed`] if it
    /// does not run.
    pub fn new(program: impl Into<PathBuf>) -> Result<Self, Error> {
        let espeak = Self { program: program.into() };
        espeak.run(&["--version"], "")?;
        Ok(espeak)
    }

    /// The program.
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// The phonemes of each piece, in IPA, with spaces between words and `^` between the letters of
    /// one sound. `voice` is the name of a voice of espeak-ng, such as `fr-fr`.
    ///
    /// All pieces are said in one run. If espeak-ng divides one of them, so that it writes more
    /// lines than there are pieces, each is said in a run of its own.
    ///
    /// # Errors
    /// [`Error::Run`] if the program cannot be run, [`Error::Failed`] if it fails, as it does for a
    /// voice that it lacks.
    pub fn phonemes(&self, voice: &str, pieces: &[&str]) -> Result<Vec<String>, Error> {
        if pieces.is_empty() {
            return Ok(Vec::new());
        }
        let lines: Vec<String> = pieces.iter().map(|piece| in_one_line(piece)).collect();
        let said = self.say(voice, &lines.join("\n\n"))?;
        if said.len() == pieces.len() {
            return Ok(said);
        }
        let alone = lines.iter().map(|line| Ok(self.say(voice, line)?.join(" ").trim().to_owned()));
        alone.collect()
    }

    /// The lines that espeak-ng writes for a text.
    fn say(&self, voice: &str, text: &str) -> Result<Vec<String>, Error> {
        let arguments = ["-q", "-b", "1", "--ipa", "--tie=^", "--stdin", "-v", voice];
        let written = self.run(&arguments, text)?;
        Ok(written.lines().map(|line| line.trim().to_owned()).collect())
    }

    /// Runs the program on an input. Gives what it writes.
    fn run(&self, arguments: &[&str], input: &str) -> Result<String, Error> {
        let output = self.output(arguments, input).map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => Error::NotFound { program: self.program.clone() },
            _ => Error::Run { program: self.program.clone(), source },
        })?;
        let said = String::from_utf8_lossy(&output.stdout);
        let complaint = String::from_utf8_lossy(&output.stderr);
        // It ends with success although it lacks a voice; then it says so and writes no phonemes.
        if !output.status.success() || said.is_empty() && !complaint.is_empty() {
            let message = complaint.trim().to_owned();
            return Err(Error::Failed { program: self.program.clone(), message });
        }
        Ok(said.into_owned())
    }

    fn output(&self, arguments: &[&str], input: &str) -> io::Result<Output> {
        let mut child = Command::new(&self.program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let stdin = child.stdin.take();
        // Written beside the reading: a pipe that nobody reads would fill and stop both.
        thread::scope(|scope| {
            scope.spawn(move || {
                // A program that reads nothing closes the pipe; what it says tells why.
                stdin.map(|mut stdin| stdin.write_all(input.as_bytes()))
            });
            child.wait_with_output()
        })
    }
}

/// A piece without line breaks and control characters, which would divide it, and not empty, so
/// that espeak-ng writes a line for it.
fn in_one_line(piece: &str) -> String {
    let line = piece.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ");
    let line = line.trim();
    if line.is_empty() { "-".into() } else { line.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// espeak-ng, or what is said where it is not installed.
    fn installed() -> Option<Espeak> {
        match Espeak::find() {
            Ok(espeak) => Some(espeak),
            Err(error) => {
                assert!(error.to_string().contains("install espeak-ng"), "{error}");
                eprintln!("NOT TESTED with espeak-ng: {error}");
                None
            }
        }
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = Espeak::new("no-such-program-anywhere").unwrap_err();
        assert!(matches!(&error, Error::NotFound { .. }));
        assert!(error.to_string().contains("no-such-program-anywhere"));
    }

    #[test]
    fn each_piece_has_its_phonemes() {
        let Some(espeak) = installed() else { return };
        let pieces = ["hola mundo", "", "-", "el\nperro"];
        let said = espeak.phonemes("es", &pieces).unwrap();
        assert_eq!(said, ["ˈola mˈundo", "", "", "el pˈero"]);
        assert_eq!(espeak.phonemes("es", &[]).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_piece_that_is_divided_stays_one() {
        let Some(espeak) = installed() else { return };
        let long = "palabra ".repeat(300);
        let said = espeak.phonemes("es", &["uno", &long, "dos"]).unwrap();
        assert_eq!((said.len(), said[2].as_str()), (3, "dˈos"));
        assert_eq!(said[1].split_whitespace().count(), 300);
    }

    #[test]
    fn a_voice_that_it_lacks_is_an_error() {
        let Some(espeak) = installed() else { return };
        let error = espeak.phonemes("xx-none", &["a"]).unwrap_err();
        assert!(matches!(error, Error::Failed { .. }), "{error}");
    }
}
