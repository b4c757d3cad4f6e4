//! The segments that a run needs: those of the folder, and those that are made there.

use std::collections::BTreeMap;
use std::path::PathBuf;

use kokoro_weights::Weights;

use super::plan::{Host, Plan};
use crate::Result;
use crate::decoder::SegmentFile;
use crate::export::{EXPORTER, Export, Exporter};
use crate::quantize::Precision;
use crate::segment::Metadata;

/// The segments of a run by their files' names, each found or made, or why it could not be.
#[derive(Debug, Default)]
pub(super) struct Segments(BTreeMap<String, Result<SegmentFile, String>>);

impl Segments {
    /// Finds or makes a segment for each bucket and each precision of the plan's paths. A segment of other weights or of another exporter is a
    /// failure, not replaced: it is the user's.
    pub fn gather(weights: &Weights, plan: &Plan, buckets: &[usize], host: &mut dyn Host) -> Self {
        let mut precisions: Vec<Precision> = Vec::new();
        for precision in plan.paths.iter().filter_map(|path| path.precision()) {
            if !precisions.contains(&precision) {
                precisions.push(precision);
            }
        }
        let mut exporter = None;
        let mut found = BTreeMap::new();
        for precision in precisions {
            for &frames in buckets {
                let name = file_name(precision, frames);
                let path = plan.segments.join(&name);
                let made = match path.exists() {
                    true => Ok(path),
                    false => make(weights, plan, &mut exporter, (precision, frames), host),
                };
                let file = made.and_then(|path| SegmentFile::read(&path, weights));
                found.insert(name, file.map_err(|error| error.to_string()));
            }
        }
        Self(found)
    }

    /// A segment by its precision and frames.
    pub fn get(&self, precision: Precision, frames: usize) -> Result<&SegmentFile, String> {
        match self.0.get(&file_name(precision, frames)) {
            Some(Ok(file)) => Ok(file),
            Some(Err(error)) => Err(error.clone()),
            None => Err(format!("no segment {}", file_name(precision, frames))),
        }
    }

    /// Names and hashes of those that are there.
    pub fn hashes(&self) -> impl Iterator<Item = (&str, String)> {
        let hash = |file: &SegmentFile| file.sha256.clone();
        self.0
            .iter()
            .filter_map(move |(name, file)| Some((name.as_str(), hash(file.as_ref().ok()?))))
    }
}

/// The name of a segment's file, whatever its weights.
pub(super) fn file_name(precision: Precision, frames: usize) -> String {
    Metadata { frames, precision, weights: String::new(), exporter: EXPORTER.into() }.file_name()
}

fn make(
    weights: &Weights,
    plan: &Plan,
    exporter: &mut Option<Exporter>,
    (precision, frames): (Precision, usize),
    host: &mut dyn Host,
) -> Result<PathBuf> {
    let doing = format!("making {}", file_name(precision, frames));
    host.progress(0, 1, &doing);
    let exporter = match exporter {
        Some(exporter) => exporter,
        None => exporter.insert(Exporter::new(weights)?),
    };
    let export = Export { frames, precision, float: Vec::new() };
    exporter.export(&export, &plan.segments, |done, all| host.progress(done, all, &doing))
}
