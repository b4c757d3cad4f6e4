//! From what a file says to entries, each checked.

use std::collections::HashMap;

use regex::{Regex, RegexBuilder};

use super::entry::{Entry, Pattern, Template};
use super::error::{Found, Problem};
use super::raw::RawEntry;
use super::{fold, ipa, language, template};

/// The longest word or phrase, in bytes. It bounds how far a lookup reads.
const LONGEST_WORD: usize = 256;
/// The longest regular expression, in bytes.
const LONGEST_REGEX: usize = 4096;
/// The most memory that a compiled regular expression takes, in bytes.
const REGEX_MEMORY: usize = 1 << 20;

/// The entries of a file, or the line of the first fault and the fault.
pub(super) fn entries(raw: Vec<RawEntry>) -> Result<Vec<Entry>, (usize, Problem)> {
    let mut lines = HashMap::new();
    let mut entries = Vec::with_capacity(raw.len());
    for (number, raw) in raw.into_iter().enumerate() {
        let line = raw.line;
        let entry = entry(raw, number).map_err(|problem| (line, problem))?;
        if let Some(first) = lines.insert(identity(&entry), line) {
            return Err((line, Problem::Duplicate(first)));
        }
        entries.push(entry);
    }
    Ok(entries)
}

/// What no two entries of a file share.
fn identity(entry: &Entry) -> (bool, String, bool, Option<&'static str>) {
    let (regex, pattern) = match &entry.pattern {
        Pattern::Literal(word) => (false, word.clone()),
        Pattern::Regex { plain, .. } => (true, plain.as_str().to_owned()),
    };
    (regex, pattern, entry.exact, entry.language)
}

fn entry(raw: RawEntry, number: usize) -> Result<Entry, Problem> {
    let exact = match raw.case.as_deref() {
        None | Some("ignore") => false,
        Some("exact") => true,
        Some(other) => return Err(Problem::UnknownCase(other.to_owned())),
    };
    let language = match raw.language {
        None => None,
        Some(tag) => Some(language::tag(&tag).ok_or(Problem::UnknownLanguage { found: tag })?),
    };
    let pattern = match (raw.word, raw.regex) {
        (Some(word), None) => Pattern::Literal(literal(&word, exact)?),
        (None, Some(written)) => regex(&written, exact)?,
        (None, None) => return Err(Problem::Pattern(Found::Neither)),
        (Some(_), Some(_)) => return Err(Problem::Pattern(Found::Both)),
    };
    let template = match (raw.phonemes, raw.respelling) {
        (Some(phonemes), None) => Template::Phonemes(ipa::symbols(filled("phonemes", &phonemes)?)?),
        (None, Some(text)) => Template::Respelling(respelling(&text, &pattern)?),
        (None, None) => return Err(Problem::Replacement(Found::Neither)),
        (Some(_), Some(_)) => return Err(Problem::Replacement(Found::Both)),
    };
    Ok(Entry { pattern, exact, language, template, order: (0, number) })
}

fn filled<'a>(name: &'static str, text: &'a str) -> Result<&'a str, Problem> {
    let text = text.trim();
    if text.is_empty() { Err(Problem::Empty(name)) } else { Ok(text) }
}

fn literal(word: &str, exact: bool) -> Result<String, Problem> {
    let key = fold::key(filled("word", word)?, exact);
    within(key.len(), LONGEST_WORD)?;
    Ok(key)
}

fn regex(written: &str, exact: bool) -> Result<Pattern, Problem> {
    within(filled("regex", written)?.len(), LONGEST_REGEX)?;
    let compile = |regex: &str| -> Result<Regex, Problem> {
        RegexBuilder::new(regex)
            .case_insensitive(!exact)
            .size_limit(REGEX_MEMORY)
            .build()
            .map_err(|error| Problem::Regex(error.to_string()))
    };
    let plain = compile(written)?;
    let words = compile(&format!(r"\b{{start-half}}(?:{written})\b{{end-half}}"))?;
    Ok(Pattern::Regex { words, plain })
}

fn within(found: usize, limit: usize) -> Result<(), Problem> {
    if found > limit { Err(Problem::TooLong { limit, found }) } else { Ok(()) }
}

fn respelling(text: &str, pattern: &Pattern) -> Result<String, Problem> {
    let text = filled("respelling", text)?;
    if let Some(control) = text.chars().find(|c| c.is_control()) {
        return Err(Problem::Control(control));
    }
    if let Pattern::Regex { plain, .. } = pattern {
        template::check(text, plain)?;
    }
    Ok(text.to_owned())
}
