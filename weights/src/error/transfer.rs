//! Why a file does not come over the network.

use std::io;

/// What ended a transfer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TransferError {
    /// There was no answer: no route, no name, no TLS, or silence.
    #[error("{0}")]
    Connection(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The server answers, but not with the file.
    #[error("expected status 200 or 206, found {found}")]
    Status {
        /// The status of HTTP.
        found: u16,
    },
    /// The connection broke.
    #[error("{0}")]
    Read(#[source] io::Error),
    /// The connection was closed before all bytes had come.
    #[error("the connection ended after {done} of {total} bytes")]
    Ended {
        /// Bytes that came.
        done: u64,
        /// Bytes that the server promised.
        total: u64,
    },
}
