//! How subtitles are divided.

/// How subtitles are divided, and how long they are shown. The defaults are those of streaming
/// services: two lines of 42 columns, one to seven seconds, 20 columns a second, two frames between
/// cues. A wide character, as in Chinese and Japanese, takes two columns.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CueOptions {
    /// Columns in a line, from 1 to 1000. A single word that is longer has a line of its own.
    pub columns: usize,
    /// Lines in a cue, from 1 to 1000.
    pub lines: usize,
    /// How long a cue is shown at least, in milliseconds, if the pause after it has room.
    pub shortest_ms: u64,
    /// How long a cue of more than one word is shown at most, in milliseconds.
    pub longest_ms: u64,
    /// Columns that are read in a second. A cue stays for as long as it takes to read it, if the
    /// pause after it has room.
    pub columns_per_second: u64,
    /// Milliseconds between a cue and the next, unless they follow each other without a gap.
    pub gap_ms: u64,
}

impl Default for CueOptions {
    fn default() -> Self {
        Self {
            columns: 42,
            lines: 2,
            shortest_ms: 1000,
            longest_ms: 7000,
            columns_per_second: 20,
            gap_ms: 80,
        }
    }
}

impl CueOptions {
    /// The nearest options that can be kept to.
    pub(crate) fn possible(mut self) -> Self {
        self.columns = self.columns.clamp(1, 1000);
        self.lines = self.lines.clamp(1, 1000);
        self.columns_per_second = self.columns_per_second.max(1);
        self
    }
}
