//! `kokoro doctor`: what this machine offers for segments, found by trying.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use kokoro::npu::decoder::{SegmentDecoder, SegmentFile, Verdict, self_test};
use kokoro::npu::runtime::{ProbeOutcome, Provider, Runtime, SessionOptions, device_fingerprint};
use kokoro::weights::Weights;

use crate::Common;
use crate::backend::{NpuArgs, segment_store};
use crate::console::print;
use crate::error::{Error, one_line};

/// Arguments of `doctor`.
#[derive(Args)]
pub struct Doctor {
    #[command(flatten)]
    npu: NpuArgs,
}

impl Doctor {
    /// Prints what there is, what is missing and why. It changes nothing, makes nothing, and a
    /// missing part is no error.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        let mut lines = Lines::default();
        lines.add("device", device_fingerprint());
        let folder = common.folder();
        match &folder {
            Ok(folder) => lines.add("weights", folder.display()),
            Err(error) => lines.add("weights", error.line()),
        }
        match self.npu.runtime() {
            Ok(runtime) => {
                let (version, path) = (runtime.version(), runtime.path().display());
                lines.add("library", format!("ONNX Runtime {version}, {path}"));
                self.providers(&runtime, folder.as_deref().ok(), &mut lines);
            }
            Err(error) => {
                lines.add("library", error.line());
                let precision = kokoro::Precision::default();
                lines.add("so", format!("segments cannot run; the CPU speaks, in {precision}"));
            }
        }
        print(&lines.0)
    }

    /// The provider that was named, or every kind.
    fn providers(&self, runtime: &Runtime, folder: Option<&Path>, lines: &mut Lines) {
        let all = ["nnapi", "qnn", "openvino:NPU", "openvino:CPU", "coreml", "xnnpack", "cpu"];
        let all = all.into_iter().filter_map(|name| name.parse().ok());
        let wanted: Vec<Provider> =
            self.npu.provider.clone().map_or_else(|| all.collect(), |named| vec![named]);
        for provider in &wanted {
            match provider.check(runtime) {
                Ok(()) => {
                    lines.add(&provider.to_string(), "available");
                    if let Some(folder) = folder {
                        self.segments(runtime, provider, folder, lines);
                    }
                }
                Err(error) => lines.add(&provider.to_string(), Error::from(error).line()),
            }
        }
    }

    /// Each segment of a provider: tried in a process of its own, then opened here to see who runs
    /// what.
    fn segments(&self, runtime: &Runtime, provider: &Provider, folder: &Path, lines: &mut Lines) {
        let (weights, files) = match self.present(folder, provider) {
            Ok(found) => found,
            Err(error) => return lines.add("  segments", error.line()),
        };
        if files.is_empty() {
            let what =
                format!("none made yet; `kokoro say --backend npu --provider {provider}` does");
            return lines.add("  segments", what);
        }
        let options = self.npu.options(folder, provider.clone(), files);
        for path in &options.segments {
            let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
            let file = match SegmentFile::read(path, &weights) {
                Ok(file) => file,
                Err(error) => {
                    lines.add(&format!("  {name}"), error);
                    continue;
                }
            };
            let text = match &options.probe {
                None => look(runtime, &file, &options.session, &weights),
                Some(prober) => {
                    let probe = prober.probe(&file);
                    match probe.run::<Verdict>() {
                        Ok(ProbeOutcome::Worked(_)) => {
                            look(runtime, &file, &options.session, &weights)
                        }
                        Ok(ProbeOutcome::Failed { reason }) => format!("failed: {reason}"),
                        Ok(ProbeOutcome::Crashed { reason }) => format!("crashed: {reason}"),
                        Ok(ProbeOutcome::TimedOut) => {
                            format!("not done after {} s", probe.limit.as_secs())
                        }
                        Err(error) => error.to_string(),
                    }
                }
            };
            lines.add(&format!("  {name}"), text);
        }
    }

    fn present(
        &self,
        folder: &Path,
        provider: &Provider,
    ) -> Result<(Weights, Vec<PathBuf>), Error> {
        let weights = Weights::open(folder)?;
        let files = match &self.npu.segments {
            Some(_) => self.npu.segments(folder, provider)?,
            None => segment_store()?.present(
                &weights,
                provider.target(),
                self.npu.precision_for(provider)?,
            ),
        };
        Ok((weights, files))
    }
}

/// Opens a segment and tells its placement, its verdict and its times.
fn look(
    runtime: &Runtime,
    file: &SegmentFile,
    session: &SessionOptions,
    weights: &Weights,
) -> String {
    let start = Instant::now();
    let opened = SegmentDecoder::open(runtime, file, session, weights);
    let segment = match opened {
        Ok(segment) => segment,
        Err(error) => return error.to_string(),
    };
    let open = start.elapsed().as_secs_f64();
    let verdict = match self_test(&segment) {
        Ok(Verdict::Trusted { relative_l2, run_seconds }) => {
            let speech = file.metadata.seconds();
            format!(
                "trusted (relative L2 {relative_l2:.4}), {run_seconds:.2} s for {speech} s of \
                 speech, opened in {open:.2} s"
            )
        }
        Ok(Verdict::Refused(refusal)) => format!("refused: {refusal}"),
        Err(error) => format!("refused: {error}"),
    };
    format!("{}; {verdict}", segment.placement())
}

/// Lines of two columns.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, name: &str, value: impl fmt::Display) {
        self.0 += &format!("{name:<32} {}\n", one_line(&value.to_string()));
    }
}
