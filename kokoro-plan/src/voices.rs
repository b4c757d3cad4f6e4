//! The voice that a text asks for.

use kokoro_document::{Gender, VoiceChoice};
use kokoro_text::Language;

use crate::languages::of_tag;

/// What becomes of a wish for a voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub voice: String,
    /// What of the wish cannot be had.
    pub missed: Option<String>,
}

/// Chooses a voice or a blend from `voices`, the names of all. If there are none, any name will do,
/// and of a language its usual voice.
/// `current` stays where it is as good as another, and where none is as it is wanted.
///
/// Names tell what voices are, as upstream gives them: the first letter is the code of the
/// language, the second `f` or `m`.
pub(crate) fn choose(wish: &VoiceChoice, current: &str, voices: &[String]) -> Chosen {
    if let Some(name) = wish.names.iter().find(|name| is_known(name, voices)) {
        return Chosen { voice: name.clone(), missed: None };
    }
    let unknown = match wish.names.as_slice() {
        [] => None,
        names => Some(format!("no voice is named {}", names.join(" or "))),
    };
    let language = match &wish.language {
        Some(tag) => match of_tag(tag, None) {
            Some(language) => Some(language),
            None => {
                let missed = format!("no voice speaks the language {tag:?}");
                return Chosen { voice: current.to_owned(), missed: Some(missed) };
            }
        },
        None => None,
    };
    let gender = match wish.gender {
        Some(Gender::Female) => Some('f'),
        Some(Gender::Male) => Some('m'),
        Some(Gender::Neutral) | None => None,
    };
    if language.is_none() && gender.is_none() {
        return Chosen { voice: current.to_owned(), missed: unknown };
    }
    match closest(language, gender, current, voices) {
        Some(voice) => Chosen { voice, missed: unknown },
        None => {
            let missed = unknown.unwrap_or_else(|| {
                "no voice has the gender and the language that are wanted".to_owned()
            });
            Chosen { voice: current.to_owned(), missed: Some(missed) }
        }
    }
}

/// The voice of this language and gender that is most like `current`: of its language and gender if
/// these do not matter; else the language's own, else the first.
fn closest(
    language: Option<Language>,
    gender: Option<char>,
    current: &str,
    voices: &[String],
) -> Option<String> {
    let own_language = Language::from_voice(current);
    let own_gender = own_language.and_then(|_| current.chars().nth(1));
    let language = language.or(own_language)?;
    let has = |name: &str, gender: Option<char>| {
        Language::from_voice(name) == Some(language)
            && gender.is_none_or(|gender| name.chars().nth(1) == Some(gender))
    };
    if has(current, gender) {
        return Some(current.to_owned());
    }
    let usual = language.default_voice();
    if voices.is_empty() && has(usual, gender) {
        return Some(usual.to_owned());
    }
    for gender in [gender.or(own_gender), gender] {
        let mut of_kind = voices.iter().filter(|name| has(name, gender));
        let first = of_kind.clone().next();
        if let Some(voice) = of_kind.find(|name| name.as_str() == usual).or(first) {
            return Some(voice.clone());
        }
    }
    None
}

/// Whether a name, or each voice in a blend, is one of `voices`.
fn is_known(name: &str, voices: &[String]) -> bool {
    let parts = name.split(|c: char| !c.is_alphanumeric() && c != '_');
    let mut named = parts.filter(|part| part.contains(char::is_alphabetic)).peekable();
    named.peek().is_some()
        && (voices.is_empty() || named.all(|part| voices.iter().any(|voice| voice == part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(names: &[&str], gender: Option<Gender>, language: Option<&str>) -> VoiceChoice {
        let mut wish = VoiceChoice::default();
        wish.names = names.iter().map(|name| (*name).to_owned()).collect();
        (wish.gender, wish.language) = (gender, language.map(str::to_owned));
        wish
    }

    #[test]
    fn names_genders_and_languages_choose_a_voice() {
        let voices: Vec<String> =
            ["af_bella", "af_heart", "am_adam", "bf_emma", "bm_george", "ff_siwis"]
                .map(str::to_owned)
                .into();
        let (female, male) = (Some(Gender::Female), Some(Gender::Male));
        for (names, gender, language, voice, missed) in [
            (&["am_adam"][..], None, None, "am_adam", false),
            (&["x", "am_adam"], female, None, "am_adam", false),
            (&["af_heart(2)+am_adam"], None, None, "af_heart(2)+am_adam", false),
            (&["0.7*af_heart+0.3*nobody"], None, None, "af_bella", true),
            (&["x"], male, None, "am_adam", true),
            (&[], male, None, "am_adam", false),
            (&[], female, None, "af_bella", false),
            (&[], Some(Gender::Neutral), None, "af_bella", true),
            (&[], None, Some("en-GB"), "bf_emma", false),
            (&[], male, Some("en-GB"), "bm_george", false),
            (&[], None, Some("fr-CA"), "ff_siwis", false),
            (&[], male, Some("fr"), "af_bella", true),
            (&[], None, Some("tlh"), "af_bella", true),
            (&[], None, Some("en"), "af_bella", false),
        ] {
            let chosen = choose(&choice(names, gender, language), "af_bella", &voices);
            let missed = missed && gender != Some(Gender::Neutral);
            assert_eq!(
                (chosen.voice.as_str(), chosen.missed.is_some()),
                (voice, missed),
                "{names:?}"
            );
        }
        assert_eq!(choose(&choice(&["x"], None, None), "y", &[]).voice, "x");
        assert_eq!(choose(&choice(&[], None, Some("fr")), "y", &[]).voice, "ff_siwis");
    }
}
