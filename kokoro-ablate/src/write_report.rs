//! The files of a report.

use kokoro_weights::files::write_atomically;

use crate::error::{Error, Result};
use crate::folder::Folder;
use crate::report::AblationReport;
use crate::{markdown, plots};

/// Writes `report.json`, `report.md` and the plots.
pub(super) fn write_report(report: &AblationReport, folder: Folder<'_>) -> Result<()> {
    let json = serde_json::to_string_pretty(report).map_err(Error::json("the report"))?;
    write_atomically(folder.file("report.json"), json)?;
    let plots = plots::draw(report, folder)?;
    Ok(write_atomically(folder.file("report.md"), markdown::page(report, &plots))?)
}
