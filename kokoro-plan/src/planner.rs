//! A text to its plan, step by step.

use std::collections::VecDeque;
use std::fmt;
use std::ops::Range;

use kokoro_document::{Block, Break, MarkKind};
use kokoro_text::{Boundary, FrontEnds, Utterance};

use crate::annotate::{Part, annotate};
use crate::asked::{Asked, Point};
use crate::languages::{self, Parts};
use crate::pause::{MAX_PAUSE, at_rate};
use crate::reading::Reading;
use crate::sequence::Sequence;
use crate::voices::choose;
use crate::{Clips, Error, Item, PauseKind, PlanOptions, PlannedUtterance, Warning};

/// The plan of `text`, made as it is asked for.
///
/// # Errors
/// Each item may be an error: [`Error::Text`] if the text cannot be read or nothing in it can be
/// said, [`Error::Ssml`] if it is SSML with a fault and faults are errors.
pub fn plan<'a>(text: &'a str, front_ends: &'a FrontEnds, options: &PlanOptions) -> Planner<'a> {
    let mut planner = Planner {
        front_ends,
        options: options.clone(),
        reading: None,
        errors: VecDeque::new(),
        sequence: Sequence::new(options.prosody.rate),
        like: PlannedUtterance::new(Utterance::default(), &options.voice, options.language),
        asked: Asked::default(),
        failed: false,
    };
    planner.like.base = options.prosody;
    if let Err(error) = planner.begin(text) {
        planner.errors.push_back(error);
    }
    planner
}

/// Iterator of [`plan`].
pub struct Planner<'a> {
    front_ends: &'a FrontEnds,
    options: PlanOptions,
    /// What of the text is not read yet; none at its end.
    reading: Option<Reading<'a>>,
    errors: VecDeque<Error>,
    sequence: Sequence,
    /// How the block that is being read is spoken.
    like: PlannedUtterance,
    /// What is asked for in what of it is not read yet.
    asked: Asked,
    /// Whether the phonemizer failed on some of the text.
    failed: bool,
}

impl<'a> Planner<'a> {
    fn begin(&mut self, text: &'a str) -> Result<(), Error> {
        let (reading, warnings) = Reading::new(text, self.front_ends, &self.options)?;
        self.reading = Some(reading);
        warnings.into_iter().for_each(|warning| self.warn(warning));
        Ok(())
    }

    fn warn(&mut self, warning: Warning) {
        self.sequence.between.warning(warning);
    }

    /// Makes ready what comes next. False at the end of the text.
    fn advance(&mut self) -> bool {
        let Some(reading) = &mut self.reading else { return false };
        match reading.reader.next_passage() {
            Some(Ok(utterances)) => utterances.into_iter().for_each(|one| self.utterance(one)),
            Some(Err(error)) => {
                self.failed = true;
                self.errors.push_back(error.into());
            }
            None => {
                self.end_block();
                self.next_block();
            }
        }
        true
    }

    fn utterance(&mut self, utterance: Utterance) {
        let (boundary, source) = (utterance.boundary, utterance.source());
        if !utterance.sounds() {
            return self.silence(boundary, source);
        }
        for part in annotate(utterance, &self.like, &mut self.asked, &self.options) {
            let end = match &part {
                Part::Said(said) => Some((said.utterance.boundary, said.utterance.source().end)),
                Part::Point(_) => None,
            };
            self.sequence.part(part);
            end.into_iter().for_each(|(boundary, at)| self.pause(boundary, at));
        }
        // What stands right behind it comes before the pause.
        let clings = |point: &mut Point| point.clings && point.place <= source.end;
        while let Some(point) = self.asked.points.pop_front_if(clings) {
            self.sequence.point(point);
        }
    }

