//! Log-mel spectrograms, one above the other on the same scales.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kokoro_metrics::{band_hz, log_mel};
use plotters::prelude::*;

use crate::canvas::{Area, Drawn, page};
use crate::error::{Error, Result};

/// A sound with the name that stands beside its picture.
pub(super) type Panel = (String, Vec<f32>);

/// Columns of a spectrogram in a second: the sample rate over the hop of [`log_mel`].
const COLUMNS_PER_SECOND: f64 = 24_000.0 / 256.0;
const BANDS: usize = 80;
/// Range of the colours below the loudest value of the first sound, in dB: as deep as the log-mel
/// distance looks.
const RANGE_DB: f64 = 80.0;
const WIDTH: u32 = 1000;
const PANEL: u32 = 230;
const REST: u32 = 70;

/// Where a picture goes: left, top, width, height.
type Frame = (i32, i32, i32, i32);

/// The sounds as one SVG, with the pictures inside it as PNG.
pub(super) fn svg(file: &Path, title: &str, panels: &[Panel]) -> Result<String> {
    let pictures: Vec<_> = panels.iter().map(|(_, samples)| log_mel(samples)).collect();
    let loudest =
        pictures.first().into_iter().flatten().flatten().copied().fold(f64::MIN, f64::max);
    let longest = pictures.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let mut frames = Vec::new();
    let size = (WIDTH, PANEL * panels.len() as u32 + REST);
    let mut svg = page(file, size, title, |area| {
        let areas = area.split_evenly((panels.len(), 1));
        for (area, (name, _)) in areas.iter().zip(panels) {
            frames.push(axes(area, name, longest as f64 / COLUMNS_PER_SECOND)?);
        }
        Ok(())
    })?;
    let mut images = String::new();
    for ((x, y, width, height), columns) in frames.into_iter().zip(&pictures) {
        let width = f64::from(width) * columns.len() as f64 / longest as f64;
        let data = STANDARD.encode(png(file, columns, loudest)?);
        images += &format!(
            "<image x=\"{x}\" y=\"{y}\" width=\"{width:.1}\" height=\"{height}\" \
             preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" \
             href=\"data:image/png;base64,{data}\"/>\n"
        );
    }
    let end = svg.rfind("</svg>").unwrap_or(svg.len());
    svg.insert_str(end, &images);
    Ok(svg)
}

/// The axes of one picture: seconds, and the frequencies of the mel bands. Gives the frame for it.
fn axes(area: &Area<'_>, name: &str, seconds: f64) -> Drawn<Frame> {
    let mut chart = ChartBuilder::on(area)
        .margin_right(14)
        .caption(name, ("sans-serif", 15))
        .x_label_area_size(40)
        .y_label_area_size(70)
        .build_cartesian_2d(0.0..seconds, 0.0..BANDS as f64)?;
    let style = ("sans-serif", 14).into_font();
    chart
        .configure_mesh()
        .disable_mesh()
        .x_desc("time, s")
        .y_desc("frequency, kHz")
        .y_labels(5)
        .y_label_formatter(&|band| format!("{:.1}", band_hz(band - 0.5) / 1000.0))
        .label_style(style.clone())
        .axis_desc_style(style)
        .draw()?;
    let (x, y) = chart.plotting_area().get_pixel_range();
    Ok((x.start, y.start, x.end - x.start, y.end - y.start))
}

/// A picture of one pixel for each value: time to the right, frequency upwards.
fn png(file: &Path, columns: &[Vec<f64>], loudest: f64) -> Result<Vec<u8>> {
    let failed = |source| Error::Picture { path: file.into(), source };
    let mut pixels = Vec::with_capacity(3 * BANDS * columns.len());
    for band in (0..BANDS).rev() {
        for column in columns {
            let level = (column[band] - loudest) / RANGE_DB + 1.0;
            let RGBColor(r, g, b) = ViridisRGB.get_color(level.clamp(0.0, 1.0));
            pixels.extend([r, g, b]);
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, columns.len() as u32, BANDS as u32);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&pixels).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_a_pixel_for_each_value() {
        let columns = vec![vec![0.0; BANDS], vec![-80.0; BANDS], vec![-80.0; BANDS]];
        let bytes = png(Path::new("x"), &columns, 0.0).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((info.width, info.height), (3, 80));
        let [loud, soft] = [1.0, 0.0].map(|level| ViridisRGB.get_color(level));
        assert_eq!(pixels[..3], [loud.0, loud.1, loud.2]);
        assert_eq!(pixels[3..6], [soft.0, soft.1, soft.2]);
    }
}
