//! `say --follow`: standard input, spoken while it comes.

use std::io::{self, Read};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use kokoro::TextFeed;

use crate::error::Error;

/// The most bytes that are read at once.
const BLOCK: usize = 4096;

/// Standard input while it is read.
pub struct Reading {
    pieces: Receiver<String>,
    faults: Receiver<Error>,
}

/// Reads standard input into `feed`, on a thread of its own.
pub fn read_into(feed: TextFeed) -> Reading {
    let (sender, pieces) = mpsc::channel();
    let (fault, faults) = mpsc::channel();
    thread::spawn(move || {
        if let Err(error) = read(io::stdin().lock(), &feed, &sender) {
            let _ = fault.send(error); // nobody asks after the speech has failed
        }
        feed.finish(); // now the speech can end, and the fault is there
    });
    Reading { pieces, faults }
}

impl Reading {
    /// What has been read since the last call. The text of a chunk has been when the chunk comes.
    pub fn new_text(&self) -> String {
        self.pieces.try_iter().collect()
    }

    /// Asks whether an error ended the input.
    ///
    /// # Errors
    /// The input could not be read, or is not UTF-8.
    pub fn fault(&self) -> Result<(), Error> {
        self.faults.try_recv().map_or(Ok(()), Err)
    }
}

/// Reads all of `input`, and gives each piece to `pieces` before it gives it to `feed`.
fn read(mut input: impl Read, feed: &TextFeed, pieces: &Sender<String>) -> Result<(), Error> {
    let (mut bytes, mut before) = (Vec::new(), 0);
    let mut block = [0; BLOCK];
    loop {
        let read = match input.read(&mut block) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read.map_err(Error::io("read", "-"))?,
        };
        bytes.extend_from_slice(&block[..read]);
        let piece = match str::from_utf8(&bytes) {
            Ok(text) => text,
            // The rest of a character may come with the next block.
            Err(error) if error.error_len().is_none() && read > 0 => {
                str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default()
            }
            Err(error) => {
                let at = before + error.valid_up_to();
                return Err(Error::NotUtf8 { path: Path::new("standard input").into(), at });
            }
        };
        let _ = pieces.send(piece.to_owned()); // nobody takes it after the speech has failed
        feed.push_text(piece);
        if read == 0 {
            return Ok(());
        }
        let length = piece.len();
        before += length;
        bytes.drain(..length);
    }
}
