use std::ops::Range;

use kokoro_document::Block;
use kokoro_normalize::Normalized;
use mapped_text::{Edits, MappedText};

use super::*;
use crate::passages::MAX_TEXT;
use crate::word::{Origin, Passage, Reading, Word};
use crate::{Language, PartInLanguage};

/// Says the letters and marks of words as they are, and writes "&" as "and".
struct Echo;

impl Phonemizer for Echo {
    fn language(&self) -> Language {
        Language::AmericanEnglish
    }

    fn normalize(
        &self,
        text: &MappedText,
        protected: &[Range<usize>],
        _options: &TextOptions,
    ) -> Normalized {
        let mut edits = Edits::default();
        for (at, _) in text.as_str().match_indices('&') {
            edits.replace(at..at + 1, "and");
        }
        let moved: Vec<_> = protected.iter().map(|range| edits.moved(range)).collect();
        Normalized::unchanged(&edits.apply(text), &moved)
    }

    fn words(&self, passage: &Passage<'_>) -> Result<Vec<Word>, Error> {
        let text = passage.text;
        assert!(text.len() <= MAX_TEXT);
        let words = text.split_whitespace().map(|part| {
            let start = part.as_ptr() as usize - text.as_ptr() as usize;
            let range = start..start + part.len();
            let said = |c: &char| c.is_ascii_alphanumeric() || ".!?,…".contains(*c);
            let mut phonemes: String = part.chars().filter(said).collect();
            for hint in passage.hints.iter().filter(|hint| hint.range == range) {
                phonemes = match &hint.reading {
                    Reading::Phonemes(phonemes) => phonemes.clone(),
                    Reading::Letters => phonemes.to_uppercase(),
                    _ => phonemes,
                };
            }
            Word { range, phonemes, space: true, origin: Origin::Lexicon }
        });
        Ok(words.collect())
    }

    fn sign_name(&self, sign: char) -> Option<&str> {
        (sign == '?').then_some("question")
    }
}

fn all(text: &str) -> Vec<Utterance> {
    utterances(text, &Echo, &TextOptions::default()).collect::<Result<_, _>>().unwrap()
}

fn phonemes(text: &str) -> Vec<String> {
    all(text).into_iter().map(|utterance| utterance.phonemes).collect()
}

#[test]
fn one_utterance_a_sentence() {
    assert_eq!(phonemes("One two. Three!\n\nTwo"), ["One two.", "Three!", "Two"]);
}

