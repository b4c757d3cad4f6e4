//! The voices as Home Assistant lists them.

use kokoro::{Language, SpeechOptions};
use wyoming_server::{Attribution, Program, Voice};

use crate::AppState;

/// The program with all voices, the default first. Names stay the same over versions, because Home
/// Assistant remembers them.
pub fn program(state: &AppState) -> Program {
    let default = &state.options().voice;
    let mut names: Vec<&str> = state.kokoro().voices().filter(|name| name != default).collect();
    names.sort_unstable();
    names.insert(0, default);
    let voices = names.into_iter().map(|name| described(name, state)).collect();
    let mut program = Program::new("kokoro", env!("CARGO_PKG_VERSION"), voices);
    program.description = "Kokoro-82M text to speech".into();
    program.attribution = Attribution::new("hexgrad", "https://huggingface.co/hexgrad/Kokoro-82M");
    program
}

/// How a voice speaks: in its own language, else in the server's.
pub fn voice(name: &str, state: &AppState) -> SpeechOptions {
    let options = SpeechOptions::new(name);
    let language = options.text_language().ok().or(state.options().language);
    options.language(language)
}

fn described(name: &str, state: &AppState) -> Voice {
    let language = voice(name, state).language;
    let mut voice = Voice::new(name, language.map(tag).into_iter().map(String::from).collect());
    voice.description = description(name).unwrap_or_else(|| name.to_owned());
    voice
}

/// "Heart (female, American English)" of "af_heart"; `None` of a name of another form.
fn description(name: &str) -> Option<String> {
    let language = Language::from_voice(name)?.name();
    let gender = if name.get(1..2)? == "f" { "female" } else { "male" };
    let own = name.get(3..)?;
    let is_plain = own.chars().all(|letter| letter.is_ascii_alphanumeric());
    let (first, rest) = own.split_at_checked(1)?;
    is_plain.then(|| format!("{}{rest} ({gender}, {language})", first.to_ascii_uppercase()))
}

/// A tag as Home Assistant writes it, with a region.
fn tag(language: Language) -> &'static str {
    match language {
        Language::AmericanEnglish => "en-US",
        Language::BritishEnglish => "en-GB",
        Language::Spanish => "es-ES",
        Language::French => "fr-FR",
        Language::Hindi => "hi-IN",
        Language::Italian => "it-IT",
        Language::Japanese => "ja-JP",
        Language::BrazilianPortuguese => "pt-BR",
        Language::Mandarin => "zh-CN",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn voices_are_described_by_their_names() {
        assert_eq!(description("af_heart").unwrap(), "Heart (female, American English)");
        assert_eq!(description("zm_yunxi").unwrap(), "Yunxi (male, Mandarin Chinese)");
        for name in ["af_heart(2)+bf_emma", "mine", "xf_heart", "af_", "", "é"] {
            assert_eq!(description(name), None, "{name}");
        }
    }
}
