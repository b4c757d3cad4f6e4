//! `wyoming_server`, any bytes in pieces: no panic; the same events however they are cut; answers
//! that are events, with sound only between its beginning and its end.

#![no_main]

use std::io;
use std::pin::Pin;
use std::sync::{Arc, LazyLock};
use std::task::{Context, Poll};

use libfuzzer_sys::fuzz_target;
use tokio::io::{AsyncRead, ReadBuf};
use tokio::runtime::Builder;
use tokio::sync::mpsc;
use wyoming_server::codec::Decoder;
use wyoming_server::{
    Engine, EngineError, Event, Limits, Program, ServerOptions, Speech, SpeechStart, Voice,
    serve_client,
};

/// A client that sends bytes in pieces, then waits.
struct Client<'a> {
    rest: &'a [u8],
    piece: usize,
}

impl AsyncRead for Client<'_> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.rest.is_empty() {
            return Poll::Pending; // the server's time limit will end it
        }
        let length = self.piece.min(self.rest.len()).min(buffer.remaining());
        let (piece, rest) = self.rest.split_at(length);
        buffer.put_slice(piece);
        self.rest = rest;
        Poll::Ready(Ok(()))
    }
}

/// A sample for each byte of the text, an error at an "!".
struct Bytes(Program);

impl Engine for Bytes {
    fn program(&self) -> &Program {
        &self.0
    }

    fn sample_rate(&self) -> u32 {
        24_000
    }

    fn start(&self, _: SpeechStart) -> Result<Speech, EngineError> {
        let (sound, audio) = mpsc::channel(100);
        let sink = move |text: &str| {
            let piece = match text.contains('!') {
                true => Err(EngineError::Failed("it has an !".into())),
                false => Ok(vec![0; 2 * text.len()].into()),
            };
            let _ = sound.try_send(piece); // enough is enough
        };
        Ok(Speech { text: Box::new(sink), audio })
    }
}

static ENGINE: LazyLock<Arc<Bytes>> = LazyLock::new(|| {
    let voices = vec![Voice::new("a", vec!["en-US".into(), "de".into()])];
    Arc::new(Bytes(Program::new("bytes", "1", voices)))
});

fn limits() -> Limits {
    let mut limits = Limits::default();
    (limits.line, limits.data, limits.payload) = (500, 300, 100);
    limits
}

// The first byte is the length of the pieces.
fuzz_target!(|input: (u8, &[u8])| {
    let (piece, bytes) = input;
    let piece = usize::from(piece).max(1);
    let (whole, _) = read(&[bytes], limits());
    let pieces: Vec<_> = bytes.chunks(piece).collect();
    assert_eq!(whole, read(&pieces, limits()).0);

    let mut options = ServerOptions::default();
    options.limits = limits();
    options.max_characters = 200;
    let mut answer = Vec::new();
    let client = Client { rest: bytes, piece };
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build();
    let served = serve_client(client, &mut answer, ENGINE.clone(), options);
    let ended = runtime.expect("a runtime").block_on(served);
    assert!(ended.is_err(), "a client that neither goes nor sends is given up");
    let (answers, is_whole) = read(&[&answer], Limits::default());
    assert!(is_whole);
    check(&whole, &answers);
});

/// The events of bytes that come in pieces, and whether there is nothing else.
fn read(pieces: &[&[u8]], limits: Limits) -> (Vec<Event>, bool) {
    let mut decoder = Decoder::new(limits);
    let mut events = Vec::new();
    for piece in pieces {
        decoder.bytes().extend_from_slice(piece);
        loop {
            match decoder.next_event() {
                Ok(Some(event)) => events.push(event),
                Ok(None) => break,
                Err(error) if error.can_go_on() => {}
                Err(_) => return (events, false),
            }
        }
    }
    (events, decoder.finish().is_ok())
}

fn check(asked: &[Event], answers: &[Event]) {
    let count = |events: &[Event], kind| events.iter().filter(|event| event.kind == kind).count();
    let mut is_sounding = false;
    for answer in answers {
        match answer.kind.as_str() {
            "audio-start" => assert!(!std::mem::replace(&mut is_sounding, true)),
            "audio-chunk" => assert!(is_sounding && !answer.payload.is_empty()),
            "audio-stop" => is_sounding = false,
            _ => {}
        }
    }
    assert!(count(answers, "synthesize-stopped") <= count(asked, "synthesize-start"));
    assert!(count(answers, "info") == count(asked, "describe"));
    assert!(count(answers, "pong") == count(asked, "ping"));
}
