//! What a follower remembers of the text that it gave out.

use std::ops::Range;

use super::Follower;
use super::lines::markers;

/// How many bytes of a paragraph are looked at again with each of its sentences, at least until a
/// place is found where they can be left out.
const LOOK_BACK: usize = 400;

/// Of these, how many stay at least.
const KEPT: usize = 100;

impl Follower<'_> {
    /// Forgets what is not needed to plan what comes next.
    pub(super) fn forget(&mut self) {
        let Some(&last) = self.given.last() else { return };
        if let Some(fresh) = self.lines.fresh_line(last)
            && fresh > self.window.from()
        {
            self.window.begin_at(fresh, fresh..fresh);
            self.forget_before(fresh);
        }
        let begin = self.window.from();
        let all = self.window.slice(begin..self.settled);
        if all.len() < LOOK_BACK {
            return;
        }
        let least = all.floor_char_boundary(all.len() - LOOK_BACK / 2);
        let limit = all.floor_char_boundary(all.len() - KEPT);
        let line = all[least..limit].rfind('\n').map(|at| begin + least + at + 1);
        let sentence = self.given.partition_point(|&start| start <= begin + limit).checked_sub(1);
        let from = line.or(sentence.map(|at| self.given[at]));
        self.leave_out(from.filter(|&from| from > begin).unwrap_or(self.settled));
    }

    /// Forgets the text before the place `from`, but for what it stands in.
    pub(super) fn leave_out(&mut self, from: usize) {
        match self.opening(from) {
            Some(opening) => self.window.begin_at(from, opening),
            None => self.window.go_on_at(from),
        }
        self.forget_before(from);
    }

    /// What the text from the place `from` on stands in: the fence of the code, the first rows of
    /// the table, the markers of the line. `None` if the window has it as its opening.
    fn opening(&self, from: usize) -> Option<Range<usize>> {
        let begin = self.window.from();
        if let Some((start, lines)) = self.lines.opening_lines().filter(|(at, _)| *at < from) {
            let text = (start >= begin).then(|| self.window.slice(start..from))?;
            let length: usize = text.split_inclusive('\n').take(lines).map(str::len).sum();
            return Some(start..start + length);
        }
        let line = self.lines.line_start();
        let line = if line <= from { line } else { begin };
        let before = self.window.slice(line.max(begin)..from);
        match before.rfind('\n') {
            Some(end) => {
                let line = line.max(begin) + end + 1;
                Some(line..line + markers(self.window.slice(line..from)))
            }
            None if line >= begin && line == self.lines.line_start() || begin == 0 => {
                Some(line..line + markers(before))
            }
            None => None,
        }
    }

    pub(super) fn forget_before(&mut self, from: usize) {
        self.lines.forget(from);
        self.given.retain(|&start| start >= from);
    }
}
