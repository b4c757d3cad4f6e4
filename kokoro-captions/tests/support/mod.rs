//! A voice for tests: says words of a text, each for a time.

#![allow(dead_code)] // each test uses some of it

use kokoro_captions::{Boundary, CaptionWriter, SpokenWord, WrittenWord, WrittenWords};

/// Samples in a second.
pub const RATE: u32 = 24_000;
/// Samples of a word and of a mark.
pub const WORD: u64 = 7200;
pub const MARK: u64 = 4800;

/// What is said for a piece of the text, which is found after the piece before.
#[derive(Debug, Clone, Copy)]
pub enum Say<'a> {
    /// The piece and the words that are said for it.
    As(&'a str, &'a [&'a str]),
    /// A piece that is said as it stands.
    Word(&'a str),
    /// A mark, which is a pause.
    Mark(&'a str),
    /// The end of a sentence or a paragraph.
    End(Boundary),
}

/// The written words of `text` when it is said so.
pub fn written(words: WrittenWords<'_>, text: &str, says: &[Say<'_>]) -> Vec<WrittenWord> {
    let (mut words, mut given) = (words, Vec::new());
    let (mut at, mut time) = (0, 0);
    for say in says {
        let (piece, spoken): (&str, &[&str]) = match say {
            Say::As(piece, spoken) => (piece, spoken),
            Say::Word(word) => (word, std::slice::from_ref(word)),
            Say::Mark(mark) => (mark, &[]),
            Say::End(boundary) => {
                words.end(*boundary);
                continue;
            }
        };
        let start = at + text[at..].find(piece).expect("the text has the piece");
        at = start + piece.len();
        if spoken.is_empty() {
            words.punctuation(start..at);
            time += MARK;
        }
        for spoken in spoken {
            let word =
                SpokenWord { spoken, phonemes: "x", time: time..time + WORD, source: start..at };
            given.extend(words.push(&word));
            time += WORD;
        }
    }
    given.extend(words.finish());
    given
}

/// What is said of `text`, word by word as white space divides it, with marks at the ends of words
/// and a sentence after each full stop.
pub fn read(text: &str) -> Vec<WrittenWord> {
    let mut says = Vec::new();
    for token in text.split_whitespace() {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            says.push(Say::Word(word));
        }
        let last = token.chars().next_back().filter(|c| ",;:.!?".contains(*c));
        if let Some(mark) = last {
            says.push(Say::Mark(&token[token.len() - mark.len_utf8()..]));
            if ".!?".contains(mark) {
                says.push(Say::End(Boundary::Sentence));
            }
        }
    }
    written(WrittenWords::new(text), text, &says)
}

/// The whole of what a writer gives.
pub fn file(writer: &mut dyn CaptionWriter, words: &[WrittenWord]) -> String {
    let mut file: String = words.iter().map(|word| writer.push(word)).collect();
    file += &writer.finish(words.last().map_or(0, |word| word.end) + u64::from(RATE));
    file
}
