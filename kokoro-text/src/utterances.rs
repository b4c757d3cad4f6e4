//! From a text of any length to utterances that fit the model, one at a time.

use std::collections::VecDeque;
use std::fmt;
use std::iter::Peekable;

use kokoro_document::{BlockKind, Blocks, blocks};

use crate::boundary::Boundary;
use crate::reader::Reader;
use crate::{Error, Phonemizer, TextOptions, Utterance};

/// The phonemes of a scene break, which is a pause.
const SCENE_BREAK: &str = "…";

/// The utterances of `text`, made as they are asked for, in time linear in the length of the text.
///
/// Sentences are neither merged nor dropped. A sentence of punctuation alone, and a scene break,
/// are pauses: utterances of phonemes of which none [sounds](crate::is_sound).
///
/// # Errors
/// Each item is an error if the phonemizer fails on it; the next call goes on after it. If nothing
/// in the text can be said, the only item is [`Error::NothingToSay`].
pub fn utterances<'a>(
    text: &'a str,
    phonemizer: &'a dyn Phonemizer,
    options: &TextOptions,
) -> Utterances<'a> {
    let mut reader = Reader::new(text, phonemizer, options);
    // Of a sign alone, no block is read.
    let rest = if reader.begin_sign_alone() { "" } else { text };
    Utterances {
        reader,
        blocks: blocks(rest, options.format).peekable(),
        ready: VecDeque::new(),
        sounded: false,
        over: false,
    }
}

/// Iterator of [`utterances`].
pub struct Utterances<'a> {
    reader: Reader<'a>,
    blocks: Peekable<Blocks<'a>>,
    ready: VecDeque<Result<Utterance, Error>>,
    /// Whether an utterance that sounds has been made ready.
    sounded: bool,
    over: bool,
}

impl Utterances<'_> {
    /// Makes ready the utterances of the next passage. False at the end of the text.
    fn advance(&mut self) -> bool {
        match self.reader.next_passage() {
            Some(Ok(utterances)) => {
                self.sounded |= utterances.iter().any(Utterance::sounds);
                self.ready.extend(utterances.into_iter().map(Ok));
                return true;
            }
            Some(Err(error)) => {
                self.ready.push_back(Err(error));
                return true;
            }
            None => {}
        }
        let Some(block) = self.blocks.next() else { return false };
        let next = self.blocks.peek().map(|next| next.kind);
        let boundary = Boundary::of_block(&block, next);
        if block.kind == BlockKind::SceneBreak {
            // It is silent, and stands where the text before it ends.
            let text = self.reader.text();
            let end = text.source(text.len()..text.len());
            let pause = Utterance { boundary, ..Utterance::new("", SCENE_BREAK, end) };
            self.ready.push_back(Ok(pause));
            return true;
        }
        self.reader.begin(block, boundary, &[]);
        true
    }

    /// Nothing more comes. If nothing can be said, that is an error.
    fn finish(&mut self) {
        self.over = true;
        match self.reader.finish() {
            Ok(mut left_out) => {
                if let Some(Ok(last)) = self.ready.back_mut() {
                    last.unknown.append(&mut left_out);
                }
            }
            Err(error) if self.ready.iter().all(Result::is_ok) => {
                self.ready.clear();
                self.ready.push_back(Err(error));
            }
            Err(_) => {}
        }
    }
}

impl Iterator for Utterances<'_> {
    type Item = Result<Utterance, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        // One is held back, so that what is left out at the very end can still be reported with
        // it; and pauses are held back until something sounds.
        while !self.over && (self.ready.len() < 2 || !self.sounded) {
            if self.ready.iter().any(Result::is_err) {
                break;
            }
            if !self.advance() {
                self.finish();
            }
        }
        self.ready.pop_front()
    }
}

impl fmt::Debug for Utterances<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Utterances")
            .field("reader", &self.reader)
            .field("ready", &self.ready)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
