//! The likeliest pronunciation of a word: a search from left to right that keeps the best few.

use std::collections::HashSet;
use std::ops::Range;

use crate::format::{END, MAX_ORDER, START};
use crate::guide::{Guide, OneStress, Sounds};
use crate::model::{Model, NodeId, ROOT};
use crate::unit::{Spelling, letters};

/// A longer word is pronounced in pieces of at most this many letters, one after another.
pub const MAX_LETTERS: usize = 48;

/// A beam: how many of the partial pronunciations a search keeps.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Beam {
    /// How many beginnings of a pronunciation at each letter.
    pub(crate) paths: usize,
    /// How much less likely than the best of them one may be, in nats.
    pub(crate) width: f32,
}

/// With 12 paths 7 % more symbols are wrong; with 40, 3 % fewer, and it takes twice as long.
const BEAM: Beam = Beam { paths: 24, width: 9.0 };
/// A wide beam, for use where time does not matter.
const THOROUGH: Beam = Beam { paths: 100, width: 30.0 };

impl Model<'_> {
    /// The likeliest pronunciation of a word with exactly one primary stress; `None` if the word is
    /// empty, has other letters than a to z or cannot be spelled by any units.
    ///
    /// The time is linear in the length of the word. It is pronounced in pieces, each with its own
    /// stress, if it has more than [`MAX_LETTERS`] letters.
    #[must_use]
    pub fn pronounce(&self, word: &str) -> Option<String> {
        let letters = letters(word).filter(|letters| !letters.is_empty())?;
        let pieces = letters.chunks(MAX_LETTERS);
        pieces.map(|piece| Some(search(self, piece, BEAM, &OneStress)?.0)).collect()
    }

    /// The likeliest pronunciation of a word of which the sounds are known, but not which of the
    /// phonemes of the model stand for them: each sound is one of several strings of phonemes.
    /// `None` if the letters and the sounds do not fit.
    #[must_use]
    pub fn pronounce_as(&self, word: &str, sounds: &[Vec<String>]) -> Option<String> {
        let letters = letters(word).filter(|letters| !letters.is_empty())?;
        let (phonemes, score) = search(self, &letters, THOROUGH, &Sounds(sounds))?;
        score.is_finite().then_some(phonemes)
    }
}

/// The likeliest pronunciation that is found with a beam, and its logarithmic probability.
pub(crate) fn search<G: Guide>(
    model: &Model,
    letters: &[u8],
    beam: Beam,
    guide: &G,
) -> Option<(String, f32)> {
    let mut search = Search {
        model,
        guide,
        paths: Vec::new(),
        waiting: vec![Vec::new(); letters.len() + 1],
        seen: Vec::new(),
    };
    search.start();
    for at in 0..letters.len() {
        for path in search.keep_best(at, beam) {
            for end in at + 1..=letters.len().min(at + 2) {
                search.extend(path, Spelling::new(&letters[at..end]), end);
            }
        }
    }
    let last = search.keep_best(letters.len(), beam);
    let whole = last.map(|path| (path, search.whole_score(path)));
    let whole: Vec<_> = whole.collect();
    let (path, score) = whole.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    Some((search.spell(path), score))
}

/// The n-grams that the last tokens are, longest first, without the empty one.
#[derive(Debug, Clone, Copy, Default)]
struct Context {
    nodes: [u32; MAX_ORDER],
    length: usize,
}

impl Context {
    /// The n-grams, longest first; the last is the empty one.
    fn nodes(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.nodes[..self.length].iter().map(|&node| NodeId(node)).chain([ROOT])
    }

    /// The context after one more token.
    fn after(&self, model: &Model, token: u16) -> Self {
        let mut next = Self::default();
        let children = self.nodes().filter_map(|node| model.child(node, token));
        for (place, child) in next.nodes.iter_mut().zip(children) {
            *place = child.0;
            next.length += 1;
        }
        next
    }
}

