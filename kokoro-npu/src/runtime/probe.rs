//! Tries something in another process that may crash this one. Vendors' NNAPI drivers are known to
//! abort or hang while they compile.
//!
//! A library cannot start a closure elsewhere, so the caller names a program: its own executable
//! with a subcommand that does the trial, prints [`Probe::report`] of its result on standard output
//! and exits with 0. The report is marked and may stand anywhere: vendors' libraries write to
//! standard output as well, some as late as the end of the process (Qualcomm's does). An Android
//! application has no executable of its own to start; it puts the trial into a service with
//! `android:process`, or ships a small program as `lib….so`.

use std::ffi::OsString;
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;

use kokoro_weights::files::FileError;

use super::error::{Error, Result};

/// Bytes of each stream that are kept: the last ones.
const KEPT: usize = 64 << 10;
/// Between two looks at the child.
const TICK: Duration = Duration::from_millis(5);
/// How long the rest of a child's output is waited for after the child has ended: a process that it
/// started may keep the stream open.
const AFTER: Duration = Duration::from_millis(500);

/// What a line with a report begins with. Nothing else writes this.
const MARK: &str = "kokoro-probe-result:";

/// A program to try something in.
#[derive(Debug, Clone)]
pub struct Probe {
    /// The program.
    pub command: PathBuf,
    /// Its arguments.
    pub args: Vec<OsString>,
    /// When to give up.
    pub limit: Duration,
}

/// How a trial ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProbeOutcome<T> {
    /// It worked; the program's result.
    Worked(T),
    /// It failed in good order: the program ended with an error code, or without a result that can
    /// be read.
    Failed {
        /// What went wrong, with the end of what the program wrote to standard error.
        reason: String,
    },
    /// The program crashed.
    Crashed {
        /// `signal 6 (SIGABRT)`, with the end of what it wrote to standard error.
        reason: String,
    },
    /// It took too long and was killed. Processes that it had started were not.
    TimedOut,
}

impl Probe {
    /// What the program prints for its result to be found: lines of their own.
    ///
    /// # Errors
    /// [`Error::Report`] if `result` cannot be written as JSON.
    pub fn report<T: Serialize>(result: &T) -> Result<String> {
        let json = serde_json::to_string(result);
        // A line break first: another writer may have left its line open.
        json.map(|json| format!("\n{MARK}{json}\n")).map_err(Error::Report)
    }

    /// Runs the program and waits for it, at most for the limit.
    ///
    /// # Errors
    /// [`Error::Io`] if it cannot be started or watched. A program that ends badly is a
    /// [`ProbeOutcome`].
    pub fn run<T: DeserializeOwned>(&self) -> Result<ProbeOutcome<T>> {
        let failed = |action| FileError::on(action, &self.command);
        let mut command = Command::new(&self.command);
        command.args(&self.args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(failed("start"))?;
        let output = child.stdout.take().map(Tail::of);
        let errors = child.stderr.take().map(Tail::of);
        let Some(status) = wait(&mut child, self.limit).map_err(failed("watch"))? else {
            return Ok(ProbeOutcome::TimedOut);
        };
        let text = |stream: Option<Tail>| stream.map(Tail::text).unwrap_or_default();
        Ok(judge(status, &text(output), &text(errors)))
    }
}

/// The end of a stream, filled by a thread, so that a chatty child never waits.
struct Tail {
    kept: Arc<Mutex<Vec<u8>>>,
    ended: mpsc::Receiver<()>,
}

impl Tail {
    fn of(mut stream: impl Read + Send + 'static) -> Self {
        let (sender, ended) = mpsc::channel();
        let kept = Arc::new(Mutex::new(Vec::new()));
        let sink = kept.clone();
        thread::spawn(move || {
            let mut block = [0; 4096];
            while let Ok(count @ 1..) = stream.read(&mut block) {
                let mut kept = sink.lock().unwrap_or_else(PoisonError::into_inner);
                kept.extend_from_slice(&block[..count]);
                let over = kept.len().saturating_sub(KEPT);
                kept.drain(..over);
            }
            let _ = sender.send(()); // nobody waits after a timeout
        });
        Self { kept, ended }
    }

    /// What came so far; all of it, unless something outlives the child and keeps the stream open.
    fn text(self) -> String {
        let _ = self.ended.recv_timeout(AFTER);
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&kept).trim().to_owned()
    }
}

/// The child's status, or `None` once the limit is over and the child killed.
fn wait(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if start.elapsed() >= limit {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(TICK);
    }
}

fn judge<T: DeserializeOwned>(status: ExitStatus, output: &str, errors: &str) -> ProbeOutcome<T> {
    let said = if errors.is_empty() { String::new() } else { format!(": {errors}") };
    if let Some(crash) = crash(status) {
        return ProbeOutcome::Crashed { reason: format!("{crash}{said}") };
    }
    if !status.success() {
        return ProbeOutcome::Failed { reason: format!("{status}{said}") };
    }
    let report = output.lines().rev().find_map(|line| line.strip_prefix(MARK));
    let Some(report) = report else {
        return ProbeOutcome::Failed { reason: format!("it gave no result{said}") };
    };
    match serde_json::from_str(report) {
        Ok(result) => ProbeOutcome::Worked(result),
        Err(error) => ProbeOutcome::Failed {
            reason: format!("its result {report:?} is not the expected JSON: {error}"),
        },
    }
}

/// The signal that ended a process, if one did.
#[cfg(unix)]
fn crash(status: ExitStatus) -> Option<String> {
    use std::os::unix::process::ExitStatusExt;
    let signal = status.signal()?;
    // The numbers that are the same on Linux, Android and macOS.
    let name = match signal {
        4 => " (SIGILL)",
        5 => " (SIGTRAP)",
        6 => " (SIGABRT)",
        8 => " (SIGFPE)",
        9 => " (SIGKILL)",
        11 => " (SIGSEGV)",
        15 => " (SIGTERM)",
        _ => "",
    };
    Some(format!("signal {signal}{name}"))
}

/// The exception that ended a process: its code is an error of NTSTATUS.
#[cfg(not(unix))]
fn crash(status: ExitStatus) -> Option<String> {
    let code = status.code()?.cast_unsigned();
    (code >= 0xC000_0000).then(|| format!("exception {code:#010x}"))
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
