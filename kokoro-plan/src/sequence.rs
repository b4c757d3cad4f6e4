//! The steps of a plan, put in a row.

use std::collections::VecDeque;
use std::ops::Range;

use kokoro_document::AudioClip;

use crate::annotate::Part;
use crate::asked::{Point, PointKind};
use crate::between::Between;
use crate::{Item, Mark, Pause, PlannedUtterance};

/// The steps that are ready, and what is known of the next.
#[derive(Debug, Default)]
pub(crate) struct Sequence {
    ready: VecDeque<Item>,
    /// What lies behind the last sound.
    pub between: Between,
    /// The sound that is played next, and what is said in its place.
    sound: Option<(AudioClip, Range<usize>, Vec<Item>)>,
    /// Whether something sounded.
    sounded: bool,
    /// The rate of the whole speech.
    rate: f32,
}

impl Sequence {
    pub fn new(rate: f32) -> Self {
        Self { rate, ..Self::default() }
    }

    /// Whether something sounds, or the author asked for something else that is heard or told.
    pub fn is_heard(&self) -> bool {
        self.sounded || self.between.is_asked()
    }

    /// The next step, if it is ready.
    pub fn pop(&mut self) -> Option<Item> {
        self.ready.pop_front()
    }

    /// A part of an utterance, or what stands between two.
    pub fn part(&mut self, part: Part) {
        match part {
            Part::Said(planned) => self.said(planned),
            Part::Point(point) => self.point(point),
        }
    }

    fn said(&mut self, planned: Box<PlannedUtterance>) {
        self.flush(true);
        self.sounded = true;
        self.target().push(Item::Utterance(planned));
    }

    /// What is asked for at a single place between utterances.
    pub fn point(&mut self, Point { kind, source, clings, .. }: Point) {
        match kind {
            PointKind::Break(pause) => self.between.add_break(pause, source),
            PointKind::Bookmark(name) => self.between.mark(Mark { name, source }, clings),
            PointKind::Sound(clip) => {
                self.end_sound();
                self.flush(true);
                self.sounded = true;
                self.sound = Some((clip, source, Vec::new()));
            }
            PointKind::SoundEnd => self.end_sound(),
        }
    }

    /// The policy wants a pause here, if something sounded before.
    pub fn pause(&mut self, pause: Pause) {
        if self.sounded {
            self.between.pause(pause);
        }
    }

    /// Nothing more is said in the place of a sound.
    pub fn end_sound(&mut self) {
        if let Some((clip, source, instead)) = self.sound.take() {
            self.ready.push_back(Item::Audio { clip, source, instead });
        }
    }

    /// Nothing more comes.
    pub fn finish(&mut self) {
        self.end_sound();
        self.flush(false);
    }

    fn flush(&mut self, sounds_after: bool) {
        let items = self.between.take(sounds_after, self.rate);
        self.target().extend(items);
    }

    /// Where the next step goes.
    fn target(&mut self) -> Target<'_> {
        match &mut self.sound {
            Some((_, _, instead)) => Target::Instead(instead),
            None => Target::Ready(&mut self.ready),
        }
    }
}

enum Target<'a> {
    Ready(&'a mut VecDeque<Item>),
    Instead(&'a mut Vec<Item>),
}

impl Target<'_> {
    fn push(self, item: Item) {
        self.extend([item]);
    }

    fn extend(self, items: impl IntoIterator<Item = Item>) {
        match self {
            Self::Ready(ready) => ready.extend(items),
            Self::Instead(instead) => instead.extend(items),
        }
    }
}
