//! Small dictionaries against a naive search, damaged ones, and UniDic-lite against MeCab.

use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use unidic::{Class, Dictionary, Error, Kind, Source, Word, pack, seal};

const CONTEXTS: usize = 4;
const UNKNOWN: (u16, i16) = (3, 50);

/// A dictionary in which an unknown word is one character, where no known word begins.
fn source(words: Vec<(String, u16, i16)>, costs: Vec<i16>) -> Source {
    let kind = |code: u32| {
        let class = if code == 0x20 { Class::Space } else { Class::Hiragana };
        Kind { classes: 1 << class as u32, class, length: 0, group: false, invoke: false }
    };
    let words = words.into_iter();
    let word = |(surface, context, cost)| Word { surface, context, cost, reading: None };
    Source {
        words: words.map(word).collect(),
        characters: (0..1 << 16).map(kind).collect(),
        unknown: std::array::from_fn(|_| vec![UNKNOWN]),
        contexts: CONTEXTS,
        costs,
    }
}

/// The least cost of `text` behind a word of context `before`, by trying all ways. With `ends`,
/// words may end only there.
fn least(source: &Source, text: &str, before: u16, ends: Option<&[usize]>) -> Option<i64> {
    let connect = |after: u16| i64::from(source.costs[CONTEXTS * after as usize + before as usize]);
    let Some(first) = text.chars().next() else { return Some(connect(0)) };
    let known = source.words.iter().filter(|word| text.starts_with(&word.surface));
    let mut tokens: Vec<(usize, u16, i16)> =
        known.map(|word| (word.surface.len(), word.context, word.cost)).collect();
    if tokens.is_empty() {
        tokens.push((first.len_utf8(), UNKNOWN.0, UNKNOWN.1));
    }
    let ways = tokens
        .into_iter()
        .filter(|(length, ..)| ends.is_none_or(|ends| ends.contains(&(text.len() - length))));
    let cost = |(length, context, cost): (usize, u16, i16)| {
        Some(connect(context) + i64::from(cost) + least(source, &text[length..], context, ends)?)
    };
    ways.filter_map(cost).min()
}

fn any_source() -> impl Strategy<Value = Source> {
    let word = ("[あいう]{1,3}", 0..CONTEXTS as u16, -50..50_i16);
    let costs = prop::collection::vec(-40..40_i16, CONTEXTS * CONTEXTS);
    (prop::collection::vec(word, 0..12), costs).prop_map(|(words, costs)| source(words, costs))
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn the_cheapest_way_is_found(source in any_source(), text in "[あいうえ]{0,7}") {
        let dictionary = Dictionary::from_bytes(pack(&source).unwrap().into()).unwrap();
        let found = dictionary.morphemes(&text);
        let ends: Vec<usize> = found.iter().map(|found| text.len() - found.range.end).collect();
        prop_assert_eq!(ends.last().copied().unwrap_or(0), 0);
        let cost = least(&source, &text, 0, Some(&ends));
        prop_assert_eq!(cost, least(&source, &text, 0, None));
    }

    #[test]
    fn damage_makes_no_panic(
        source in any_source(),
        text in "[あいうえ ]{0,9}",
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = pack(&source).unwrap();
        for (at, value) in damage {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let _ = Dictionary::from_bytes(bytes.clone().into());
        seal(&mut bytes);
        if let Ok(dictionary) = Dictionary::from_bytes(bytes.into()) {
            dictionary.morphemes(&text);
        }
    }
}

#[test]
fn damage_is_named() {
    let bytes = pack(&source(vec![("あ".into(), 1, 2)], vec![0; CONTEXTS * CONTEXTS])).unwrap();
    let open = |bytes: &[u8]| Dictionary::from_bytes(bytes.to_vec().into()).err().unwrap();
    assert!(matches!(open(b"something else"), Error::Magic { .. }));
    assert!(matches!(open(&bytes[..bytes.len() - 1]), Error::Length { .. }));
    let mut other = bytes.clone();
    other[13] = 9;
    assert!(matches!(open(&other), Error::Version { expected: 1, found: 9 }));
    let mut other = bytes.clone();
    other[200] ^= 1;
    assert!(matches!(open(&other), Error::Damaged { .. }));
}

/// The lines are what MeCab with UniDic-lite finds: each word and its pronunciation.
#[test]
fn words_are_those_of_mecab() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../text-data/japanese.unidic");
    let dictionary = Dictionary::open(&path).unwrap();
    let lines = include_str!("data/mecab.tsv");
    assert!(lines.lines().count() >= 40);
    for line in lines.lines() {
        let (text, words) = line.split_once('\t').unwrap();
        let found = dictionary.morphemes(text).into_iter().map(|morpheme| {
            let surface = &text[morpheme.range];
            format!("{surface}/{}", morpheme.reading.as_deref().unwrap_or(surface))
        });
        assert_eq!(found.collect::<Vec<_>>().join(" "), words, "{text}");
    }
}
