//! Compares decoders: sends the same sentences through each, measures time, memory and placement,
//! and how far the sound is from that of f32 on the CPU.
//!
//! ```text
//!  AblationPlan ─run─► rows.jsonl (a line as soon as a row is measured) ─► report.md, report.json
//!                      wav/SENTENCE.PATH.wav                            ─► plots/*.svg
//! ```
//!
//! A [`DecodePath`] is a way from [`Features`](kokoro_core::Features) to logits: our decoder in f32
//! (`cpu-f32`), or a segment of some precision on some provider (`segment-int8@cpu`). The features
//! of a sentence, computed in f32, are the same numbers for all paths, and the sound of `cpu-f32`
//! from them is what the others are held against, so a distance is the decoder's doing and nothing
//! else's.
//!
//! - **Interleaved.** For every sentence the paths take turns, run by run: a machine that slows
//!   down slows all of them.
//! - **Cold and warm.** The first run after opening is reported by itself; the figures are of the
//!   median of [`AblationPlan::runs`] later ones.
//! - **Bucket by bucket.** Sentences are sorted into the smallest segment that holds them; sessions
//!   are dropped between buckets. A sentence that no segment holds is a row that says so.
//! - **Memory** is the peak of a process of its own ([`Job`]), because a process's peak never
//!   falls: the caller's [`Host`] names the program. The same process finds out whether a driver
//!   crashes before this one is put at risk.
//! - **Failures are rows.** A library, provider or segment that is missing or fails stops nothing
//!   else.
//! - **Resumable.** [`run()`] measures only the rows that the folder lacks, and tries failed ones
//!   again. Rows of other weights, segments, libraries or machines are refused, not mixed.

mod bars;
mod bench;
mod canvas;
mod error;
mod folder;
mod host;
mod job;
mod journal;
mod markdown;
mod path;
mod path_error;
mod plan;
mod plots;
mod report;
mod row;
mod run;
mod run_key;
mod runner;
mod scatter;
mod segments;
mod sentence;
mod shared_model;
mod spectrogram;
mod stage_seconds;
mod turns;
mod wav;
mod write_report;

pub use error::{Error, Result};
pub use host::Host;
pub use job::{Job, Memory};
pub use markdown::summary_table;
pub use path::{DecodePath, SegmentKind};
pub use plan::{AblationPlan, PlanError};
pub use report::{AblationReport, Summary};
pub use row::{AblationRow, Measured, Opening, Quality, RowOutcome};
pub use run::run;
pub use run_key::RunKey;
pub use sentence::{Sentence, built_in};
pub use stage_seconds::StageSeconds;
