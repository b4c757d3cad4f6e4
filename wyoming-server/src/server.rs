//! Accepts clients.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::BytesMut;
use tokio::net::{TcpListener, TcpStream};
use tokio::select;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tracing::{debug, info, warn};

use crate::codec::encode;
use crate::connection::Connection;
use crate::{Engine, ServerOptions, reply};

/// How long is waited before clients are accepted again when that failed, for want of sockets.
const BREATH: Duration = Duration::from_millis(100);

/// Serves an engine to clients that connect to `listener`, until `shutdown` is ready. Then nobody
/// is accepted any more, what is being spoken is finished within
/// [`grace`](ServerOptions::grace), and this returns. If it is dropped, all connections end.
///
/// It never fails: what goes wrong with one client is logged and ends that client's connection.
pub async fn serve(
    listener: TcpListener,
    engine: Arc<dyn Engine>,
    options: ServerOptions,
    shutdown: impl Future<Output = ()>,
) {
    let (tell, told) = watch::channel(false);
    let mut clients = JoinSet::new();
    tokio::pin!(shutdown);
    loop {
        select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, address)) if clients.len() < options.max_connections => {
                    clients.spawn(client(stream, address, engine.clone(), options, told.clone()));
                }
                Ok((stream, address)) => {
                    warn!(%address, "too many Wyoming clients");
                    turn_away(&stream);
                }
                Err(error) => {
                    warn!(%error, "no Wyoming client could be accepted");
                    sleep(BREATH).await;
                }
            },
            Some(_) = clients.join_next() => {}
            () = &mut shutdown => break,
        }
    }
    drop(listener);
    // Nobody listens if there are no clients.
    let _ = tell.send(true);
    let finished = async { while clients.join_next().await.is_some() {} };
    if timeout(options.grace, finished).await.is_err() {
        warn!(clients = clients.len(), "Wyoming clients were cut off");
    }
}

async fn client(
    stream: TcpStream,
    address: SocketAddr,
    engine: Arc<dyn Engine>,
    options: ServerOptions,
    shutdown: watch::Receiver<bool>,
) {
    debug!(%address, "Wyoming client connected");
    // Sound is sent when it is made, not when a packet is full. It is no fault where it cannot be.
    let _ = stream.set_nodelay(true);
    let (reader, writer) = stream.into_split();
    match Connection::new(reader, writer, engine, options).run(shutdown).await {
        Ok(()) => debug!(%address, "Wyoming client gone"),
        Err(error) => info!(%address, %error, "Wyoming client given up"),
    }
}

/// Says why, if that can be done without waiting.
fn turn_away(stream: &TcpStream) {
    let mut bytes = BytesMut::new();
    let error = reply::error("busy", "too many clients are connected".to_owned());
    encode(&error, &mut bytes);
    let written: io::Result<_> = stream.try_write(&bytes);
    if let Err(error) = written {
        debug!(%error, "a client was not told why it was turned away");
    }
}
