//! What the plots share: a page, colours, letters, a legend beside the data, axes with units.

use std::io;
use std::path::Path;

use plotters::chart::ChartContext;
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::error::{Error, Result};

/// A piece of the page.
pub(super) type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
/// A piece of the page with axes.
pub(super) type Chart<'a> =
    ChartContext<'a, SVGBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;
/// Whether drawing worked.
pub(super) type Drawn<T = ()> = Result<T, DrawingAreaErrorKind<io::Error>>;

/// Colours that colour-blind readers can tell apart: Okabe and Ito 2008, "Color universal design".
const COLOURS: [RGBColor; 7] = [
    RGBColor(0, 114, 178),
    RGBColor(230, 159, 0),
    RGBColor(0, 158, 115),
    RGBColor(204, 121, 167),
    RGBColor(213, 94, 0),
    RGBColor(86, 180, 233),
    RGBColor(90, 90, 90),
];
/// Heights of letters, in pixels.
const TITLE: i32 = 20;
const LETTERS: i32 = 14;
/// Width of a letter of this height, at most; the reader's font is not known.
const LETTER_WIDTH: i32 = 9;
/// Margin around everything.
const MARGIN: i32 = 14;
/// Side of a legend's square, and from one line of it to the next.
const SQUARE: i32 = 12;
const LINE: i32 = 22;

/// The colour of the series of this number.
pub(super) fn colour(series: usize) -> RGBColor {
    COLOURS[series % COLOURS.len()]
}

/// Pixels that a text may take.
pub(super) fn width(text: &str) -> i32 {
    text.chars().count() as i32 * LETTER_WIDTH
}

/// A white page of this size with a title, as SVG. `content` gets what is below the title.
pub(super) fn page(
    file: &Path,
    size: (u32, u32),
    title: &str,
    content: impl FnOnce(&Area<'_>) -> Drawn,
) -> Result<String> {
    let mut svg = String::new();
    let drawn = || -> Drawn {
        let root = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        root.fill(&WHITE)?;
        let inner = root.margin(MARGIN, MARGIN, MARGIN, MARGIN);
        let (head, body) = inner.split_vertically(TITLE + MARGIN);
        text(&head, title, (0, 0), TITLE, HPos::Left, VPos::Top)?;
        content(&body)?;
        root.present()
    };
    drawn().map_err(|source| Error::Plot { path: file.into(), source })?;
    Ok(svg)
}

/// A text at a place.
fn text(area: &Area<'_>, text: &str, at: (i32, i32), size: i32, x: HPos, y: VPos) -> Drawn {
    let style = ("sans-serif", size).into_font().color(&BLACK).pos(Pos::new(x, y));
    area.draw(&Text::new(text.to_owned(), at, style))
}

/// A label to the left of a place.
pub(super) fn label(area: &Area<'_>, label: &str, at: (i32, i32)) -> Drawn {
    text(area, label, at, LETTERS, HPos::Right, VPos::Center)
}

/// A series: its name, and the number of its colour.
pub(super) type Series = (String, usize);

/// Draws a square and a name for each series at the right side, and gives the rest of the area,
/// which is for the data.
pub(super) fn legend<'a>(area: &Area<'a>, series: &[Series]) -> Drawn<Area<'a>> {
    let room = series.iter().map(|(name, _)| width(name)).max().unwrap_or(0) + SQUARE + 3 * MARGIN;
    let (data, side) = area.split_horizontally(area.dim_in_pixel().0 as i32 - room);
    for (place, (name, number)) in series.iter().enumerate() {
        let (x, y) = (MARGIN, MARGIN + place as i32 * LINE);
        side.draw(&Rectangle::new([(x, y), (x + SQUARE, y + SQUARE)], colour(*number).filled()))?;
        text(&side, name, (x + SQUARE + 6, y + SQUARE / 2), LETTERS, HPos::Left, VPos::Center)?;
    }
    Ok(data)
}

/// Axes with their units. `left` is the width in pixels for the labels of the vertical axis. If
/// that axis has no name, the caller draws its labels.
pub(super) fn axes<'a>(
    area: &Area<'a>,
    (x_name, x_end): (&str, f64),
    (y_name, y_end): (&str, f64),
    left: i32,
) -> Drawn<Chart<'a>> {
    let mut chart = ChartBuilder::on(area)
        .margin_right(MARGIN)
        .x_label_area_size(44)
        .y_label_area_size(left)
        .build_cartesian_2d(0.0..x_end, 0.0..y_end)?;
    let mut mesh = chart.configure_mesh();
    let style = ("sans-serif", LETTERS).into_font();
    let (x_digits, y_digits) = (digits(x_end), digits(y_end));
    let (x_number, y_number) =
        (|x: &f64| format!("{x:.x_digits$}"), |y: &f64| format!("{y:.y_digits$}"));
    mesh.x_label_formatter(&x_number).y_label_formatter(&y_number);
    mesh.x_desc(x_name).x_labels(8).label_style(style.clone()).axis_desc_style(style);
    mesh.light_line_style(TRANSPARENT).bold_line_style(RGBColor(225, 225, 225));
    match y_name {
        "" => mesh.disable_y_mesh().y_labels(0),
        name => mesh.y_desc(name).y_labels(6),
    };
    mesh.draw()?;
    Ok(chart)
}

/// Digits after the decimal point of the numbers on an axis from 0 to `end`: enough for
/// neighbouring numbers to differ.
fn digits(end: f64) -> usize {
    (1.0 - end.log10().floor()).clamp(0.0, 12.0) as usize
}

/// The end of an axis that holds all values: a little more than the largest.
pub(super) fn end(values: impl Iterator<Item = f64>) -> f64 {
    let largest = values.filter(|value| value.is_finite()).fold(0.0, f64::max);
    if largest > 0.0 { largest * 1.05 } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_hold_the_data_and_tell_it_apart() {
        assert_eq!([4000.0, 12.0, 4.0, 0.6, 4e-5].map(digits), [0, 0, 1, 2, 6]);
        assert!(end([1.0, 20.0, f64::NAN].into_iter()) > 20.0);
        assert_eq!(end(std::iter::empty()), 1.0);
    }
}
