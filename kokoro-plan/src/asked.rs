//! What the marks of a block ask for, by the bytes of the text that it is asked of.

use std::collections::VecDeque;
use std::ops::Range;

use kokoro_document::{AudioClip, Block, Break, MarkKind, Prosody};
use kokoro_text::Language;

/// What the marks of a block ask for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    /// What is asked for at single places, in the order of the text.
    pub points: VecDeque<Point>,
    pub prosody: Spans<Prosody>,
    /// The parts in other languages than the rest.
    pub languages: Spans<Language>,
}

/// What is asked for at a single place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Point {
    /// The byte of the text before which it stands: what was read from there on comes after it.
    pub place: usize,
    /// Whether it stands right behind a word or a mark, and space follows.
    pub clings: bool,
    /// The bytes of the text that ask for it.
    pub source: Range<usize>,
    pub kind: PointKind,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum PointKind {
    Break(Break),
    Bookmark(String),
    /// A sound. What is said instead begins here.
    Sound(AudioClip),
    /// What is said instead of a sound ends here.
    SoundEnd,
}

impl Asked {
    /// What a block asks for. Sounds are points if they are `played`, and nothing if not.
    pub fn of(block: &Block, played: bool) -> Self {
        let mut asked = Self::default();
        for mark in &block.marks {
            let point = |at: usize, kind: PointKind| point(block, at, mark.source.clone(), kind);
            let Range { start, end } = mark.range;
            match &mark.kind {
                MarkKind::Break(pause) => {
                    asked.points.push_back(point(start, PointKind::Break(*pause)));
                }
                MarkKind::Bookmark(name) => {
                    asked.points.push_back(point(start, PointKind::Bookmark(name.clone())));
                }
                MarkKind::Audio(clip) if played => {
                    asked.points.push_back(point(start, PointKind::Sound(clip.clone())));
                    asked.points.push_back(point(end, PointKind::SoundEnd));
                }
                MarkKind::Prosody(prosody) if start < end => {
                    asked.prosody.0.push((block.text.source(mark.range.clone()), *prosody));
                }
                _ => {}
            }
        }
        // The end of one sound may stand behind the beginning of what comes in it.
        asked.points.make_contiguous().sort_by_key(|point| point.place);
        asked
    }
}

/// A point before the byte `at` of a block's text.
fn point(block: &Block, at: usize, source: Range<usize>, kind: PointKind) -> Point {
    let text = block.text.as_str();
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    let clings = before.is_some_and(|c| c != ' ') && after.is_none_or(|c| c == ' ');
    let place = match (before, after) {
        (Some(c), _) if clings => block.text.source(at - c.len_utf8()..at).end,
        (_, Some(c)) => block.text.source(at..at + c.len_utf8()).start,
        // A block without text.
        _ => source.start,
    };
    Point { place, clings, source, kind }
}

/// What is said of ranges of the text, in its order and without overlap.
#[derive(Debug, Clone)]
pub(crate) struct Spans<T>(pub Vec<(Range<usize>, T)>);

impl<T> Default for Spans<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Spans<T> {
    /// Which of them begins first among those that what was read from `source` lies in.
    pub fn index(&self, source: &Range<usize>) -> Option<usize> {
        let at = self.0.partition_point(|(range, _)| range.end <= source.start);
        let begun = |range: &Range<usize>| range.start < source.end.max(source.start + 1);
        self.0.get(at).filter(|(range, _)| begun(range)).map(|_| at)
    }
}
