//! The report as a page to read.

use kokoro_core::Stage;

use crate::report::{AblationReport, Summary};
use crate::row::{AblationRow, Measured, RowOutcome};

/// The whole page. `plots` are the files that were drawn, relative to it, and what they show.
pub(super) fn page(report: &AblationReport, plots: &[(String, String)]) -> String {
    let mut page = String::from("# Ablation of the decoder\n\n");
    page += &machine(report);
    page += "\n## Paths\n\n";
    page += &summary_table(report);
    page += HOW;
    page += "\n## Where the nodes went\n\n";
    page += &placement(report);
    page += "\n## Plots\n\n";
    for (file, shows) in plots {
        page += &format!("![{shows}]({file})\n\n");
    }
    page += "## Rows\n\n";
    page + &rows(report)
}

/// What the figures mean.
const HOW: &str = "
How this was measured:

- **RTF** is the real-time factor: seconds of computing over seconds of speech, all stages from
  phonemes to samples. Smaller is faster, and below 1 is faster than speech; *× real time* is its
  inverse. In the table of paths it is the sum of the seconds over the sum of the speech.
- Paths take turns, run by run, for each sentence. Times are of the median warm run; *cold* is the
  decoder's first run after opening, in the row of the sentence that had it. Stages above the
  decoder are the same computation for each path: they were timed once for all paths, as the median
  of as many runs.
- *Load* reads and checks the weights or the segment; *compile* is the time until ONNX Runtime and
  the provider had a session.
- **Distances** are to the sound of `cpu-f32` for the same features, noise and all: *log-mel* is
  the mean difference of two log-mel spectrograms (80 bands, 80 dB deep), *SNR* is of the samples,
  *SC* is spectral convergence (Arık et al. 2018), ‖\\|S\\|−\\|Ŝ\\|‖ / ‖\\|S\\|‖.
- *Peak* is the peak resident memory (Linux: `VmHWM`, 1 MB = 2²⁰ bytes) of a process of its own
  that loads everything and speaks the bucket's longest sentence once; files that are mapped count
  where they were read. A dash: not measured.
- *Guard* counts sentences whose logits were found unfit to be spoken.
";

fn machine(report: &AblationReport) -> String {
    let value = |name: &str| report.key.get(name).unwrap_or("unknown");
    let runtime = match report.key.get("onnxruntime") {
        Some(version) => format!(", ONNX Runtime {version}"),
        None => String::new(),
    };
    format!(
        "- Machine: {}, {} cores, {}; {} threads of computation\n\
         - Versions: kokoro {}, exporter {}{runtime}\n\
         - Weights: `{}`\n\
         - {} sentences, {} warm runs each, segments of {} frames (25 ms each)\n",
        value("cpu"),
        value("cores"),
        value("system"),
        value("threads"),
        value("program"),
        value("exporter"),
        value("weights"),
        report.sentences.len(),
        value("runs"),
        value("buckets"),
    )
}

/// The table of all paths, in Markdown: a line for each.
pub fn summary_table(report: &AblationReport) -> String {
    let mut table = table(&[
        "path",
        "sentences",
        "RTF",
        "× real time",
        "decoder RTF",
        "log-mel mean, dB",
        "log-mel worst, dB",
        "SNR, dB",
        "SC",
        "peak, MB",
        "guard",
    ]);
    for path in &report.paths {
        table += &line(&[
            format!("`{}`", path.path),
            spoken(path),
            number(path.rtf, 3),
            number(path.rtf.map(|rtf| 1.0 / rtf), 2),
            number(path.decoder_rtf, 3),
            number(path.log_mel_mean_db, 3),
            number(path.log_mel_worst_db, 3)
                + &of(path.log_mel_worst_sentence.as_deref(), path.log_mel_worst_db),
            number(path.snr_mean_db, 1),
            number(path.spectral_convergence_mean, 4),
            number(path.peak_mb, 0),
            path.guarded.to_string(),
        ]);
    }
    table
}

fn of(sentence: Option<&str>, distance: Option<f64>) -> String {
    match (sentence, distance) {
        (Some(sentence), Some(distance)) if distance > 0.0 => format!(" ({sentence})"),
        _ => String::new(),
    }
}

fn spoken(path: &Summary) -> String {
    let mut text = path.measured.to_string();
    for (count, what) in [(path.failed, "failed"), (path.too_long, "do not fit")] {
        if count > 0 {
            text += &format!(", {count} {what}");
        }
    }
    text
}

