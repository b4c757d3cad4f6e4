//! The steps of a speech, spoken: utterances become pieces of sound, all else stays what it is.

use std::collections::VecDeque;
use std::ops::Range;

use kokoro_plan::{Item, PauseKind, PlannedUtterance, Warning};

use crate::clip::{self, ClipError};
use crate::engine::Engine;
use crate::options::Silence;
use crate::performance::Performance;
use crate::rendered::Rendered;
use crate::speak::Pass;
use crate::{Error, SpeechOptions};

/// The steps of a speech, made when they are asked for.
pub(crate) type Items<'a> = Box<dyn Iterator<Item = Result<Item, Error>> + Send + 'a>;

/// A step, spoken.
pub(crate) enum Step {
    /// A pause, a mark or a warning.
    Item(Item),
    /// A piece of an utterance.
    Piece(Box<Rendered>),
}

/// Speaks steps, each when it is asked for.
pub(crate) struct Steps<'a> {
    engine: &'a Engine,
    options: SpeechOptions,
    items: Items<'a>,
    /// What comes before the rest of `items`.
    queue: VecDeque<Result<Item, Error>>,
    /// The utterance that is being decoded.
    performance: Option<Box<Performance<'a>>>,
    /// Samples of the last utterance, which is heard while the next is decoded.
    before: usize,
}

impl<'a> Steps<'a> {
    pub fn new(engine: &'a Engine, items: Items<'a>, options: &SpeechOptions) -> Self {
        let (options, queue) = (options.clone(), VecDeque::new());
        Self { engine, options, items, queue, performance: None, before: 0 }
    }

    /// How they are spoken.
    pub fn options(&self) -> &SpeechOptions {
        &self.options
    }

    /// The next step, spoken; `None` after the last.
    pub fn next(&mut self) -> Result<Option<Step>, Error> {
        loop {
            if let Some(performance) = &mut self.performance {
                if let Some(piece) = performance.next_piece()? {
                    return Ok(Some(Step::Piece(Box::new(piece))));
                }
                self.performance = None;
            }
            let planned = match self.next_item().transpose()? {
                Some(Item::Utterance(planned)) => planned,
                Some(Item::Audio { clip, source, instead }) => {
                    match self.clip(&clip.src) {
                        Ok(samples) => return Ok(Some(self.sound(samples, source))),
                        Err(error) => self.say_instead(&clip.src, &error, source, instead),
                    }
                    continue;
                }
                item => return Ok(item.map(Step::Item)),
            };
            match self.engine.begin(*planned, &self.options, self.before)? {
                Pass::Begun(performance) => {
                    self.before = performance.total();
                    self.performance = Some(performance);
                }
                Pass::Silent(piece) => return Ok(Some(Step::Piece(piece))),
                Pass::TooLong(pieces) => self.put_back(pieces),
            }
        }
    }

    /// Waits for the next utterance, if none is being spoken; or for the end.
    pub fn fetch(&mut self) {
        let silent = |item: &Result<Item, Error>| {
            matches!(item, Ok(Item::Pause(_) | Item::Mark(_) | Item::Warning(_)))
        };
        while self.performance.is_none()
            && self.queue.iter().all(silent)
            && let Some(next) = self.items.next()
        {
            self.queue.push_back(next);
        }
    }

    /// Phonemes of the utterance that is spoken next, or 0 if one is being decoded or none follows.
    /// At half the speed, a phoneme counts twice. Waits as [`fetch`](Self::fetch) does.
    pub fn upcoming(&mut self) -> f32 {
        self.fetch();
        let utterance = self.queue.iter().find_map(|item| match item {
            Ok(Item::Utterance(planned)) => {
                Some(planned.utterance.phonemes.chars().count() as f32 / planned.base.rate)
            }
            _ => None,
        });
        if self.performance.is_some() { 0.0 } else { utterance.unwrap_or(0.0) }
    }

    /// The next step, unless it is an utterance or there is none. Nothing is spoken.
    pub fn next_unspoken(&mut self) -> Option<Result<Item, Error>> {
        if self.queue.is_empty() {
            let next = self.next_item()?;
            self.queue.push_back(next);
        }
        self.queue.pop_front_if(|next| {
            !matches!(next, Ok(Item::Utterance(_) | Item::Audio { .. }) | Err(_))
        })
    }

    /// Whether there is no step after those that were asked for. Nothing is spoken.
    pub fn is_over(&mut self) -> bool {
        let next = if self.queue.is_empty() { self.next_item() } else { None };
        self.queue.extend(next);
        self.queue.is_empty()
    }

    fn next_item(&mut self) -> Option<Result<Item, Error>> {
        let mut left = || self.queue.pop_front().or_else(|| self.items.next());
        let mut next = left()?;
        // The model pauses by itself where a policy would.
        while self.options.silence == Silence::Model
            && let Ok(Item::Pause(pause)) = &next
            && pause.kind != PauseKind::Break
        {
            next = left()?;
        }
        Some(next)
    }

    /// The samples of a sound that the text asks for.
    fn clip(&self, src: &str) -> Result<Vec<f32>, ClipError> {
        match &self.options.sounds {
            Some(folder) => clip::read(folder, src),
            None => Err(ClipError::Outside),
        }
    }

    fn sound(&self, samples: Vec<f32>, source: Range<usize>) -> Step {
        let piece = Rendered { samples, source, ..Rendered::silence(0) };
        Step::Piece(Box::new(Rendered { quiet_start: 0, quiet_end: 0, ..piece }))
    }

    /// Puts what is said in the place of a sound before all that is still to come.
    fn say_instead(
        &mut self,
        src: &str,
        error: &ClipError,
        source: Range<usize>,
        instead: Vec<Item>,
    ) {
        instead.into_iter().rev().for_each(|item| self.queue.push_front(Ok(item)));
        let message = format!("the sound {src:?} is not played: {error}");
        self.queue.push_front(Ok(Item::Warning(Warning::new(message, source))));
    }

    /// Puts the pieces of an utterance before all that is still to come.
    fn put_back(&mut self, pieces: Vec<PlannedUtterance>) {
        let pause = match &self.options.silence {
            Silence::Policy(policy) => Some(policy.pause(PauseKind::Split, 0)),
            Silence::Model => None,
        };
        for (number, piece) in pieces.into_iter().enumerate().rev() {
            self.queue.push_front(Ok(Item::Utterance(Box::new(piece))));
            if let Some(pause) = pause.clone().filter(|_| number > 0) {
                self.queue.push_front(Ok(Item::Pause(pause)));
            }
        }
    }
}
