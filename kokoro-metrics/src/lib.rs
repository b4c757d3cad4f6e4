//! How far apart two sounds are, and what a computation took: the same figures for the command, the
//! benchmarks and the tests.

mod distance;
mod median;
mod memory;

pub use distance::{band_hz, log_mel, log_mel_distance, relative_l2, snr_db, spectral_convergence};
pub use median::median_by;
pub use memory::peak_mb;
