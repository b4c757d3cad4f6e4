//! The open text is planned, and what is certain of it given out.

use std::ops::Range;

use super::found::{Found, sounding};
use super::moved::move_sources;
use super::{Follower, State};
use crate::{Error, Item, Warning, plan};

impl Follower<'_> {
    /// Gives out the sentences before the place `end`, if they end there by the plan of all that
    /// was read.
    pub(super) fn give(&mut self, end: usize) {
        self.give_within(self.window.end(), end);
    }

    /// As [`give`](Self::give), by the plan of the text up to the place `known`.
    pub(super) fn give_within(&mut self, known: usize, end: usize) {
        if self.is_sign(known) {
            return;
        }
        loop {
            match self.sentences(known, end) {
                Ok(found) if found.straddles => self.go_apart(),
                Ok(found) => return drop(self.take(found, end)),
                Err(Error::Text(kokoro_text::Error::NothingToSay { .. })) => return,
                Err(error) => return self.fail(error),
            }
        }
    }

    /// Whether all of the window is one character: it may be a sign, which is named if nothing
    /// follows.
    fn is_sign(&self, known: usize) -> bool {
        let mut chars = self.window.up_to(known).trim().chars();
        chars.next().is_some_and(|c| !c.is_alphanumeric()) && chars.next().is_none()
    }

    pub(super) fn fail(&mut self, error: Error) {
        self.ready.push_back(Err(error));
        self.state = State::Over;
    }

    /// What is new of the sentences before the place `end`, by the plan of the text up to the place
    /// `known`.
    pub(super) fn sentences(&self, known: usize, end: usize) -> Result<Found, Error> {
        let mut found = Found::default();
        let text = self.window.up_to(known);
        for item in plan(text, self.front_ends, &self.options) {
            let mut item = item?;
            move_sources(&mut item, &|range| self.window.source(range));
            let Some(source) = sounding(&item) else {
                found.silent.push(item);
                continue;
            };
            if source.end <= self.settled {
                found.silent.clear(); // it was given out before
            } else if source.start < self.settled {
                found.straddles = true;
                break;
            } else if source.end > end {
                found.next = Some(source.start);
                break;
            } else {
                found.starts.push(source.start);
                found.end = source.end;
                found.items.append(&mut found.silent);
                found.items.push(item);
            }
        }
        Ok(found)
    }

    /// Makes ready what was found before the place `end`. Returns what comes after it and says
    /// nothing.
    pub(super) fn take(&mut self, found: Found, end: usize) -> Vec<Item> {
        if found.items.is_empty() {
            return found.silent;
        }
        let clean = found.next.is_none_or(|next| next >= end);
        self.settled = if clean { end } else { found.end };
        self.given.extend(found.starts);
        self.give_items(found.items);
        self.forget();
        found.silent
    }

    pub(super) fn give_items(&mut self, items: Vec<Item>) {
        let silent = items.iter().take_while(|item| sounding(item).is_none());
        let mut paused = silent.filter(|item| matches!(item, Item::Pause(_)));
        self.due = self.due.take().filter(|_| paused.next().is_none());
        self.ready.extend(self.due.take().map(|pause| Ok(Item::Pause(pause))));
        self.ready.extend(self.held.drain(..).map(Ok));
        if let Some(Item::Utterance(last)) = items.iter().rfind(|item| sounding(item).is_some()) {
            self.last = Some(last.utterance.boundary);
        }
        self.ready.extend(items.into_iter().map(Ok));
    }

    /// Gives out all that is left.
    pub(super) fn complete(&mut self) {
        self.state = State::Over;
        let end = self.window.end();
        if self.last.is_none() && self.left_out.is_empty() {
            // Nothing was said before: its plan is the plan.
            let window = &self.window;
            let source = |range: &Range<usize>| window.source(range);
            let items = plan(window.text(), self.front_ends, &self.options).map(|item| {
                item.map(|mut item| {
                    move_sources(&mut item, &source);
                    item
                })
            });
            return self.ready.extend(items);
        }
        match self.sentences(end, end) {
            Ok(Found { straddles: true, .. }) => {
                self.go_apart();
                self.complete();
            }
            Ok(mut found) => {
                let mut items = found.items;
                items.append(&mut found.silent);
                self.give_items(items);
            }
            Err(Error::Text(kokoro_text::Error::NothingToSay { language, left_out })) => {
                self.left_out.extend(left_out);
                let left_out = std::mem::take(&mut self.left_out);
                if self.last.is_none() {
                    let error = kokoro_text::Error::NothingToSay { language, left_out };
                    self.ready.push_back(Err(error.into()));
                }
            }
            Err(error) => self.ready.push_back(Err(error)),
        }
        if !self.left_out.is_empty() {
            let message = format!("nothing is said of {}", self.left_out.join(" "));
            self.ready.push_back(Ok(Item::Warning(Warning::new(message, end..end))));
        }
    }
}
