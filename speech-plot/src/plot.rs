//! The plot: what is in it, and where.

use std::ops::Range;

use crate::axis::Axis;
use crate::labels::{Rows, width};
use crate::svg::{Anchor, STYLE, escaped, line, text};
use crate::{pitch, wave};

/// Pixels of a second, and of the time axis at least and at most.
const SECOND: f64 = 160.0;
const WIDTH: (f64, f64) = (480.0, 19_200.0);
/// Pixels left and right of the time axis, where the other axes have their labels.
const LEFT: f64 = 64.0;
const RIGHT: f64 = 32.0;
/// Where the panels begin and end, from the top.
const WAVE: (f64, f64) = (58.0, 178.0);
const PITCH: (f64, f64) = (204.0, 324.0);
const TIME: f64 = 342.0;
const SPAN: (f64, f64) = (354.0, 366.0);
/// From one row of labels to the next, and from a word to its phonemes.
const ROW: f64 = 38.0;
const PHONEMES: f64 = 16.0;
/// How much wider than a label's letters those of the title are.
const TITLE: f64 = 1.35;
/// Values of F0 that are at most so many seconds apart are joined by the curve.
const JOINED: f64 = 0.03;
/// The axis of the waveform ends here at least.
const QUIET: f64 = 0.01;

/// A word of the plot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlottedWord<'a> {
    /// The word as it is written.
    pub text: &'a str,
    /// Its phonemes.
    pub phonemes: &'a str,
    /// Its samples, on the clock of the whole speech.
    pub time: Range<u64>,
}

/// Speech that is drawn: a sentence or a few.
#[derive(Debug, Clone, Copy)]
pub struct SpeechPlot<'a> {
    /// What stands above, such as the sentence.
    pub title: &'a str,
    /// Samples in a second. 0 is taken as 1.
    pub sample_rate: u32,
    /// The place of the first sample on the clock of the whole speech.
    pub start: u64,
    /// The sound, mono.
    pub samples: &'a [f32],
    /// The fundamental frequency in Hz, each value with its sample on the clock of the whole
    /// speech, in order; 0 where speech is not voiced.
    pub f0: &'a [(u64, f32)],
    /// The words, in order.
    pub words: &'a [PlottedWord<'a>],
}

