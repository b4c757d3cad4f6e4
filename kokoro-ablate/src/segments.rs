//! The segments that a run needs: those of the folder, and those that are made there.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use kokoro_export::Exporter;
use kokoro_export::quantize::Scheme;
use kokoro_npu::SegmentPrecision;
use kokoro_npu::decoder::SegmentFile;
use kokoro_npu::segment::file_name;
use kokoro_npu::target::Target;
use kokoro_weights::Weights;

use super::plan::{Host, Plan};
use crate::Result;

/// The segments of a run by their files' names, each found or made, or why it could not be.
#[derive(Debug, Default)]
pub(super) struct Segments(BTreeMap<String, Result<SegmentFile, String>>);

impl Segments {
    /// Finds or makes a segment for each bucket, and each precision and target of the plan's paths. A segment of other weights or of
    /// another exporter is a failure, not replaced: it is the user's.
    pub fn gather(weights: &Weights, plan: &Plan, buckets: &[usize], host: &mut dyn Host) -> Self {
        let mut maker = Maker { weights, plan, exporter: None, schemes: BTreeMap::new() };
        let mut found = BTreeMap::new();
        for (precision, target) in plan.paths.iter().filter_map(|path| path.segment()) {
            for &frames in buckets {
                let name = file_name(frames, precision, target);
                if found.contains_key(&name) {
                    continue;
                }
                let path = plan.segments.join(&name);
                let made = match path.exists() {
                    true => Ok(()),
                    false => maker.make(precision, target, frames, host),
                };
                let file = made.and_then(|()| Ok(SegmentFile::read(&path, weights)?));
                found.insert(name, file.map_err(|error| error.to_string()));
            }
        }
        Self(found)
    }

    /// A segment by its precision, target and frames.
    pub fn get(
        &self,
        (precision, target): (SegmentPrecision, Target),
        frames: usize,
    ) -> Result<&SegmentFile, String> {
        let name = file_name(frames, precision, target);
        match self.0.get(&name) {
            Some(Ok(file)) => Ok(file),
            Some(Err(error)) => Err(error.clone()),
            None => Err(format!("no segment {name}")),
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

/// Makes segments, with one calibration for each precision.
struct Maker<'a> {
    weights: &'a Weights,
    plan: &'a Plan,
    exporter: Option<Exporter>,
    schemes: BTreeMap<SegmentPrecision, Scheme>,
}

impl Maker<'_> {
    fn make(
        &mut self,
        precision: SegmentPrecision,
        target: Target,
        frames: usize,
        host: &mut dyn Host,
    ) -> Result<()> {
        target.opset(precision)?;
        let doing = format!("making {}", file_name(frames, precision, target));
        host.progress(0, 1, &doing);
        let exporter = match &mut self.exporter {
            Some(exporter) => exporter,
            none => none.insert(Exporter::new(self.weights)?),
        };
        let scheme = match self.schemes.entry(precision) {
            Entry::Occupied(scheme) => scheme.into_mut(),
            Entry::Vacant(none) => {
                let progress = |done, all| host.progress(done, all, &doing);
                none.insert(exporter.scheme(precision, &[], progress)?)
            }
        };
        exporter.export_with(scheme, frames, target, &self.plan.segments)?;
        Ok(())
    }
}
