//! What the tests of the languages with espeak-ng as their reference have in common.

use std::fmt::{self, Display, Formatter};
use std::time::Instant;

use kokoro_text::{Normalization, Phonemizer, TextOptions, utterances};
use unicode_normalization::UnicodeNormalization;

/// The phonemes of a text, its utterances joined by spaces, as upstream writes them: without a
/// normalizer that turns numbers into words.
pub fn read(text: &str, language: &dyn Phonemizer) -> String {
    let mut options = TextOptions::default();
    options.normalization = Normalization::Off;
    let said: Result<Vec<_>, _> = utterances(text, language, &options).collect();
    let said = said.expect("no error").into_iter().map(|utterance| utterance.phonemes);
    said.collect::<Vec<_>>().join(" ")
}

/// How far a language says the sentences of a reference as the reference does.
pub struct Agreement {
    /// How many sentences the reference has.
    pub sentences: usize,
    /// How many of them are said exactly as the reference says them.
    pub exact: usize,
    /// Edits for a hundred symbols of the reference, over all sentences.
    pub error_rate: f64,
    /// Each sentence that is said in another way, with our phonemes and those of the reference.
    different: Vec<String>,
}

impl Agreement {
    /// Compares a language with a reference: an object of JSON with `text` and `phonemes` on each
    /// line. Of both phonemes, canonically decomposed, the characters that are `compared` count.
    pub fn with_reference(
        reference: &str,
        language: &dyn Phonemizer,
        compared: impl Fn(char) -> bool,
    ) -> Self {
        let symbols = |said: &str| said.nfd().filter(|c| compared(*c)).collect::<Vec<char>>();
        let (mut sentences, mut edits, mut length) = (0, 0, 0);
        let mut different = Vec::new();
        for line in reference.lines() {
            let case: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let field = |name: &str| case[name].as_str().expect(name);
            let (text, theirs) = (field("text"), field("phonemes"));
            let ours = read(text, language);
            let (found, expected) = (symbols(&ours), symbols(theirs));
            sentences += 1;
            length += expected.len();
            if found != expected {
                edits += distance(&found, &expected);
                different.push(format!("{text}\n  {ours}\n  {theirs}"));
            }
        }
        let exact = sentences - different.len();
        let error_rate = 100.0 * edits as f64 / length as f64;
        Self { sentences, exact, error_rate, different }
    }
}

impl Display for Agreement {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { sentences, exact, error_rate, different } = self;
        write!(f, "{exact} of {sentences} sentences, {error_rate:.2} errors in 100 symbols")?;
        different.iter().try_for_each(|sentence| write!(f, "\n{sentence}"))
    }
}

/// Levenshtein's distance: how many symbols must be put in, taken out or replaced to make one of
/// the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}

/// Asserts that a text takes time in proportion to its length, for texts of one piece repeated
/// without spaces: four times as much takes about four times as long, with room for a busy
/// machine.
pub fn assert_linear_time(language: &dyn Phonemizer, pieces: &[&str]) {
    for piece in pieces {
        let seconds = |count: usize| {
            let text = piece.repeat(count);
            let start = Instant::now();
            utterances(&text, language, &TextOptions::default()).for_each(drop);
            start.elapsed().as_secs_f64()
        };
        let (short, long) = (seconds(4_000), seconds(16_000));
        assert!(long < 12.0 * short + 0.5, "{piece:?}: {short:.3} s, then {long:.3} s");
    }
}
