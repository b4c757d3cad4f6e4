//! Which pronunciations a search may find.

use std::hash::Hash;

use crate::phonemes::PRIMARY;

/// Says which phonemes may follow those that were chosen.
pub(crate) trait Guide {
    /// What must be remembered of the phonemes that were chosen.
    type State: Copy + Eq + Hash;

    /// Before the first phoneme.
    fn start(&self) -> Self::State;
    /// Calls a function with each state after more phonemes; never if they are not possible.
    fn follow(&self, state: Self::State, phonemes: &str, call: impl FnMut(Self::State));
    /// What is taken off the score of a pronunciation that ends here.
    fn penalty(&self, state: Self::State) -> f32;
}

/// What is taken off the score of a word without primary stress: it is chosen only if there is no
/// other.
pub(crate) const UNSTRESSED: f32 = 1000.0;

/// Exactly one primary stress. The state is whether it has come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OneStress;

impl Guide for OneStress {
    type State = bool;

    fn start(&self) -> bool {
        false
    }

    fn follow(&self, stressed: bool, phonemes: &str, mut call: impl FnMut(bool)) {
        let primary = phonemes.contains(PRIMARY);
        if !(primary && stressed) {
            call(primary || stressed);
        }
    }

    fn penalty(&self, stressed: bool) -> f32 {
        if stressed { 0.0 } else { UNSTRESSED }
    }
}

/// A sequence of sounds, of which each is one of several strings of phonemes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sounds<'a>(pub(crate) &'a [Vec<String>]);

/// A place in a sequence of sounds: how many are past, and how much of the next one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    sound: usize,
    /// Which of its strings was begun, and how many bytes of it are past.
    begun: Option<(usize, usize)>,
}

impl Guide for Sounds<'_> {
    type State = Place;

    fn start(&self) -> Place {
        Place::default()
    }

    fn follow(&self, state: Place, phonemes: &str, mut call: impl FnMut(Place)) {
        let mut open = vec![(state, phonemes)];
        while let Some((place, text)) = open.pop() {
            let Some(choices) = self.0.get(place.sound).filter(|_| !text.is_empty()) else {
                if text.is_empty() {
                    call(place);
                }
                continue;
            };
            let next = Place { sound: place.sound + 1, begun: None };
            let begin = |choice| (choice, 0);
            let begun = place.begun.map_or(0..choices.len(), |(choice, _)| choice..choice + 1);
            for (choice, past) in begun.map(|choice| place.begun.unwrap_or(begin(choice))) {
                let rest = &choices[choice][past..];
                if let Some(text) = text.strip_prefix(rest) {
                    open.push((next, text));
                } else if rest.starts_with(text) {
                    let begun = Some((choice, past + text.len()));
                    open.push((Place { begun, ..place }, ""));
                }
            }
        }
    }

    fn penalty(&self, place: Place) -> f32 {
        let mut rest = self.0.iter().skip(place.sound);
        let silent = place.begun.is_none() && rest.all(|choices| choices.contains(&String::new()));
        if silent { 0.0 } else { f32::INFINITY }
    }
}

#[cfg(test)]
mod tests {
    use super::{Guide, Place, Sounds};

    fn follows(sounds: &[&[&str]], units: &[&str]) -> bool {
        let sounds: Vec<Vec<String>> = sounds
            .iter()
            .map(|choices| choices.iter().map(|choice| choice.to_string()).collect())
            .collect();
        let guide = Sounds(&sounds);
        let mut places = vec![Place::default()];
        for unit in units {
            let mut next = Vec::new();
            places.iter().for_each(|&place| guide.follow(place, unit, |after| next.push(after)));
            places = next;
        }
        places.iter().any(|&place| guide.penalty(place) == 0.0)
    }

    #[test]
    fn units_may_be_cut_otherwise_than_sounds() {
        let sounds: [&[&str]; 3] = [&["b"], &["ˈɜɹ", "ˈɜː"], &["t", ""]];
        assert!(follows(&sounds, &["b", "ˈɜ", "ɹ", "", "t"]));
        assert!(follows(&sounds, &["bˈɜː", "t"]));
        assert!(follows(&sounds, &["b", "ˈɜɹ"]), "the last sound may be silent");
        assert!(!follows(&sounds, &["b", "ˈɜ"]), "a sound is begun and not ended");
        assert!(!follows(&sounds, &["b", "ˈɜɹ", "d"]));
        assert!(!follows(&sounds, &["b", "ˈɜɹ", "t", "t"]));
    }
}
