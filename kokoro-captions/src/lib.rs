#![doc = include_str!("../README.md")]

mod cues;
mod draft;
mod gap;
mod joined;
mod json;
mod marks;
mod places;
mod shown;
mod spoken;
mod subtitles;
mod time;
mod words;
mod writer;
mod written;

pub use cues::{Cue, CueOptions, Cues};
pub use json::WordsJson;
pub use marks::SpeechMarks;
pub use spoken::{Boundary, SpokenWord};
pub use subtitles::{SubtitleFormat, Subtitles};
pub use words::WrittenWords;
pub use writer::CaptionWriter;
pub use written::{Display, WrittenWord};
