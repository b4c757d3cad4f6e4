//! The steps of a plan as JSON, one object a line.

use std::ops::Range;
use std::time::Duration;

use kokoro_text::{Boundary, Origin};
use serde::{Serialize, Serializer};

use crate::{Item, PauseKind, Pitch, PlannedUtterance, Prosody};

/// A step as one line of JSON, without the end of the line. Times are in milliseconds; `source` is
/// the first byte of the text and the byte after the last; `symbols` are places in `phonemes`,
/// counted in characters.
///
/// | `type` | fields beside `type` and `source` |
/// |---|---|
/// | `utterance` | `text`, `phonemes`, `voice`, `language`, `boundary`, and those below |
/// | `pause` | `kind`, `duration_ms` |
/// | `mark` | `name` |
/// | `audio` | `src`, and `instead`: the steps that are taken if it cannot be played |
/// | `warning` | `message` |
///
/// | field of an utterance | what it is |
/// |---|---|
/// | `rate`, `pitch`, `gain` | how all of it is spoken |
/// | `prosody` | parts with `symbols` and the same three fields, which multiply with them |
/// | `pauses` | pauses in it that are set: `symbols`, `duration_ms` |
/// | `marks` | marks in it: the `symbol` that each stands before, `name`, `source` |
/// | `words` | its words: `spoken`, `source`, `symbols`, `origin` |
/// | `unknown` | what was left out |
///
/// A pitch has `ratio`, `hertz` and, if one is set, `median`.
pub fn line(item: &Item) -> String {
    // Keys are strings and no number is refused, so it does not fail.
    serde_json::to_string(&View::of(item)).unwrap_or_default()
}

type Place = (usize, usize);

fn place(range: &Range<usize>) -> Place {
    (range.start, range.end)
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum View<'a> {
    Utterance(UtteranceView<'a>),
    Pause { source: Place, kind: &'static str, duration_ms: Milliseconds },
    Mark { source: Place, name: &'a str },
    Audio { source: Place, src: &'a str, instead: Vec<View<'a>> },
    Warning { source: Place, message: &'a str },
}

#[derive(Serialize)]
struct UtteranceView<'a> {
    source: Place,
    text: &'a str,
    phonemes: &'a str,
    voice: &'a str,
    language: &'static str,
    boundary: &'static str,
    #[serde(flatten)]
    base: ProsodyView,
    prosody: Vec<SpanView>,
    pauses: Vec<PauseView>,
    marks: Vec<MarkView<'a>>,
    words: Vec<WordView<'a>>,
    unknown: &'a [String],
}

#[derive(Serialize)]
struct ProsodyView {
    rate: f32,
    pitch: PitchView,
    gain: f32,
}

#[derive(Serialize)]
struct PitchView {
    #[serde(skip_serializing_if = "Option::is_none")]
    median: Option<f32>,
    ratio: f32,
    hertz: f32,
}

#[derive(Serialize)]
struct SpanView {
    symbols: Place,
    #[serde(flatten)]
    prosody: ProsodyView,
}

#[derive(Serialize)]
struct PauseView {
    symbols: Place,
    duration_ms: Milliseconds,
}

#[derive(Serialize)]
struct MarkView<'a> {
    symbol: usize,
    name: &'a str,
    source: Place,
}

#[derive(Serialize)]
struct WordView<'a> {
    spoken: &'a str,
    source: Place,
    symbols: Place,
    origin: &'static str,
}

/// A time in milliseconds: a whole number if it is one.
struct Milliseconds(Duration);

impl Serialize for Milliseconds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let whole = self.0.as_millis();
        match u64::try_from(whole) {
            Ok(whole) if self.0 == Duration::from_millis(whole) => serializer.serialize_u64(whole),
            _ => serializer.serialize_f64(self.0.as_secs_f64() * 1e3),
        }
    }
}

impl<'a> View<'a> {
    fn of(item: &'a Item) -> Self {
        match item {
            Item::Utterance(planned) => Self::Utterance(UtteranceView::of(planned)),
            Item::Pause(pause) => Self::Pause {
                source: place(&pause.source),
                kind: kind(pause.kind),
                duration_ms: Milliseconds(pause.duration),
            },
            Item::Mark(mark) => Self::Mark { source: place(&mark.source), name: &mark.name },
            Item::Audio { clip, source, instead } => Self::Audio {
                source: place(source),
                src: &clip.src,
                // Within a sound there is no other.
                instead: instead.iter().map(View::of).collect(),
            },
            Item::Warning(warning) => {
                Self::Warning { source: place(&warning.source), message: &warning.message }
            }
        }
    }
}

