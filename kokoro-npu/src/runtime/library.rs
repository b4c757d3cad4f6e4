//! The library of ONNX Runtime: where it is, which version it is, and the one copy of it that a
//! process loads.

mod find;
mod load;
mod log;
mod version;

pub use find::find_library;
pub use load::Runtime;
pub use log::{LogLevel, LogLine};
pub use version::{LoadFailure, OLDEST, Version, library_version};

pub(super) use version::{loadable, loader_reason};
