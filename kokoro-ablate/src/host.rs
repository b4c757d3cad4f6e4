//! What a caller of an ablation may provide: a display of the progress, and a process of its own
//! for what may crash or must be measured alone.

use kokoro_npu::runtime::{Probe, ProbeOutcome};

use crate::job::{Job, Memory};
use crate::path_error::PathError;

/// Shows the progress, and names a program for work in a process of its own. `()` does neither.
pub trait Host {
    /// `done` of `all` parts are finished; `doing` says what is being worked on.
    fn progress(&mut self, _done: usize, _all: usize, _doing: &str) {}

    /// The program that runs [`Job::run`] in a process of its own and prints [`Probe::report`] of
    /// the result.
    fn child(&self, _job: &Job) -> Option<Probe> {
        None
    }
}

impl Host for () {}

/// Has the host's program do a job in another process and gives the peak memory of that process;
/// none if the host names no program or the system does not tell.
///
/// # Errors
/// The other process crashed or did not end in time, so this process had better not try the same.
pub(super) fn measure_elsewhere(host: &dyn Host, job: &Job) -> Result<Option<f64>, PathError> {
    let Some(probe) = host.child(job) else { return Ok(None) };
    match probe.run::<Memory>() {
        Ok(ProbeOutcome::Worked(memory)) => Ok(memory.peak_mb),
        Ok(ProbeOutcome::Crashed { reason }) => Err(PathError::Crashed { reason }),
        Ok(ProbeOutcome::TimedOut) => Err(PathError::TimedOut { limit: probe.limit }),
        // An ordinary failure will occur again in this process, where its error says more.
        Ok(ProbeOutcome::Failed { .. }) | Err(_) => Ok(None),
    }
}
