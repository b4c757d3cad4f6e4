//! A text that is spoken in parts, each in its own voice or at its own rate.

use std::ops::Range;

use kokoro::plan::{Item, PauseKind};
use kokoro::{Error, Kokoro, Silence, SpeechOptions, text};

use crate::shift::shifted;

/// A part of a text, and how it is spoken.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// A voice, or a blend of voices.
    pub voice: String,
    /// Multiplies the speed of the speech.
    pub rate: f32,
}

/// A text in parts. What of it is in no part is not spoken.
#[derive(Debug, Clone, PartialEq)]
pub struct Segments {
    /// The text.
    pub text: String,
    /// Its parts, in order, without overlap.
    pub parts: Vec<Segment>,
}

impl Segments {
    /// The steps of the speech. Their sources are bytes of the whole text.
    ///
    /// A part in which nothing can be said is passed over, unless there is no other.
    pub fn plan<'a>(
        &'a self,
        kokoro: &'a Kokoro,
        options: &SpeechOptions,
    ) -> impl Iterator<Item = Result<Item, Error>> + Send + use<'a> {
        let options = options.clone();
        let (next, plan, said, silent) = (0, None, None, None);
        Plan { kokoro, segments: self, options, next, plan, said, silent }
    }
}

/// Plans the parts, each when the one before it is over.
struct Plan<'a> {
    kokoro: &'a Kokoro,
    segments: &'a Segments,
    options: SpeechOptions,
    /// The next part.
    next: usize,
    /// The rest of the part that is being planned.
    plan: Option<Box<dyn Iterator<Item = Result<Item, Error>> + Send + 'a>>,
    /// What was planned last: the part, and whether it is an utterance.
    said: Option<(usize, bool)>,
    /// Why nothing was said so far, until something is.
    silent: Option<Error>,
}

impl Plan<'_> {
    /// Begins the next part, and gives the pause before it if one is due.
    fn begin(&mut self, number: usize) -> Option<Item> {
        let part = &self.segments.parts[number];
        let mut options = self.options.clone();
        options.voice.clone_from(&part.voice);
        options.speed = (options.speed * part.rate).clamp(kokoro::MIN_SPEED, kokoro::MAX_SPEED);
        let text = self.segments.text.get(part.range.clone()).unwrap_or_default();
        self.plan = Some(Box::new(self.kokoro.plan(text, &options)));
        let (before, utterance) = self.said?;
        let Silence::Policy(policy) = &self.options.silence else { return None };
        let before = &self.segments.parts[before];
        let kind = seam(self.segments.text.get(before.range.clone()).unwrap_or_default());
        let mut pause = policy.pause(kind, part.range.start);
        pause.duration = pause.duration.div_f32(options.speed);
        utterance.then_some(Item::Pause(pause))
    }
}

impl Iterator for Plan<'_> {
    type Item = Result<Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some(plan) = &mut self.plan else {
                if self.next == self.segments.parts.len() {
                    let silent = self.silent.take().filter(|_| self.said.is_none());
                    return silent.map(Err);
                }
                self.next += 1;
                if let Some(pause) = self.begin(self.next - 1) {
                    return Some(Ok(pause));
                }
                continue;
            };
            match plan.next() {
                None => self.plan = None,
                Some(Err(error @ Error::Text(text::Error::NothingToSay { .. }))) => {
                    self.silent = Some(error);
                }
                Some(Err(error)) => return Some(Err(error)),
                Some(Ok(item)) => {
                    let number = self.next - 1;
                    self.said = Some((number, matches!(item, Item::Utterance(_))));
                    return Some(Ok(shifted(item, self.segments.parts[number].range.start)));
                }
            }
        }
    }
}

/// The pause between a part that ends so and the next.
fn seam(text: &str) -> PauseKind {
    let trimmed = text.trim_end();
    if text[trimmed.len()..].matches('\n').count() > 1 {
        return PauseKind::Paragraph;
    }
    let bare = trimmed.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»']);
    match bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '।']) {
        true => PauseKind::Sentence,
        false => PauseKind::Clause,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_between_parts_is_what_the_text_ends_with() {
        for (text, kind) in [
            ("He said: ", PauseKind::Clause),
            ("", PauseKind::Clause),
            ("So. ", PauseKind::Sentence),
            ("\"So?\" ", PauseKind::Sentence),
            ("好。", PauseKind::Sentence),
            ("So.\n\n", PauseKind::Paragraph),
        ] {
            assert_eq!(seam(text), kind, "{text:?}");
        }
    }
}
