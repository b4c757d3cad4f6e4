//! How good it is to cut phonemes at a place.

use crate::seams::Seam;
use crate::symbols::{follows, leads};

/// Marks after which to cut, best first.
const MARKS: [&str; 3] = ["!.?…", ":;", ",—"];

/// How good it is to cut at a place: the best is the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// After `!.?…`, also within quotation marks.
    Sentence,
    /// After `:;`.
    Clause,
    /// After `,—`.
    Comma,
    /// Before brackets or a quotation, or after them.
    Edge,
    /// After `:;` within brackets or a quotation.
    InnerClause,
    /// After `,—` within brackets or a quotation.
    InnerComma,
    /// Before a word with which a clause may begin.
    Conjunction,
    /// The same within brackets or a quotation.
    InnerConjunction,
    /// At a space.
    Space,
    /// At a space within brackets or a quotation.
    InnerSpace,
    /// At a space between words that are joined.
    Joined,
    /// Within a word.
    Word,
    /// Between a sign of stress or length and its vowel.
    Sound,
}

impl Rank {
    /// How many there are.
    pub(super) const COUNT: usize = Self::Sound as usize + 1;

    /// The same within brackets or a quotation.
    fn inner(self) -> Self {
        match self {
            Self::Clause => Self::InnerClause,
            Self::Comma => Self::InnerComma,
            Self::Conjunction => Self::InnerConjunction,
            Self::Space => Self::InnerSpace,
            other => other,
        }
    }
}

/// What stands before a place.
#[derive(Debug, Clone)]
pub(super) struct Before {
    /// The mark just before. Quotes and brackets that close after it leave it as it is.
    mark: Option<Rank>,
    /// Whether the mark is the dot of "r.", as upstream writes the ड़ of Hindi.
    flap: bool,
    last: char,
    /// How many brackets and quotations are open.
    depth: usize,
}

impl Before {
    /// Nothing.
    pub(super) fn new() -> Self {
        Self { mark: None, flap: false, last: ' ', depth: 0 }
    }

    /// How good it is to cut before `after`, if there is a seam or none. Runs of marks (`?!`,
    /// `...`, `.”`) stay together.
    pub(super) fn rank(&self, after: char, seam: Option<Seam>) -> Rank {
        let run_goes_on = after != ' ' && (mark_rank(after).is_some() || is_closing(after));
        let within_word = self.flap && after != ' ';
        let rank = match self.mark {
            Some(rank) if !run_goes_on && !within_word => rank,
            _ if after == ' ' || self.last == ' ' => match seam {
                _ if self.is_edge(after) => Rank::Edge,
                Some(Seam::Clause) => Rank::Conjunction,
                Some(Seam::Joined) => Rank::Joined,
                None => Rank::Space,
            },
            _ if follows(after) || leads(self.last) => Rank::Sound,
            _ => Rank::Word,
        };
        if self.depth > 0 { rank.inner() } else { rank }
    }

    /// Whether brackets or a quotation end before a place at a space, or begin after it, and
    /// nothing is open there.
    fn is_edge(&self, after: char) -> bool {
        self.depth == 0 && (is_closing(self.last) || is_opening(after))
    }

    pub(super) fn push(&mut self, symbol: char) {
        self.depth = match symbol {
            _ if is_opening(symbol) => self.depth + 1,
            ')' | '”' => self.depth.saturating_sub(1),
            _ => self.depth,
        };
        self.flap = symbol == '.' && self.last == 'r';
        self.mark = match mark_rank(symbol) {
            None if is_closing(symbol) => self.mark,
            rank => rank,
        };
        self.last = symbol;
    }
}

/// How good it is to cut after a mark.
fn mark_rank(symbol: char) -> Option<Rank> {
    let at = MARKS.iter().position(|marks| marks.contains(symbol))?;
    Some([Rank::Sentence, Rank::Clause, Rank::Comma][at])
}

fn is_opening(symbol: char) -> bool {
    matches!(symbol, '(' | '“')
}

fn is_closing(symbol: char) -> bool {
    matches!(symbol, ')' | '”' | '"')
}
