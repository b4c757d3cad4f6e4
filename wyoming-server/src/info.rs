//! What a program tells of itself and its voices.

use serde::Serialize;
use serde_json::{Value, json};

use crate::Event;

/// A text-to-speech program.
///
/// Clients remember the names of programs and voices: they should stay the same over versions.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Program {
    /// Its name, which Home Assistant gives to the entity.
    pub name: String,
    /// What people read.
    pub description: String,
    /// The version of the program.
    pub version: String,
    /// Who made it.
    pub attribution: Attribution,
    /// What it can speak with. The first is the default.
    pub voices: Vec<Voice>,
}

impl Program {
    /// A program with a name and voices.
    pub fn new(name: impl Into<String>, version: impl Into<String>, voices: Vec<Voice>) -> Self {
        let name = name.into();
        Self {
            description: name.clone(),
            name,
            version: version.into(),
            attribution: Attribution::default(),
            voices,
        }
    }

    /// The answer to `describe`.
    pub(crate) fn info(&self) -> Event {
        let voices: Vec<_> = self.voices.iter().map(|voice| self.voice(voice)).collect();
        let program = json!({
            "name": self.name,
            "description": self.description,
            "version": self.version,
            "attribution": self.attribution,
            "installed": true,
            "voices": voices,
            "supports_synthesize_streaming": true,
        });
        let nothing = ["asr", "handle", "intent", "mic", "snd", "wake"];
        let info = nothing.iter().fold(Event::new("info"), |info, name| info.with(name, json!([])));
        info.with("tts", vec![program])
    }

    fn voice(&self, voice: &Voice) -> Value {
        let speakers: Vec<_> = voice.speakers.iter().map(|name| json!({ "name": name })).collect();
        json!({
            "name": voice.name,
            "description": voice.description,
            "version": self.version,
            "attribution": self.attribution,
            "installed": true,
            "languages": voice.languages,
            "speakers": if speakers.is_empty() { Value::Null } else { speakers.into() },
        })
    }
}

/// A voice of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Voice {
    /// What clients ask for it by.
    pub name: String,
    /// What people read. Home Assistant sorts voices by it.
    pub description: String,
    /// Tags of the languages that it speaks, such as "en-US". The first is the default.
    pub languages: Vec<String>,
    /// Names of the speakers among which a client may choose, if the voice has several.
    pub speakers: Vec<String>,
}

impl Voice {
    /// A voice that is described by its name and has one speaker.
    pub fn new(name: impl Into<String>, languages: Vec<String>) -> Self {
        let name = name.into();
        Self { description: name.clone(), name, languages, speakers: Vec::new() }
    }
}

/// Who made something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Attribution {
    /// Who.
    pub name: String,
    /// The address where it comes from.
    pub url: String,
}

impl Attribution {
    /// A maker's name and address.
    pub fn new(name: impl Into<String>, url: impl Into<String>) -> Self {
        Self { name: name.into(), url: url.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn info_has_all_that_the_python_package_asks_for() {
        let mut many = Voice::new("many", vec!["de-DE".into(), "fr-FR".into()]);
        many.speakers.push("one".into());
        many.description = "Many".into();
        let one = Voice::new("tone", vec!["en-US".into()]);
        let mut program = Program::new("toy", "1.2", vec![one, many]);
        program.attribution = Attribution::new("me", "https://example.org");
        let attribution = json!({ "name": "me", "url": "https://example.org" });
        let expected = json!({
            "asr": [], "handle": [], "intent": [], "mic": [], "snd": [], "wake": [],
            "tts": [{
                "name": "toy", "description": "toy", "version": "1.2", "installed": true,
                "attribution": attribution, "supports_synthesize_streaming": true,
                "voices": [{
                    "name": "tone", "description": "tone", "version": "1.2", "installed": true,
                    "attribution": attribution, "languages": ["en-US"], "speakers": null,
                }, {
                    "name": "many", "description": "Many", "version": "1.2", "installed": true,
                    "attribution": attribution, "languages": ["de-DE", "fr-FR"],
                    "speakers": [{ "name": "one" }],
                }],
            }],
        });
        assert_eq!(Value::from(program.info().data), expected);
    }
}
