//! Which voice `voice` asks for.

use crate::speech::{Gender, VoiceChoice};

use super::attributes::{Attributes, Value};
use super::notes::Notes;

/// The choice of a `voice` element whose text is in `language`, if it says so, within `around`. A
/// name stands for itself; without one, what the element does not say is as around it. None if it
/// says nothing.
pub(super) fn choice(
    attributes: &mut Attributes,
    language: Option<&str>,
    around: Option<&VoiceChoice>,
    notes: &mut Notes,
) -> Option<VoiceChoice> {
    let name = attributes.take_word("name");
    let gender = attributes.take_word("gender").and_then(|value| gender(&value, notes));
    let languages = attributes.take_word("languages").and_then(first_language);
    let language = languages.or(language.map(str::to_owned));
    if let Some(name) = name {
        return Some(VoiceChoice { names: names(&name.text), gender, language });
    }
    let says_something = gender.is_some() || language.is_some();
    let (outer_gender, outer_language) =
        around.map(|around| (around.gender, around.language.clone())).unwrap_or_default();
    says_something.then(|| VoiceChoice {
        names: Vec::new(),
        gender: gender.or(outer_gender),
        language: language.or(outer_language),
    })
}

fn gender(value: &Value, notes: &mut Notes) -> Option<Gender> {
    let gender = match value.text.to_ascii_lowercase().as_str() {
        "female" => Gender::Female,
        "male" => Gender::Male,
        "neutral" => Gender::Neutral,
        _ => {
            let message = format!("the gender {:?} is not female, male or neutral", value.text);
            notes.warn(message, value.source.clone());
            return None;
        }
    };
    Some(gender)
}

/// The first of several languages, as in `en:en-GB fr`: of a language with an accent, the accent.
fn first_language(value: Value) -> Option<String> {
    let first = value.text.split_whitespace().next()?;
    let accent = first.split_once(':').map_or(first, |(_, accent)| accent);
    Some(accent.to_owned())
}

/// The names in a list with spaces. Spaces beside the signs of a blend divide no names:
/// `a(2) + b(1) c` has two.
fn names(list: &str) -> Vec<String> {
    const JOINTS: [char; 7] = ['+', '-', '*', ',', ':', '(', ')'];
    let opens = |name: &str| name.ends_with(JOINTS) && !name.ends_with(')');
    let goes_on = |name: &str| name.starts_with(JOINTS);
    let mut names: Vec<String> = Vec::new();
    for word in list.split_whitespace() {
        match names.last_mut() {
            Some(last) if opens(last) || goes_on(word) => last.push_str(word),
            _ => names.push(word.to_owned()),
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blends_are_one_name() {
        for (list, wanted) in [
            ("af_heart", vec!["af_heart"]),
            ("Mike  Ann", vec!["Mike", "Ann"]),
            ("af_heart(2) + af_bella(1) am_adam", vec!["af_heart(2)+af_bella(1)", "am_adam"]),
            ("0.7 * a - b", vec!["0.7*a-b"]),
            ("a:60, b:40", vec!["a:60,b:40"]),
            ("", vec![]),
        ] {
            assert_eq!(names(list), wanted, "{list}");
        }
    }
}
