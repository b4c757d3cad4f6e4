//! A text to its plan, step by step.

use std::fmt;
use std::iter::Peekable;

use kokoro_text::{FrontEnds, Utterances, utterances};

use crate::pause::at_rate;
use crate::{Error, Item, Pause, PlanOptions, PlannedUtterance};

/// The plan of `text`, made as it is asked for.
///
/// # Errors
/// Each item may be an error: [`Error::Text`] if the text cannot be read or nothing in it can be
/// said.
pub fn plan<'a>(text: &'a str, front_ends: &'a FrontEnds, options: &PlanOptions) -> Planner<'a> {
    let utterances = match front_ends.get(options.language) {
        Ok(phonemizer) => Ok(utterances(text, phonemizer, &options.text).peekable()),
        Err(error) => Err(Some(error)),
    };
    Planner { utterances, options: options.clone(), pause: None }
}

/// Iterator of [`plan`].
pub struct Planner<'a> {
    utterances: Result<Peekable<Utterances<'a>>, Option<kokoro_text::Error>>,
    options: PlanOptions,
    /// What follows the last utterance, if another follows.
    pause: Option<Pause>,
}

impl Iterator for Planner<'_> {
    type Item = Result<Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let utterances = match &mut self.utterances {
            Ok(utterances) => utterances,
            Err(error) => return error.take().map(|error| Err(error.into())),
        };
        if let Some(pause) = self.pause.take() {
            return Some(Ok(Item::Pause(pause)));
        }
        let utterance = match utterances.next()? {
            Ok(utterance) => utterance,
            Err(error) => return Some(Err(error.into())),
        };
        if utterances.peek().is_some() {
            let pauses = &self.options.pauses;
            let end = utterance.source().end;
            let mut pause = pauses.pause(pauses.after(utterance.boundary), end);
            pause.duration = at_rate(pause.duration, self.options.prosody.rate);
            self.pause = Some(pause);
        }
        let PlanOptions { voice, language, prosody, .. } = &self.options;
        let planned = PlannedUtterance::new(utterance, voice, *language);
        Some(Ok(Item::Utterance(Box::new(PlannedUtterance { base: *prosody, ..planned }))))
    }
}

impl fmt::Debug for Planner<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Planner").field("options", &self.options).finish_non_exhaustive()
    }
}
