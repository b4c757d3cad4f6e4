//! From a text of any length to utterances that fit the model, one at a time.

use std::collections::VecDeque;
use std::fmt;
use std::ops::Range;

use crate::pieces::{Pieces, pieces};
use crate::sentences::{Sentences, sentences};
use crate::{Error, MAX_PHONEMES, Phonemes, Phonemizer, split};

/// The longest text in bytes that a phonemizer is given, because its time and its memory may grow
/// faster than the length.
const MAX_TEXT: usize = 2048;

/// What is said in one run of the model.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Utterance {
    /// The sentence. If its phonemes needed several utterances, each has the whole sentence.
    pub text: String,
    /// 1 to [`MAX_PHONEMES`] phonemes.
    pub phonemes: String,
    /// For each character of `phonemes`, the bytes of the whole text that it was read from, as
    /// finely as the front end tells: today the sentence.
    pub sources: Vec<Range<usize>>,
    /// What of the text was spelled or left out, as in [`Phonemes::unknown`]. If a sentence needed
    /// several utterances, the first of them has it.
    pub unknown: Vec<String>,
}

impl Utterance {
    /// An utterance of `phonemes` that were all read from the bytes `source` of a text.
    pub fn new(text: &str, phonemes: &str, source: Range<usize>) -> Self {
        let sources = vec![source; phonemes.chars().count()];
        Self { text: text.into(), phonemes: phonemes.into(), sources, unknown: Vec::new() }
    }

    /// The same utterance in utterances of at most `limit` phonemes, as [`split`](crate::split)
    /// divides them. What was unknown is reported with the first.
    pub fn split(&self, limit: usize) -> Vec<Self> {
        let mut parts = Vec::new();
        let (mut bytes, mut symbols) = (0, 0); // of the phonemes, before the next piece
        for piece in split(&self.phonemes, limit) {
            let place = range_in(&self.phonemes, piece);
            let from = symbols + self.phonemes[bytes..place.start].chars().count();
            let to = from + piece.chars().count();
            // A caller may have added phonemes without a source.
            let known = to.min(self.sources.len());
            let sources = self.sources[from.min(known)..known].to_vec();
            let unknown = if parts.is_empty() { self.unknown.clone() } else { Vec::new() };
            let text = self.text.clone();
            parts.push(Self { text, phonemes: piece.into(), sources, unknown });
            (bytes, symbols) = (place.end, to);
        }
        parts
    }

    /// The bytes of the whole text from the first phoneme's source to the end of the last one's;
    /// empty if there are no phonemes.
    pub fn source(&self) -> Range<usize> {
        let start = self.sources.iter().map(|source| source.start).min();
        let end = self.sources.iter().map(|source| source.end).max();
        start.unwrap_or(0)..end.unwrap_or(0)
    }
}

/// The utterances of `text`, made as they are asked for, in time linear in the length of the text.
///
/// Sentences are neither merged nor dropped. Text in which nothing can be said (empty, only space
/// or emoji) has no utterance; text with only punctuation has utterances of just that.
///
/// # Errors
/// Each item is an error if the phonemizer fails on it; the next call goes on after it.
pub fn utterances<'a>(text: &'a str, phonemizer: &'a dyn Phonemizer) -> Utterances<'a> {
    Utterances {
        whole: text,
        phonemizer,
        sentences: sentences(text),
        pieces: pieces("", MAX_TEXT),
        ready: VecDeque::new(),
        unknown: Vec::new(),
    }
}

/// Iterator of [`utterances`].
pub struct Utterances<'a> {
    whole: &'a str,
    phonemizer: &'a dyn Phonemizer,
    sentences: Sentences<'a>,
    pieces: Pieces<'a>,
    ready: VecDeque<Result<Utterance, Error>>,
    /// What was left out of text in which nothing could be said. It is reported with the next
    /// utterance, or with the last if none follows.
    unknown: Vec<String>,
}

impl fmt::Debug for Utterances<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Utterances")
            .field("language", &self.phonemizer.language())
            .field("sentences", &self.sentences)
            .field("ready", &self.ready)
            .finish_non_exhaustive()
    }
}

impl<'a> Utterances<'a> {
    /// The next text for the phonemizer.
    fn text(&mut self) -> Option<&'a str> {
        loop {
            if let Some(piece) = self.pieces.next() {
                return Some(piece);
            }
            self.pieces = pieces(self.sentences.next()?, MAX_TEXT);
        }
    }

    /// Makes ready the utterances of one piece of text.
    fn prepare(&mut self, text: &str) {
        let Phonemes { phonemes, unknown } = match self.phonemizer.phonemes(text) {
            Ok(phonemes) => phonemes,
            Err(error) => return self.ready.push_back(Err(error)),
        };
        self.unknown.extend(unknown);
        if phonemes.trim().is_empty() {
            return; // what was left out is reported with the next utterance
        }
        let mut utterance = Utterance::new(text, &phonemes, range_in(self.whole, text));
        utterance.unknown = std::mem::take(&mut self.unknown);
        self.ready.extend(utterance.split(MAX_PHONEMES).into_iter().map(Ok));
    }
}

