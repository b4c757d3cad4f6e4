//! Which voice speaks when a client asks for one that there may not be.

use crate::request::Manner;
use crate::{Program, SpeechStart, Voice};

/// The voice of this name; else the first that speaks the language; else the first of all. `None`
/// if the program has no voices.
///
/// Names and languages are compared without case. A language that no voice has is compared by its
/// first part: who asks for "en-AU" gets "en-US" rather than French.
pub fn choose(program: &Program, manner: &Manner) -> Option<SpeechStart> {
    let named = manner
        .voice
        .as_ref()
        .and_then(|name| program.voices.iter().find(|voice| voice.name.eq_ignore_ascii_case(name)));
    let wanted = manner.language.as_deref().unwrap_or_default();
    let voice = named.or_else(|| speaker_of(program, wanted)).or(program.voices.first())?;
    let language = spoken(voice, wanted).or(voice.languages.first());
    let mut start = SpeechStart::new(voice.name.clone(), language.cloned().unwrap_or_default());
    start.speaker = manner.speaker.clone();
    start.format = manner.format;
    Some(start)
}

/// The first voice that speaks just this language, or one that is like it.
fn speaker_of<'a>(program: &'a Program, language: &str) -> Option<&'a Voice> {
    let exact = |voice: &&Voice| voice.languages.iter().any(|tag| same(tag, language));
    let exact = program.voices.iter().find(exact);
    exact.or_else(|| program.voices.iter().find(|voice| spoken(voice, language).is_some()))
}

/// Which of a voice's languages is meant.
fn spoken<'a>(voice: &'a Voice, language: &str) -> Option<&'a String> {
    let exact = voice.languages.iter().find(|tag| same(tag, language));
    exact.or_else(|| voice.languages.iter().find(|tag| same(primary(tag), primary(language))))
}

/// "en" of "en-US" and "en_US".
fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

/// Whether two tags are the same but for case and the sign between their parts.
fn same(a: &str, b: &str) -> bool {
    let folded = |tag: &str| tag.replace('_', "-").to_ascii_lowercase();
    !a.is_empty() && folded(a) == folded(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_stood_in_for() {
        let voice = |name: &str, languages: &[&str]| {
            Voice::new(name, languages.iter().map(|&tag| tag.into()).collect())
        };
        let voices = vec![
            voice("emma", &["en-GB"]),
            voice("heart", &["en-US"]),
            voice("polyglot", &["fr-FR", "de-DE", "pt-BR"]),
            voice("silent", &[]),
        ];
        let program = Program::new("toy", "1", voices);
        for (name, language, expected) in [
            (Some("heart"), None, ("heart", "en-US")),
            (Some("HEART"), Some("fr-FR"), ("heart", "en-US")),
            (Some("polyglot"), Some("de-AT"), ("polyglot", "de-DE")),
            (Some("gone"), None, ("emma", "en-GB")),
            (Some("gone"), Some("en_us"), ("heart", "en-US")),
            (None, Some("en-AU"), ("emma", "en-GB")),
            (None, Some("pt"), ("polyglot", "pt-BR")),
            (None, Some("ja-JP"), ("emma", "en-GB")),
            (None, Some(""), ("emma", "en-GB")),
            (Some("silent"), Some("de"), ("silent", "")),
        ] {
            let manner = Manner {
                voice: name.map(str::to_owned),
                language: language.map(str::to_owned),
                ..Manner::default()
            };
            let start = choose(&program, &manner).expect("there are voices");
            assert_eq!((&*start.voice, &*start.language), expected, "{name:?} {language:?}");
        }
        assert_eq!(choose(&Program::new("toy", "1", vec![]), &Manner::default()), None);
    }
}
