//! What all formats have in common.

use crate::written::WrittenWord;

/// Writes words in a format, piece by piece: whatever is returned is to be written as it comes.
pub trait CaptionWriter: std::fmt::Debug {
    /// Takes the next word. Gives what can be written now, which may be nothing.
    fn push(&mut self, word: &WrittenWord) -> String;

    /// Gives the rest, once. `audio_end` is the first sample after the whole sound; what is shown
    /// ends there at the latest.
    fn finish(&mut self, audio_end: u64) -> String;
}
