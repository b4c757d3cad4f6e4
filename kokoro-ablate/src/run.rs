//! A run: finds out which rows are missing, has them measured and writes the report.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use kokoro_npu::runtime::{Runtime, find_library};
use kokoro_weights::Weights;

use crate::error::Result;
use crate::folder::Folder;
use crate::host::Host;
use crate::journal::Journal;
use crate::path_error::PathError;
use crate::plan::AblationPlan;
use crate::report::AblationReport;
use crate::run_key::RunKey;
use crate::runner::Runner;
use crate::segments::Segments;
use crate::shared_model::SharedModel;
use crate::write_report::write_report;

/// Measures the rows of the plan that `folder` lacks, writes the report there, and returns it.
///
/// # Errors
/// [`Error::Plan`] for a plan that makes no sense; [`Error::Busy`] if another run is at work in the
/// folder; [`Error::OtherRun`] if the folder has rows of other weights, segments, sentences or
/// machines; [`Error::Io`]; and the errors of the f32 path itself, without which nothing can be
/// compared. Failures of the other paths are rows.
///
/// [`Error::Plan`]: crate::Error::Plan
/// [`Error::Busy`]: crate::Error::Busy
/// [`Error::OtherRun`]: crate::Error::OtherRun
/// [`Error::Io`]: crate::Error::Io
pub fn run(
    weights: &Weights,
    plan: &AblationPlan,
    folder: impl AsRef<Path>,
    host: &mut dyn Host,
) -> Result<AblationReport> {
    plan.check()?;
    let folder = Folder::new(folder.as_ref());
    folder.create()?;
    let mut journal = Journal::open(&folder.rows(), plan.force)?;
    let model = SharedModel::new(weights)?;
    let frames = lengths(&model, plan, &journal, host)?;
    let used = |bucket: &usize| frames.values().any(|&n| plan.bucket(n) == Some(*bucket));
    let buckets: Vec<usize> = plan.buckets.iter().copied().filter(used).collect();
    let segments = Segments::gather(weights, plan, &buckets, host);
    let runtime = runtime(plan);
    let key = journal.admit(&RunKey::of(weights, plan, &segments, runtime.as_ref().ok())?)?;
    let mut runner = Runner {
        plan,
        folder,
        model,
        frames,
        segments,
        runtime,
        journal,
        cpus: HashMap::new(),
        host,
    };
    for bucket in buckets.into_iter().map(Some).chain([None]) {
        runner.bucket(bucket)?;
    }
    let report = AblationReport::new(plan, key, runner.journal.rows());
    write_report(&report, folder)?;
    Ok(report)
}

/// ONNX Runtime, if any path needs it, or why it could not be loaded.
fn runtime(plan: &AblationPlan) -> Result<Runtime, PathError> {
    if plan.paths.iter().all(|path| path.segment().is_none()) {
        return Err(PathError::NoRuntime);
    }
    Ok(Runtime::load(&find_library(plan.library.as_deref())?)?)
}

/// Frames of every sentence: from a row of it, else predicted.
fn lengths(
    model: &SharedModel,
    plan: &AblationPlan,
    journal: &Journal,
    host: &mut dyn Host,
) -> Result<BTreeMap<String, usize>> {
    let mut frames = BTreeMap::new();
    for (done, sentence) in plan.sentences.iter().enumerate() {
        host.progress(done, plan.sentences.len(), "predicting lengths");
        let known = journal.rows().iter().find(|row| row.sentence == sentence.id);
        let found = match known {
            Some(row) => row.frames,
            None => model.prepare(sentence)?.features.frames,
        };
        frames.insert(sentence.id.clone(), found);
    }
    Ok(frames)
}
