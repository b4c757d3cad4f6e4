//! The rows of a run and, for each path, a summary of its cost and of its distance from f32.

use kokoro_core::Stage;
use serde::{Deserialize, Serialize};

use crate::path::DecodePath;
use crate::plan::AblationPlan;
use crate::row::{AblationRow, Measured, RowOutcome};
use crate::run_key::RunKey;
use crate::sentence::Sentence;

/// The data of `report.json`, from which `report.md` and the plots are made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AblationReport {
    /// What the rows depend on.
    pub key: RunKey,
    /// What was spoken.
    pub sentences: Vec<Sentence>,
    /// A summary of each path, in the plan's order.
    pub paths: Vec<Summary>,
    /// Every row, path by path, in the order of the sentences.
    pub rows: Vec<AblationRow>,
}

/// The rows of one path.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Summary {
    /// The path's name.
    pub path: String,
    /// Sentences that were spoken.
    pub measured: usize,
    /// Sentences that failed.
    pub failed: usize,
    /// Sentences that no segment holds.
    pub too_long: usize,
    /// Sentences in which the guard found something.
    pub guarded: usize,
    /// Seconds of speech that were spoken.
    pub audio_seconds: f64,
    /// Seconds of all stages for them, warm, over [`audio_seconds`](Self::audio_seconds).
    pub rtf: Option<f64>,
    /// Seconds of the decoder alone, likewise.
    pub decoder_rtf: Option<f64>,
    /// dB, mean over sentences.
    pub log_mel_mean_db: Option<f64>,
    /// dB.
    pub log_mel_worst_db: Option<f64>,
    /// The sentence that is furthest off.
    pub log_mel_worst_sentence: Option<String>,
    /// dB, mean over sentences; none for the same samples.
    pub snr_mean_db: Option<f64>,
    /// Mean over sentences.
    pub spectral_convergence_mean: Option<f64>,
    /// Largest of all buckets, in units of 2²⁰ bytes.
    pub peak_mb: Option<f64>,
}

impl AblationReport {
    /// Of the rows of a plan.
    pub(super) fn new(plan: &AblationPlan, key: RunKey, rows: &[AblationRow]) -> Self {
        let names: Vec<String> = plan.paths.iter().map(DecodePath::to_string).collect();
        let find = |path: &str, id: &str| rows.iter().find(|r| r.path == path && r.sentence == id);
        let ordered = |path: &String| -> Vec<AblationRow> {
            plan.sentences.iter().filter_map(|s| find(path, &s.id)).cloned().collect()
        };
        let by_path: Vec<Vec<AblationRow>> = names.iter().map(ordered).collect();
        Self {
            key,
            sentences: plan.sentences.clone(),
            paths: names.iter().zip(&by_path).map(|(path, rows)| Summary::of(path, rows)).collect(),
            rows: by_path.into_iter().flatten().collect(),
        }
    }

    /// Sentences that failed, on any path.
    pub fn failures(&self) -> usize {
        self.paths.iter().map(|path| path.failed).sum()
    }

    /// The measured rows of a path.
    pub(super) fn measured<'a>(
        &'a self,
        path: &'a str,
    ) -> impl Iterator<Item = (&'a AblationRow, &'a Measured)> {
        let rows = self.rows.iter().filter(move |row| row.path == path);
        rows.filter_map(|row| Some((row, row.measured()?)))
    }
}

