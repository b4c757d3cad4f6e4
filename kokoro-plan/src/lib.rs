#![doc = include_str!("../README.md")]

mod annotate;
mod asked;
mod between;
mod divide;
mod error;
mod follow;
mod item;
pub mod json;
mod languages;
mod options;
mod pause;
mod planner;
mod policy;
mod punctuation;
mod reading;
mod room;
mod sequence;
mod voices;
mod wanted;

pub use error::Error;
pub use follow::Follower;
pub use item::{
    InnerMark, InnerPause, Item, Mark, PlannedUtterance, Prosody, ProsodySpan, Warning,
};
pub use kokoro_document::{AudioClip, Decibels, DeliveryError, Pitch};
pub use options::{Clips, PlanOptions, Strictness};
pub use pause::{MAX_PAUSE, Pause, PauseKind, PausePolicy};
pub use planner::{Planner, plan};
pub use policy::PausePolicyError;
