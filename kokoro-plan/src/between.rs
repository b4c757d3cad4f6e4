//! What lies between two sounds of a plan: the policy's pause, and what the author asked for.

use std::ops::Range;
use std::time::Duration;

use kokoro_document::Break;

use crate::pause::MAX_PAUSE;
use crate::wanted::Wanted;
use crate::{Item, Mark, Pause, PauseKind, Warning};

/// What lies between two utterances or sounds.
#[derive(Debug, Default)]
pub(crate) struct Between {
    /// The policy's pause, if something sounded before.
    policy: Option<Pause>,
    events: Vec<Event>,
    /// How many of the events stand before the policy's pause.
    before: usize,
}

#[derive(Debug)]
enum Event {
    /// Breaks next to each other, and the bytes that ask for them.
    Break(Wanted, Range<usize>),
    /// Sentences of punctuation alone, and how long a pause one of them is.
    Silence(Duration, Range<usize>),
    Mark(Mark),
    Warning(Warning),
}

impl Between {
    /// The policy wants a pause. Of several the longest counts.
    pub fn pause(&mut self, pause: Pause) {
        if self.policy.as_ref().is_none_or(|before| before.duration < pause.duration) {
            self.policy = Some(pause);
        }
    }

    /// The author asks for a pause.
    pub fn add_break(&mut self, pause: Break, source: Range<usize>) {
        if let Some(Event::Break(wanted, all)) = self.events.last_mut() {
            wanted.add(pause);
            all.end = source.end.max(all.end);
            return;
        }
        let mut wanted = Wanted::default();
        wanted.add(pause);
        self.events.push(Event::Break(wanted, source));
    }

    /// A sentence of punctuation alone stands here. Several next to each other are one pause.
    pub fn silence(&mut self, duration: Duration, source: Range<usize>) {
        if let Some(Event::Silence(_, all)) = self.events.last_mut() {
            all.end = source.end.max(all.end);
            return;
        }
        self.events.push(Event::Silence(duration, source));
    }

    /// A mark stands here; if it `clings` to what sounded before, it comes before the pause.
    pub fn mark(&mut self, mark: Mark, clings: bool) {
        if clings && self.before == self.events.len() {
            self.before += 1;
        }
        self.events.push(Event::Mark(mark));
    }

    pub fn warning(&mut self, warning: Warning) {
        self.events.push(Event::Warning(warning));
    }

    /// Whether the author asked for something that is heard or told, though nothing is said.
    pub fn is_asked(&self) -> bool {
        let is_asked = |event: &Event| matches!(event, Event::Break(..) | Event::Mark(_));
        self.events.iter().any(is_asked)
    }

    /// The steps of it, in order. If nothing sounds after it, the policy has no pause.
    pub fn take(&mut self, sounds_after: bool, rate: f32) -> Vec<Item> {
        let Self { policy, events, before } = std::mem::take(self);
        let replaces =
            |event: &Event| matches!(event, Event::Break(wanted, _) if wanted.replaces());
        let replaced = events.iter().any(replaces);
        let mut policy = policy.filter(|_| sounds_after && !replaced);
        // A silence that is asked for takes the policy's pause in.
        let silent = |event: &Event| matches!(event, Event::Break(..) | Event::Silence(..));
        let taken_in = events.iter().any(silent);
        let mut steps = Steps { items: Vec::new(), left: MAX_PAUSE };
        for (number, event) in events.into_iter().enumerate() {
            if number == before && !taken_in {
                steps.items.extend(policy.take().map(Item::Pause));
            }
            match event {
                Event::Break(wanted, source) => {
                    let otherwise = policy.take().map_or(Duration::ZERO, |pause| pause.duration);
                    let (duration, kind) = (wanted.length(otherwise, rate), PauseKind::Break);
                    steps.pause(Pause { duration, kind, source });
                }
                Event::Silence(duration, source) => {
                    let more = policy.take();
                    let kind = more.as_ref().map_or(PauseKind::Sentence, |pause| pause.kind);
                    let more = more.map_or(Duration::ZERO, |pause| pause.duration);
                    steps.pause(Pause { duration: duration.saturating_add(more), kind, source });
                }
                Event::Mark(mark) => steps.items.push(Item::Mark(mark)),
                Event::Warning(warning) => steps.items.push(Item::Warning(warning)),
            }
        }
        steps.items.extend(policy.map(Item::Pause));
        steps.items
    }
}

/// Steps whose pauses together are not too long.
struct Steps {
    items: Vec<Item>,
    /// How long pauses may still be.
    left: Duration,
}

impl Steps {
    fn pause(&mut self, pause: Pause) {
        let duration = pause.duration.min(self.left);
        self.left -= duration;
        if duration < pause.duration {
            let message =
                format!("pauses next to each other are {} s at most", MAX_PAUSE.as_secs());
            self.items.push(Item::Warning(Warning::new(message, pause.source.clone())));
        }
        self.items.push(Item::Pause(Pause { duration, ..pause }));
    }
}
