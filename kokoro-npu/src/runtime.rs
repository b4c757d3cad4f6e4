//! ONNX Runtime: finding and loading it, its providers, sessions, and where their nodes run.
//!
//! Everything of this crate that touches the `ort` crate is here, and no type of `ort` leaves it.
//!
//! | step | here |
//! |---|---|
//! | which library | [`find`]: the user's path, `ORT_DYLIB_PATH`, the system, the Python wheel; [`version`] reads one |
//! | load it, once per process | [`Runtime::load`] |
//! | what to run on | [`Provider`]: typed options, text form `nnapi:fp16,cpu_disabled` |
//! | open and run a model | [`Session`], [`SessionOptions`] |
//! | who runs which node | [`Placement`]: from the session itself; [`SessionOptions::forbid_cpu`] makes it a demand |
//! | what a provider is asked to take | [`dump_level1`] |
//! | time by operator | [`Session::profile`] |
//! | drivers that crash | [`Probe`]: another process tries first |
//!
//! Compiled graphs are kept between runs where a provider can ([`SessionOptions::compiled_cache`]): QNN and OpenVINO write `EPContext`
//! models, CoreML has a cache of its own. **NNAPI has none**: the provider never asks Android to cache a compilation, so each session
//! compiles anew. XNNPACK and the CPU compile nothing.
//!
//! A provider that is asked for is had, or there is an [`Error`]; but it need not take every node, and what it leaves runs on the CPU
//! without a word. Look at [`Session::placement`], or set [`SessionOptions::forbid_cpu`].
//!
//! ONNX Runtime's log goes to [`Runtime::take_log`], not to the terminal; Qualcomm's library still prints a line of its own. Telemetry is switched off (only Windows
//! builds of ONNX Runtime have any). Loading never panics: a library that is missing, too old or something else is an [`Error`].

#[cfg(target_os = "android")]
mod android;
mod attach;
mod compiled;
mod device;
mod dump;
mod error;
mod files;
mod library;
mod load;
mod log;
mod parse;
mod placement;
mod plugin;
mod probe;
mod profile;
mod provider;
mod session;
mod tensors;
mod version;

pub use compiled::CompiledCache;
pub use device::{device_fingerprint, processor};
pub use dump::dump_level1;
pub use error::{Error, Result};
pub use library::find;
pub use load::Runtime;
pub use log::{LogLevel, LogLine};
pub use placement::{Node, Placement, Subgraph};
pub use probe::{Outcome, Probe};
pub use profile::OpTime;
pub use provider::{CoreMl, CoreMlUnits, Nnapi, OpenVino, Provider, Qnn, QnnBackend};
pub use session::{Model, Session, SessionOptions};
pub use tensors::{Input, Output, Port};
pub use version::{OLDEST, Version, version};