#[test]
fn every_phoneme_knows_the_bytes_that_it_was_read_from() {
    let text = " One two. \u{2603}\n\nthree & b!";
    let read: Vec<_> = all(text)
        .into_iter()
        .map(|utterance| {
            assert_eq!(utterance.sources.len(), utterance.phonemes.chars().count());
            let words = utterance.words.iter();
            words.map(|word| text[word.source.clone()].to_owned()).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(read, [vec!["One", "two."], vec!["three", "&", "b!"]]);
    assert_eq!(phonemes(text), ["One two.", "three and b!"]);
    assert_eq!(all(text)[1].text, "three & b!");
}

#[test]
fn markup_says_how_a_word_is_read() {
    assert_eq!(phonemes("so [there](/ðˈɛɹ/) now"), ["so ðˈɛɹ now"]);
}

#[test]
fn a_letter_or_a_sign_alone_is_named() {
    assert_eq!(phonemes("a"), ["A"]);
    assert_eq!(phonemes(" ? "), ["question"]);
    assert_eq!(all(" ? ")[0].words[0].source, 1..2);
}

#[test]
fn what_is_no_speech_is_a_pause_or_an_error() {
    assert_eq!(phonemes("One.\n\n***\n\nTwo."), ["One.", SCENE_BREAK, "Two."]);
    assert_eq!(phonemes("One. … Two."), ["One.", "…", "Two."]);
    for text in ["", " \n\t ", "...", "☃\n☃", "***"] {
        let all: Vec<_> = utterances(text, &Echo, &TextOptions::default()).collect();
        let [Err(Error::NothingToSay { left_out, .. })] = all.as_slice() else {
            panic!("{text:?} gave {all:?}")
        };
        assert_eq!(left_out.len(), text.matches('☃').count());
    }
}

#[test]
fn what_is_left_out_is_reported_wherever_it_stands() {
    let unknown = |text| all(text).into_iter().map(|u| u.unknown).collect::<Vec<_>>();
    assert_eq!(unknown("☃\n\nOne.\n\nTwo."), [vec!["☃"], vec![]]);
    assert_eq!(unknown("One.\n\nTwo.\n\n☃"), [vec![], vec!["☃"]]);
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
    let options = TextOptions::default();
    let said: usize = utterances(&text, &Echo, &options).map(|u| u.unwrap().phonemes.len()).sum();
    assert_eq!(said, text.len());
}

#[test]
fn every_utterance_says_what_ends_with_it() {
    let boundaries = |text: &str| -> Vec<Boundary> {
        all(text).into_iter().map(|utterance| utterance.boundary).collect()
    };
    assert_eq!(
        boundaries("A title\n=======\n\nOne. Two.\n\n- three\n- four\n\n***\n\nFive."),
        [
            Boundary::Heading,
            Boundary::Sentence,
            Boundary::Paragraph,
            Boundary::Item,
            Boundary::Section,
            Boundary::Section, // the scene break
            Boundary::Paragraph,
        ]
    );
    // A sentence of more than 2 kB is cut before its words are read, too.
    for (mark, within) in [(",", Boundary::Comma), ("", Boundary::Split)] {
        let found = boundaries(&format!("word{mark} ").repeat(1000));
        let (last, rest) = found.split_last().unwrap();
        assert_eq!(*last, Boundary::Paragraph);
        assert!(rest.iter().all(|boundary| *boundary == within), "{rest:?}");
    }
}

/// As [`Echo`], with a sound before each word.
struct Shout;

impl Phonemizer for Shout {
    fn language(&self) -> Language {
        Language::French
    }

    fn normalize(
        &self,
        text: &MappedText,
        protected: &[Range<usize>],
        _options: &TextOptions,
    ) -> Normalized {
        let mut edits = Edits::default();
        for (at, _) in text.as_str().match_indices('&') {
            edits.replace(at..at + 1, "et");
        }
        let moved: Vec<_> = protected.iter().map(|range| edits.moved(range)).collect();
        Normalized::unchanged(&edits.apply(text), &moved)
    }

    fn words(&self, passage: &Passage<'_>) -> Result<Vec<Word>, Error> {
        let loud = |word: Word| Word { phonemes: format!("ʃ{}", word.phonemes), ..word };
        Echo.words(passage).map(|words| words.into_iter().map(loud).collect())
    }
}

#[test]
fn parts_are_read_in_their_languages() {
    let text = "one & two three & four. Two [six](/sˈɪks/)";
    let block: Block = blocks(text, kokoro_document::Format::Plain).next().unwrap();
    let part = |range| PartInLanguage { range, phonemizer: &Shout };
    let others = [part(10..17), part(24..31)];
    assert_eq!(&block.text.as_str()[24..31], "Two six");
    let mut reader = Reader::new(text, &Echo, &TextOptions::default());
    reader.begin(block, Boundary::Paragraph, &others);
    let said = reader.next_passage().unwrap().unwrap();
    let phonemes: Vec<&str> = said.iter().map(|utterance| utterance.phonemes.as_str()).collect();
    assert_eq!(phonemes, ["one and two ʃthree ʃet four.", "ʃTwo ʃsˈɪks"]);
    let word = &said[0].words[4];
    assert_eq!((word.spoken.as_str(), &text[word.source.clone()]), ("et", "&"));
    assert!(reader.next_passage().is_none());
}
