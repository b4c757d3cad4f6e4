use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;

#[test]
fn edits_of_edits_keep_the_first_source() {
    let source = "a &amp; $5.";
    let mut entities = Edits::default();
    entities.replace(2..7, "&");
    let text = entities.apply(&MappedText::from_source(source));
    let mut words = Edits::default();
    words.replace(2..3, "and");
    words.replace(4..6, "five dollars");
    let spoken = words.apply(&text);
    assert_eq!(spoken.as_str(), "a and five dollars.");
    assert_eq!(spoken.source(2..5), 2..7);
    assert_eq!(spoken.source(11..18), 8..10);
    assert_eq!(spoken.source(0..spoken.len()), 0..source.len());
    assert_eq!(spoken.source(18..19), 10..11);
    // Of what stands for all of a piece of the source, the place is before it or after it.
    let places: Vec<usize> = [0, 2, 3, 7, 8, 9, 10, 11, 99].map(|at| spoken.place_of(at)).into();
    assert_eq!(places, [0, 2, 5, 5, 6, 18, 18, 19, 19]);
}

#[test]
fn what_stands_for_nothing_has_an_empty_source() {
    let mut text = MappedText::default();
    text.push_copy("One", 0);
    text.push(".", 3..3);
    text.push_copy("Two", 4);
    assert_eq!(text.source(3..4), 3..3);
    assert_eq!(text.source(0..4), 0..3);
    assert_eq!(text.source(2..5), 2..5);
    assert_eq!((text.source(4..4), text.source(7..7), text.source(9..9)), (4..4, 7..7, 7..7));
}

#[test]
fn ranges_move_with_the_text() {
    let mut edits = Edits::default();
    edits.replace(0..1, "abc");
    edits.replace(5..5, "!");
    edits.replace(6..8, "");
    assert_eq!(edits.moved(&(1..5)), 3..7);
    assert_eq!(edits.moved(&(5..6)), 8..9);
    assert_eq!(edits.moved(&(8..9)), 9..10);
    assert_eq!(edits.moved(&(0..1)), 0..3);
    assert_eq!(edits.moved(&(7..8)), 9..9);
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    })]

    /// Against the naive twin: a text whose every character carries its own source.
    #[test]
    fn sources_are_those_of_single_characters(
        source in "[a-zé ]{0,20}",
        rounds in prop::collection::vec(
            prop::collection::vec((0usize..6, 0usize..4, "[xyß]{0,3}"), 0..5),
            0..4,
        ),
    ) {
        let mut text = MappedText::from_source(&source);
        let mut naive: Vec<(char, Range<usize>)> =
            source.char_indices().map(|(at, c)| (c, at..at + c.len_utf8())).collect();
        for round in rounds {
            let mut edits = Edits::default();
            let mut after = Vec::new();
            let mut rest = naive.into_iter().peekable();
            let mut at = 0;
            for (skip, length, new) in round {
                for kept in rest.by_ref().take(skip) {
                    at += kept.0.len_utf8();
                    after.push(kept);
                }
                let taken: Vec<_> = rest.by_ref().take(length).collect();
                if taken.is_empty() {
                    continue;
                }
                let end = at + taken.iter().map(|(c, _)| c.len_utf8()).sum::<usize>();
                edits.replace(at..end, new.as_str());
                at = end;
                let start = taken.iter().map(|(_, source)| source.start).min().unwrap();
                let end = taken.iter().map(|(_, source)| source.end).max().unwrap();
                after.extend(new.chars().map(|c| (c, start..end)));
            }
            after.extend(rest);
            naive = after;
            text = edits.apply(&text);
        }
        prop_assert_eq!(text.as_str(), naive.iter().map(|(c, _)| *c).collect::<String>());
        for (at, (start, c)) in text.as_str().char_indices().enumerate() {
            prop_assert_eq!(text.source(start..start + c.len_utf8()), naive[at].1.clone());
        }
    }
}
