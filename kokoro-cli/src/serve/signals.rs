//! Signals to stop: Ctrl-C, and on Unix SIGTERM.

use std::io;

use tokio::sync::watch;

/// Counts signals to stop.
pub struct Signals {
    count: watch::Receiver<u32>,
}

impl Signals {
    /// From now on, signals are counted, and end the process no more.
    ///
    /// # Errors
    /// The system takes no handler.
    pub fn listen() -> io::Result<Self> {
        let (sender, count) = watch::channel(0);
        start(sender)?;
        Ok(Self { count })
    }

    /// The first has come.
    pub async fn first(&self) {
        self.nth(1).await;
    }

    /// A second has come.
    pub async fn second(&self) {
        self.nth(2).await;
    }

    async fn nth(&self, n: u32) {
        if self.count.clone().wait_for(|count| *count >= n).await.is_err() {
            std::future::pending::<()>().await; // no signal can come any more
        }
    }
}

#[cfg(unix)]
fn start(count: watch::Sender<u32>) -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::spawn(async move {
        loop {
            tokio::select! {
                Some(()) = interrupt.recv() => {}
                Some(()) = terminate.recv() => {}
                else => return,
            }
            count.send_modify(|count| *count += 1);
        }
    });
    Ok(())
}

#[cfg(not(unix))]
fn start(count: watch::Sender<u32>) -> io::Result<()> {
    tokio::spawn(async move {
        while tokio::signal::ctrl_c().await.is_ok() {
            count.send_modify(|count| *count += 1);
        }
    });
    Ok(())
}