impl Summary {
    /// Of a path's rows.
    fn of(path: &str, rows: &[AblationRow]) -> Self {
        let measured: Vec<(&AblationRow, &Measured)> =
            rows.iter().filter_map(|row| Some((row, row.measured()?))).collect();
        let count =
            |kind: fn(&RowOutcome) -> bool| rows.iter().filter(|r| kind(&r.outcome)).count();
        let quality = || measured.iter().filter_map(|(row, m)| Some((*row, m.quality?)));
        let worst = quality().max_by(|a, b| a.1.log_mel_db.total_cmp(&b.1.log_mel_db));
        let audio_seconds: f64 = measured.iter().map(|(row, _)| row.audio_seconds).sum();
        let ratio = |seconds: f64| (audio_seconds > 0.0).then(|| seconds / audio_seconds);
        Self {
            path: path.into(),
            measured: measured.len(),
            failed: count(|outcome| matches!(outcome, RowOutcome::Failed { .. })),
            too_long: count(|outcome| matches!(outcome, RowOutcome::DoesNotFit { .. })),
            guarded: measured.iter().filter(|(_, m)| m.guard.is_some()).count(),
            audio_seconds,
            rtf: ratio(measured.iter().map(|(_, m)| m.stages.total()).sum()),
            decoder_rtf: ratio(measured.iter().map(|(_, m)| m.stages.get(Stage::Decoder)).sum()),
            log_mel_mean_db: mean(quality().map(|(_, q)| q.log_mel_db)),
            log_mel_worst_db: worst.map(|(_, q)| q.log_mel_db),
            log_mel_worst_sentence: worst.map(|(row, _)| row.sentence.clone()),
            snr_mean_db: mean(quality().filter_map(|(_, q)| q.snr_db)),
            spectral_convergence_mean: mean(quality().map(|(_, q)| q.spectral_convergence)),
            peak_mb: measured.iter().filter_map(|(_, m)| m.peak_mb).reduce(f64::max),
        }
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

#[cfg(test)]
pub(super) mod tests {
    use kokoro_core::ProviderShare;
    use kokoro_npu::store::BUCKETS;

    use super::*;
    use crate::row::{Opening, Quality};
    use crate::sentence::built_in;
    use crate::stage_seconds::StageSeconds;

    /// Three sentences on two paths: the segment is off by 0.4 and 0.8 dB, and the longest does not
    /// fit.
    pub fn report() -> AblationReport {
        let row = |sentence: &str, path: &str, seconds: f64, outcome| {
            let bucket = (seconds < 15.0).then_some(200);
            let (sentence, voice, path) = (sentence.into(), "af_sky".into(), path.into());
            let frames = (seconds * 40.0) as usize;
            AblationRow { sentence, voice, path, bucket, frames, audio_seconds: seconds, outcome }
        };
        let measured = |decoder: f64,
                        seconds: f64,
                        log_mel_db: f64,
                        placement: &[ProviderShare]| {
            let stages = [(Stage::PlBert, 0.1), (Stage::Decoder, decoder), (Stage::Vocoder, 0.1)];
            let stages = stages
                .into_iter()
                .fold(StageSeconds::default(), |all, (stage, seconds)| all.with(stage, seconds));
            RowOutcome::Measured(Box::new(Measured {
                opening: Opening {
                    load_seconds: 0.5,
                    compile_seconds: None,
                    placement: placement.to_vec(),
                },
                cold_decoder_seconds: None,
                stages,
                rtf: stages.total() / seconds,
                peak_mb: Some(500.0),
                quality: Some(Quality {
                    log_mel_db,
                    snr_db: (log_mel_db > 0.0).then_some(20.0),
                    spectral_convergence: log_mel_db / 10.0,
                }),
                guard: None,
            }))
        };
        let (cpu, npu) = ("cpu-f32", "segment-int8@cpu");
        let placed =
            [ProviderShare { provider: "CPUExecutionProvider".into(), nodes: 700, subgraphs: 700 }];
        let rows = [
            row("rain", cpu, 1.0, measured(0.8, 1.0, 0.0, &[])),
            row("kettle", cpu, 2.0, measured(1.6, 2.0, 0.0, &[])),
            row("ferry", cpu, 16.0, measured(12.0, 16.0, 0.0, &[])),
            row("kettle", npu, 2.0, measured(0.4, 2.0, 0.8, &placed)),
            row("rain", npu, 1.0, measured(0.4, 1.0, 0.4, &placed)),
            row("ferry", npu, 16.0, RowOutcome::DoesNotFit { longest: 200 }),
        ];
        let plan = AblationPlan {
            sentences: built_in()[..3].to_vec(),
            paths: [cpu, npu].map(|path| path.parse().unwrap()).into(),
            buckets: BUCKETS.into(),
            runs: 3,
            segments: "segments".into(),
            library: None,
            force: false,
        };
        let key = [("cpu", "a test"), ("threads", "2"), ("runs", "3")];
        let key = RunKey::from_entries(&key);
        AblationReport::new(&plan, key, &rows)
    }

    #[test]
    fn figures_of_a_path() {
        let report = report();
        let order: Vec<&str> = report.rows[3..].iter().map(|row| row.sentence.as_str()).collect();
        assert_eq!(order, ["rain", "kettle", "ferry"]);
        let npu = &report.paths[1];
        assert_eq!((npu.measured, npu.failed, npu.too_long), (2, 0, 1));
        let near = |found: Option<f64>, expected: f64| (found.unwrap() - expected).abs() < 1e-12;
        assert!(near(npu.rtf, 1.2 / 3.0) && near(npu.decoder_rtf, 0.8 / 3.0), "{npu:?}");
        assert!(near(npu.log_mel_mean_db, 0.6) && near(npu.log_mel_worst_db, 0.8), "{npu:?}");
        assert_eq!(npu.log_mel_worst_sentence.as_deref(), Some("kettle"));
        assert_eq!(report.paths[0].snr_mean_db, None);
    }

    #[test]
    fn json_is_read_back() {
        let report = report();
        let json = serde_json::to_string(&report).unwrap();
        let read: AblationReport = serde_json::from_str(&json).unwrap();
        assert_eq!(
            (read.key, read.sentences, read.rows),
            (report.key, report.sentences, report.rows)
        );
        assert_eq!(read.paths.len(), report.paths.len());
    }
}
