//! What decodes: the processor, or segments on a neural processor. Shared by the commands that
//! speak.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::{Args, ValueEnum};
use kokoro::export::ensure_segments;
use kokoro::npu::SegmentPrecision;
use kokoro::npu::decoder::{NpuOptions, Prober, SegmentFile, Verdicts};
use kokoro::npu::runtime::{Probe, Provider, Runtime, SessionOptions};
use kokoro::npu::store::SegmentStore;
use kokoro::weights::Weights;
use kokoro::weights::locate::cache_folder;
use kokoro::{DecodeReport, Kokoro};

use crate::Common;
use crate::console::warn;
use crate::error::Error;
use crate::front_end::FrontEnd;
use crate::npu_library::LibraryArg;
use crate::precision::PrecisionArg;
use crate::progress::Progress;

/// How long a probe is waited for. A driver may compile for a minute; one that takes five minutes
/// is taken to hang.
const PROBE_LIMIT: Duration = Duration::from_secs(300);

/// What decodes.
#[derive(Args, Clone)]
pub struct BackendArgs {
    /// What computes the decoder
    #[arg(long, value_enum, default_value = "cpu")]
    pub backend: Backend,
    #[command(flatten)]
    pub npu: NpuArgs,
    /// An error instead of the CPU where no segment can decode, or where the provider leaves a node
    /// of it to the CPU
    #[arg(long)]
    pub require_npu: bool,
}

/// Segments and what they run on.
#[derive(Args, Clone)]
pub struct NpuArgs {
    /// Execution provider, such as nnapi:cpu_disabled, qnn, openvino:NPU, coreml or cpu [default:
    /// what this machine has]
    #[arg(long, value_name = "PROVIDER")]
    pub provider: Option<Provider>,
    #[command(flatten)]
    pub precision: PrecisionArg,
    /// Folder of segments [default: made on first use, in the cache]
    #[arg(long, value_name = "DIR")]
    pub segments: Option<PathBuf>,
    #[command(flatten)]
    pub library: LibraryArg,
}

/// What computes the decoder.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Backend {
    /// The processor
    Cpu,
    /// Segments, on a neural processor if there is one; else the processor
    Auto,
    /// Segments; the processor for what fails, with a warning
    Npu,
}

impl BackendArgs {
    /// The model with this backend.
    ///
    /// # Errors
    /// No model; with `--require-npu`, no segment that can run.
    pub fn load(&self, common: &Common, front_end: FrontEnd) -> Result<Kokoro, Error> {
        if self.backend == Backend::Cpu {
            if self.require_npu {
                return Err(Error::RequireNpu);
            }
            return common.load(&self.npu.precision, front_end);
        }
        let folder = common.folder()?;
        match self.options(&folder) {
            Ok(options) => Ok(front_end.add_to(Kokoro::builder(&folder).npu(options)).build()?),
            Err(error) if self.require_npu => Err(error),
            Err(error) => {
                // `auto` asks for nothing that could be missing.
                if self.backend == Backend::Npu {
                    warn(&format!("the CPU speaks: {}", error.line()));
                }
                common.load(&PrecisionArg::default(), front_end)
            }
        }
    }

    /// Provider and segments; what is missing is made.
    fn options(&self, folder: &Path) -> Result<NpuOptions, Error> {
        let provider = self.npu.provider()?;
        let segments = self.npu.segments(folder, &provider)?;
        let mut options = self.npu.options(folder, provider, segments);
        options.require = self.require_npu;
        // A demand holds for every node too: none may be left to ONNX Runtime's CPU kernels,
        // unless they were asked for.
        let cpu = matches!(options.session.provider, Provider::Cpu { .. });
        options.session.forbid_cpu = self.require_npu && !cpu;
        Ok(options)
    }
}

impl NpuArgs {
    /// The provider that was named, or the first of this machine's that is there.
    pub fn provider(&self) -> Result<Provider, Error> {
        if let Some(provider) = &self.provider {
            return Ok(provider.clone());
        }
        let runtime = self.runtime()?;
        let candidates = Provider::candidates();
        let there = candidates.iter().find(|provider| provider.is_available(&runtime)).cloned();
        there.ok_or_else(|| {
            let expected: Vec<String> = candidates.iter().map(ToString::to_string).collect();
            let library = runtime.path().to_owned();
            Error::NoProcessor { expected: expected.join(" or "), library }
        })
    }