/// The bytes of `whole` that `part`, a slice of it, lies in.
fn range_in(whole: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - whole.as_ptr() as usize;
    start..start + part.len()
}

impl Iterator for Utterances<'_> {
    type Item = Result<Utterance, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        // One is held back, so that what is left out at the very end can still be reported with it.
        while self.ready.len() < 2 {
            let Some(text) = self.text() else { break };
            self.prepare(text);
        }
        if let [Ok(last)] = self.ready.make_contiguous() {
            last.unknown.append(&mut self.unknown);
        }
        self.ready.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    /// Says the letters and ASCII punctuation of the text as they are and reports the rest.
    struct Echo;

    impl Phonemizer for Echo {
        fn language(&self) -> Language {
            Language::AmericanEnglish
        }

        fn phonemes(&self, sentence: &str) -> Result<Phonemes, Error> {
            assert!(sentence.len() <= MAX_TEXT);
            let (said, unknown): (String, String) = sentence.chars().partition(|c| {
                c.is_ascii_alphanumeric() || c.is_ascii_whitespace() || ".!?,".contains(*c)
            });
            Ok(Phonemes {
                phonemes: said.trim().to_owned(),
                unknown: unknown.chars().map(String::from).collect(),
            })
        }
    }

    fn all(text: &str) -> Vec<Utterance> {
        utterances(text, &Echo).collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn one_utterance_a_sentence() {
        let phonemes: Vec<String> =
            all("One two. Three!\n\nFour").into_iter().map(|u| u.phonemes).collect();
        assert_eq!(phonemes, ["One two.", "Three!", "Four"]);
    }

    #[test]
    fn every_phoneme_knows_the_bytes_that_it_was_read_from() {
        let text = " One two. \u{2603}\n\nÉ three!";
        let read: Vec<_> = all(text)
            .into_iter()
            .map(|u| {
                assert_eq!(u.sources.len(), u.phonemes.chars().count());
                assert!(u.sources.iter().all(|source| *source == u.source()));
                text[u.source()].to_owned()
            })
            .collect();
        assert_eq!(read, ["One two.", "É three!"]);
    }

    #[test]
    fn pieces_keep_their_places() {
        let mut whole = Utterance::new("a text", "həlˈO, wˈɜɹld.", 0..6);
        for (at, source) in whole.sources.iter_mut().enumerate() {
            *source = at..at + 1;
        }
        whole.unknown = vec!["☃".into()];
        let pieces = whole.split(8);
        assert_eq!(pieces.len(), 2);
        assert_eq!((pieces[0].source(), pieces[1].source()), (0..6, 7..14));
        assert_eq!((pieces[0].unknown.len(), pieces[1].unknown.len()), (1, 0));
        assert!(pieces.iter().all(|piece| piece.text == "a text"));
        whole.sources.truncate(9);
        assert_eq!(whole.split(8)[1].sources, [7..8, 8..9]);
    }

    #[test]
    fn nothing_to_say_has_no_utterance_and_punctuation_has() {
        assert_eq!(all(""), []);
        assert_eq!(all(" \n\t "), []);
        assert_eq!(all("☃\n☃"), []);
        assert_eq!(all("...")[0].phonemes, "...");
    }

    #[test]
    fn what_is_left_out_is_reported_wherever_it_stands() {
        let unknown = |text| all(text).into_iter().map(|u| u.unknown).collect::<Vec<_>>();
        assert_eq!(unknown("☃\nOne.\n\nTwo."), [vec!["☃"], vec![]]);
        assert_eq!(unknown("One.\n\nTwo.\n☃"), [vec![], vec!["☃"]]);
    }

    #[test]
    fn a_long_sentence_becomes_several_utterances() {
        let text = "word, ".repeat(300);
        let parts = all(&text);
        assert!(parts.len() > 3);
        let joined: Vec<&str> = parts.iter().map(|u| u.phonemes.as_str()).collect();
        assert_eq!(joined.join(" "), text.trim());
    }

    #[test]
    fn a_megabyte_without_spaces_loses_nothing() {
        let text = "a".repeat(1_000_000);
        let said: usize = utterances(&text, &Echo).map(|u| u.unwrap().phonemes.len()).sum();
        assert_eq!(said, text.len());
    }
}