/// A beginning of a pronunciation: one that is known, and a unit after it.
#[derive(Debug, Clone, Copy)]
struct Step<State> {
    score: f32,
    /// The number of the path that it extends.
    before: u32,
    unit: u16,
    /// What the guide remembers of its phonemes.
    state: State,
}

struct Search<'a, G: Guide> {
    model: &'a Model<'a>,
    guide: &'a G,
    /// What is pursued, each with the context after it.
    paths: Vec<(Step<G::State>, Context)>,
    /// By the number of letters that are spelled: what may be pursued.
    waiting: Vec<Vec<Step<G::State>>>,
    /// Which tokens of a range a longer n-gram has foretold already.
    seen: Vec<bool>,
}

impl<G: Guide> Search<'_, G> {
    fn start(&mut self) {
        let start = Step { score: 0.0, before: u32::MAX, unit: START, state: self.guide.start() };
        self.waiting[0].push(start);
    }

    /// Takes up the best of what waits after so many letters, of those that will go on alike only
    /// the best one. Returns the numbers of their paths.
    fn keep_best(&mut self, at: usize, beam: Beam) -> Range<usize> {
        let mut waiting = std::mem::take(&mut self.waiting[at]);
        waiting.sort_by(|a, b| b.score.total_cmp(&a.score));
        let worst = waiting.first().map_or(0.0, |best| best.score - beam.width);
        let mut alike = HashSet::new();
        let first = self.paths.len();
        for step in waiting {
            if self.paths.len() - first == beam.paths || step.score < worst {
                break;
            }
            let before = self.paths.get(step.before as usize).map(|path| path.1);
            let context = before.unwrap_or_default().after(self.model, step.unit);
            if alike.insert((context.nodes[0], step.state)) {
                self.paths.push((step, context));
            }
        }
        first..self.paths.len()
    }

    /// Lets a path go on by each unit of a spelling that the guide lets pass.
    fn extend(&mut self, path: usize, spelling: Spelling, end: usize) {
        let (step, context) = self.paths[path];
        let (model, guide, before) = (self.model, self.guide, path as u32);
        let mut next = std::mem::take(&mut self.waiting[end]);
        self.successors(&context, model.units(spelling), |unit, score| {
            guide.follow(step.state, model.text(unit), |state| {
                next.push(Step { score: step.score + score, before, unit, state });
            });
        });
        self.waiting[end] = next;
    }

    /// The score of a path that ends here.
    fn whole_score(&mut self, path: usize) -> f32 {
        let (step, context) = self.paths[path];
        let mut end = f32::NEG_INFINITY;
        self.successors(&context, END..END + 1, |_, score| end = score);
        step.score + end - self.guide.penalty(step.state)
    }

    /// Calls a function with each token of a range and its logarithmic probability after a context:
    /// that of the longest n-gram there is, with the weights of those that there are not.
    fn successors(
        &mut self,
        context: &Context,
        tokens: Range<u16>,
        mut call: impl FnMut(u16, f32),
    ) {
        self.seen.clear();
        self.seen.resize(tokens.len(), false);
        let mut weight = 0.0;
        for node in context.nodes() {
            for successor in self.model.successors(node, tokens.clone()) {
                let seen = &mut self.seen[usize::from(successor.token - tokens.start)];
                if !std::mem::replace(seen, true) {
                    call(successor.token, weight + successor.probability);
                }
            }
            weight += self.model.weight(node);
        }
    }

    /// The phonemes of a path, from its beginning.
    fn spell(&self, path: usize) -> String {
        let mut units = Vec::new();
        let mut at = path;
        while let Some((step, _)) = self.paths.get(at).filter(|path| path.0.unit != START) {
            units.push(step.unit);
            at = step.before as usize;
        }
        units.iter().rev().map(|&unit| self.model.text(unit)).collect()
    }
}

#[cfg(test)]
mod tests;
