//! ONNX Runtime: finding and loading it, its providers, sessions, and where their nodes run.
//!
//! Everything of this crate that touches the `ort` crate is here, and no type of `ort` leaves it.
//!
//! | step | here |
//! |---|---|
//! | which library | [`find_library`]: what was named, `ORT_DYLIB_PATH`, the system, Python |
//! | its version | [`library_version`] |
//! | load it, once per process | [`Runtime::load`] |
//! | what to run on | [`Provider`]: typed options, text form `nnapi:fp16,cpu_disabled` |
//! | open and run a model | [`Session`], [`SessionOptions`] |
//! | who runs which node | [`Placement`], or a demand: [`SessionOptions::forbid_cpu`] |
//! | what a provider is asked to take | [`dump_level1`] |
//! | time by operator | [`Session::profile`] |
//! | drivers that crash | [`Probe`]: another process tries first |
//!
//! Compiled graphs are kept between runs where a provider can ([`SessionOptions::compiled_cache`]):
//! QNN and OpenVINO write `EPContext` models, CoreML has a cache of its own. **NNAPI has none**:
//! the provider never asks Android to cache a compilation, so each session compiles anew. XNNPACK
//! and the CPU compile nothing.
//!
//! A session has the provider that it was asked to have, or there is an [`Error`]. But a provider
//! need not take every node, and nodes that it leaves run on the CPU without a warning. Look at
//! [`Session::placement`], or set [`SessionOptions::forbid_cpu`].
//!
//! ONNX Runtime's log goes to [`Runtime::take_log`], not to the terminal; Qualcomm's library still
//! prints a line of its own. Telemetry is switched off (only Windows builds of ONNX Runtime have
//! any). Loading never panics: a library that is missing, too old or something else is an
//! [`Error`].

#[cfg(target_os = "android")]
mod android;
mod device;
mod error;
mod library;
mod probe;
mod provider;
mod session;
mod status;

pub use device::{device_fingerprint, processor};
pub use error::{Error, Result};
pub use library::{
    LoadFailure, LogLevel, LogLine, OLDEST, Runtime, Version, find_library, library_version,
};
pub use probe::{Probe, ProbeOutcome};
pub use provider::{
    CoreMl, CoreMlUnits, Nnapi, OpenVino, Provider, ProviderTextError, Qnn, QnnBackend, Unavailable,
};
pub use session::{
    CompiledCache, ModelSource, OpTime, PlacedNode, Placement, Port, Session, SessionInput,
    SessionOptions, SessionOutput, Subgraph, dump_level1,
};
pub use status::OrtStatus;
