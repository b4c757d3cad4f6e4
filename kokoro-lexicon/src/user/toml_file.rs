//! Entries in TOML: an array of tables named `entry`.

use serde::Deserialize;
use toml::Spanned;

use super::error::Problem;
use super::raw::RawEntry;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    entry: Vec<Spanned<Table>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    word: Option<String>,
    regex: Option<String>,
    phonemes: Option<String>,
    respelling: Option<String>,
    case: Option<String>,
    language: Option<String>,
}

/// The entries of `text`, or the line of a fault and the fault.
pub(super) fn entries(text: &str) -> Result<Vec<RawEntry>, (usize, Problem)> {
    let file: File = toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        (line_of(text, start), Problem::Toml(error.message().to_owned()))
    })?;
    let mut line = 1;
    let mut counted = 0;
    Ok(file
        .entry
        .into_iter()
        .map(|table| {
            let start = table.span().start.max(counted);
            line += newlines(&text.as_bytes()[counted..start]);
            counted = start;
            let table = table.into_inner();
            RawEntry {
                line,
                word: table.word,
                regex: table.regex,
                phonemes: table.phonemes,
                respelling: table.respelling,
                case: table.case,
                language: table.language,
            }
        })
        .collect())
}

fn line_of(text: &str, at: usize) -> usize {
    1 + newlines(&text.as_bytes()[..at.min(text.len())])
}

fn newlines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte == b'\n').count()
}
