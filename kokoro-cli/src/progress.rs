//! Progress on standard error: a bar if it is a terminal and the work takes long, nothing otherwise.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use kokoro::weights::import;

/// Work that is done sooner shows no bar.
const DELAY: Duration = Duration::from_millis(700);

/// A bar that appears when the work turns out to be long, and disappears with its owner.
pub struct Progress {
    bar: ProgressBar,
    shown: bool,
}

impl Progress {
    /// A bar of `total` parts, drawn by a template of `indicatif`.
    pub fn new(total: u64, template: &str) -> Self {
        let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("=> "));
        }
        Self { bar, shown: false }
    }

    /// A bar for the stages of an import.
    pub fn of_import() -> Self {
        Self::new(0, "{msg:24} [{bar:32}] {percent:>3} %  {eta}")
    }

    /// So many parts of so many are done, and this is to be said of them.
    #[cfg(feature = "npu")]
    pub fn set_of(&mut self, done: u64, total: u64, message: String) {
        self.bar.set_length(total);
        self.set(done, message);
    }

    /// So many parts are done, and this is to be said of them.
    pub fn set(&mut self, done: u64, message: String) {
        if !self.shown && self.bar.elapsed() >= DELAY {
            self.bar.set_draw_target(ProgressDrawTarget::stderr()); // hidden still if that is no terminal
            self.shown = true;
        }
        self.bar.set_message(message);
        self.bar.set_position(done);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

impl import::Progress for Progress {
    fn report(&mut self, stage: import::Stage, done: u64, total: u64) {
        let message = match stage {
            import::Stage::Wait => "waiting for another fetch",
            import::Stage::Download => &self.bar.prefix(),
            import::Stage::Read => "reading",
            import::Stage::Convert => "converting",
            import::Stage::Write => "writing",
            _ => "",
        };
        self.bar.set_length(total);
        self.set(done, message.to_owned());
    }

    fn begin(&mut self, file: &str, index: usize, count: usize) {
        self.bar.set_prefix(format!("{file} ({} of {count})", index + 1));
    }
}
