//! Rows on disk: a line of JSON for each, written when it is measured, so that an interrupted run
//! loses one row at most.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use kokoro_weights::files::FileError;

use crate::error::{Error, Result};
use crate::row::AblationRow;
use crate::run_key::RunKey;

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Key(RunKey),
    Row(AblationRow),
}

/// The file of an ablation's rows, open and locked: one run at a time.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    key: Option<RunKey>,
    rows: Vec<AblationRow>,
}

impl Journal {
    /// Opens or makes the file; `anew` drops what is in it. A torn last line is dropped.
    ///
    /// # Errors
    /// [`Error::Io`]; [`Error::Busy`] if another process has the file open; [`Error::Journal`] for
    /// a line that is no row.
    pub fn open(path: &Path, anew: bool) -> Result<Self> {
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create(true).truncate(false).open(path);
        let mut file = file.map_err(FileError::on("open", path))?;
        file.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => Error::Busy { path: path.into() },
            TryLockError::Error(source) => FileError::on("lock", path)(source).into(),
        })?;
        if anew {
            file.set_len(0).map_err(FileError::on("empty", path))?;
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(FileError::on("read", path))?;
        let whole = bytes.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
        file.set_len(whole as u64).map_err(FileError::on("shorten", path))?;
        file.seek(SeekFrom::End(0)).map_err(FileError::on("read", path))?;
        let mut journal = Self { path: path.into(), file, key: None, rows: Vec::new() };
        for (number, line) in bytes[..whole].split(|&byte| byte == b'\n').enumerate() {
            if !line.is_empty() {
                journal.take(line, number + 1)?;
            }
        }
        Ok(journal)
    }

    fn take(&mut self, line: &[u8], number: usize) -> Result<()> {
        let damaged = |source| Error::Journal { path: self.path.clone(), line: number, source };
        match serde_json::from_slice(line).map_err(damaged)? {
            Line::Key(key) => self.key = Some(key),
            Line::Row(row) => self.keep(row),
        }
        Ok(())
    }

    /// A later row of the same sentence and path replaces an earlier one.
    fn keep(&mut self, row: AblationRow) {
        self.rows.retain(|old| (&old.sentence, &old.path) != (&row.sentence, &row.path));
        self.rows.push(row);
    }

    /// Makes sure that the rows in the file do not conflict with this key, and writes the key if it
    /// has entries that the file lacks. Gives the union of this key and that of the file.
    ///
    /// # Errors
    /// [`Error::OtherRun`] names the first thing that differs.
    pub fn admit(&mut self, key: &RunKey) -> Result<RunKey> {
        let mut all = key.clone();
        if let Some(old) = &self.key {
            if let Some((what, expected, found)) = key.conflict(old) {
                return Err(Error::OtherRun { path: self.path.clone(), what, expected, found });
            }
            all.extend(old);
        }
        if self.key.as_ref() != Some(&all) {
            self.write(&Line::Key(all.clone()))?;
            self.key = Some(all.clone());
        }
        Ok(all)
    }

    /// All rows, the last one of each sentence and path.
    pub fn rows(&self) -> &[AblationRow] {
        &self.rows
    }

    /// Whether there is nothing left to do for this sentence and path.
    pub fn has(&self, sentence: &str, path: &str) -> bool {
        self.rows.iter().any(|row| row.sentence == sentence && row.path == path && row.is_final())
    }

    /// Writes a row.
    pub fn add(&mut self, row: AblationRow) -> Result<()> {
        let line = Line::Row(row);
        self.write(&line)?;
        if let Line::Row(row) = line {
            self.keep(row);
        }
        Ok(())
    }

    fn write(&mut self, line: &Line) -> Result<()> {
        let json = serde_json::to_string(line).map_err(Error::json("a row"))?;
        let written = self.file.write_all(format!("{json}\n").as_bytes());
        let written = written.and_then(|()| self.file.sync_data());
        Ok(written.map_err(FileError::on("write", &self.path))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row::RowOutcome;

    fn key(weights: &str) -> RunKey {
        RunKey::from_entries(&[("weights", weights)])
    }

    fn row(sentence: &str, outcome: RowOutcome) -> AblationRow {
        let (sentence, voice, path) = (sentence.into(), "af_heart".into(), "cpu-f32".into());
        AblationRow {
            sentence,
            voice,
            path,
            bucket: Some(200),
            frames: 9,
            audio_seconds: 0.225,
            outcome,
        }
    }

    #[test]
    fn a_torn_line_is_dropped_and_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.jsonl");
        let fits = |longest| RowOutcome::DoesNotFit { longest };
        let mut journal = Journal::open(&path, false).unwrap();
        journal.admit(&key("a")).unwrap();
        journal.add(row("one", fits(200))).unwrap();
        journal.add(row("two", fits(200))).unwrap();
        drop(journal);
        let whole = std::fs::read(&path).unwrap();
        for cut in 1..40 {
            std::fs::write(&path, &whole[..whole.len() - cut]).unwrap();
            let mut journal = Journal::open(&path, false).unwrap();
            journal.admit(&key("a")).unwrap();
            assert!(journal.has("one", "cpu-f32") && !journal.has("two", "cpu-f32"), "cut {cut}");
            journal.add(row("two", fits(200))).unwrap();
            drop(journal);
            assert_eq!(std::fs::read(&path).unwrap(), whole, "cut {cut}");
        }
    }

    #[test]
    fn another_key_is_refused_and_force_begins_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.jsonl");
        let mut journal = Journal::open(&path, false).unwrap();
        journal.admit(&key("a")).unwrap();
        journal.add(row("one", RowOutcome::DoesNotFit { longest: 200 })).unwrap();
        let second = Journal::open(&path, false).unwrap_err().to_string();
        assert!(second.contains("another run"), "{second}");
        drop(journal);
        let error = Journal::open(&path, false).unwrap().admit(&key("b")).unwrap_err().to_string();
        assert!(error.contains("weights") && error.contains("another folder"), "{error}");
        let mut journal = Journal::open(&path, true).unwrap();
        journal.admit(&key("b")).unwrap();
        assert!(journal.rows().is_empty());
    }

    #[test]
    fn a_failure_is_tried_again_and_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.jsonl");
        let mut journal = Journal::open(&path, false).unwrap();
        journal.add(row("one", RowOutcome::Failed { error: "no library".into() })).unwrap();
        assert!(!journal.has("one", "cpu-f32"));
        journal.add(row("one", RowOutcome::DoesNotFit { longest: 200 })).unwrap();
        drop(journal);
        let journal = Journal::open(&path, false).unwrap();
        assert_eq!(journal.rows().len(), 1);
        assert!(journal.has("one", "cpu-f32"));
    }

    #[test]
    fn a_damaged_line_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.jsonl");
        std::fs::write(&path, "{\"row\": 7}\n").unwrap();
        let error = Journal::open(&path, false).unwrap_err();
        assert!(matches!(error, Error::Journal { line: 1, .. }), "{error}");
    }
}