    /// The library, loaded.
    pub fn runtime(&self) -> Result<Runtime, Error> {
        self.library.load()
    }

    /// The segments for a provider: those of the folder that was named, or those in the cache,
    /// which are made if need be.
    pub fn segments(&self, folder: &Path, provider: &Provider) -> Result<Vec<PathBuf>, Error> {
        if let Some(named) = &self.segments {
            let entries = std::fs::read_dir(named).map_err(Error::io("read", named))?;
            let paths = entries.flatten().map(|entry| entry.path());
            return Ok(paths
                .filter(|path| path.extension().is_some_and(|e| e == "onnx"))
                .collect());
        }
        let weights = Weights::open(folder)?;
        let (target, precision) = (provider.target(), self.precision_for(provider)?);
        let mut bar = Progress::new();
        let made = ensure_segments(&segment_store()?, &weights, target, precision, |done, all| {
            bar.set(done as u64, all as u64, "making segments")
        });
        Ok(made?)
    }

    /// The precision that was named, or what suits the provider.
    ///
    /// # Errors
    /// One that segments do not have.
    pub fn precision_for(&self, provider: &Provider) -> Result<SegmentPrecision, Error> {
        let named = self.precision.segment()?;
        Ok(named.unwrap_or_else(|| provider.target().default_precision()))
    }

    /// The library's options, with verdicts in the cache and probes by this program.
    pub fn options(&self, folder: &Path, provider: Provider, segments: Vec<PathBuf>) -> NpuOptions {
        let library = self.library.library.clone();
        let prober = prober(folder.into(), provider.clone(), library.clone());
        // The CPU provider has no driver that could crash.
        let probe = (!matches!(provider, Provider::Cpu { .. })).then_some(prober);
        let mut session = SessionOptions::new(provider);
        let cache = cache_folder().ok();
        if session.provider.caches_compiled() {
            session.compiled_cache = cache.as_ref().map(|cache| cache.join("compiled"));
        }
        let mut options = NpuOptions::new(session, segments);
        options.library = library;
        options.verdicts = cache.map(|cache| Verdicts::new(cache.join("verdicts")));
        options.probe = probe;
        options
    }
}

/// The cache's segments.
pub fn segment_store() -> Result<SegmentStore, Error> {
    Ok(SegmentStore::new(cache_folder()?.join("segments")))
}

/// This program again, to try a segment before this process does.
fn prober(folder: PathBuf, provider: Provider, library: Option<PathBuf>) -> Prober {
    Prober::new(move |file: &SegmentFile| {
        let mut args: Vec<OsString> = vec!["npu-trial".into(), file.path.clone().into()];
        args.extend(["--provider".into(), provider.to_string().into()]);
        args.extend(["--weights".into(), folder.clone().into()]);
        args.extend(library.iter().flat_map(|l| ["--ort-lib".into(), l.clone().into()]));
        let command = std::env::current_exe().unwrap_or_else(|_| "kokoro".into());
        Probe { command, args, limit: PROBE_LIMIT }
    })
}

/// How many utterances the CPU spoke although a segment was wanted, and the reason for the last of
/// them.
#[derive(Default)]
pub struct Fallbacks {
    utterances: usize,
    instead: Vec<Arc<dyn std::error::Error + Send + Sync>>,
}

impl Fallbacks {
    /// Adds the reports on some utterances.
    pub fn add(&mut self, reports: &[DecodeReport]) {
        self.utterances += reports.len();
        self.instead.extend(reports.iter().filter_map(|report| report.fallback.clone()));
    }

    /// Writes one line to standard error, if the CPU stood in at all.
    pub fn warn(&self) {
        if let Some(last) = self.instead.last() {
            let (cpu, all) = (self.instead.len(), self.utterances);
            warn(&format!("the CPU spoke {cpu} of {all} utterances: {last}"));
        }
    }
}
