//! The address that a request comes from.

use std::net::SocketAddr;

/// Who is at the other end of a connection: a client, or the proxy before this server. It lies in
/// the extensions of a request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub SocketAddr);
