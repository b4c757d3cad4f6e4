//! `kokoro bench`: how fast the model speaks on this machine.

use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

use clap::Args;
use kokoro::{Isa, Kokoro, Precision, SAMPLE_RATE, Silence, SpeechOptions};
use kokoro_metrics::{median_by, peak_mb};
use serde_json::json;

use crate::Common;
#[cfg(feature = "npu")]
use crate::backend::BackendArgs;
use crate::console::print;
use crate::error::Error;
use crate::front_end::FrontEnd;
#[cfg(not(feature = "npu"))]
use crate::precision::PrecisionArg;
use crate::voice_args::VoiceArgs;

/// Arguments of `bench`.
#[derive(Args)]
pub struct Bench {
    /// The phonemes to speak
    #[arg(
        long,
        value_name = "IPA",
        default_value = "ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˈOvəɹ ðə lˈAzi dˈɔɡ."
    )]
    phonemes: String,
    #[command(flatten)]
    how: VoiceArgs,
    /// Warm runs; the median counts
    #[arg(long, value_name = "N", default_value = "5")]
    runs: NonZeroUsize,
    /// Speak it this often at once too, each on one thread, and report the throughput
    #[arg(long, value_name = "N")]
    many: Option<NonZeroUsize>,
    /// Print one line of JSON
    #[arg(long)]
    json: bool,
    #[cfg(feature = "npu")]
    #[command(flatten)]
    backend: BackendArgs,
    #[cfg(not(feature = "npu"))]
    #[command(flatten)]
    precision: PrecisionArg,
}

impl Bench {
    /// Loads, speaks once to warm up, then `runs` times, and prints the figures.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        // The samples are counted as the model makes them.
        let options = self.how.options(None)?.silence(Silence::Model);
        let start = Instant::now();
        #[cfg(feature = "npu")]
        let kokoro = self.backend.load(common, FrontEnd::None)?;
        #[cfg(not(feature = "npu"))]
        let kokoro = common.load(&self.precision, FrontEnd::None)?;
        let load = start.elapsed();

        let (audio, decoders) = {
            let first = kokoro.speak_phonemes(&self.phonemes, &options)?;
            (first.seconds(), first.reports.iter().map(ToString::to_string).collect())
        };
        let mut runs = Vec::with_capacity(self.runs.get());
        for _ in 0..self.runs.get() {
            let start = Instant::now();
            let speech = kokoro.speak_phonemes(&self.phonemes, &options)?;
            let stages: Vec<_> =
                speech.timings.iter().map(|(stage, time)| (stage.name(), time)).collect();
            runs.push((start.elapsed(), stages));
        }
        let median = median_by(runs, |(time, _)| time.as_secs_f64());
        let (time, stages) = median.expect("`runs` is not zero");
        let many = self
            .many
            .map(|many| throughput(&kokoro, &self.phonemes, &options, many))
            .transpose()?;
        let report = Report {
            load,
            time,
            audio,
            stages: &stages,
            runs: self.runs.get(),
            decoders,
            many,
            precision: kokoro.precision(),
        };
        let text = if self.json { report.json() } else { report.text() };
        print(&text)
    }
}

/// The figures of a benchmark.
struct Report<'a> {
    load: Duration,
    /// Median of the warm runs, and where it went.
    time: Duration,
    stages: &'a [(&'static str, Duration)],
    /// Seconds of speech.
    audio: f64,
    runs: usize,
    /// What decoded each utterance of the first run.
    decoders: Vec<String>,
    /// Seconds of speech in a second when many utterances are spoken at once.
    many: Option<f64>,
    /// Of the CPU's decoder.
    precision: Precision,
}

impl Report<'_> {
    /// How many times faster than speech.
    fn rtf_x(&self) -> f64 {
        self.audio / self.time.as_secs_f64()
    }

    fn json(&self) -> String {
        let stages: serde_json::Map<_, _> = self
            .stages
            .iter()
            .map(|(name, time)| ((*name).to_owned(), json!(time.as_secs_f64())))
            .collect();
        let line = json!({
            "seconds": self.time.as_secs_f64(),
            "audio_seconds": self.audio,
            "rtf_x": self.rtf_x(),
            "peak_mb": peak_mb(),
            "load_seconds": self.load.as_secs_f64(),
            "runs": self.runs,
            "stages": stages,
            "precision": self.precision.to_string(),
            "isa": Isa::best().to_string(),
            "decoders": self.decoders,
            "throughput_x": self.many,
        });
        format!("{line}\n")
    }

    fn text(&self) -> String {
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        let mut text = format!(
            "{:.2} s of speech in {:.0} ms (median of {}): {:.2} times real time\n\
             loaded in {:.0} ms",
            self.audio,
            ms(self.time),
            self.runs,
            self.rtf_x(),
            ms(self.load),
        );
        if let Some(peak) = peak_mb() {
            text += &format!(", peak memory {peak:.0} MB");
        }
        for (name, time) in self.stages {
            text += &format!("\n{name:>14} {:8.1} ms", ms(*time));
        }
        if let Some(many) = self.many {
            text += &format!("\nmany at once, one a thread: {many:.2} times real time");
        }
        text += &format!("\nthe CPU decodes in {} ({})", self.precision, Isa::best());
        for decoder in &self.decoders {
            text += &format!("\n{decoder}");
        }
        text + "\n"
    }
}

/// Speaks copies at once and returns how many seconds of speech came in a second.
fn throughput(
    kokoro: &Kokoro,
    phonemes: &str,
    options: &SpeechOptions,
    copies: NonZeroUsize,
) -> Result<f64, Error> {
    let plan = |_| kokoro.plan_phonemes(phonemes, options);
    let copies = (0..copies.get()).flat_map(plan).map(Ok);
    let (start, mut samples) = (Instant::now(), 0);
    kokoro.speak_many(copies, options, crate::threads(), |chunk| {
        samples += chunk.samples.len();
        Ok::<_, Error>(())
    })?;
    Ok(samples as f64 / f64::from(SAMPLE_RATE) / start.elapsed().as_secs_f64())
}
