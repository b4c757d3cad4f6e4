//! The Wyoming protocol, by which Home Assistant speaks: the model as an engine of
//! `wyoming-server`.

mod program;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::Bytes;
use kokoro::audio::{AudioFormat, AudioOptions, Encoder, SampleFormat, Target};
use kokoro::text::{Format, TextOptions};
use kokoro::{Error, Latency, SAMPLE_RATE, SpeechOptions};
use tokio::net::{TcpListener, ToSocketAddrs};
use tokio::select;
use tokio::sync::mpsc::{self, Sender, UnboundedReceiver};
use wyoming_server::{Engine, EngineError, Program, Speech, SpeechStart, TextFormat};

use crate::respond::sound::SoundMaker;
use crate::{ApiError, AppState};

/// A server of the Wyoming protocol that listens.
#[derive(Debug)]
pub struct Wyoming {
    listener: TcpListener,
}

impl Wyoming {
    /// Listens on an address. Port 0 is any free one.
    ///
    /// # Errors
    /// The address is not one of this machine, or is taken.
    pub async fn bind(address: impl ToSocketAddrs) -> io::Result<Self> {
        Ok(Self { listener: TcpListener::bind(address).await? })
    }

    /// The address that is listened on.
    ///
    /// # Errors
    /// The system does not tell.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until `shutdown` is ready, then finishes what is being spoken, for as long as
    /// [`ServerOptions::grace`](crate::ServerOptions::grace) allows.
    pub async fn serve(self, state: AppState, shutdown: impl Future<Output = ()>) {
        let mut options = wyoming_server::ServerOptions::default();
        options.max_characters = state.options().longest_text;
        options.write_timeout = state.options().patience;
        options.grace = state.options().grace;
        let engine = Arc::new(Model { program: program::program(&state), state });
        wyoming_server::serve(self.listener, engine, options, shutdown).await;
    }
}

/// The model as Wyoming clients see it.
#[derive(Debug)]
struct Model {
    state: AppState,
    program: Program,
}

impl Engine for Model {
    fn program(&self) -> &Program {
        &self.program
    }

    fn sample_rate(&self) -> u32 {
        SAMPLE_RATE
    }

    fn start(&self, start: SpeechStart) -> Result<Speech, EngineError> {
        let mut audio = AudioOptions::new(AudioFormat::Pcm(SampleFormat::I16));
        audio.target = Target::Stream;
        let encoder = Encoder::new(&audio).map_err(|error| refusal(&error.into()))?;
        let mut text = TextOptions::default();
        if start.format == TextFormat::Ssml {
            text.format = Format::Ssml;
        }
        let options = program::voice(&start.voice, &self.state).text(text).latency(Latency::Low);
        let (text, pieces) = mpsc::unbounded_channel();
        let (sound, audio) = mpsc::channel(1);
        tokio::spawn(speak(self.state.clone(), options, encoder, pieces, sound));
        let sink = move |piece: &str| {
            let _ = text.send(piece.to_owned()); // the speech may have failed
        };
        Ok(Speech { text: Box::new(sink), audio })
    }
}

/// Passes pieces of text on to a speech, and its sound to the client, until it is over, fails, or
/// the client is gone.
async fn speak(
    state: AppState,
    options: SpeechOptions,
    encoder: Encoder,
    mut pieces: UnboundedReceiver<String>,
    sound: Sender<Result<Bytes, EngineError>>,
) {
    let (mut feed, mut speaking) = match state.follow(options, SoundMaker::new(encoder)).await {
        Ok((feed, speaking)) => (Some(feed), speaking),
        Err(error) => {
            let _ = sound.send(Err(engine_error(error))).await; // the client may be gone
            return;
        }
    };
    loop {
        let heard = select! {
            piece = pieces.recv(), if feed.is_some() => {
                match (piece, &feed) {
                    (Some(piece), Some(feed)) => feed.push_text(&piece),
                    _ => feed = None,
                }
                continue;
            }
            heard = speaking.next() => heard,
            () = sound.closed() => return,
        };
        let heard = match heard {
            Some(Err(error)) if is_silence(&error) => return,
            Some(heard) => heard.map_err(|error| refusal(&error)),
            None => return,
        };
        let is_over = heard.is_err();
        if sound.send(heard).await.is_err() || is_over {
            return;
        }
    }
}

/// Whether there was nothing to say, which is no error here: Home Assistant waits for the end of a
/// sound, also of one without samples.
fn is_silence(error: &Error) -> bool {
    ApiError::from(error).code == Some("nothing_to_say")
}

fn refusal(error: &Error) -> EngineError {
    engine_error(error.into())
}

fn engine_error(error: ApiError) -> EngineError {
    match error.retry_after {
        Some(retry_after) => EngineError::Busy { retry_after },
        None if error.status.is_client_error() => EngineError::Unspeakable(error.into()),
        None => EngineError::Failed(error.into()),
    }
}