    /// A sentence of punctuation alone.
    fn silence(&mut self, boundary: Boundary, source: Range<usize>) {
        while let Some(point) = self.asked.points.pop_front_if(|p| p.place <= source.start) {
            self.sequence.point(point);
        }
        let own = self.options.pauses.pause(PauseKind::Sentence, source.start).duration;
        let own = at_rate(own, self.options.prosody.rate);
        self.sequence.between.silence(own, source.clone());
        self.pause(boundary, source.end);
    }

    /// The pause of the policy at a place where `boundary` ends.
    fn pause(&mut self, boundary: Boundary, at: usize) {
        let policy = &self.options.pauses;
        let mut pause = policy.pause(policy.after(boundary), at);
        pause.duration = at_rate(pause.duration, self.options.prosody.rate);
        self.sequence.pause(pause);
    }

    /// Takes leave of the block that was read.
    fn end_block(&mut self) {
        while let Some(point) = self.asked.points.pop_front() {
            self.sequence.point(point);
        }
        self.sequence.end_sound();
        let Some(reading) = &mut self.reading else { return };
        if let Some(boundary) = reading.boundary.take() {
            let end = reading.end;
            self.pause(boundary, end);
        }
    }

    fn next_block(&mut self) {
        let Some(reading) = &mut self.reading else { return };
        let Some(block) = reading.next_block() else { return self.finish() };
        self.asked = Asked::of(&block, self.options.clips == Clips::Played);
        let Parts { read, languages, warnings } =
            languages::parts(&block, self.options.language, self.front_ends);
        self.asked.languages = languages;
        self.like.voice = self.voice_of(&block);
        warnings.into_iter().for_each(|warning| self.warn(warning));
        self.warn_of_marks(&block);
        if let Some(reading) = &mut self.reading {
            let boundary = reading.boundary.unwrap_or_default();
            reading.reader.begin(block, boundary, &read);
        }
    }

    /// The voice of a block.
    fn voice_of(&mut self, block: &Block) -> String {
        let PlanOptions { voice, voices, .. } = &self.options;
        let Some(wish) = &block.voice else { return voice.clone() };
        let chosen = choose(wish, voice, voices);
        if let Some(missed) = chosen.missed {
            let at = block.text.source(0..block.text.len());
            let message = format!("{missed}; {} speaks", chosen.voice);
            self.warn(Warning::new(message, at.start..at.start));
        }
        chosen.voice
    }

    /// Warns of what the marks of a block ask for and do not get.
    fn warn_of_marks(&mut self, block: &Block) {
        for mark in &block.marks {
            let message = match &mark.kind {
                MarkKind::Break(Break::Time(time)) if *time > MAX_PAUSE => {
                    let (asked, most) = (time.as_secs(), MAX_PAUSE.as_secs());
                    format!("a pause of {asked} s is {most} s, the most that one can be")
                }
                MarkKind::Audio(clip) if self.options.clips == Clips::Spoken => {
                    format!("the sound {:?} is not played: sounds are not allowed", clip.src)
                }
                _ => continue,
            };
            self.warn(Warning::new(message, mark.source.clone()));
        }
    }

    /// The text is over.
    fn finish(&mut self) {
        let Some(mut reading) = self.reading.take() else { return };
        match reading.reader.finish() {
            Ok(left_out) if !left_out.is_empty() => {
                let message = format!("nothing is said of {}", left_out.join(" "));
                self.warn(Warning::new(message, reading.end..reading.end));
            }
            Err(error) if !self.sequence.is_heard() => {
                if !self.failed {
                    self.errors.push_back(error.into());
                }
                return;
            }
            _ => {}
        }
        self.sequence.finish();
    }
}

impl Iterator for Planner<'_> {
    type Item = Result<Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.sequence.pop() {
                return Some(Ok(item));
            }
            if let Some(error) = self.errors.pop_front() {
                return Some(Err(error));
            }
            if !self.advance() {
                return self.sequence.pop().map(Ok);
            }
        }
    }
}

impl fmt::Debug for Planner<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Planner").field("options", &self.options).finish_non_exhaustive()
    }
}
