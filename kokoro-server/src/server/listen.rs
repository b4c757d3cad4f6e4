//! A socket that listens.

use std::io;
use std::net::SocketAddr;

use tokio::net::{TcpListener, TcpSocket, ToSocketAddrs, lookup_host};

/// Bytes that the system keeps for a client that has not taken them yet. By itself it would keep
/// some megabytes. Enough for a second of any format over a connection around the world.
const SEND_BUFFER: u32 = 256 << 10;
/// Connections that may wait to be accepted.
const BACKLOG: u32 = 1024;

/// Listens on the first of the addresses that can be listened on.
pub(super) async fn listen(address: impl ToSocketAddrs) -> io::Result<TcpListener> {
    let mut fault = io::Error::new(io::ErrorKind::NotFound, "the name has no address");
    for address in lookup_host(address).await? {
        match listen_on(address) {
            Ok(listener) => return Ok(listener),
            Err(error) => fault = error,
        }
    }
    Err(fault)
}

fn listen_on(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // A server that starts anew takes the place of one whose connections still end. Elsewhere the
    // same option would let two servers listen at once.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.set_send_buffer_size(SEND_BUFFER)?; // the sockets of its connections have it, too
    socket.bind(address)?;
    socket.listen(BACKLOG)
}
