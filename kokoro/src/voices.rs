//! Voices by name, by file, and blends of both.

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use kokoro_core::{Config, Voice};
use kokoro_text::Language;
use kokoro_weights::Weights;
use voice_blend::{Blend, is_file};

use crate::Error;

/// The most voices that are kept: half a megabyte each.
const KEPT: usize = 64;

/// Whether a voice may be the name of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum VoiceFiles {
    /// Who asks may read files.
    Allowed,
    /// A text asks, which may come from anywhere.
    Forbidden,
}

/// The voices that have spoken, those last that spoke last.
#[derive(Debug, Default)]
pub(crate) struct Voices {
    kept: Mutex<Vec<(Key, Arc<Voice>)>>,
}

/// A blend in its canonical form, and the state of its files.
#[derive(Debug, PartialEq, Eq)]
struct Key {
    blend: String,
    files: Vec<Option<(u64, SystemTime)>>,
}

impl Voices {
    /// The voice that `text` means: a name, a file, or a blend.
    ///
    /// # Errors
    /// [`Error::Blend`], [`Error::VoiceFile`], [`Error::Weights`].
    pub fn get(
        &self,
        text: &str,
        files: VoiceFiles,
        weights: &Weights,
        config: &Config,
    ) -> Result<Arc<Voice>, Error> {
        let blend = parse(text)?;
        let file = blend.terms().iter().find(|term| is_file(&term.name));
        if let (Some(term), VoiceFiles::Forbidden) = (file, files) {
            return Err(Error::VoiceFile { name: term.name.clone() });
        }
        let key = Key::of(&blend);
        if let Some(voice) = self.kept(&key) {
            return Ok(voice);
        }
        let voice = Arc::new(read(&blend, weights, config)?);
        // A thread that panicked while it held the lock left a whole list.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push((key, voice.clone()));
        Ok(voice)
    }

    /// A voice that is kept, as the one that spoke last.
    fn kept(&self, key: &Key) -> Option<Arc<Voice>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let place = kept.iter().position(|(known, _)| known == key)?;
        let entry = kept.remove(place);
        let voice = entry.1.clone();
        kept.push(entry);
        Some(voice)
    }
}

impl Key {
    fn of(blend: &Blend) -> Self {
        let files = blend.terms().iter().filter(|term| is_file(&term.name)).map(|term| {
            let metadata = fs::metadata(&term.name).ok()?;
            Some((metadata.len(), metadata.modified().ok()?))
        });
        Self { blend: blend.to_string(), files: files.collect() }
    }
}

/// Reads what [`SpeechOptions::voice`](crate::SpeechOptions::voice) may be: a voice of the folder,
/// a file, or a blend of both.
///
/// # Errors
/// [`Error::Blend`] for another text; [`Error::Weights`] for an unknown voice, or a file that is
/// none; [`Error::Model`] if the folder is of another model.
pub fn read_voice(text: &str, weights: &Weights) -> Result<Voice, Error> {
    read(&parse(text)?, weights, &Config::from_json(weights.config_json())?)
}

/// The language of a voice: that of the first name of a blend, or of a file that is named as voices
/// are (`af_mine.safetensors`).
pub(crate) fn language(voice: &str) -> Option<Language> {
    let blend = parse(voice).ok()?;
    let name = &blend.terms().first()?.name;
    let stem = is_file(name).then(|| Path::new(name).file_stem()?.to_str());
    Language::from_voice(stem.flatten().unwrap_or(name))
}

/// A blend. What is a file as a whole is one, whatever signs are in its name.
fn parse(text: &str) -> Result<Blend, Error> {
    if is_file(text) && Path::new(text).is_file() {
        return Ok(Blend::single(text));
    }
    Ok(text.parse()?)
}

fn read(blend: &Blend, weights: &Weights, config: &Config) -> Result<Voice, Error> {
    let one = |name: &str| {
        let rows = match is_file(name) {
            true => kokoro_weights::read_voice(name)?,
            false => weights.voice(name)?,
        };
        Ok::<_, Error>(Voice::new(rows, config)?)
    };
    let voices: Vec<Voice> =
        blend.terms().iter().map(|term| one(&term.name)).collect::<Result<_, _>>()?;
    let parts: Vec<(f32, &Voice)> =
        blend.terms().iter().map(|term| term.weight).zip(&voices).collect();
    Ok(Voice::blend(&parts)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blend_speaks_the_language_of_its_first_voice() {
        assert_eq!(language("af_heart"), Some(Language::AmericanEnglish));
        assert_eq!(language("0.3*ff_siwis + 0.7*af_heart"), Some(Language::French));
        assert_eq!(language("voices/bf_mine.pt(2)+af_heart"), Some(Language::BritishEnglish));
        assert_eq!(language("mine.safetensors"), None);
        assert_eq!(language("af_heart(0)"), None);
    }

    #[test]
    fn a_file_that_changed_is_another_voice() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.bin");
        let key = || Key::of(&Blend::single(path.to_str().unwrap()));
        let none = key();
        fs::write(&path, [0; 3]).unwrap();
        let short = key();
        fs::write(&path, [0; 4]).unwrap();
        assert!(none != short && short != key());
        assert_eq!(key(), key());
    }
}
