//! The run itself: what is missing is found out, measured bucket by bucket, and reported.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use kokoro_npu::runtime::Runtime;
use kokoro_weights::Weights;

use super::journal::Journal;
use super::key::Key;
use super::model::Model;
use super::plan::{Folder, Host, Plan};
use super::report::Report;
use super::runner::Runner;
use super::segments::Segments;
use crate::Result;

/// Does what of the plan is not in `folder` yet, writes the report there, and gives it.
///
/// # Errors
/// [`Error::Plan`] for a plan that makes no sense, or a folder in which another run is at work; [`Error::OtherRun`] if the folder has
/// rows of other weights, segments, sentences or machines; [`Error::Io`]; whatever the f32 path itself reports, as nothing can be
/// held against it then. Failures of the other paths are rows.
///
/// [`Error::Plan`]: crate::Error::Plan
/// [`Error::OtherRun`]: crate::Error::OtherRun
/// [`Error::Io`]: crate::Error::Io
pub fn run(weights: &Weights, plan: &Plan, folder: &Path, host: &mut dyn Host) -> Result<Report> {
    plan.check()?;
    let folder = Folder(folder);
    folder.create()?;
    let mut journal = Journal::open(&folder.rows(), plan.force)?;
    let model = Model::new(weights)?;
    let frames = lengths(&model, plan, &journal, host)?;
    let used = |bucket: &usize| frames.values().any(|&n| plan.bucket(n) == Some(*bucket));
    let buckets: Vec<usize> = plan.buckets.iter().copied().filter(used).collect();
    let segments = Segments::gather(weights, plan, &buckets, host);
    let runtime = runtime(plan);
    let key = journal.admit(&Key::of(weights, plan, &segments, runtime.as_ref().ok())?)?;
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
    let report = Report::new(plan, key, runner.journal.rows());
    report.write(folder)?;
    Ok(report)
}

/// ONNX Runtime, if any path needs it, or why it is not to be had.
fn runtime(plan: &Plan) -> Result<Runtime, String> {
    if plan.paths.iter().all(|path| path.segment().is_none()) {
        return Err("not needed".into());
    }
    let library = plan.library.as_ref().map_err(String::clone)?;
    Runtime::load(library).map_err(|error| error.to_string())
}

/// Frames of every sentence: from a row of it, else predicted.
fn lengths(
    model: &Model,
    plan: &Plan,
    journal: &Journal,
    host: &mut dyn Host,
) -> Result<BTreeMap<String, usize>> {
    let mut frames = BTreeMap::new();
    for (done, sentence) in plan.sentences.iter().enumerate() {
        host.progress(done, plan.sentences.len(), "predicting lengths");
        let known = journal.rows().iter().find(|row| row.sentence == sentence.id);
        let found = match known {
            Some(row) => row.frames,
            None => model.features(sentence)?.0.frames,
        };
        frames.insert(sentence.id.clone(), found);
    }
    Ok(frames)
}
