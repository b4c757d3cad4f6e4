//! A Wyoming server that answers with tones:
//!
//! ```sh
//! cargo run -p wyoming-server --example tone -- 127.0.0.1:10200
//! python3 wyoming-server/tests/client.py 127.0.0.1 10200
//! ```

use std::future::pending;
use std::sync::Arc;

use tokio::net::TcpListener;
use wyoming_server::{ServerOptions, serve};

mod engine;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:10200".to_owned());
    let listener = TcpListener::bind(address).await?;
    println!("tones at {}", listener.local_addr()?);
    serve(listener, Arc::new(engine::Tones::default()), ServerOptions::default(), pending()).await;
    Ok(())
}
