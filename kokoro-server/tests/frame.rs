//! The server around its routes, over real connections: who may ask, how much, and how it ends.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "frame/access.rs"]
mod access;
#[path = "frame/hygiene.rs"]
mod hygiene;
#[path = "frame/lifetime.rs"]
mod lifetime;
#[path = "frame/metrics.rs"]
mod metrics;
#[path = "frame/support.rs"]
mod support;
