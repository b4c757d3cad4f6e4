//! Whether a provider computes a segment right on this device: tried once, and remembered.

use std::path::{Path, PathBuf};
use std::time::Instant;

use kokoro_metrics::relative_l2;
use kokoro_weights::Sha256;
use serde::{Deserialize, Serialize};

use crate::decoder::{SegmentDecoder, SegmentFile};
use crate::inputs::trim;
use crate::runtime::{Runtime, SessionOptions, device_fingerprint};
use crate::segment::{Rate, SelfTest};
use crate::{Error, Result, SegmentPrecision};

/// How far a provider's logits may be from the f32 path's, as relative L2 over the utterance's columns. Right ones differ by the rounding of
/// codes, and of half precision where a provider computes floats in it: an HTP emulator was 0.006 to 0.016 from ONNX Runtime's CPU with
/// 16-bit activations, and 0.024 to 0.030 with 8-bit ones. Wrong ones, as another emulation of the same graph gave, differ by 0.4 and more.
const F32_BAR: f64 = 0.05;
/// As above.
const A16W8_BAR: f64 = 0.05;
/// ONNX Runtime's CPU is at 0.009 with 8-bit activations, at every capacity.
const INT8_BAR: f64 = 0.1;

/// The largest distance at which a provider is trusted with a precision.
pub fn bar(precision: SegmentPrecision) -> f64 {
    match precision {
        SegmentPrecision::F32 => F32_BAR,
        SegmentPrecision::A16W8 => A16W8_BAR,
        SegmentPrecision::Int8 => INT8_BAR,
    }
}

/// What came of a segment's self-test on a provider.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Verdict {
    /// The output is what it should be.
    Trusted {
        /// Distance from the f32 path.
        relative_l2: f64,
        /// Seconds that the second run took.
        run_seconds: f64,
    },
    /// The provider failed, crashed or computed something else.
    Refused {
        /// Why.
        reason: String,
    },
}

/// Runs the self-test that lies beside the segment, twice.
///
/// # Errors
/// [`Error::Io`] or [`Error::Tensor`] if the self-test is missing or damaged, [`Error::Runtime`] if the provider fails. A wrong
/// output is a [`Verdict`].
pub fn self_test(decoder: &SegmentDecoder) -> Result<Verdict> {
    let path = SelfTest::path(&decoder.file().path);
    if !path.is_file() {
        return Err(Error::io("read", &path)(std::io::ErrorKind::NotFound.into()));
    }
    let SelfTest { frames, inputs, logits } = SelfTest::read(&path)?;
    let rows = logits.len() / Rate::Columns.columns(decoder.capacity());
    if frames > decoder.capacity()
        || rows * Rate::Columns.columns(decoder.capacity()) != logits.len()
    {
        return Err(Error::Capacity { capacity: decoder.capacity(), found: frames });
    }
    let valid = |logits: &[f32]| trim(logits, decoder.capacity(), frames);
    let expected = valid(&logits);
    let first = relative_l2(&valid(&decoder.run_inputs(&inputs)?), &expected);
    let start = Instant::now();
    let second = decoder.run_inputs(&inputs)?;
    let run_seconds = start.elapsed().as_secs_f64();
    let distance = first.max(relative_l2(&valid(&second), &expected));
    let bar = bar(decoder.file().metadata.precision);
    Ok(match distance <= bar {
        true => Verdict::Trusted { relative_l2: distance, run_seconds },
        false => {
            let reason =
                format!("wrong output: relative L2 {distance:.3} from f32, at most {bar} is right");
            Verdict::Refused { reason }
        }
    })
}

/// Verdicts in a folder, one small file each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdicts(pub PathBuf);

impl Verdicts {
    /// The verdict on a segment with these options here, if there is one.
    pub fn recall(
        &self,
        runtime: &Runtime,
        file: &SegmentFile,
        options: &SessionOptions,
    ) -> Option<Verdict> {
        let text = std::fs::read(self.place(runtime, file, options)).ok()?;
        serde_json::from_slice(&text).ok()
    }

    /// Keeps a verdict.
    ///
    /// # Errors
    /// [`Error::Io`]: the test will run again, and nothing else is lost.
    pub fn remember(
        &self,
        runtime: &Runtime,
        file: &SegmentFile,
        options: &SessionOptions,
        verdict: &Verdict,
    ) -> Result<()> {
        std::fs::create_dir_all(&self.0).map_err(Error::io("create", &self.0))?;
        let place = self.place(runtime, file, options);
        let text = serde_json::to_vec(verdict)
            .map_err(|error| Error::io("write", &place)(error.into()))?;
        crate::files::write(&place, &text)
    }

    fn place(&self, runtime: &Runtime, file: &SegmentFile, options: &SessionOptions) -> PathBuf {
        self.0.join(key(runtime, file, options)).with_extension("json")
    }
}

/// All that a verdict depends on, hashed: device, library, provider with its options, segment, and the bars.
fn key(runtime: &Runtime, file: &SegmentFile, options: &SessionOptions) -> String {
    let SessionOptions { provider, forbid_cpu, disabled_optimizers, .. } = options;
    let parts = [
        device_fingerprint(),
        runtime.version().to_string(),
        library_stamp(runtime.path()),
        provider.to_string(),
        forbid_cpu.to_string(),
        disabled_optimizers.join(";"),
        file.sha256.clone(),
        bar(file.metadata.precision).to_string(),
    ];
    Sha256::of(parts.join("\n").as_bytes()).to_string()[..32].into()
}

/// Size and time of the library's file: another build of the same version is another library.
fn library_stamp(path: &Path) -> String {
    let stamp = std::fs::metadata(path).and_then(|file| Ok((file.len(), file.modified()?)));
    stamp.map(|stamp| format!("{stamp:?}")).unwrap_or_default()
}
