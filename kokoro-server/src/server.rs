//! A server: from an address to be listened on to the end of the last response.

mod connections;
mod listen;
mod stall;

use std::io;
use std::net::SocketAddr;
use std::pin::pin;

use tokio::net::{TcpListener, ToSocketAddrs};
use tokio::sync::watch;
use tokio::time::timeout;

use crate::app::app;
use crate::health::starting;
use crate::{AppState, ServerOptions};
use connections::Connections;
use listen::listen;

/// A server that listens.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    options: ServerOptions,
}

impl Server {
    /// Listens on an address. Port 0 is any free one.
    ///
    /// # Errors
    /// The address is not one of this machine, or is taken.
    pub async fn bind(address: impl ToSocketAddrs, options: &ServerOptions) -> io::Result<Self> {
        Ok(Self { listener: listen(address).await?, options: options.clone() })
    }

    /// The address that is listened on.
    ///
    /// # Errors
    /// The system does not tell.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until `shutdown` is ready, then finishes the responses that were begun, for as long
    /// as [`ServerOptions::grace`] allows.
    ///
    /// While `start` makes the state, `/livez` is answered, and everything else with 503.
    ///
    /// # Errors
    /// That of `start`.
    pub async fn serve<E>(
        self,
        start: impl Future<Output = Result<AppState, E>>,
        shutdown: impl Future<Output = ()>,
    ) -> Result<(), E> {
        let Self { listener, options } = self;
        let (publish, current) = watch::channel(starting());
        let mut connections = Connections::new(listener, current, &options);
        let (mut start, mut shutdown) = (pin!(start), pin!(shutdown));
        let mut state = None;
        loop {
            tokio::select! {
                () = connections.accept() => {}
                made = &mut start, if state.is_none() => {
                    let made = made?;
                    let _starting = publish.send_replace(app(made.clone()));
                    state = Some(made);
                }
                () = &mut shutdown => break,
            }
        }
        match state {
            Some(state) => state.stop(),
            None => return Ok(()),
        }
        let _ = timeout(options.notice, async {
            loop {
                connections.accept().await;
            }
        })
        .await; // runs out by design
        connections.close(options.grace).await;
        Ok(())
    }
}
