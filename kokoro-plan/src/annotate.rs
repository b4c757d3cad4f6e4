//! Utterances with what their author asked for: prosody, pauses and marks.

use std::time::Duration;

use kokoro_document::{Break, BreakStrength, Prosody};
use kokoro_text::{Language, MAX_PHONEMES, Utterance};

use crate::PlanOptions;
use crate::asked::{Asked, Point, PointKind, Spans};
use crate::item::{InnerMark, InnerPause, Mark, PlannedUtterance, ProsodySpan};
use crate::pause::{MAX_PAUSE, PauseKind, at_rate};
use crate::punctuation::{gap_at, gaps};
use crate::room::{MARK, Moved, make_room, needs_mark};
use crate::wanted::Wanted;

/// A part of an utterance, or what stands between two.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Part {
    Said(Box<PlannedUtterance>),
    Point(Point),
}

/// The utterance with all that is asked for in it and right before it, which is taken out of
/// `asked`. It is spoken as `like` is, and divided where a sound is played, and where the marks for
/// its pauses would make it too long.
pub(crate) fn annotate(
    utterance: Utterance,
    like: &PlannedUtterance,
    asked: &mut Asked,
    options: &PlanOptions,
) -> Vec<Part> {
    let phonemes: Vec<char> = utterance.phonemes.chars().collect();
    let place = |at: Option<&std::ops::Range<usize>>| at.map_or(0, |source| source.start);
    let (first, last) = (place(utterance.sources.first()), place(utterance.sources.last()));
    let mut parts = Vec::new();
    let mut inner: Vec<(usize, Point)> = Vec::new();
    let (mut from, mut at, mut added) = (0, 0, 0);
    while let Some(point) = asked.points.pop_front_if(|point| point.place <= last) {
        if point.place <= first {
            parts.push(Part::Point(point));
            continue;
        }
        while utterance.sources.get(at).is_some_and(|source| source.start < point.place) {
            at += 1;
        }
        let cuts = match point.kind {
            PointKind::Sound(_) | PointKind::SoundEnd => true,
            PointKind::Break(pause) if is_pause(pause) && needs_mark(&phonemes, at) => {
                added += MARK.len();
                phonemes.len() - from + added > MAX_PHONEMES
            }
            PointKind::Break(_) | PointKind::Bookmark(_) => false,
        };
        if !cuts {
            inner.push((at, point));
            continue;
        }
        let part = Section { utterance: utterance.slice(from..at), from: start(&phonemes, from) };
        parts.extend(part.said(std::mem::take(&mut inner), like, asked, options));
        parts.push(Part::Point(point));
        (from, added) = (at, 0);
    }
    let rest = utterance.slice(from..phonemes.len());
    let part = Section { utterance: rest, from: start(&phonemes, from) };
    parts.extend(part.said(inner, like, asked, options));
    parts
}

/// The first place from `from` on where no space stands.
fn start(phonemes: &[char], from: usize) -> usize {
    from + phonemes[from..].iter().take_while(|symbol| **symbol == ' ').count()
}

/// Whether a break is a pause, and not the wish that there be none.
fn is_pause(pause: Break) -> bool {
    pause != Break::Strength(BreakStrength::None)
}

/// What of an utterance is said in one piece.
struct Section {
    utterance: Utterance,
    /// The place in the whole utterance of its first phoneme.
    from: usize,
}

impl Section {
    /// What is said, with the points within it, each with its place in the whole utterance. If
    /// nothing in it sounds, the points alone.
    fn said(
        self,
        inner: Vec<(usize, Point)>,
        like: &PlannedUtterance,
        asked: &Asked,
        options: &PlanOptions,
    ) -> Vec<Part> {
        let Self { mut utterance, from } = self;
        if !utterance.sounds() {
            return inner.into_iter().map(|(_, point)| Part::Point(point)).collect();
        }
        let old: Vec<char> = utterance.phonemes.chars().collect();
        let mut breaks: Vec<(usize, Wanted)> = Vec::new(); // at the starts of gaps
        let (mut marks, mut behind) = (Vec::new(), Vec::new());
        for (at, point) in inner {
            let at = at.saturating_sub(from);
            match point {
                _ if at >= old.len() => behind.push(Part::Point(point)),
                Point { kind: PointKind::Break(pause), .. } => {
                    add_break(&mut breaks, &old, at, pause);
                }
                Point { kind: PointKind::Bookmark(name), source, clings, .. } => {
                    marks.push((at, clings, Mark { name, source }));
                }
                Point { kind: PointKind::Sound(_) | PointKind::SoundEnd, .. } => {}
            }
        }
        let places =
            breaks.iter().filter(|(at, wanted)| wanted.is_pause() && needs_mark(&old, *at));
        let places: Vec<usize> = places.map(|(at, _)| *at).collect();
        let moved = make_room(&mut utterance, &places);
        let new: Vec<char> = utterance.phonemes.chars().collect();
        let mut planned = PlannedUtterance { utterance, ..like.clone() };
        planned.language = language(&planned.utterance, &asked.languages, like.language);
        planned.prosody = prosody(&planned.utterance, &new, &asked.prosody);
        planned.pauses = pauses(&new, &breaks, &moved, options);
        let spaces = |at: usize| new[at..].iter().take_while(|symbol| **symbol == ' ').count();
        planned.marks.extend(marks.into_iter().map(|(at, clings, mark)| {
            let at = if clings { moved.end(at) } else { moved.start(at) };
            InnerMark { symbol: if clings { at } else { at + spaces(at) }, mark }
        }));
        behind.insert(0, Part::Said(Box::new(planned)));
        behind
    }
}

