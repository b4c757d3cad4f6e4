//! Subtitles: SRT, WebVTT and LRC.

use crate::cues::{Cue, CueOptions, Cues};
use crate::time::{clock, milliseconds};
use crate::writer::CaptionWriter;
use crate::written::WrittenWord;

/// A format of subtitles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SubtitleFormat {
    /// SubRip: numbered cues, without markup.
    Srt,
    /// WebVTT, as browsers show it.
    WebVtt,
    /// WebVTT with the time of each word in its cue, so that what was said can be highlighted.
    WebVttWords,
    /// Lyrics: each cue as one line, with the time when it begins.
    Lrc,
}

/// Writes words as subtitles.
#[derive(Debug, Clone)]
pub struct Subtitles {
    format: SubtitleFormat,
    cues: Cues,
    sample_rate: u32,
    /// Cues so far.
    number: usize,
    begun: bool,
}

impl Subtitles {
    /// A writer of words whose times are counted in samples at this rate.
    pub fn new(format: SubtitleFormat, sample_rate: u32, options: CueOptions) -> Self {
        let cues = Cues::new(sample_rate, options);
        Self { format, cues, sample_rate, number: 0, begun: false }
    }

    fn written(&mut self, cues: &[Cue]) -> String {
        let mut text = String::new();
        if !std::mem::replace(&mut self.begun, true) && self.is_web() {
            text.push_str("WEBVTT\n\n");
        }
        for cue in cues {
            self.number += 1;
            text += &self.cue(cue);
        }
        text
    }

    fn is_web(&self) -> bool {
        matches!(self.format, SubtitleFormat::WebVtt | SubtitleFormat::WebVttWords)
    }

    fn cue(&self, cue: &Cue) -> String {
        let ms = |samples| milliseconds(samples, self.sample_rate);
        let (start, end) = (ms(cue.start), ms(cue.end));
        let mark = if self.is_web() { '.' } else { ',' };
        let times = format!("{} --> {}\n", clock(start, mark), clock(end, mark));
        match self.format {
            SubtitleFormat::Srt => format!("{}\n{times}{}\n\n", self.number, lines(cue, plain)),
            SubtitleFormat::WebVtt => format!("{times}{}\n\n", lines(cue, web)),
            SubtitleFormat::WebVttWords => {
                format!("{times}{}\n\n", self.lines_with_times(cue, start, end))
            }
            SubtitleFormat::Lrc => {
                let (minutes, hundredths) = (start / 60_000, start / 10 % 100);
                let text = lines(cue, str::to_owned).replace('\n', " ");
                format!("[{minutes:02}:{:02}.{hundredths:02}]{text}\n", start / 1000 % 60)
            }
        }
    }

    /// The lines, with the time of each word before it. WebVTT wants these times to be within the
    /// cue's and each later than the one before; the first word has the cue's.
    fn lines_with_times(&self, cue: &Cue, start: u64, end: u64) -> String {
        let (mut text, mut last) = (String::new(), start);
        for line in &cue.lines {
            if !text.is_empty() {
                text.push('\n');
            }
            for at in line.clone() {
                let time = milliseconds(cue.words[at].start, self.sample_rate);
                if last < time && time < end {
                    text += &format!("<{}>", clock(time, '.'));
                    last = time;
                }
                text += &web(&cue.piece(at, line));
            }
        }
        text
    }
}

impl CaptionWriter for Subtitles {
    fn push(&mut self, word: &WrittenWord) -> String {
        let cues = self.cues.push(word);
        self.written(&cues)
    }

    fn finish(&mut self, audio_end: u64) -> String {
        let cues = self.cues.finish(audio_end);
        self.written(&cues)
    }
}

fn lines(cue: &Cue, escaped: impl Fn(&str) -> String) -> String {
    cue.text().map(|line| escaped(&line)).collect::<Vec<_>>().join("\n")
}

/// For WebVTT: without what would begin a tag or a character reference. This takes `-->` apart,
/// too, which may not stand in a cue.
fn web(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// For SRT, which has no way to escape: `-->` becomes an arrow, and a zero-width space takes apart
/// what players read as a tag (`<i>`) or as a position (`{\an8}`).
fn plain(text: &str) -> String {
    text.replace("-->", "→").replace('<', "<\u{200b}").replace("{\\", "{\u{200b}\\")
}
