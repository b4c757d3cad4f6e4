//! The sentences that are compared.

use serde::{Deserialize, Serialize};

/// The built-in list: id, voice, speed, text, phonemes.
const BUILT_IN: &str = include_str!("sentences.tsv");

/// A sentence and how it is spoken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// A short name for files and tables: letters, digits, `.`, `_` and `-`.
    pub id: String,
    /// The words, for the report only.
    pub text: String,
    /// A voice's name.
    pub voice: String,
    /// Its speed.
    pub speed: f32,
    /// The seed of the noise.
    pub seed: u64,
    /// IPA.
    pub phonemes: String,
}

impl Sentence {
    /// Whether an id can be part of a file's name.
    pub(super) fn is_plain_id(id: &str) -> bool {
        let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
        !id.is_empty() && !id.starts_with('.') && id.chars().all(plain)
    }
}

/// The built-in sentences: 1.5 to 12 s, at least one for each voice family. None is in the
/// calibration of the quantiser.
pub fn built_in() -> Vec<Sentence> {
    let lines = BUILT_IN.lines().filter(|line| !line.starts_with('#'));
    let sentence = |line: &str| {
        let mut fields = line.split('\t');
        Some(Sentence {
            id: fields.next()?.into(),
            voice: fields.next()?.into(),
            speed: fields.next()?.parse().ok()?,
            seed: 0,
            text: fields.next()?.into(),
            phonemes: fields.next()?.into(),
        })
    };
    lines.filter_map(sentence).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_list_is_whole_and_unheard() {
        let sentences = built_in();
        assert_eq!(sentences.len(), BUILT_IN.lines().count() - 1);
        assert!(sentences.iter().all(|s| Sentence::is_plain_id(&s.id)));
        let ids: BTreeSet<_> = sentences.iter().map(|s| &s.id).collect();
        assert_eq!(ids.len(), sentences.len());
        let families: BTreeSet<_> = sentences.iter().map(|s| &s.voice[..2]).collect();
        let all = ["af", "am", "bf", "bm", "ef", "em", "ff", "hf", "hm", "if", "im", "jf", "jm"];
        let all = all.into_iter().chain(["pf", "pm", "zf", "zm"]);
        assert_eq!(families, all.collect());
        let calibration: BTreeSet<_> =
            kokoro_export::phrases().into_iter().map(|p| p.phonemes).collect();
        assert!(sentences.iter().all(|s| !calibration.contains(&s.phonemes)));
    }

    #[test]
    fn ids_are_file_names() {
        assert!(Sentence::is_plain_id("line-01.b"));
        for id in ["", ".x", "../x", "a b", "ä", "a/b"] {
            assert!(!Sentence::is_plain_id(id), "{id}");
        }
    }
}