/// Adds a break at the place `at` to those before it; breaks in one gap are one pause.
fn add_break(breaks: &mut Vec<(usize, Wanted)>, phonemes: &[char], at: usize, pause: Break) {
    let gap = gap_at(phonemes, at).symbols;
    match breaks.last_mut() {
        Some((place, wanted)) if gap.contains(place) || *place == at => wanted.add(pause),
        _ => {
            let mut wanted = Wanted::default();
            wanted.add(pause);
            breaks.push((at, wanted));
        }
    }
}

/// The pauses within an utterance that the policy or the author sets.
fn pauses(
    phonemes: &[char],
    breaks: &[(usize, Wanted)],
    moved: &Moved,
    options: &PlanOptions,
) -> Vec<InnerPause> {
    let PlanOptions { pauses: policy, prosody: Prosody { rate, .. }, .. } = options;
    let mut breaks = breaks.iter().map(|(at, wanted)| (moved.start(*at), wanted)).peekable();
    let mut set = Vec::new();
    for gap in gaps(phonemes) {
        let Some(kind) = gap.kind else { continue };
        let of_policy = match kind {
            PauseKind::Comma => policy.comma,
            _ => policy.clause,
        };
        while breaks.next_if(|(at, _)| *at < gap.symbols.start).is_some() {}
        let asked = breaks.next_if(|(at, _)| *at <= gap.symbols.end);
        let natural = at_rate(policy.pause(kind, 0).duration, *rate);
        let duration: Option<Duration> = match asked {
            Some((_, wanted)) => Some(wanted.length(natural, *rate).min(MAX_PAUSE)),
            None => of_policy.map(|_| natural),
        };
        set.extend(duration.map(|duration| InnerPause { symbols: gap.symbols, duration }));
    }
    set
}

/// How parts of an utterance are spoken. A gap is spoken as the words beside it if both are spoken
/// alike.
fn prosody(utterance: &Utterance, phonemes: &[char], asked: &Spans<Prosody>) -> Vec<ProsodySpan> {
    if asked.0.is_empty() {
        return Vec::new();
    }
    let mut set: Vec<ProsodySpan> = Vec::new();
    for (at, (source, symbol)) in utterance.sources.iter().zip(phonemes).enumerate() {
        let Some(index) = asked.index(source) else { continue };
        let prosody = asked.0[index].1;
        if *symbol == ' ' || source.is_empty() || prosody == Prosody::NEUTRAL {
            continue;
        }
        match set.last_mut() {
            Some(last) if last.prosody == prosody && is_joined(utterance, phonemes, last, at) => {
                last.symbols.end = at + 1;
            }
            _ => set.push(ProsodySpan { symbols: at..at + 1, prosody }),
        }
    }
    set
}

/// Whether nothing but spaces and marks that were put in stands between a span and the place `at`.
fn is_joined(utterance: &Utterance, phonemes: &[char], span: &ProsodySpan, at: usize) -> bool {
    let quiet = |at: usize| phonemes[at] == ' ' || utterance.sources[at].is_empty();
    (span.symbols.end..at).all(quiet)
}

/// The language of most of the phonemes.
fn language(utterance: &Utterance, asked: &Spans<Language>, main: Language) -> Language {
    if asked.0.is_empty() {
        return main;
    }
    let mut counts = [0; Language::ALL.len()];
    for source in &utterance.sources {
        let language = asked.index(source).map_or(main, |index| asked.0[index].1);
        counts[language as usize] += 1;
    }
    let most = |language: &Language| (counts[*language as usize], *language == main);
    Language::ALL.into_iter().max_by_key(most).unwrap_or(main)
}
