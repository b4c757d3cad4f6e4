#![doc = include_str!("../README.md")]

mod arbiter;
mod cores;
mod options;
mod pools;

pub use cores::{Cores, Load, Member, Pausable, Unpausable};
pub use options::{CoresOptions, Want};
