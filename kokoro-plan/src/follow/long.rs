//! Sentences that are too long to wait for their end.

use kokoro_text::Boundary;

use super::Follower;
use super::found::Found;
use crate::pause::at_rate;
use crate::{Error, Item, PauseKind};

impl Follower<'_> {
    /// The sentence that is open is too long: cuts it.
    pub(super) fn cut_sentence(&mut self) {
        let (start, known) = (self.settled, self.window.end());
        // There may be several, if nothing told where they end.
        let last = match self.sentences(known, known) {
            Ok(found) if found.straddles => return self.go_apart(),
            Ok(Found { starts, .. }) => starts.last().copied().filter(|_| starts.len() > 1),
            Err(Error::Text(kokoro_text::Error::NothingToSay { .. })) => None,
            Err(error) => return self.fail(error),
        };
        if let Some(last) = last {
            return self.give_within(known, last);
        }
        let (length, kind) = cut(self.window.slice(start..known));
        let end = start + length;
        match self.sentences(end, end) {
            Ok(found) if !found.items.is_empty() => {
                let silent = self.take(found, end);
                self.begin_again(end, Some(kind), silent);
            }
            Ok(found) => self.begin_again(end, None, found.silent),
            Err(Error::Text(kokoro_text::Error::NothingToSay { left_out, .. })) => {
                self.left_out.extend(left_out);
                self.begin_again(end, None, Vec::new());
            }
            Err(error) => self.fail(error),
        }
    }

    /// Forgets all that stands before the place `from`, of which `silent` was not given out. Before
    /// the next utterance comes a pause of the `kind`, or one by what ended with the last.
    pub(super) fn begin_again(&mut self, from: usize, kind: Option<PauseKind>, silent: Vec<Item>) {
        let pauses = &self.options.pauses;
        let within = [Boundary::Split, Boundary::Comma, Boundary::Clause];
        if let Some(last) = self.last.filter(|_| self.due.is_none()) {
            let last = if within.contains(&last) { last } else { Boundary::Sentence };
            let mut pause = pauses.pause(kind.unwrap_or(pauses.after(last)), from);
            pause.duration = at_rate(pause.duration, self.options.prosody.rate);
            self.due = Some(pause);
        }
        let asked = |item: &Item| match item {
            Item::Pause(pause) => pause.kind == PauseKind::Break,
            item => !matches!(item, Item::Utterance(_)),
        };
        self.held.extend(silent.into_iter().filter(asked));
        self.leave_out(from);
        self.settled = from;
    }

    /// What was given out goes on by its plan. The rest of it becomes a sentence of its own.
    pub(super) fn go_apart(&mut self) {
        if self.window.from() < self.settled {
            self.begin_again(self.settled, None, Vec::new());
        } else {
            // Then the opening is said, too.
            self.window.begin_at(self.settled, self.settled..self.settled);
        }
    }
}

/// Where to cut a text that is too long for a sentence, and which pause is there: after the last
/// clause in its second half, else after its last word, else at its end.
fn cut(text: &str) -> (usize, PauseKind) {
    let half = text.len() / 2;
    let after = |(at, c): (usize, char)| at + c.len_utf8();
    let mut chars = text.char_indices().rev().peekable();
    let (mut space, mut clause) = (None, None);
    while let Some((at, c)) = chars.next() {
        if at < half {
            break;
        }
        let wide = matches!(c, '，' | '、' | '；' | '：');
        let before = chars.peek().map_or(' ', |(_, before)| *before);
        if wide || c.is_whitespace() && matches!(before, ',' | ';' | ':' | '—' | '–') {
            let mark = if wide { c } else { before };
            let comma = matches!(mark, ',' | '，' | '、');
            clause =
                Some((after((at, c)), if comma { PauseKind::Comma } else { PauseKind::Clause }));
            break;
        }
        if c.is_whitespace() && space.is_none() {
            space = Some((after((at, c)), PauseKind::Split));
        }
    }
    clause.or(space).unwrap_or((text.len(), PauseKind::Split))
}
