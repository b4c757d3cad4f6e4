//! Connections: how many there are, how long they may take, and how they end.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

use super::stall::StallLimit;
use crate::ServerOptions;
use crate::peer::Peer;

/// Headers of a request. Clients send about twenty.
const MOST_HEADERS: usize = 100;
/// Bytes of a request's head, and of what is read ahead of a body.
const LARGEST_HEAD: usize = 64 << 10;
/// How long nothing is accepted after the system could not: it has no file descriptor left.
const AFTER_FAILURE: Duration = Duration::from_millis(100);

/// The connections of a server.
pub(super) struct Connections {
    listener: TcpListener,
    /// What answers, which is not the same from the start to the end.
    current: watch::Receiver<Router>,
    protocol: http1::Builder,
    patience: Duration,
    room: Arc<Semaphore>,
    tasks: JoinSet<()>,
    /// Whether no further request is to be read.
    closing: watch::Sender<bool>,
}

impl Connections {
    pub fn new(
        listener: TcpListener,
        current: watch::Receiver<Router>,
        options: &ServerOptions,
    ) -> Self {
        let mut protocol = http1::Builder::new();
        protocol
            .timer(TokioTimer::new())
            .header_read_timeout(options.head_time)
            .max_headers(MOST_HEADERS)
            .max_buf_size(LARGEST_HEAD);
        Self {
            listener,
            current,
            protocol,
            patience: options.patience,
            room: Arc::new(Semaphore::new(options.most_connections)),
            tasks: JoinSet::new(),
            closing: watch::channel(false).0,
        }
    }

    /// Accepts the next connection, when there is room for it. Dropped, it loses none.
    pub async fn accept(&mut self) {
        while self.tasks.try_join_next().is_some() {}
        let Ok(room) = self.room.clone().acquire_owned().await else { return };
        match self.listener.accept().await {
            Ok((stream, peer)) => self.start(stream, Peer(peer), room),
            Err(error) if is_of_connection(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "cannot accept a connection");
                sleep(AFTER_FAILURE).await;
            }
        }
    }

    fn start(&mut self, stream: TcpStream, peer: Peer, room: OwnedSemaphorePermit) {
        let _ = stream.set_nodelay(true); // sound is to be heard when it is made
        let (current, mut closing) = (self.current.clone(), self.closing.subscribe());
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(peer);
            answer(current.borrow().clone(), request)
        });
        let stream = TokioIo::new(StallLimit::new(stream, self.patience));
        let connection = self.protocol.serve_connection(stream, service);
        self.tasks.spawn(async move {
            let _room = room;
            let mut connection = std::pin::pin!(connection);
            tokio::select! {
                _ = &mut connection => return,
                _ = closing.wait_for(|closing| *closing) => {}
            }
            connection.as_mut().graceful_shutdown();
            let _ = connection.await; // whatever ended it, nobody is left to be told
        });
    }

    /// Accepts no more, lets responses end that were begun, for as long as `grace`, then drops
    /// them.
    pub async fn close(mut self, grace: Duration) {
        drop(self.listener);
        self.closing.send_replace(true);
        let finish = async { while self.tasks.join_next().await.is_some() {} };
        if timeout(grace, finish).await.is_err() {
            tracing::warn!(connections = self.tasks.len(), "cut off after the time of grace");
        }
        self.tasks.shutdown().await;
    }
}

/// Lets the router answer.
async fn answer(
    router: Router,
    request: Request<Incoming>,
) -> Result<Response<axum::body::Body>, Infallible> {
    router.oneshot(request).await
}

/// Whether a client gave up before it was accepted, which concerns nobody else.
fn is_of_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}