impl SpeechPlot<'_> {
    /// The plot as the text of an SVG file.
    #[must_use]
    pub fn svg(&self) -> String {
        let time = self.time();
        let (words, rows) = self.words(&time);
        let titled = LEFT + width([self.title, ""]) * TITLE + RIGHT;
        let right = titled.clamp(time.until + RIGHT, LEFT + WIDTH.1 + RIGHT);
        let height = SPAN.1 + rows as f64 * ROW + 14.0;
        let title = escaped(self.title);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{right:.0}\" height=\"{height:.0}\" \
             viewBox=\"0 0 {right:.0} {height:.0}\" role=\"img\">\n<title>{title}</title>\n{STYLE}\
             <rect class=\"page\" width=\"100%\" height=\"100%\"/>\n"
        );
        svg += &text(LEFT, 26.0, Anchor::Start, "title", self.title);
        svg += &self.grid(&time);
        svg += &self.waveform(&time);
        svg += &self.pitch(&time);
        svg += &words;
        svg + "</svg>\n"
    }

    fn rate(&self) -> f64 {
        self.sample_rate.max(1).into()
    }

    /// The axis of time, in samples from the first.
    fn time(&self) -> Axis {
        let length = self.samples.len().max(1) as f64;
        let width = (length / self.rate() * SECOND).clamp(WIDTH.0, WIDTH.1);
        Axis { from: 0.0, to: length, at: LEFT, until: LEFT + width }
    }

    /// Lines and numbers of the time axis.
    fn grid(&self, time: &Axis) -> String {
        let seconds = Axis { to: time.to / self.rate(), ..*time };
        let mut svg = String::new();
        for (value, label) in seconds.ticks(SECOND / 2.0) {
            let x = seconds.pixel(value);
            svg += &line((x, WAVE.0), (x, WAVE.1), "grid");
            svg += &line((x, PITCH.0), (x, PITCH.1), "grid");
            svg += &text(x, TIME, Anchor::Middle, "small", &label);
        }
        svg + &text(time.until + 16.0, TIME, Anchor::Start, "small", "s")
    }

    fn waveform(&self, time: &Axis) -> String {
        let peak = wave::peak(self.samples).max(QUIET);
        let axis = Axis { from: -peak, to: peak, at: WAVE.1, until: WAVE.0 };
        let path = wave::path(self.samples, time, &axis);
        let mut svg = text(LEFT, WAVE.0 - 7.0, Anchor::Start, "small", "amplitude");
        for value in [-peak, 0.0, peak] {
            let y = axis.pixel(value);
            svg += &line((time.at, y), (time.until, y), "grid");
            svg += &text(LEFT - 8.0, y + 4.0, Anchor::End, "small", &format!("{value:.2}"));
        }
        svg + &format!("<path class=\"wave\" d=\"{path}\"/>\n")
    }

    fn pitch(&self, time: &Axis) -> String {
        let end = self.start.saturating_add(self.samples.len() as u64);
        let from = self.f0.partition_point(|value| value.0 < self.start);
        let to = self.f0.partition_point(|value| value.0 < end).max(from);
        let f0 = &self.f0[from..to];
        let (low, high) = pitch::bounds(f0);
        let axis = Axis { from: low, to: high, at: PITCH.1, until: PITCH.0 };
        let mut svg = String::new();
        for (value, label) in axis.ticks(30.0) {
            let y = axis.pixel(value);
            svg += &line((time.at, y), (time.until, y), "grid");
            svg += &text(LEFT - 8.0, y + 4.0, Anchor::End, "small", &label);
        }
        svg += &text(LEFT, PITCH.0 - 7.0, Anchor::Start, "small", "F0 in Hz");
        let clock = Axis { from: self.start as f64, to: end as f64, ..*time };
        let path = pitch::path(f0, (JOINED * self.rate()) as u64, &clock, &axis);
        if path.is_empty() {
            return svg; // nothing is voiced
        }
        svg + &format!("<path class=\"pitch\" d=\"{path}\"/>\n")
    }

    /// The words with their labels, and the rows that these take.
    fn words(&self, time: &Axis) -> (String, usize) {
        let end = self.start.saturating_add(self.samples.len() as u64);
        let clock = Axis { from: self.start as f64, to: end as f64, ..*time };
        let (mut lines, mut groups, mut rows) = (String::new(), String::new(), Rows::default());
        for word in self.words {
            if word.time.end < self.start || word.time.start > end {
                continue;
            }
            let (from, to) =
                (clock.pixel(word.time.start as f64), clock.pixel(word.time.end as f64));
            for x in [from, to] {
                lines += &line((x, WAVE.0), (x, PITCH.1), "leader");
            }
            let row = rows.place((from + to) / 2.0, width([word.text, word.phonemes]));
            if let Some(row) = row.filter(|&row| row > 0) {
                let x = (from + to) / 2.0;
                lines += &line((x, SPAN.1), (x, SPAN.1 + row as f64 * ROW + 4.0), "leader");
            }
            groups += &self.word(word, (from, to), row);
        }
        (lines + &groups, rows.count())
    }

    /// A word from pixel to pixel, and its label in a row.
    fn word(&self, word: &PlottedWord<'_>, (from, to): (f64, f64), row: Option<usize>) -> String {
        let seconds = |at: u64| at.saturating_sub(self.start) as f64 / self.rate();
        let times = format!("{:.3} to {:.3} s", seconds(word.time.start), seconds(word.time.end));
        let mut svg = format!(
            "<g><title>{} /{}/ {times}</title>\n\
             <rect class=\"span\" x=\"{from:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>\n",
            escaped(word.text),
            escaped(word.phonemes),
            SPAN.0,
            (to - from).max(0.0),
            SPAN.1 - SPAN.0,
        );
        if let Some(row) = row {
            let (x, y) = ((from + to) / 2.0, SPAN.1 + row as f64 * ROW + 16.0);
            svg += &text(x, y, Anchor::Middle, "word", word.text);
            svg += &text(x, y + PHONEMES, Anchor::Middle, "small", word.phonemes);
        }
        svg + "</g>\n"
    }
}
