//! The cheapest way to divide a text, as MeCab finds it: also where two ways cost the same.

use std::ops::Range;

use crate::characters::{Class, Kind};
use crate::view::View;

/// More characters than this that share a class are not tried as one unknown word.
const MAX_GROUP: usize = 24;

/// No node.
const NONE: u32 = u32::MAX;

/// A word that may stand at a place of the text.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// The bytes of the text.
    pub(crate) range: Range<usize>,
    /// Where its reading lies; `None` if no dictionary has the word.
    pub(crate) reading: Option<u32>,
    /// The class of its first character.
    pub(crate) class: Class,
    /// Its column of the matrix.
    column: u16,
    /// The cost of the cheapest way from the start of the text to its end.
    cost: i64,
    /// The word before it on that way.
    previous: u32,
    /// The next word that ends where it ends.
    next: u32,
}

/// A word before its place in the lattice is known.
struct Candidate {
    range: Range<usize>,
    context: u16,
    cost: i16,
    reading: Option<u32>,
    class: Class,
}

/// The words of a text, in order.
pub(crate) fn segment(view: &View<'_>, text: &str) -> Vec<Node> {
    let mut lattice = Lattice::new(view, text);
    let mut candidates = Vec::new();
    let mut end = 0; // the last place where a word ends, or the start
    for (at, _) in text.char_indices() {
        if lattice.ending[at] == NONE {
            continue;
        }
        end = at;
        look_up(view, text, at, &mut candidates);
        // MeCab puts each word before the last, so that the last found is the first tried.
        while let Some(candidate) = candidates.pop() {
            lattice.add(at, candidate);
        }
    }
    if lattice.ending[text.len()] != NONE {
        end = text.len();
    }
    lattice.way_to(end)
}

/// The words that may begin at `at`, behind spaces.
fn look_up(view: &View<'_>, text: &str, at: usize, found: &mut Vec<Candidate>) {
    let kind_of = |c: char| view.characters.kind(c);
    let space = kind_of(' ');
    let rest = &text[at..];
    let start = at + run(rest, usize::MAX, space, kind_of).0;
    let rest = &text[start..];
    let Some(first) = rest.chars().next() else { return };
    let kind = kind_of(first);
    for (length, surface) in view.trie.prefixes(rest) {
        found.extend(view.tokens.of(surface).map(|token| Candidate {
            range: start..start + length,
            context: token.context,
            cost: token.cost,
            reading: Some(token.reading),
            class: kind.class,
        }));
    }
    if !found.is_empty() && !kind.invoke {
        return;
    }
    for length in unknown_lengths(view, rest, kind, found.is_empty()) {
        found.extend(view.unknown[kind.class as usize].iter().map(|(context, cost)| Candidate {
            range: start..start + length,
            context: *context,
            cost: *cost,
            reading: None,
            class: kind.class,
        }));
    }
}

/// How long the unknown words are that may begin `text` with a character of this kind. There is at
/// least one if there `must` be.
fn unknown_lengths(
    view: &View<'_>,
    text: &str,
    kind: Kind,
    must: bool,
) -> impl Iterator<Item = usize> {
    let kind_of = |c: char| view.characters.kind(c);
    let one = text.chars().next().map_or(0, char::len_utf8);
    let group = kind.group.then(|| run(&text[one..], MAX_GROUP + 1, kind, kind_of));
    let group = group.filter(|(_, count)| *count <= MAX_GROUP).map(|(length, _)| one + length);
    let mut next = Some(one);
    let growing = (0..kind.length).map_while(move |_| {
        // MeCab stops where it meets the group.
        let length = next.filter(|next| Some(*next) != group)?;
        let after = text[length..].chars().next().filter(|after| kind.meets(kind_of(*after)));
        next = after.map(|after| length + after.len_utf8());
        Some(length)
    });
    let none = group.is_none() && kind.length == 0;
    group.into_iter().chain(growing).chain((must && none).then_some(one))
}

/// Bytes and number of the characters at the start of `text`, at most `most`, each of which shares
/// a class with the one before; the first with `kind`.
fn run(text: &str, most: usize, mut kind: Kind, kind_of: impl Fn(char) -> Kind) -> (usize, usize) {
    let (mut length, mut count) = (0, 0);
    for c in text.chars().take(most) {
        let next = kind_of(c);
        if !kind.meets(next) {
            break;
        }
        kind = next;
        length += c.len_utf8();
        count += 1;
    }
    (length, count)
}

/// The words that may stand in a text, and the cheapest way to each.
struct Lattice<'v> {
    view: &'v View<'v>,
    nodes: Vec<Node>,
    /// The last of the words that end at each byte of the text.
    ending: Vec<u32>,
}

impl<'v> Lattice<'v> {
    /// Only the start, which is a word that ends at 0.
    fn new(view: &'v View<'v>, text: &str) -> Self {
        let [_, column] = view.packed.context(0).unwrap_or_default();
        let start = Node {
            range: 0..0,
            reading: None,
            class: Class::Default,
            column,
            cost: 0,
            previous: NONE,
            next: NONE,
        };
        let mut ending = vec![NONE; text.len() + 1];
        ending[0] = 0;
        Self { view, nodes: vec![start], ending }
    }

    /// Adds a word that follows those that end at `at`.
    fn add(&mut self, at: usize, candidate: Candidate) {
        let Candidate { range, context, cost, reading, class } = candidate;
        let [row, column] = self.view.packed.context(context.into()).unwrap_or_default();
        let Some((way, previous)) = self.cheapest(at, row) else { return };
        let next = self.ending[range.end];
        self.ending[range.end] = self.nodes.len() as u32;
        let cost = way + i64::from(cost);
        self.nodes.push(Node { range, reading, class, column, cost, previous, next });
    }

    /// The cheapest way to a word with this row behind those that end at `at`: what it costs, and
    /// the last word on it.
    fn cheapest(&self, at: usize, row: u16) -> Option<(i64, u32)> {
        let costs = self.view.matrix.row(row, self.view.packed);
        let mut best: Option<(i64, u32)> = None;
        let mut left = self.ending[at];
        while let Some(node) = self.nodes.get(left as usize) {
            let connection = costs.get(usize::from(node.column)).copied().unwrap_or(0);
            let cost = node.cost + i64::from(connection);
            if best.is_none_or(|(known, _)| cost < known) {
                best = Some((cost, left));
            }
            left = node.next;
        }
        best
    }

    /// The words of the cheapest way to the end of the text, behind those that end at `at`.
    fn way_to(self, at: usize) -> Vec<Node> {
        let [row, _] = self.view.packed.context(0).unwrap_or_default();
        let mut word = self.cheapest(at, row).map_or(NONE, |(_, last)| last);
        let mut way = Vec::new();
        while let Some(node) = self.nodes.get(word as usize).filter(|node| node.previous != NONE) {
            way.push(node.clone());
            word = node.previous;
        }
        way.reverse();
        way
    }
}