/// A line for each path and bucket.
fn placement(report: &AblationReport) -> String {
    let mut table = table(&[
        "path",
        "bucket, frames",
        "load, s",
        "compile, s",
        "peak, MB",
        "nodes by provider",
    ]);
    for path in &report.paths {
        let mut seen = Vec::new();
        for (row, measured) in report.measured(&path.path) {
            if seen.contains(&row.bucket) {
                continue;
            }
            seen.push(row.bucket);
            let nodes = measured.opening.placement.iter();
            let nodes: Vec<String> = nodes
                .map(|p| format!("{} {} in {} subgraphs", p.provider, p.nodes, p.subgraphs))
                .collect();
            table += &line(&[
                format!("`{}`", path.path),
                bucket(row),
                number(Some(measured.opening.load_seconds), 2),
                number(measured.opening.compile_seconds, 2),
                number(measured.peak_mb, 0),
                if nodes.is_empty() { "no graph".into() } else { nodes.join(", ") },
            ]);
        }
    }
    table
}

/// A line for each row; a sentence that was not spoken says why.
fn rows(report: &AblationReport) -> String {
    let mut table = table(&[
        "path",
        "sentence",
        "voice",
        "speech, s",
        "bucket",
        "cold, ms",
        "decoder, ms",
        "vocoder, ms",
        "above, ms",
        "RTF",
        "log-mel, dB",
        "SNR, dB",
        "SC",
        "remarks",
    ]);
    for row in &report.rows {
        let mut cells = vec![
            format!("`{}`", row.path),
            row.sentence.clone(),
            row.voice.clone(),
            number(Some(row.audio_seconds), 2),
            bucket(row),
        ];
        let remark = match &row.outcome {
            RowOutcome::Measured(measured) => {
                cells.extend(figures(measured));
                measured.guard.clone().unwrap_or_default()
            }
            RowOutcome::Failed { error } => format!("failed: {error}"),
            RowOutcome::DoesNotFit { longest } => format!(
                "does not fit: the longest segment holds {longest} frames, the sentence has {}",
                row.frames
            ),
        };
        cells.resize(13, NONE.into());
        cells.push(remark);
        table += &line(&cells);
    }
    table
}

fn figures(measured: &Measured) -> [String; 8] {
    let ms = |seconds: f64| number(Some(seconds * 1e3), 0);
    let stages = &measured.stages;
    let (decoder, vocoder) = (stages.get(Stage::Decoder), stages.get(Stage::Vocoder));
    let quality = measured.quality.as_ref();
    [
        number(measured.cold_decoder_seconds.map(|seconds| seconds * 1e3), 0),
        ms(decoder),
        ms(vocoder),
        ms(stages.total() - decoder - vocoder),
        number(Some(measured.rtf), 3),
        number(quality.map(|q| q.log_mel_db), 3),
        match quality {
            Some(q) => q.snr_db.map_or("same".into(), |snr| number(Some(snr), 1)),
            None => NONE.into(),
        },
        number(quality.map(|q| q.spectral_convergence), 4),
    ]
}

/// A cell without a figure.
const NONE: &str = "–";

fn bucket(row: &AblationRow) -> String {
    row.bucket.map_or(NONE.into(), |frames| frames.to_string())
}

fn number(value: Option<f64>, digits: usize) -> String {
    value.map_or(NONE.into(), |value| format!("{value:.digits$}"))
}

fn table(heads: &[&str]) -> String {
    let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
    let rules: Vec<String> = heads.iter().map(|_| "---".into()).collect();
    line(&heads) + &line(&rules)
}

/// A line of a table: what would end a cell or the line is taken out.
fn line(cells: &[String]) -> String {
    let clean =
        |cell: &String| cell.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
    format!("| {} |\n", cells.iter().map(clean).collect::<Vec<_>>().join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests::report;

    #[test]
    fn the_tables_say_what_the_rows_say() {
        let mut report = report();
        let page = page(&report, &[("plots/x.svg".into(), "a plot".into())]);
        let lines = [
            "- Machine: a test, unknown cores, unknown; 2 threads of computation",
            "| `cpu-f32` | 3 | 0.789 | 1.27 | 0.758 | 0.000 | 0.000 | – | 0.0000 | 500 | 0 |",
            "| `segment-int8@cpu` | 2, 1 do not fit | 0.400 | 2.50 | 0.267 | 0.600 | \
             0.800 (kettle) | 20.0 | 0.0600 | 500 | 0 |",
            "| `segment-int8@cpu` | 200 | 0.50 | – | 500 | \
             CPUExecutionProvider 700 in 700 subgraphs |",
            "| `cpu-f32` | rain | af_sky | 1.00 | 200 | – | 800 | 100 | 100 | 1.000 | 0.000 | \
             same | 0.0000 |  |",
            "| `segment-int8@cpu` | ferry | af_sky | 16.00 | – | – | – | – | – | – | – | – | – | \
             does not fit: the longest segment holds 200 frames, the sentence has 640 |",
            "![a plot](plots/x.svg)",
        ];
        for line in lines {
            assert!(page.lines().any(|found| found == line), "{line}\nis not in\n{page}");
        }
        report.rows[0].outcome = RowOutcome::Failed { error: "no\nlibrary | here".into() };
        assert!(rows(&report).contains("| failed: no library \\| here |"));
    }
}
