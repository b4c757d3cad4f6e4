//! How much of everything SSML may have.

use std::time::Duration;

/// The longest input in bytes that is read strictly: a long audiobook has 3 MB of text. Reading
/// takes linear time, so that a lenient reader needs no limit.
pub const MAX_LENGTH: usize = 1 << 26;

/// The most elements that may be open at once. Real documents have fewer than ten.
pub const MAX_DEPTH: usize = 256;

/// The most attributes of one element. SSML's own elements have at most nine.
pub const MAX_ATTRIBUTES: usize = 64;

/// The most warnings that are told, so that a faulty input of any length has a report to read.
pub const MAX_WARNINGS: usize = 1000;

/// The longest pause that `break` can ask for. Vendors end at 10 or 20 seconds.
pub const MAX_BREAK: Duration = Duration::from_secs(60);

/// The slowest rate.
pub const MIN_RATE: f32 = 0.25;

/// The fastest rate.
pub const MAX_RATE: f32 = 4.0;

/// The most semitones by which speech is raised or lowered.
pub const MAX_SEMITONES: f32 = 24.0;

/// The most that is added to F0, and the highest median that it can be given, in Hz.
pub const MAX_HERTZ: f32 = 500.0;

/// The lowest median that F0 can be given, in Hz.
pub(super) const MIN_HERTZ: f32 = 40.0;

/// The highest factor of samples: about +12 dB.
pub const MAX_GAIN: f32 = 4.0;
