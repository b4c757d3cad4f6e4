//! The same sentences through many decoders: what each costs, and how far each is from f32 on the CPU.
//!
//! ```text
//!  Plan { sentences, paths, buckets, runs } ─run─► rows.jsonl (one line as soon as it is measured) ─► report.md, report.json
//!                                                  wav/SENTENCE.PATH.wav                          ─► plots/*.svg
//! ```
//!
//! A [`DecodePath`] is a way from [`Features`](kokoro_core::Features) to logits: our decoder in f32 (`cpu-f32`), or a segment of some
//! precision on some provider (`segment-int8@cpu`). The features of a sentence, computed in f32, are the same numbers for all paths, and the sound of
//! `cpu-f32` from them is what the others are held against, so a distance is the decoder's doing and nothing else's.
//!
//! - **Interleaved.** For every sentence the paths take turns, run by run: a machine that slows down slows all of them.
//! - **Cold and warm.** The first run after opening is reported by itself; the figures are of the median of [`Plan::runs`] later ones.
//! - **Bucket by bucket.** Sentences are sorted into the smallest segment that holds them; sessions are dropped between buckets. A
//!   sentence that no segment holds is a row that says so.
//! - **Memory** is the peak of a process of its own ([`Job`]), because a process's peak never falls: the caller's [`Host`] names
//!   the program. The same process finds out whether a driver crashes before this one is put at risk.
//! - **Failures are rows.** A library, provider or segment that is not to be had stops nothing else.
//! - **Resumable.** [`run()`] does what is not in the folder yet; failures are tried again. Rows of other weights, segments,
//!   libraries or machines are refused, not mixed.

mod bars;
mod bench;
mod canvas;
mod error;
mod journal;
mod key;
mod markdown;
mod memory;
mod model;
mod path;
mod plan;
mod plots;
mod report;
mod row;
mod run;
mod runner;
mod scatter;
mod segments;
mod sentence;
mod spectrogram;
mod turns;
mod wav;

pub use error::{Error, Result};
pub use key::Key;
pub use memory::{Job, Memory};
pub use path::DecodePath;
pub use plan::{Host, Plan};
pub use report::{Report, Summary};
pub use row::{Measured, Opening, Outcome, Placed, Quality, Row, Stages};
pub use run::run;
pub use sentence::{Sentence, built_in};