impl<'a> UtteranceView<'a> {
    fn of(planned: &'a PlannedUtterance) -> Self {
        let PlannedUtterance { utterance, voice, language, base, prosody, pauses, marks } = planned;
        let spans = prosody.iter().map(|span| SpanView {
            symbols: place(&span.symbols),
            prosody: ProsodyView::of(&span.prosody),
        });
        let pauses = pauses.iter().map(|pause| PauseView {
            symbols: place(&pause.symbols),
            duration_ms: Milliseconds(pause.duration),
        });
        let marks = marks.iter().map(|inner| MarkView {
            symbol: inner.symbol,
            name: &inner.mark.name,
            source: place(&inner.mark.source),
        });
        let words = utterance.words.iter().map(|word| WordView {
            spoken: &word.spoken,
            source: place(&word.source),
            symbols: place(&word.symbols),
            origin: origin(word.origin),
        });
        Self {
            source: place(&utterance.source()),
            text: &utterance.text,
            phonemes: &utterance.phonemes,
            voice,
            language: language.tag(),
            boundary: boundary(utterance.boundary),
            base: ProsodyView::of(base),
            prosody: spans.collect(),
            pauses: pauses.collect(),
            marks: marks.collect(),
            words: words.collect(),
            unknown: &utterance.unknown,
        }
    }
}

impl ProsodyView {
    fn of(prosody: &Prosody) -> Self {
        let Pitch { median, ratio, hertz, .. } = prosody.pitch;
        let pitch = PitchView { median, ratio, hertz };
        Self { rate: prosody.rate, pitch, gain: prosody.gain }
    }
}

fn kind(kind: PauseKind) -> &'static str {
    match kind {
        PauseKind::Comma => "comma",
        PauseKind::Clause => "clause",
        PauseKind::Split => "split",
        PauseKind::Sentence => "sentence",
        PauseKind::Line => "line",
        PauseKind::Item => "item",
        PauseKind::Paragraph => "paragraph",
        PauseKind::Heading => "heading",
        PauseKind::Section => "section",
        PauseKind::Break => "break",
    }
}

fn boundary(boundary: Boundary) -> &'static str {
    match boundary {
        Boundary::Split => "split",
        Boundary::Comma => "comma",
        Boundary::Clause => "clause",
        Boundary::Line => "line",
        Boundary::Item => "item",
        Boundary::Paragraph => "paragraph",
        Boundary::Heading => "heading",
        Boundary::Section => "section",
        _ => "sentence",
    }
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Markup => "markup",
        Origin::UserLexicon => "user lexicon",
        Origin::Lexicon => "lexicon",
        Origin::Rule => "rule",
        Origin::Guess => "guess",
        Origin::Letters => "letters",
        Origin::Espeak => "espeak",
        Origin::Punctuation => "punctuation",
        _ => "silent",
    }
}

#[cfg(test)]
mod tests {
    use kokoro_text::{FrontEnds, Language};
    use serde_json::{Value, json};

    use super::*;
    use crate::{PlanOptions, plan};

    #[test]
    fn steps_are_lines_with_stable_names() {
        let options = PlanOptions::new("af_heart", Language::AmericanEnglish);
        let text = "I, [pause:1s] me. A";
        let lines: Vec<String> =
            plan(text, &FrontEnds::default(), &options).map(|item| line(&item.unwrap())).collect();
        let json: Vec<Value> =
            lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
        let word = |spoken: &str, source: Place, symbols: Place, origin: &str| {
            let (source, symbols) = (json!(source), json!(symbols));
            json!({ "spoken": spoken, "source": source, "symbols": symbols, "origin": origin })
        };
        let first = json!({
            "type": "utterance",
            "source": [0, 17],
            "text": "I, [pause:1s] me.",
            "phonemes": "ˌI, mˌi.",
            "voice": "af_heart",
            "language": "en-us",
            "boundary": "sentence",
            "rate": 1.0,
            "pitch": { "ratio": 1.0, "hertz": 0.0 },
            "gain": 1.0,
            "prosody": [],
            "pauses": [{ "symbols": [2, 4], "duration_ms": 1000 }],
            "marks": [],
            "words": [
                word("I", (0, 1), (0, 2), "rule"),
                word(",", (1, 2), (2, 3), "punctuation"),
                word("me", (14, 16), (4, 7), "lexicon"),
                word(".", (16, 17), (7, 8), "punctuation"),
            ],
            "unknown": [],
        });
        assert_eq!(json[0], first);
        let pause = r#"{"type":"pause","source":[17,17],"kind":"sentence","duration_ms":400}"#;
        assert_eq!(lines[1], pause);
        let whole = serde_json::to_string(&Milliseconds(Duration::from_micros(1500))).unwrap();
        assert_eq!(whole, "1.5");
    }
}
