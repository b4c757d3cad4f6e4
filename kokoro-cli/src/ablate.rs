//! `kokoro ablate`: the same sentences through several decoders, and a report of what each costs
//! and changes.

mod sentences;

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use clap::Args;
use kokoro::npu::SegmentPrecision;
use kokoro::npu::runtime::{Probe, Provider};
use kokoro::npu::store::BUCKETS;
use kokoro::weights::Weights;
use kokoro_ablate::{AblationPlan, DecodePath, Host, Job, Sentence, built_in, run, summary_table};

pub use sentences::SentenceFault;

use crate::Common;
use crate::console::{print, warn};
use crate::error::Error;
use crate::npu_library::LibraryArg;
use crate::progress::Progress;

/// How long one sentence is waited for. It is long, because an emulator of a neural processor is a
/// thousand times slower than the processor.
const JOB_LIMIT: Duration = Duration::from_secs(20 * 60);

/// Arguments of `ablate`.
#[derive(Args)]
pub struct Ablate {
    /// The folder for the report, the plots and the sounds; a run that was interrupted goes on
    /// there
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// What decodes: cpu-f32, cpu-bf16, cpu-int8, or segments in f32, a16w8 or int8
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "cpu-f32,cpu-int8,f32,a16w8,int8"
    )]
    paths: Vec<Kind>,
    /// What runs the segments, as `cpu` or `nnapi:fp16`; may be given more than once
    #[arg(long, value_name = "PROVIDER", default_value = "cpu")]
    provider: Vec<Provider>,
    /// Folder with the segments; those that are missing are made there [default: `segments` in the
    /// output]
    #[arg(long, value_name = "DIR")]
    segments: Option<PathBuf>,
    /// Frames of 25 ms that the segments hold, rising
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_values_t = BUCKETS)]
    frames: Vec<usize>,
    /// File of sentences, a line each: text, or voice, speed and text with tabs between, and
    /// phonemes after them if need be [default: a list of our own]
    #[arg(long, value_name = "FILE")]
    sentences: Option<PathBuf>,
    /// Voice of lines that are text alone
    #[arg(long, value_name = "NAME", default_value = "af_heart")]
    voice: String,
    /// Warm runs for each sentence and decoder; the median counts
    #[arg(long, value_name = "N", default_value = "3")]
    runs: NonZeroUsize,
    #[command(flatten)]
    library: LibraryArg,
    /// Drop the rows that the folder has, and begin anew
    #[arg(long)]
    force: bool,
}

/// What decodes.
#[derive(Clone, Copy)]
enum Kind {
    Cpu(kokoro::Precision),
    Segment(SegmentPrecision),
}

/// A decoder that does not exist.
#[derive(Debug, thiserror::Error)]
#[error(
    "expected cpu-f32, cpu-bf16, cpu-int8, or f32, a16w8 or int8 for a segment, found {found:?}"
)]
struct UnknownKind {
    found: String,
}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        let cpu = text.strip_prefix("cpu-").and_then(|name| name.parse().ok()).map(Self::Cpu);
        let kind = cpu.or_else(|| text.parse().ok().map(Self::Segment));
        kind.ok_or_else(|| UnknownKind { found: text.into() })
    }
}

impl Ablate {
    /// Measures what is missing, writes the report and prints its summary.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        let weights = Weights::open(common.folder()?)?;
        let plan = AblationPlan {
            sentences: self.sentences(&weights)?,
            paths: self.decode_paths(),
            buckets: self.frames.clone(),
            runs: self.runs.get(),
            segments: self.segments.clone().unwrap_or_else(|| self.output.join("segments")),
            library: self.library.library.clone(),
            force: self.force,
        };
        let mut watch = Watch(Progress::new());
        let report = run(&weights, &plan, &self.output, &mut watch)?;
        drop(watch);
        let file = self.output.join("report.md");
        if report.failures() > 0 {
            warn(&format!("{} rows failed, see {}", report.failures(), file.display()));
        }
        let text = format!("{}\n{}\n", summary_table(&report), file.display());
        print(&text)
    }

    fn sentences(&self, weights: &Weights) -> Result<Vec<Sentence>, Error> {
        let Some(file) = &self.sentences else { return Ok(built_in()) };
        let sentences = sentences::read(file, &self.voice)?;
        for sentence in &sentences {
            weights.voice(&sentence.voice)?; // before anything is computed
        }
        Ok(sentences)
    }

    /// Every kind of segment on every provider.
    fn decode_paths(&self) -> Vec<DecodePath> {
        let path = |kind: &Kind| -> Vec<DecodePath> {
            let precision = match *kind {
                Kind::Cpu(precision) => return vec![DecodePath::Cpu(precision)],
                Kind::Segment(precision) => precision,
            };
            let on =
                |provider: &Provider| DecodePath::Segment { precision, provider: provider.clone() };
            self.provider.iter().map(on).collect()
        };
        self.paths.iter().flat_map(path).collect()
    }
}

/// Shows progress, and starts this program again for what needs a process of its own.
struct Watch(Progress);

impl Host for Watch {
    fn progress(&mut self, done: usize, all: usize, doing: &str) {
        self.0.set(done as u64, all as u64, format!("{done} of {all}, {doing}"));
    }

    fn child(&self, job: &Job) -> Option<Probe> {
        let job = serde_json::to_string(job).ok()?;
        let args = ["ablate-job".into(), OsString::from(job)];
        Some(Probe { command: std::env::current_exe().ok()?, args: args.into(), limit: JOB_LIMIT })
    }
}

/// Arguments of `ablate-job`.
#[derive(Args)]
pub struct AblateJob {
    /// The job as JSON
    job: String,
}

impl AblateJob {
    /// Does the job, and prints its result for the process that asked.
    pub fn run(&self) -> Result<(), Error> {
        let job: Job = serde_json::from_str(&self.job).map_err(Error::Job)?;
        let memory = job.run()?;
        let report = Probe::report(&memory)?;
        print(&report)
    }
}
