//! Points of several series, joined in the order of their first coordinate.

use std::path::Path;

use plotters::prelude::*;

use crate::canvas::{Area, Drawn, Series, axes, colour, end, legend, page};
use crate::error::Result;

/// A plot of points.
pub(super) struct Scatter {
    pub title: &'static str,
    /// Names of the axes, with units.
    pub axes: (&'static str, &'static str),
    /// Each series and its points.
    pub series: Vec<(Series, Vec<(f64, f64)>)>,
}

const SIZE: (u32, u32) = (1000, 480);
const RADIUS: i32 = 4;
/// Room for the vertical axis and its numbers.
const LEFT: i32 = 64;

impl Scatter {
    /// The plot as SVG.
    pub fn svg(&self, file: &Path) -> Result<String> {
        page(file, SIZE, self.title, |area| self.draw(area))
    }

    fn draw(&self, area: &Area<'_>) -> Drawn {
        let named: Vec<Series> = self.series.iter().map(|(series, _)| series.clone()).collect();
        let data = legend(area, &named)?;
        let points = || self.series.iter().flat_map(|(_, points)| points);
        let x = (self.axes.0, end(points().map(|point| point.0)));
        let y = (self.axes.1, end(points().map(|point| point.1)));
        let mut chart = axes(&data, x, y, LEFT)?;
        for ((_, number), points) in &self.series {
            let mut points = points.clone();
            points.sort_by(|a, b| a.0.total_cmp(&b.0));
            let dots = points.iter().map(|&p| Circle::new(p, RADIUS, colour(*number).filled()));
            chart.draw_series(dots.collect::<Vec<_>>())?;
            chart.draw_series([PathElement::new(points, colour(*number).stroke_width(1))])?;
        }
        Ok(())
    }
}
