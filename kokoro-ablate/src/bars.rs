//! Bars from left to right, in rows with names.

use std::path::Path;

use plotters::prelude::*;

use crate::canvas::{Area, Drawn, Series, axes, colour, end, label, legend, page, width};
use crate::error::Result;

/// A plot of horizontal bars. A row has one or more lanes, and each lane holds one bar. A bar is a
/// chain of pieces, each of which has a series and a length.
pub(super) struct Bars {
    pub title: &'static str,
    /// What a length means, with its unit: the title of the horizontal axis.
    pub axis: &'static str,
    /// The series that the legend names.
    pub series: Vec<Series>,
    pub rows: Vec<(String, Vec<Lane>)>,
}

/// The pieces of one bar: for each the number of its colour, and its length.
pub(super) type Lane = Vec<(usize, f64)>;

/// Heights in pixels: of a lane, of the smallest row, of the gap between rows, and of all that
/// stands above and below the rows.
const LANE: usize = 12;
const ROW: usize = 26;
const GAP: usize = 8;
const REST: usize = 130;
/// Pixels from side to side.
const WIDTH: u32 = 1000;
/// Height in pixels of one line of the legend: a plot is never lower than its legend.
const LEGEND: usize = 24;

impl Bars {
    /// The plot as SVG.
    pub fn svg(&self, file: &Path) -> Result<String> {
        let rows: usize = self.rows.iter().map(|(_, lanes)| height(lanes.len())).sum();
        let size = (WIDTH, (rows.max(self.series.len() * LEGEND) + REST) as u32);
        page(file, size, self.title, |area| self.draw(area))
    }

    fn draw(&self, area: &Area<'_>) -> Drawn {
        let data = legend(area, &self.series)?;
        let lanes = || self.rows.iter().flat_map(|(_, lanes)| lanes);
        let longest = end(lanes().map(|lane| lane.iter().map(|(_, length)| length).sum()));
        let all: usize = self.rows.iter().map(|(_, lanes)| height(lanes.len())).sum();
        let left = self.rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0) + 12;
        let mut chart = axes(&data, (self.axis, longest), ("", all.max(1) as f64), left)?;
        let mut top = all as f64; // the first row is the uppermost
        for (name, lanes) in &self.rows {
            let row = height(lanes.len()) as f64;
            let thick = (row - GAP as f64) / lanes.len().max(1) as f64;
            for (place, lane) in lanes.iter().enumerate() {
                let y = top - GAP as f64 / 2.0 - place as f64 * thick;
                chart.draw_series(pieces(lane, y - thick, y))?;
            }
            // `backend_coord` counts from the corner of the page, and `label` from the corner of
            // the area.
            let (x, y) = chart.backend_coord(&(0.0, top - row / 2.0));
            let (origin_x, origin_y) = data.get_base_pixel();
            label(&data, name, (x - origin_x - 8, y - origin_y))?;
            top -= row;
        }
        Ok(())
    }
}

/// Pixels of a row with this many lanes.
fn height(lanes: usize) -> usize {
    (lanes * LANE).max(ROW) + GAP
}

fn pieces(lane: &Lane, bottom: f64, top: f64) -> Vec<Rectangle<(f64, f64)>> {
    let mut start = 0.0;
    let piece = |(series, length): &(usize, f64)| {
        let from = start;
        start += length;
        Rectangle::new([(from, bottom), (start, top)], colour(*series).filled())
    };
    lane.iter().map(piece).collect()
}
