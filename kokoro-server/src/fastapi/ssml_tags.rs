//! SSML as text with tags, for clients that send it in two steps.

use std::ops::Range;

use kokoro_document::ssml::{SsmlError, Strictness, read};
use kokoro_document::{Block, Break, BreakStrength, MarkKind};

/// How long pauses of a strength are, in seconds. Those of Kokoro-FastAPI.
pub(crate) const STRENGTHS: [(&str, f64); 6] = [
    ("none", 0.0),
    ("x-weak", 0.0),
    ("weak", 0.25),
    ("medium", 0.5),
    ("strong", 1.0),
    ("x-strong", 1.5),
];

/// The text of SSML, with tags for what tags can say: pauses and phonemes, and, if the voice of
/// the text is given, voices and rates. What is not SSML is left as it is.
///
/// # Errors
/// The document is not well-formed.
pub(crate) fn ssml_tags(text: &str, voice: Option<&str>) -> Result<String, SsmlError> {
    if !is_ssml(text) {
        return Ok(text.to_owned());
    }
    let document = read(text, Strictness::Strict)?;
    let mut writer = Writer { out: String::new(), usual: voice, voice: voice.map(str::to_owned) };
    document.blocks.iter().for_each(|block| writer.block(block));
    Ok(writer.out)
}

/// Whether a text is meant as SSML: a `speak` element, behind declarations and comments.
pub(crate) fn is_ssml(text: &str) -> bool {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    loop {
        let end = match rest {
            _ if rest.starts_with("<?") => "?>",
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<!") => ">",
            _ => return rest.starts_with("<speak"),
        };
        let Some(at) = rest.find(end) else { return false };
        rest = rest[at + end.len()..].trim_start();
    }
}

struct Writer<'a> {
    out: String,
    /// The voice of what asks for no other; none if voices and rates are left out.
    usual: Option<&'a str>,
    /// The voice that speaks.
    voice: Option<String>,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block) {
        if let Some(usual) = self.usual {
            let wanted = block.voice.as_ref().and_then(|choice| choice.names.first());
            let wanted = wanted.map_or(usual, String::as_str);
            if self.voice.as_deref() != Some(wanted) {
                self.word(&format!("[voice:{wanted}]"));
                self.voice = Some(wanted.to_owned());
            }
        }
        self.gap();
        let text = block.text.as_str();
        let mut at = 0;
        for tag in tags(block, self.usual.is_some()) {
            let place = tag.range.start.max(at);
            self.text(&text[at..place]);
            match tag.words {
                Words::Apart => self.word(&tag.text),
                Words::Joined => self.out += &tag.text,
            }
            at = place.max(tag.range.end);
        }
        self.text(&text[at..]);
    }

    /// Text, of whose space before it there is one already; before a comma and the like is none.
    fn text(&mut self, text: &str) {
        let spaced = self.out.ends_with(' ');
        if spaced && text.starts_with([',', '.', ';', ':', '!', '?']) {
            self.out.pop();
        }
        self.out += if spaced { text.trim_start() } else { text };
    }

    /// A space, unless there is one or nothing stands before it.
    fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with(char::is_whitespace) {
            self.out.push(' ');
        }
    }

    fn word(&mut self, tag: &str) {
        self.gap();
        self.out += tag;
        self.out.push(' ');
    }
}

/// A tag in a block.
struct Tag {
    /// The bytes of the block's text that it replaces.
    range: Range<usize>,
    text: String,
    words: Words,
}

/// Whether there are spaces around a tag.
#[derive(Clone, Copy)]
enum Words {
    Apart,
    Joined,
}

/// The tags of a block, in order.
fn tags(block: &Block, rates: bool) -> Vec<Tag> {
    let text = block.text.as_str();
    let mut tags = Vec::new();
    let apart = |at, text| Tag { range: at..at, text, words: Words::Apart };
    for mark in &block.marks {
        let (start, end) = (mark.range.start, mark.range.end);
        match &mark.kind {
            MarkKind::Break(pause) => {
                let seconds = seconds(*pause);
                if seconds > 0.0 {
                    tags.push(apart(start, format!("[pause:{seconds:?}s]")));
                }
            }
            MarkKind::Phonemes(phonemes) if start < end => {
                let text = format!("[{}](/{phonemes}/)", &text[start..end]);
                tags.push(Tag { range: start..end, text, words: Words::Joined });
            }
            MarkKind::Prosody(prosody) if rates && prosody.rate != 1.0 => {
                let rate = (f64::from(prosody.rate) * 1000.0).round() / 1000.0;
                tags.push(apart(start, format!("[rate:{rate:?}]")));
                tags.push(apart(end, "[rate:1.0]".into()));
            }
            _ => {}
        }
    }
    // Stable: at one place, an end stands before a beginning.
    tags.sort_by_key(|tag| tag.range.start);
    tags
}

fn seconds(pause: Break) -> f64 {
    match pause {
        Break::Time(time) => (time.as_secs_f64().min(60.0) * 1000.0).round() / 1000.0,
        Break::Strength(strength) => STRENGTHS[strength_number(strength)].1,
    }
}

/// The place of a strength in [`STRENGTHS`].
fn strength_number(strength: BreakStrength) -> usize {
    match strength {
        BreakStrength::None => 0,
        BreakStrength::XWeak => 1,
        BreakStrength::Weak => 2,
        BreakStrength::Medium => 3,
        BreakStrength::Strong => 4,
        BreakStrength::XStrong => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tagged(text: &str) -> String {
        ssml_tags(text, Some("af_bella")).unwrap()
    }

    #[test]
    fn what_tags_can_say_becomes_tags() {
        for (ssml, expected) in [
            ("<speak>Hi<break time='750ms'/>there</speak>", "Hi [pause:0.75s] there"),
            ("<speak>Hi<break strength='strong'/>there</speak>", "Hi [pause:1.0s] there"),
            (
                "<speak>one <voice name='am_michael'>two</voice> \
                 <prosody rate='0.8'>three</prosody>, so</speak>",
                "one [voice:am_michael] two [voice:af_bella] [rate:0.8] three [rate:1.0], so",
            ),
            (
                "<speak>in <phoneme ph='wˈʊstəɹ'>Worcester</phoneme>, so</speak>",
                "in [Worcester](/wˈʊstəɹ/), so",
            ),
            ("<speak><p>One.</p><p>Two.</p></speak>", "One. Two."),
            ("<?xml version='1.0'?>\n<!-- so -->\n<speak>Hi</speak>", "Hi"),
            ("plain [pause:1s] text", "plain [pause:1s] text"),
        ] {
            assert_eq!(tagged(ssml).trim(), expected, "{ssml}");
        }
    }

    #[test]
    fn voices_and_rates_need_a_voice_to_go_back_to() {
        let ssml = "<speak>one <voice name='am_michael'>two</voice><break time='1s'/> \
                    <prosody rate='slow'>three</prosody></speak>";
        assert_eq!(ssml_tags(ssml, None).unwrap().trim(), "one two [pause:1.0s] three");
    }

    #[test]
    fn faults_are_told() {
        assert!(ssml_tags("<speak>unclosed <voice>", None).is_err());
        assert!(!is_ssml("1 < 2") && !is_ssml("<?xml") && is_ssml("<!DOCTYPE speak><speak/>"));
    }
}
