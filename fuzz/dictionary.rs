//! `unidic::pack` and `Dictionary::from_bytes`: a text is divided without a panic, also by damaged
//! bytes whose checksum was written anew.

#![no_main]

use libfuzzer_sys::fuzz_target;
use unidic::{Class, Dictionary, Kind, Source, Word, pack, seal};

/// Words, costs, damage and a text.
type Input<'a> = (Vec<(String, u8, i16, Option<String>)>, Vec<i16>, Vec<(usize, u8)>, &'a str);

const CONTEXTS: usize = 5;

fuzz_target!(|input: Input<'_>| {
    let (words, costs, damage, text) = input;
    let words = words.into_iter().map(|(surface, context, cost, reading)| Word {
        surface,
        context: u16::from(context) % CONTEXTS as u16,
        cost,
        reading,
    });
    let kind = |code: u32| {
        let class = if code == 0x20 { Class::Space } else { Class::ALL[2 + code as usize % 9] };
        let (group, invoke) = (code % 2 == 0, code % 3 == 0);
        Kind { classes: 1 << class as u32, class, length: (code % 4) as u8, group, invoke }
    };
    let source = Source {
        words: words.collect(),
        characters: (0..1 << 16).map(kind).collect(),
        unknown: std::array::from_fn(|class| vec![((class % CONTEXTS) as u16, 100)]),
        contexts: CONTEXTS,
        costs: costs.into_iter().chain(std::iter::repeat(1)).take(CONTEXTS * CONTEXTS).collect(),
    };
    let Ok(mut bytes) = pack(&source) else { return };
    let dictionary = Dictionary::from_bytes(bytes.clone().into()).expect("it was packed");
    let mut end = 0;
    for morpheme in dictionary.morphemes(text) {
        assert!(text[end..morpheme.range.start].chars().all(|c| c == ' '));
        end = morpheme.range.end;
    }
    assert!(text[end..].chars().all(|c| c == ' '));

    for (at, value) in damage {
        let at = at % bytes.len();
        bytes[at] = value;
    }
    seal(&mut bytes);
    if let Ok(dictionary) = Dictionary::from_bytes(bytes.into()) {
        dictionary.morphemes(text);
    }
});
