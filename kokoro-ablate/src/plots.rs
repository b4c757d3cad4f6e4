//! The plots of a report.

use std::path::Path;

use kokoro_core::Stage;
use kokoro_weights::files::write_atomically;

use crate::bars::{Bars, Lane};
use crate::canvas::Series;
use crate::error::Result;
use crate::folder::Folder;
use crate::path::{self, DecodePath};
use crate::report::{AblationReport, Summary};
use crate::scatter::Scatter;
use crate::{spectrogram, wav};

/// Draws all plots into the folder; gives each file's name, relative to the folder, and what it
/// shows.
pub(super) fn draw(report: &AblationReport, folder: Folder<'_>) -> Result<Vec<(String, String)>> {
    let mut drawn = Vec::new();
    let mut keep = |name: &str, shows: &str, svg: &dyn Fn(&Path) -> Result<String>| -> Result<()> {
        let file = folder.plot(name);
        write_atomically(&file, svg(&file)?)?;
        drawn.push((format!("plots/{name}.svg"), shows.to_owned()));
        Ok(())
    };
    keep("time", "Time by stage and path", &|file| time(report).svg(file))?;
    keep("rtf", "Real-time factor against length", &|file| rtf(report).svg(file))?;
    keep("log-mel", "Log-mel error by voice", &|file| log_mel(report, file))?;
    for (compared, sentence, distance) in pairs(report) {
        let title = format!("{sentence}: log-mel spectrograms, {distance:.2} dB apart");
        let name = format!("spectrogram-{}", path::file_name(compared));
        let names = [DecodePath::REFERENCE.to_string(), compared.to_owned()];
        let mut panels = Vec::new();
        for name in names {
            let samples = wav::read(&folder.wav(sentence, &name))?;
            panels.push((name, samples));
        }
        keep(&name, &title, &|file| spectrogram::svg(file, &title, &panels))?;
    }
    Ok(drawn)
}

/// Each path but the f32 one, with the sentence that is furthest off: its id and distance in dB.
fn pairs(report: &AblationReport) -> Vec<(&str, &str, f64)> {
    let reference = DecodePath::REFERENCE.to_string();
    let mut pairs = Vec::new();
    for path in report.paths.iter().filter(|path| path.path != reference) {
        if let (Some(worst), Some(db)) = (&path.log_mel_worst_sentence, path.log_mel_worst_db) {
            pairs.push((path.path.as_str(), worst.as_str(), db));
        }
    }
    pairs
}

/// Milliseconds of each stage for a second of speech.
fn time(report: &AblationReport) -> Bars {
    let bar = |path: &Summary| -> (String, Vec<Lane>) {
        let mut sums = [0.0; Stage::ALL.len()];
        for (_, measured) in report.measured(&path.path) {
            for (sum, (_, seconds)) in sums.iter_mut().zip(measured.stages.iter()) {
                *sum += seconds * 1e3 / path.audio_seconds;
            }
        }
        (path.path.clone(), vec![sums.into_iter().enumerate().collect()])
    };
    Bars {
        title: "Time by stage and path",
        axis: "computing for a second of speech, ms (warm, all sentences)",
        series: numbered(Stage::ALL.map(Stage::name)),
        rows: report.paths.iter().filter(|path| path.measured > 0).map(bar).collect(),
    }
}

/// Log-mel distance by voice, a bar for each path but the f32 one.
fn log_mel(report: &AblationReport, file: &Path) -> Result<String> {
    let compared: Vec<&str> = pairs(report).iter().map(|(path, ..)| *path).collect();
    let mut series = numbered(report.paths.iter().map(|path| path.path.as_str()));
    series.retain(|(name, _)| compared.contains(&name.as_str()));
    let mut voices: Vec<&str> = report.rows.iter().map(|row| row.voice.as_str()).collect();
    voices.sort_unstable();
    voices.dedup();
    let mean = |voice: &str, path: &str| {
        let of_voice = report.measured(path).filter(|(row, _)| row.voice == voice);
        let all: Vec<f64> = of_voice.filter_map(|(_, m)| Some(m.quality?.log_mel_db)).collect();
        (!all.is_empty()).then(|| all.iter().sum::<f64>() / all.len() as f64)
    };
    let lanes = |voice: &str| -> Vec<Lane> {
        let lane = |(path, number): &Series| match mean(voice, path) {
            Some(distance) => vec![(*number, distance)],
            None => Vec::new(),
        };
        series.iter().map(lane).collect()
    };
    let bars = Bars {
        title: "Log-mel error by voice",
        axis: "mean log-mel distance to cpu-f32, dB",
        rows: voices.iter().map(|voice| ((*voice).to_owned(), lanes(voice))).collect(),
        series: series.clone(),
    };
    bars.svg(file)
}

/// Real-time factor of each sentence against its length.
fn rtf(report: &AblationReport) -> Scatter {
    let points = |series: Series| {
        let points = report.measured(&series.0).map(|(row, m)| (row.audio_seconds, m.rtf));
        let points: Vec<(f64, f64)> = points.collect();
        (!points.is_empty()).then_some((series, points))
    };
    let paths = numbered(report.paths.iter().map(|path| path.path.as_str()));
    Scatter {
        title: "Real-time factor against length",
        axes: ("speech, s", "computing s / speech s"),
        series: paths.into_iter().filter_map(points).collect(),
    }
}

/// Names with the numbers of their colours: a path has the same colour in every plot.
fn numbered<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<Series> {
    names.into_iter().enumerate().map(|(number, name)| (name.to_owned(), number)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests::report;

    /// Opening and closing tags match, and every attribute's quote is closed.
    fn assert_well_formed(svg: &str) {
        let mut open = Vec::new();
        let mut rest = svg;
        while let Some(start) = rest.find('<') {
            let end = start + rest[start..].find('>').unwrap();
            let tag = &rest[start + 1..end];
            assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
            let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap();
            match (tag.starts_with('/'), tag.ends_with('/')) {
                (true, _) => assert_eq!(open.pop(), Some(name)),
                (false, false) if !tag.starts_with(['?', '!']) => open.push(name),
                _ => {}
            }
            rest = &rest[end + 1..];
        }
        assert!(open.is_empty(), "{open:?}");
    }

    #[test]
    fn plots_are_whole_and_show_every_row() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::new(folder.path());
        folder.create().unwrap();
        let tone: Vec<f32> = (0..24000).map(|t| (t as f32 * 0.3).sin() * 0.4).collect();
        for path in ["cpu-f32", "segment-int8@cpu"] {
            wav::write(&folder.wav("kettle", path), &tone).unwrap();
        }
        let drawn = draw(&report(), folder).unwrap();
        assert_eq!(drawn.len(), 4);
        let read = |name: &str| std::fs::read_to_string(folder.plot(name)).unwrap();
        for (file, _) in &drawn {
            let svg = std::fs::read_to_string(folder.file(file)).unwrap();
            assert!(svg.starts_with("<svg") && svg.contains("<text"), "{file}");
            assert_well_formed(&svg);
        }
        assert!(read("time").contains("segment-int8@cpu") && read("time").contains("vocoder"));
        let (dots, data) = (read("rtf").matches("<circle").count(), read("rtf"));
        assert_eq!(dots, 5, "{data}"); // three sentences, of which one does not fit
        assert!(read("log-mel").contains("af_sky"));
        assert_eq!(read("spectrogram-segment-int8@cpu").matches("data:image/png").count(), 2);
    }
}
