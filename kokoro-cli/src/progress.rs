//! Progress on standard error, if that is a terminal and the work takes long.

use std::borrow::Cow;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use kokoro::weights::import::{self, ImportStage};

/// Work that is done sooner shows no bar.
const DELAY: Duration = Duration::from_millis(700);

/// How a bar looks, in the words of `indicatif`.
const TEMPLATE: &str = "{msg:24} [{bar:32}] {percent:>3} %  {eta}";

/// A bar that appears when the work turns out to be long, and disappears when it is dropped.
pub struct Progress {
    bar: ProgressBar,
    shown: bool,
}

impl Progress {
    /// A bar of which nothing is shown yet.
    pub fn new() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
            bar.set_style(style.progress_chars("=> "));
        }
        Self { bar, shown: false }
    }

    /// `done` of `total` parts are finished; `message` describes them.
    pub fn set(&mut self, done: u64, total: u64, message: impl Into<Cow<'static, str>>) {
        if !self.shown && self.bar.elapsed() >= DELAY {
            // Nothing is drawn if standard error is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.shown = true;
        }
        self.bar.set_length(total);
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
    fn report(&mut self, stage: ImportStage, done: u64, total: u64) {
        let message = match stage {
            ImportStage::Wait => "waiting for another fetch".into(),
            ImportStage::Download => self.bar.prefix(),
            ImportStage::Read => "reading".into(),
            ImportStage::Convert => "converting".into(),
            ImportStage::Write => "writing".into(),
            _ => String::new(),
        };
        self.set(done, total, message);
    }

    fn begin(&mut self, file: &str, index: usize, count: usize) {
        self.bar.set_prefix(format!("{file} ({} of {count})", index + 1));
    }
}
