//! The segments that a run needs: those of the folder, and those that are made there.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use kokoro_export::Exporter;
use kokoro_export::quantize::Scheme;
use kokoro_npu::SegmentPrecision;
use kokoro_npu::decoder::SegmentFile;
use kokoro_weights::Weights;

use crate::error::Result;
use crate::host::Host;
use crate::path::SegmentKind;
use crate::path_error::PathError;
use crate::plan::AblationPlan;

/// The segments of a run by their files' names, each found or made, or why it could not be.
#[derive(Debug, Default)]
pub(super) struct Segments(BTreeMap<String, Result<SegmentFile, PathError>>);

impl Segments {
    /// Finds or makes a segment for each bucket, and each precision and target of the plan's paths.
    /// A file of other weights or of another exporter counts as a failure. It is not replaced,
    /// because it belongs to the user.
    pub fn gather(
        weights: &Weights,
        plan: &AblationPlan,
        buckets: &[usize],
        host: &mut dyn Host,
    ) -> Self {
        let mut maker = Maker { weights, plan, exporter: None, schemes: BTreeMap::new() };
        let mut found = BTreeMap::new();
        for kind in plan.paths.iter().filter_map(|path| path.segment()) {
            for &frames in buckets {
                let name = kind.file_name(frames);
                if found.contains_key(&name) {
                    continue;
                }
                let path = plan.segments.join(&name);
                let made = if path.exists() { Ok(()) } else { maker.make(kind, frames, host) };
                let file = made.and_then(|()| Ok(SegmentFile::read(&path, weights)?));
                found.insert(name, file.map_err(PathError::from));
            }
        }
        Self(found)
    }

    /// A segment by its kind and frames.
    pub fn get(&self, kind: SegmentKind, frames: usize) -> Result<&SegmentFile, PathError> {
        let name = kind.file_name(frames);
        match self.0.get(&name) {
            Some(Ok(file)) => Ok(file),
            Some(Err(error)) => Err(error.clone()),
            None => Err(PathError::NoSegment { name }),
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
    plan: &'a AblationPlan,
    exporter: Option<Exporter>,
    schemes: BTreeMap<SegmentPrecision, Scheme>,
}

impl Maker<'_> {
    fn make(&mut self, kind: SegmentKind, frames: usize, host: &mut dyn Host) -> Result<()> {
        let SegmentKind { precision, target } = kind;
        target.opset(precision)?;
        let doing = format!("making {}", kind.file_name(frames));
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
