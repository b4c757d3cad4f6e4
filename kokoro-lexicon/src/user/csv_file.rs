//! Entries in CSV (RFC 4180): a header that names the columns, then an entry a row.
//!
//! A line that begins with `#` is a comment. Fields lose the white space around them. A row may
//! have fewer fields than the header; an empty field is a value that the entry does not have, and a
//! row of empty fields is none.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::error::Problem;
use super::raw::RawEntry;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Word,
    Regex,
    Phonemes,
    Respelling,
    Case,
    Language,
}

/// The entries of `text`, or the line of a fault and the fault.
pub(super) fn entries(text: &str) -> Result<Vec<RawEntry>, (usize, Problem)> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut columns: Option<Vec<Column>> = None;
    let mut entries = Vec::new();
    let mut record = StringRecord::new();
    // A &str is valid UTF-8 and reading it does not fail: rows may have any number of fields.
    while reader.read_record(&mut record).unwrap_or(false) {
        let line = line_of(text, &record);
        if record.iter().any(|field| field.contains(['\n', '\r'])) {
            return Err((line, Problem::LineBreak));
        }
        if record.iter().all(str::is_empty) {
            continue;
        }
        match &columns {
            None => columns = Some(header(&record).map_err(|problem| (line, problem))?),
            Some(columns) => {
                entries.push(entry(columns, &record, line).map_err(|problem| (line, problem))?);
            }
        }
    }
    Ok(entries)
}

/// The line on which `record` begins. The reader counts from the end of the record before, so that
/// blank lines and comments in between are still to be passed.
fn line_of(text: &str, record: &StringRecord) -> usize {
    let (at, line) = match record.position() {
        Some(position) => (position.byte() as usize, position.line() as usize),
        None => (0, 1),
    };
    let rows = text.get(at..).unwrap_or_default().split('\n');
    let passed = rows.take_while(|row| matches!(row.as_bytes(), [] | [b'\r'] | [b'#', ..]));
    line + passed.count()
}

fn header(record: &StringRecord) -> Result<Vec<Column>, Problem> {
    let mut columns = Vec::new();
    for name in record {
        let column = match name.to_ascii_lowercase().as_str() {
            "word" => Column::Word,
            "regex" => Column::Regex,
            "phonemes" => Column::Phonemes,
            "respelling" => Column::Respelling,
            "case" => Column::Case,
            "language" => Column::Language,
            _ => return Err(Problem::UnknownColumn(name.to_owned())),
        };
        if columns.contains(&column) {
            return Err(Problem::ColumnTwice(name.to_owned()));
        }
        columns.push(column);
    }
    Ok(columns)
}

fn entry(columns: &[Column], record: &StringRecord, line: usize) -> Result<RawEntry, Problem> {
    if record.len() > columns.len() {
        return Err(Problem::TooManyFields { columns: columns.len(), fields: record.len() });
    }
    let mut entry = RawEntry { line, ..RawEntry::default() };
    for (column, field) in columns.iter().zip(record) {
        let value = (!field.is_empty()).then(|| field.to_owned());
        match column {
            Column::Word => entry.word = value,
            Column::Regex => entry.regex = value,
            Column::Phonemes => entry.phonemes = value,
            Column::Respelling => entry.respelling = value,
            Column::Case => entry.case = value,
            Column::Language => entry.language = value,
        }
    }
    Ok(entry)
}
