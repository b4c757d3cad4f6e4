use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::layout::MAGIC;
use super::*;

/// Entries as they are given to be packed: the naive twin of a packed lexicon is a map of them.
type Entries = BTreeMap<String, Entry<'static>>;

fn entries() -> impl Strategy<Value = Entries> {
    let phonemes = || "[ˈˌəɪabkz]{0,12}";
    let key = prop::sample::select(vec!["DEFAULT", "NOUN", "VBD", "None"]);
    let tagged = prop::collection::btree_map(key, prop::option::of(phonemes()), 1..4);
    let entry = prop_oneof![
        phonemes().prop_map(Entry::Plain),
        tagged.prop_map(|readings| Entry::Tagged(readings.into_iter().collect())),
    ];
    prop::collection::btree_map("[a-dA-Dé']{0,6}", entry, 0..80)
}

fn packed(entries: &Entries) -> Vec<u8> {
    pack(entries.iter().map(|(word, entry)| (word.as_str(), entry.clone()))).unwrap()
}

fn config() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_lexicon_says_what_was_packed(entries in entries(), others in "[a-dA-Dé']{0,6}") {
        let lexicon = Lexicon::from_bytes(packed(&entries).into()).unwrap();
        prop_assert_eq!(lexicon.len(), entries.len());
        prop_assert_eq!(lexicon.iter().collect::<Vec<_>>(), Vec::from_iter(entries.clone()));
        for word in entries.keys().chain([&others]) {
            prop_assert_eq!(lexicon.get(word), entries.get(word).cloned());
            prop_assert_eq!(lexicon.contains(word), entries.contains_key(word));
        }
    }

    /// Damaged bytes are refused, or say something else; they never panic.
    #[test]
    fn damaged_bytes_do_not_panic(
        entries in entries(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        end in any::<prop::sample::Index>(),
    ) {
        let mut bytes = packed(&entries);
        prop_assert!(Lexicon::from_bytes(bytes[..end.index(bytes.len())].to_vec().into()).is_err());
        for (place, value) in damage {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        if let Ok(lexicon) = Lexicon::from_bytes(bytes.into()) {
            prop_assert!(lexicon.iter().count() <= lexicon.len());
        }
    }
}

#[test]
fn order_does_not_matter_and_words_are_unique() {
    let entry = || Entry::Plain("a".into());
    let one = pack([("b", entry()), ("a", entry())]).unwrap();
    assert_eq!(one, pack([("a", entry()), ("b", entry())]).unwrap());
    let twice = pack([("a", entry()), ("a", entry())]);
    assert_eq!(twice, Err(Error::Twice { word: "a".into() }));
}

#[test]
fn what_does_not_fit_is_refused() {
    let long = pack([("a", Entry::Plain("ə".repeat(256)))]);
    assert_eq!(long, Err(Error::LongEntry { word: "a".into(), found: 256, limit: 255 }));
    let many = ('\u{100}'..'\u{200}').collect();
    let many = pack([("a", Entry::Plain(many))]);
    assert_eq!(many, Err(Error::ManySymbols { found: 256, limit: 254 }));
    assert_eq!(pack([("a", Entry::Plain("\n".into()))]), Err(Error::LineBreak));
}

#[test]
fn other_bytes_are_refused() {
    assert_eq!(
        Lexicon::from_bytes(b"PK"[..].into()).unwrap_err(),
        Error::Magic { expected: MAGIC }
    );
    let mut bytes = pack([("a", Entry::Plain("ə".into()))]).unwrap();
    bytes.push(0);
    let length = Lexicon::from_bytes(bytes.clone().into()).unwrap_err();
    assert!(matches!(length, Error::Length { .. }), "{length}");
}
