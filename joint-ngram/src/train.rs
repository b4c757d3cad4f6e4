//! Training: from a lexicon to a packed model.

mod align;
mod counts;
mod pack;
mod prune;
mod smooth;

use std::collections::{BTreeSet, HashMap};

use crate::error::Error;
use crate::format::{END, FIRST_UNIT, START};
use crate::phonemes;
use crate::unit::{Unit, letters};

use align::{Entry, align};
use counts::Tree;

/// How a model is trained.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Settings {
    /// The length of the longest n-grams, in units: from 2 to 9.
    pub order: usize,
    /// N-grams that are worth less than this are left out, in nats a unit. 0 keeps all.
    pub threshold: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { order: 8, threshold: 0.0 }
    }
}

/// Trains a model on words and their pronunciations, and packs it. Words of other letters than a
/// to z, and words whose pronunciation has little to do with their letters, are passed over.
///
/// The same lexicon, in the same order, gives the same bytes.
///
/// # Errors
///
/// [`Error::NoEntries`] if no word is left, [`Error::TooLarge`] if there are more phonemes, units
/// or n-grams than the packed form has numbers for.
pub fn train(lexicon: &[(&str, &str)], settings: &Settings) -> Result<Vec<u8>, Error> {
    let (entries, phonemes) = number(lexicon)?;
    let aligned: Vec<Vec<Unit>> = align(&entries).into_iter().flatten().collect();
    if aligned.is_empty() {
        return Err(Error::NoEntries { entries: lexicon.len() });
    }
    // In the order of their spellings, so that the units of a spelling lie together.
    let units: Vec<Unit> =
        aligned.iter().flatten().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let numbers: HashMap<Unit, u16> = units.iter().copied().zip(FIRST_UNIT..).collect();
    let sequences: Vec<Vec<u16>> = aligned
        .iter()
        .map(|word| {
            let inner = word.iter().map(|unit| numbers[unit]);
            [START].into_iter().chain(inner).chain([END]).collect()
        })
        .collect();
    let order = settings.order.clamp(2, crate::format::MAX_ORDER);
    let mut tree = Tree::count(&sequences, order, START);
    smooth::smooth(&mut tree, order, START, units.len() + 1);
    if settings.threshold > 0.0 {
        prune::prune(&mut tree, settings.threshold);
    }
    pack::pack(&tree, &units, &phonemes)
}

/// The words with their letters and phonemes as numbers, and the phonemes by number from 1.
fn number(lexicon: &[(&str, &str)]) -> Result<(Vec<Entry>, Vec<String>), Error> {
    let mut names = BTreeSet::new();
    let mut words = Vec::new();
    for (word, pronunciation) in lexicon {
        let phonemes = phonemes::split(pronunciation);
        if let Some(letters) = letters(word).filter(|letters| !letters.is_empty()) {
            names.extend(phonemes.iter().copied());
            words.push((letters, phonemes));
        }
    }
    if names.len() > 255 {
        return Err(Error::TooLarge { what: "phonemes", found: names.len(), limit: 255 });
    }
    let numbers: HashMap<&str, u8> = names.iter().copied().zip(1..=255).collect();
    let entries = words
        .into_iter()
        .map(|(letters, phonemes)| {
            let phonemes = phonemes.iter().map(|phoneme| numbers[phoneme]).collect();
            Entry { letters, phonemes }
        })
        .collect();
    Ok((entries, names.into_iter().map(str::to_string).collect()))
}
