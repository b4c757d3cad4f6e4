//! The user's sentences.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::Path;

use kokoro::text::{Phonemizer, TextOptions, is_sound, phonemizer, utterances};
use kokoro::{Language, MAX_SPEED, MIN_SPEED};
use kokoro_ablate::Sentence;

use crate::error::Error;
use crate::input::decode;

/// The noise is the same for all.
const SEED: u64 = 0;

/// Reads a file of sentences: `text`, or `voice TAB speed TAB text`, or that and `TAB phonemes`.
/// Empty lines and lines that begin with `#` are left out. A line of several sentences becomes
/// several.
///
/// # Errors
/// The file cannot be read; or a line makes no sense or its language has no front end, and then the
/// error has the line's number.
pub fn read(file: &Path, voice: &str) -> Result<Vec<Sentence>, Error> {
    let bytes = std::fs::read(file).map_err(Error::io("read", file))?;
    let text = decode(bytes, file)?;
    let mut phonemizers = Phonemizers::default();
    let mut sentences = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let number = index + 1;
        let in_line =
            |fault| Error::Sentence { path: file.into(), line: number, fault: Box::new(fault) };
        sentences.extend(parse(line, voice, number, &mut phonemizers).map_err(in_line)?);
    }
    if sentences.is_empty() {
        return Err(Error::NoSentences { path: file.into() });
    }
    Ok(sentences)
}

/// Why a line of the file cannot be spoken.
#[derive(Debug, thiserror::Error)]
pub enum SentenceFault {
    /// The line has another number of fields than 1, 3 or 4.
    #[error("expected 1, 3 or 4 fields with tabs between, found {found}")]
    Fields {
        /// Fields of the line.
        found: usize,
    },
    /// The second field is no number, or one out of range.
    #[error("expected a speed of {MIN_SPEED} to {MAX_SPEED}, found {found:?}")]
    Speed {
        /// The field.
        found: String,
    },
    /// The language of the voice is not read here.
    #[error("{0}; a fourth field may give the phonemes")]
    FrontEnd(#[source] kokoro::text::Error),
    /// The text has no phonemes.
    #[error(transparent)]
    Text(#[from] kokoro::Error),
}

/// Front ends that were made, by language.
type Phonemizers = HashMap<Language, Box<dyn Phonemizer>>;

fn parse(
    line: &str,
    voice: &str,
    number: usize,
    phonemizers: &mut Phonemizers,
) -> Result<Vec<Sentence>, SentenceFault> {
    let fields: Vec<&str> = line.split('\t').map(str::trim).collect();
    let (voice, speed, text, phonemes) = match fields[..] {
        [text] => (voice, "1", text, None),
        [voice, speed, text] => (voice, speed, text, None),
        [voice, speed, text, phonemes] => (voice, speed, text, Some(phonemes)),
        _ => return Err(SentenceFault::Fields { found: fields.len() }),
    };
    let number_in_range = speed.parse().ok().filter(|x| (MIN_SPEED..=MAX_SPEED).contains(x));
    let wrong = || SentenceFault::Speed { found: speed.to_owned() };
    let speed: f32 = number_in_range.ok_or_else(wrong)?;
    let spoken = match phonemes {
        Some(phonemes) => vec![(text.to_owned(), phonemes.to_owned())],
        None => phonemize(text, voice, phonemizers)?,
    };
    let single = spoken.len() == 1;
    let sentence = |(part, (text, phonemes)): (usize, (String, String))| Sentence {
        id: if single { format!("{number:03}") } else { format!("{number:03}-{}", part + 1) },
        text,
        voice: voice.to_owned(),
        speed,
        seed: SEED,
        phonemes,
    };
    Ok(spoken.into_iter().enumerate().map(sentence).collect())
}

/// Text and phonemes of each utterance.
fn phonemize(
    text: &str,
    voice: &str,
    phonemizers: &mut Phonemizers,
) -> Result<Vec<(String, String)>, SentenceFault> {
    let no_language = || kokoro::Error::NoLanguage { voice: voice.into() };
    let language = Language::from_voice(voice).ok_or_else(no_language)?;
    if let Entry::Vacant(slot) = phonemizers.entry(language) {
        slot.insert(phonemizer(language).map_err(SentenceFault::FrontEnd)?);
    }
    let options = TextOptions::default();
    let utterances = utterances(text, phonemizers[&language].as_ref(), &options);
    let mut spoken = Vec::new();
    for utterance in utterances {
        let utterance = utterance.map_err(kokoro::Error::from)?;
        if utterance.phonemes.contains(is_sound) {
            spoken.push((utterance.text, utterance.phonemes)); // a pause needs no decoder
        }
    }
    Ok(spoken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Result<Vec<Sentence>, Error> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        read(file.path(), "af_sky")
    }

    #[test]
    fn lines_of_every_form() {
        let text =
            "# a comment\nIt rains. It pours.\n\nbm_lewis\t0.8\tA boat.\nef_dora\t1\tx\tə bˈOt.\n";
        let sentences = read_text(text).unwrap();
        let found: Vec<(&str, &str, f32)> =
            sentences.iter().map(|s| (s.id.as_str(), s.voice.as_str(), s.speed)).collect();
        let expected = [
            ("002-1", "af_sky", 1.0),
            ("002-2", "af_sky", 1.0),
            ("004", "bm_lewis", 0.8),
            ("005", "ef_dora", 1.0),
        ];
        assert_eq!(found, expected);
        assert_eq!(sentences[0].text, "It rains.");
        assert_eq!(sentences[3].phonemes, "ə bˈOt.");
    }

    #[test]
    fn what_makes_no_sense_has_its_line() {
        let cases = [
            ("", "found none"),
            ("a\tb", "line 1: expected 1, 3 or 4 fields"),
            ("x\naf_sky\tfast\tx", "line 2: expected a speed"),
            ("af_sky\t9\tx", "line 1: expected a speed"),
            ("xx_sky\t1\tx", "line 1: no language"),
            ("ef_dora\t1\t你好", "line 1"),
        ];
        for (text, expected) in cases {
            let line = read_text(text).unwrap_err().line();
            assert!(line.contains(expected), "{line}");
        }
    }
}
