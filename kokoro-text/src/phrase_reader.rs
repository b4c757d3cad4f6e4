//! Phrases to words: what Spanish, French, Hindi, Italian and Portuguese implement.

use crate::TextOptions;
use crate::phrases::{Part, Written, is_joint, mark_word, parts, word_of};
use crate::word::{Origin, Passage, Reading, Word};

impl Written<'_> {
    /// Whether it is read as the names of its letters.
    pub(crate) fn is_letters(&self) -> bool {
        matches!(self.hint, Some(Reading::Letters))
    }
}

/// How a word of a phrase is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pronounced {
    /// Symbols of the model; empty if the language cannot say the word.
    pub(crate) phonemes: String,
    /// Where they came from.
    pub(crate) origin: Origin,
    /// Whether the next word of the phrase follows without a space, as "allez-vous" is said. Words
    /// and signs between which no space is written are said apart otherwise.
    pub(crate) joined: bool,
}

/// A language whose words are said by the phrase in which they stand.
pub(crate) trait PhraseReader {
    /// How the words of a phrase are said: one item for each, in order. The phrase is not empty.
    fn pronounce(&self, phrase: &[Written<'_>], options: &TextOptions) -> Vec<Pronounced>;

    /// Whether `sign`, which is no punctuation, belongs to a word between these neighbours. The
    /// default takes apostrophes and hyphens between letters.
    fn joins(&self, before: Option<char>, sign: char, after: Option<char>) -> bool {
        is_joint(before, sign, after)
    }
}

/// The words of a passage by a language that reads phrases.
pub(crate) fn words(passage: &Passage<'_>, reader: &impl PhraseReader) -> Vec<Word> {
    let mut words = Vec::new();
    for part in parts(passage, |before, sign, after| reader.joins(before, sign, after)) {
        match part {
            Part::Mark(range, mark) => words.push(mark_word(passage, &range, mark)),
            Part::Phrase(phrase) => {
                let said = reader.pronounce(&phrase, passage.options);
                debug_assert_eq!(said.len(), phrase.len());
                let last = said.iter().rposition(|said| !said.phonemes.is_empty());
                for (at, (word, said)) in phrase.iter().zip(said).enumerate() {
                    let (phonemes, origin) = match word.given() {
                        Some((phonemes, origin)) => (phonemes.to_owned(), origin),
                        None => (said.phonemes, said.origin),
                    };
                    let mut next = word_of(passage, &word.range, phonemes, origin, said.joined);
                    // "y/o" is three words, but what is beside a hint may be a part of its word.
                    let apart = |next: &Written<'_>| word.hint.or(next.hint).is_none();
                    let inside = last.is_some_and(|last| at < last);
                    next.space |= inside && !said.joined && phrase.get(at + 1).is_some_and(apart);
                    words.push(next);
                }
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::Hint;

    /// Says the letters of a word, and joins words that end in a hyphen.
    struct Letters;

    impl PhraseReader for Letters {
        fn pronounce(&self, phrase: &[Written<'_>], _: &TextOptions) -> Vec<Pronounced> {
            let say = |word: &Written<'_>| Pronounced {
                phonemes: format!("{}{}", word.text, phrase.len()),
                origin: Origin::Rule,
                joined: word.text == "of",
            };
            phrase.iter().map(say).collect()
        }
    }

    #[test]
    fn phrases_end_at_marks() {
        let options = TextOptions::default();
        let hint = Hint { range: 0..3, reading: Reading::Phonemes("wˈʌn".into()) };
        let hints = [hint];
        let passage = Passage::new("one l’un, of it-is «& so» -", &hints, &options);
        let words = words(&passage, &Letters);
        let said: Vec<_> = words.iter().map(|word| word.phonemes.as_str()).collect();
        assert_eq!(said, ["wˈʌn", "l’un2", ",", "of2", "it-is2", "“", "&2", "so2", "”", "-1"]);
        assert_eq!(words[0].origin, Origin::Markup);
        let spaces: Vec<_> = words.iter().map(|word| word.space).collect();
        assert_eq!(spaces, [true, false, true, false, true, false, true, false, true, false]);
    }

    #[test]
    fn a_word_keeps_its_signs() {
        let options = TextOptions::default();
        let text = "नमस्ते दुनिया।";
        let passage = Passage::new(text, &[], &options);
        let found: Vec<_> =
            words(&passage, &Letters).into_iter().map(|word| &text[word.range]).collect();
        assert_eq!(found, ["नमस्ते", "दुनिया", "।"]);
    }
}
