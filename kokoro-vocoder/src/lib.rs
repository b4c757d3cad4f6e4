#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod config;
mod error;
mod inverse;
mod istft;
mod mirror;
pub mod naive;
mod overlap;
mod spectrum;
mod stft;
mod time_scale;
mod window;

pub use config::{MAX_N_FFT, StftConfig};
pub use error::Error;
pub use istft::{Istft, IstftScratch};
pub use spectrum::{BINS, Spectrum};
pub use stft::{Stft, StftScratch};
pub use time_scale::TimeScale;
