//! The field `lexicon`: how words are said.

use kokoro::text::user_lexicon::{Format, UserLexicon};
use serde_json::{Map, Value};

use crate::ApiError;
use crate::fields::wrong_type;

/// The most entries of a lexicon that comes with a request: each costs time before the first sound.
const MOST_ENTRIES: usize = 10_000;
/// The most bytes of one.
const LARGEST: usize = 1 << 20;
/// The most regular expressions: one may take a megabyte of memory.
const MOST_EXPRESSIONS: usize = 100;

/// Reads an object of words, each with its phonemes between slashes or a respelling; or a text in
/// the form of lexicon files.
///
/// # Errors
/// It is neither, an entry is wrong, or there are too many.
pub(super) fn lexicon(value: Value) -> Result<UserLexicon, ApiError> {
    match value {
        Value::Object(words) => of_words(&words),
        Value::String(text) => of_text(&text),
        other => Err(wrong_type("lexicon", "an object of words, or TOML as a string", &other)),
    }
}

fn of_text(text: &str) -> Result<UserLexicon, ApiError> {
    within("bytes", text.len(), LARGEST)?;
    within("regular expressions", text.matches("regex").count(), MOST_EXPRESSIONS)?;
    let lexicon = UserLexicon::parse(text, Format::Toml, "lexicon");
    let lexicon = lexicon.map_err(|error| invalid(&error.to_string()))?;
    within("entries", lexicon.len(), MOST_ENTRIES)?;
    Ok(lexicon)
}

fn of_words(words: &Map<String, Value>) -> Result<UserLexicon, ApiError> {
    within("entries", words.len(), MOST_ENTRIES)?;
    if words.is_empty() {
        return Ok(UserLexicon::default());
    }
    // An entry a line, after the first line, so that the line of a fault tells its word.
    let mut text = String::from("entry = [\n");
    for (word, said) in words {
        let Value::String(said) = said else {
            let expected = "phonemes such as \"/kəˈkɔɹO/\" or a respelling for each word";
            return Err(wrong_type("lexicon", expected, said));
        };
        let slashed = said.trim().strip_prefix('/').and_then(|said| said.strip_suffix('/'));
        let (key, said) = match slashed {
            Some(phonemes) => ("phonemes", phonemes),
            None => ("respelling", said.as_str()),
        };
        text += &format!("{{ word = {}, {key} = {} }},\n", quoted(word), quoted(said));
    }
    within("bytes", text.len(), LARGEST)?;
    text += "]\n";
    UserLexicon::parse(&text, Format::Toml, "lexicon").map_err(|error| {
        let word = words.keys().nth(error.line.saturating_sub(2)).map_or("", String::as_str);
        let word: String = word.chars().take(64).collect();
        invalid(&format!("the entry of {word:?}: {}", error.problem))
    })
}

/// A text as TOML has it in quotation marks.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted += &format!("\\u{:04X}", u32::from(c)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

fn within(what: &str, found: usize, most: usize) -> Result<(), ApiError> {
    if found <= most {
        return Ok(());
    }
    Err(invalid(&format!("expected at most {most} {what}, found {found}")))
}

fn invalid(message: &str) -> ApiError {
    ApiError::invalid("lexicon", "invalid_value", format!("`lexicon`: {message}"))
}

#[cfg(test)]
mod tests {
    use kokoro::text::user_lexicon::{Matcher, Replacement};
    use serde_json::json;

    use super::*;

    fn said(lexicon: &UserLexicon, text: &str) -> Vec<Replacement> {
        let matches = Matcher::new(lexicon, "en-us").matches(text);
        matches.into_iter().map(|found| found.replacement).collect()
    }

    #[test]
    fn words_have_phonemes_or_respellings() {
        let read = lexicon(json!({ "Kokoro": "/kəkˈɔɹO/", "Nguyen": "win", "a\"\\b": "x" }));
        let found = said(&read.unwrap(), "Kokoro Nguyen");
        let expected =
            [Replacement::Phonemes("kəkˈɔɹO".into()), Replacement::Respelling("win".into())];
        assert_eq!(found, expected);
        let toml = "[[entry]]\nword = \"Nguyen\"\nrespelling = \"win\"";
        assert_eq!(said(&lexicon(json!(toml)).unwrap(), "Nguyen").len(), 1);
        assert!(lexicon(json!({})).unwrap().is_empty());
    }

    #[test]
    fn the_word_of_a_fault_is_told() {
        for (value, found) in [
            (json!({ "a": "b", "c": "/☃/" }), "the entry of \"c\""),
            (json!({ "a": "b\u{7f}\n" }), "the entry of \"a\""),
            (json!({ "a": 1 }), "for each word, found 1"),
            (json!({ "a": "" }), "the entry of \"a\""),
            (json!("word ="), "lexicon, line 1"),
            (json!(["a"]), "found an array"),
            (json!("regex ".repeat(101)), "regular expressions"),
            (json!("#".repeat(LARGEST + 1)), "bytes"),
        ] {
            let error = lexicon(value).unwrap_err();
            assert!(error.message.contains(found), "{}", error.message);
        }
    }
}
