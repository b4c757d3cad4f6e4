//! Quotation marks that English does not write, as those that it does: «so», »so«, „so“, ‚so‘,
//! 「so」.

use super::chars::is_ideograph;
use super::quotes::Place;

/// The quotations that are open, by the marks that opened them.
#[derive(Debug, Default)]
pub(super) struct Foreign {
    open: Vec<char>,
}

impl Foreign {
    /// What the mark `c` is folded to, if it is such a mark or closes what one opened, and the
    /// bytes that it takes. White space within the marks, as in « so », goes with them.
    pub(super) fn folded(&mut self, c: char, place: Place) -> Option<(usize, &'static str)> {
        let Place { before, rest, next } = place;
        let last = self.open.last().copied();
        let apart = before.is_none_or(|before| before.is_whitespace() || "([{“‘—".contains(before));
        let ends = !next.is_some_and(char::is_alphanumeric);
        let new = match c {
            '«' | '‹' | '»' | '›' => return self.guillemet(c, place, apart),
            '“' if last == Some('„') && !apart => self.close("”"),
            '”' if last == Some('„') => self.close("”"),
            '‘' | '’' if last == Some('‚') && !apart && ends => self.close("’"),
            '„' => self.open(c, "“"),
            '‚' if before.is_some_and(char::is_alphanumeric) && rest.starts_with(' ') => ",",
            '‚' if apart && !ends => self.open(c, "‘"),
            '「' | '『' if !next.is_some_and(is_ideograph) => {
                let word = before.is_some_and(char::is_alphanumeric);
                self.open(c, if word { " “" } else { "“" })
            }
            '」' if last == Some('「') => self.close(if ends { "”" } else { "” " }),
            '』' if last == Some('『') => self.close(if ends { "”" } else { "” " }),
            _ => return None,
        };
        Some((c.len_utf8(), new))
    }

    /// Whether the white space before `next` stands within a quotation that `next` closes.
    pub(super) fn is_inside(&self, next: Option<char>) -> bool {
        next.is_some_and(|next| {
            matches!(next, '»' | '›') && self.open.last().copied() == Some(mirrored(next))
        })
    }

    /// A guillemet, which opens or closes on either side. One that stands alone between words leads
    /// from one to the next, as in "Home » News".
    fn guillemet(&mut self, c: char, place: Place, apart: bool) -> Option<(usize, &'static str)> {
        let Place { before, rest, next } = place;
        let last = self.open.last().copied();
        let points_right = matches!(c, '»' | '›');
        let spaced = rest.chars().next().is_none_or(char::is_whitespace);
        let closes = if last == Some(mirrored(c)) {
            points_right || !apart
        } else if points_right {
            if apart && spaced {
                return Some((c.len_utf8(), if next.is_some() { ">" } else { "”" }));
            }
            !apart
        } else {
            !apart && !rest.starts_with(char::is_alphanumeric)
        };
        let single = matches!(c, '‹' | '›');
        let word = before.is_some_and(char::is_alphanumeric);
        if closes {
            let glued = rest.starts_with(char::is_alphanumeric);
            let new = match (single, glued) {
                (true, true) => "’ ",
                (true, false) => "’",
                (false, true) => "” ",
                (false, false) => "”",
            };
            return Some((c.len_utf8(), self.close(new)));
        }
        let new = match (single, word) {
            (true, true) => " ‘",
            (true, false) => "‘",
            (false, true) => " “",
            (false, false) => "“",
        };
        let blank = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len();
        Some((c.len_utf8() + blank, self.open(c, new)))
    }

    fn open(&mut self, c: char, new: &'static str) -> &'static str {
        self.open.push(c);
        new
    }

    fn close(&mut self, new: &'static str) -> &'static str {
        self.open.pop();
        new
    }
}

/// The guillemet that points the other way.
fn mirrored(c: char) -> char {
    match c {
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        _ => '‹',
    }
}
