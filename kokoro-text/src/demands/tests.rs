//! Demands beside and within what else a block has.

use super::*;
use crate::{Language, Passage, Word};

/// Says any text as "one", and what is to be spelled in capitals.
struct One;

impl Phonemizer for One {
    fn language(&self) -> Language {
        Language::AmericanEnglish
    }

    fn say_as(&self, text: &str, how: &SayAs, _options: &TextOptions) -> Option<SaidAs> {
        let mut said = SaidAs::default();
        if *how == SayAs::Characters {
            said.text = text.to_uppercase();
            said.letters.push(0..said.text.len());
        } else {
            said.text = "one".into();
        }
        Some(said)
    }

    fn words(&self, _passage: &Passage<'_>) -> Result<Vec<Word>, crate::Error> {
        Ok(Vec::new())
    }
}

/// A block's mark as a document has it: `kind` of `written` in `text`.
fn mark(text: &str, written: &str, kind: MarkKind) -> Mark {
    // A mark can be made outside of its crate only from one that a document has.
    let mut document = kokoro_document::blocks("[a](+1)", kokoro_document::Format::Plain);
    let mut mark = document.next().unwrap().marks.remove(0);
    let start = text.find(written).unwrap();
    mark.range = start..start + written.len();
    mark.kind = kind;
    mark
}

fn say_as(text: &str, written: &str, interpret_as: &str) -> Mark {
    let mut raw = kokoro_document::SayAs::default();
    raw.interpret_as = interpret_as.into();
    mark(text, written, MarkKind::SayAs(raw))
}

fn met(text: &str, hints: Vec<Hint>, marks: &[Mark]) -> Met {
    meet(&MappedText::from_source(text), hints, marks, &One, &TextOptions::default())
}

#[test]
fn what_is_said_stands_for_all_that_was_written() {
    let text = "It is 1 2, or ab.";
    let marks = [say_as(text, "1 2", "cardinal"), say_as(text, "ab", "characters")];
    let met = met(text, Vec::new(), &marks);
    assert_eq!(met.text.as_str(), "It is one, or AB.");
    assert_eq!(met.fixed, [6..9, 14..16]);
    assert_eq!(met.hints, [Hint { range: 14..16, reading: Reading::Letters }]);
    assert_eq!(met.text.source(6..9), 6..9);
    assert_eq!(met.text.source(14..15), 14..16);
}

#[test]
fn what_is_unknown_is_read_as_it_stands() {
    let text = "It is 12.";
    let mut strange = say_as(text, "12", "date");
    if let MarkKind::SayAs(raw) = &mut strange.kind {
        raw.format = Some("xyz".into());
        assert!(say_as_kind(raw).is_err());
    }
    assert_eq!(met(text, Vec::new(), &[strange]).text.as_str(), "It is one.");
    let unknown = met(text, Vec::new(), &[say_as(text, "12", "colour")]);
    assert_eq!((unknown.text.as_str(), unknown.fixed), (text, vec![]));
}

#[test]
fn phonemes_come_first_and_stress_last() {
    let text = "Now 12 then 34.";
    let phonemes = Hint { range: 4..6, reading: Reading::Phonemes("x".into()) };
    let stress = Hint { range: 7..14, reading: Reading::Stress(1.0) };
    let marks = [say_as(text, "12", "cardinal"), say_as(text, "34", "cardinal")];
    let met = met(text, vec![phonemes.clone(), stress], &marks);
    assert_eq!(met.text.as_str(), "Now 12 then one.");
    assert_eq!(met.hints, [phonemes, Hint { range: 7..12, reading: Reading::Stress(1.0) }]);
}

#[test]
fn words_do_not_touch() {
    let text = "x1y日2本";
    let met = met(text, Vec::new(), &[say_as(text, "1", "number"), say_as(text, "2", "number")]);
    assert_eq!(met.text.as_str(), "x one y日one本");
}
