//! Speed and memory against the length of an utterance, as a plot: runs `kokoro bench` in a process
//! of its own for each point.
//!
//! `cargo run --release -p kokoro-cli --example lengths -- target/release/kokoro docs/lengths.svg`

use std::error::Error;
use std::path::Path;
use std::process::Command;

use plotters::prelude::*;

/// One clause, said 1 to [`LONGEST`] times: 1 to 24 s of speech.
const CLAUSE: &str = "ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˈOvəɹ ðə lˈAzi dˈɔɡ, ";
const CLAUSES: [usize; 6] = [1, 2, 3, 5, 7, 9];
const PRECISIONS: [(&str, RGBColor); 3] = [
    ("f32", RGBColor(0, 114, 178)),
    ("bf16", RGBColor(230, 159, 0)),
    ("int8", RGBColor(0, 158, 115)),
];

/// What one process measured.
struct Point {
    audio: f64,
    times_real_time: f64,
    peak_mb: f64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(program), Some(file)) = (args.next(), args.next()) else {
        return Err("expected the program and the plot's file".into());
    };
    let mut series = Vec::new();
    for (precision, colour) in PRECISIONS {
        let points = CLAUSES.map(|clauses| measure(&program, precision, clauses));
        series.push((precision, colour, points.into_iter().collect::<Result<Vec<_>, _>>()?));
    }
    draw(Path::new(&file), &series)
}

fn measure(program: &str, precision: &str, clauses: usize) -> Result<Point, Box<dyn Error>> {
    let phonemes = CLAUSE.repeat(clauses);
    let output = Command::new(program)
        .args([
            "bench",
            "--json",
            "--runs",
            "3",
            "--precision",
            precision,
            "--phonemes",
            phonemes.trim(),
        ])
        .output()?;
    let figures: serde_json::Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("{error}: {}", String::from_utf8_lossy(&output.stderr)))?;
    let figure = |name: &str| figures[name].as_f64().ok_or(format!("no {name} in {figures}"));
    let point = Point {
        audio: figure("audio_seconds")?,
        times_real_time: figure("rtf_x")?,
        peak_mb: figure("peak_mb")?,
    };
    println!(
        "{precision}: {:5.2} s, {:5.2} × real time, {:4.0} MB",
        point.audio, point.times_real_time, point.peak_mb
    );
    Ok(point)
}

fn draw(file: &Path, series: &[(&str, RGBColor, Vec<Point>)]) -> Result<(), Box<dyn Error>> {
    let root = SVGBackend::new(file, (900, 360)).into_drawing_area();
    root.fill(&WHITE)?;
    let (left, right) = root.split_horizontally(450);
    chart(&left, "times real time", series, |point| point.times_real_time)?;
    chart(&right, "peak memory, MB", series, |point| point.peak_mb)?;
    root.present()?;
    Ok(())
}

fn chart<B: DrawingBackend>(
    area: &DrawingArea<B, plotters::coord::Shift>,
    title: &str,
    series: &[(&str, RGBColor, Vec<Point>)],
    value: impl Fn(&Point) -> f64,
) -> Result<(), Box<dyn Error>>
where
    B::ErrorType: 'static,
{
    let all = || series.iter().flat_map(|(.., points)| points);
    let longest = all().map(|point| point.audio).fold(0.0, f64::max);
    let greatest = all().map(&value).fold(0.0, f64::max);
    let mut chart = ChartBuilder::on(area)
        .margin(12)
        .caption(title, ("sans-serif", 16))
        .x_label_area_size(32)
        .y_label_area_size(48)
        .build_cartesian_2d(0.0..1.05 * longest, 0.0..1.1 * greatest)?;
    chart.configure_mesh().x_desc("seconds of speech").light_line_style(WHITE).draw()?;
    for (name, colour, points) in series {
        let line = || points.iter().map(|point| (point.audio, value(point)));
        chart
            .draw_series(LineSeries::new(line(), colour.stroke_width(2)))?
            .label(*name)
            .legend(|(x, y)| PathElement::new([(x, y), (x + 16, y)], colour.stroke_width(2)));
        chart.draw_series(line().map(|at| Circle::new(at, 3, colour.filled())))?;
    }
    chart.configure_series_labels().position(SeriesLabelPosition::LowerRight).draw()?;
    Ok(())
}
