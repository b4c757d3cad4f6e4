//! The search against one that tries everything.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{Beam, MAX_LETTERS, search};
use crate::format::{END, START};
use crate::guide::{OneStress, UNSTRESSED};
use crate::model::{Model, NodeId, ROOT};
use crate::unit::{Spelling, letters};
use crate::{Settings, train};

/// Enough words that some n-grams occur often and most combinations never.
const LEXICON: [(&str, &str); 24] = [
    ("bat", "bˈæt"),
    ("bate", "bˈAt"),
    ("bait", "bˈAt"),
    ("beat", "bˈit"),
    ("bet", "bˈɛt"),
    ("bite", "bˈIt"),
    ("bit", "bˈɪt"),
    ("boat", "bˈOt"),
    ("taste", "tˈAst"),
    ("test", "tˈɛst"),
    ("toast", "tˈOst"),
    ("sits", "sˈɪts"),
    ("site", "sˈIt"),
    ("seat", "sˈit"),
    ("obtest", "əbtˈɛst"),
    ("abet", "əbˈɛt"),
    ("about", "əbˈWt"),
    ("out", "ˈWt"),
    ("stout", "stˈWt"),
    ("status", "stˈætəs"),
    ("basset", "bˈæsət"),
    ("toss", "tˈɔs"),
    ("teas", "tˈiz"),
    ("babes", "bˈAbz"),
];

static PACKED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let settings = Settings { order: 4, threshold: 1e-4 };
    // Three times, because a unit that occurs once is taken for a mistake.
    train(&LEXICON.repeat(3), &settings).expect("the lexicon can be aligned")
});

fn model() -> Model<'static> {
    Model::new(&PACKED).expect("it was packed just now")
}

/// The logarithmic probability of a token after others, straight from the definition.
fn probability(model: &Model, before: &[u16], token: u16) -> f32 {
    let mut weight = 0.0;
    for start in 0..=before.len() {
        let node =
            before[start..].iter().try_fold(ROOT, |node: NodeId, &token| model.child(node, token));
        let Some(node) = node else {
            continue;
        };
        if let Some(found) = model.successors(node, token..token + 1).next() {
            return weight + found.probability;
        }
        weight += model.weight(node);
    }
    f32::NEG_INFINITY
}

/// Tries every way to spell the letters, and calls `found` with its units and score.
fn every(model: &Model, letters: &[u8], units: &mut Vec<u16>, score: f32, best: &mut f32) {
    if letters.is_empty() {
        let stresses = units[1..].iter().filter(|&&unit| model.text(unit).contains('ˈ')).count();
        let penalty = if stresses == 1 { 0.0 } else { UNSTRESSED };
        if stresses <= 1 {
            *best = best.max(score + probability(model, units, END) - penalty);
        }
        return;
    }
    for length in 1..=letters.len().min(2) {
        for unit in model.units(Spelling::new(&letters[..length])) {
            let score = score + probability(model, units, unit);
            units.push(unit);
            every(model, &letters[length..], units, score, best);
            units.pop();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..Default::default()
    })]

    #[test]
    fn a_wide_beam_finds_what_trying_everything_finds(word in "[abeost]{1,4}") {
        let model = model();
        let letters = letters(&word).expect("they are letters");
        let mut best = f32::NEG_INFINITY;
        every(&model, &letters, &mut vec![START], 0.0, &mut best);
        let beam = Beam { paths: usize::MAX, width: f32::INFINITY };
        let found = search(&model, &letters, beam, &OneStress);
        let found = found.map_or(f32::NEG_INFINITY, |found| found.1);
        prop_assert!(found == best || (found - best).abs() < 1e-3, "{found} {best}");
    }

    #[test]
    fn no_word_makes_it_panic(word in "\\PC{0,80}") {
        let _ = model().pronounce(&word);
    }
}

#[test]
fn it_says_what_it_was_taught_and_more() {
    let model = model();
    assert_eq!(model.pronounce("boat").as_deref(), Some("bˈOt"));
    assert_eq!(model.pronounce("toat").as_deref(), Some("tˈOt"));
    assert_eq!(model.pronounce(""), None);
    assert_eq!(model.pronounce("bo at"), None);
    assert_eq!(model.pronounce("zebra"), None, "it was never taught a z");
}

#[test]
fn a_long_word_is_said_in_pieces() {
    let model = model();
    let said = model.pronounce(&"abst".repeat(50_000)).expect("it can be spelled");
    let pieces = 200_000_usize.div_ceil(MAX_LETTERS);
    assert_eq!(said.matches('ˈ').count(), pieces);
}

#[test]
fn known_sounds_are_kept() {
    let sounds = |text: &[&[&str]]| -> Vec<Vec<String>> {
        text.iter().map(|some| some.iter().map(|one| one.to_string()).collect()).collect()
    };
    let model = model();
    let known = sounds(&[&["b"], &["ˈA", "ˈO"], &["t"]]);
    assert_eq!(model.pronounce_as("boat", &known).as_deref(), Some("bˈOt"));
    assert_eq!(model.pronounce_as("bate", &known).as_deref(), Some("bˈAt"));
    assert_eq!(model.pronounce_as("beat", &sounds(&[&["t"], &["ˈi"]])), None);
}

#[test]
fn bytes_that_are_no_model_are_refused() {
    assert!(Model::new(&PACKED[..PACKED.len() - 1]).is_err());
    assert!(Model::new(&[PACKED.as_slice(), &[0]].concat()).is_err());
    assert!(Model::new(b"JNGM").is_err());
    assert!(Model::new(&vec![7; PACKED.len()]).is_err());
}
