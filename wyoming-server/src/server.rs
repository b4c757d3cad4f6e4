//! Accepts clients.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::BytesMut;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::select;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tracing::{debug, info, warn};

use crate::codec::encode;
use crate::connection::Connection;
use crate::{ConnectionError, Engine, ServerOptions, reply};

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

/// Serves one client over any connection, such as a Unix socket, until it goes.
///
/// # Errors
/// The connection failed, the client sent what is no event, or it was given up.
pub async fn serve_client(
    reader: impl AsyncRead + Unpin,
    writer: impl AsyncWrite + Unpin,
    engine: Arc<dyn Engine>,
    options: ServerOptions,
) -> Result<(), ConnectionError> {
    let (_tell, shutdown) = watch::channel(false);
    Connection::new(reader, writer, engine, options).run(shutdown).await
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

#[cfg(test)]
mod tests {
    use std::future::pending;
    use std::sync::atomic::Ordering;

    use tokio::sync::oneshot;
    use tokio::task::JoinHandle;

    use super::*;
    use crate::fake::Fake;
    use crate::{Event, EventReader, EventWriter, Limits};

    async fn start(
        options: ServerOptions,
        engine: Arc<Fake>,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> (SocketAddr, JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        (address, tokio::spawn(serve(listener, engine, options, shutdown)))
    }

    async fn say(stream: &mut TcpStream, event: &Event) {
        let mut writer = EventWriter::new(stream);
        writer.push(event);
        writer.write_all().await.unwrap();
    }

    async fn hear(stream: &mut TcpStream) -> Option<Event> {
        EventReader::new(stream, Limits::default()).next().await.unwrap()
    }

    #[tokio::test]
    async fn one_client_too_many_is_turned_away() {
        let options = ServerOptions { max_connections: 1, ..ServerOptions::default() };
        let (address, _server) = start(options, Arc::default(), pending()).await;
        let mut first = TcpStream::connect(address).await.unwrap();
        say(&mut first, &Event::new("ping")).await;
        assert_eq!(hear(&mut first).await.unwrap().kind, "pong");
        let mut second = TcpStream::connect(address).await.unwrap();
        assert_eq!(hear(&mut second).await.unwrap().text("code"), Some("busy"));
        assert_eq!(hear(&mut second).await, None);
        drop(first);
        loop {
            let mut third = TcpStream::connect(address).await.unwrap();
            say(&mut third, &Event::new("ping")).await;
            let heard = EventReader::new(third, Limits::default()).next().await;
            // Until the server has noticed that there is room, it may even reset the connection.
            if matches!(heard, Ok(Some(event)) if event.kind == "pong") {
                break;
            }
        }
    }

    #[tokio::test]
    async fn what_is_spoken_for_longer_than_the_grace_is_cut_off() {
        let options = ServerOptions { grace: BREATH, ..ServerOptions::default() };
        let engine: Arc<Fake> = Arc::default();
        engine.is_silent.store(true, Ordering::Relaxed);
        let (tell, told) = oneshot::channel::<()>();
        let shutdown = async { drop(told.await) };
        let (address, server) = start(options, engine.clone(), shutdown).await;
        let mut stream = TcpStream::connect(address).await.unwrap();
        say(&mut stream, &Event::new("synthesize").with("text", "a")).await;
        say(&mut stream, &Event::new("ping")).await;
        assert_eq!(hear(&mut stream).await.unwrap().kind, "pong");
        drop(tell);
        server.await.unwrap();
        assert_eq!(hear(&mut stream).await, None);
        let sound = engine.kept.lock().unwrap()[0].clone();
        sound.closed().await;
    }
}
