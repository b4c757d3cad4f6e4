//! `kokoro_document::ssml::read`, strictly and leniently: no panic, clean text, places in order and
//! inside the input, every mark and warning with its bytes.

#![no_main]

use kokoro_document::ssml::{MAX_WARNINGS, Ssml, Strictness, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    match read(input, Strictness::Strict) {
        Ok(strict) => check(input, &strict),
        Err(error) => assert!(input.get(error.range).is_some()),
    }
    check(input, &read(input, Strictness::Lenient).expect("a lenient reader never fails"));
});

fn check(input: &str, Ssml { blocks, warnings, .. }: &Ssml) {
    let mut before = 0;
    for block in blocks {
        let text = block.text.as_str();
        assert!(!text.is_empty() || blocks.len() == 1 && !block.marks.is_empty());
        assert!(text.trim() == text && !text.contains("  ") && !text.contains('\n'));
        for (at, c) in text.char_indices() {
            let source = block.text.source(at..at + c.len_utf8());
            assert!(before <= source.start && input.get(source.clone()).is_some());
            before = source.start;
        }
        assert!(block.marks.is_sorted_by_key(|mark| mark.range.start));
        for mark in &block.marks {
            assert!(text.get(mark.range.clone()).is_some());
            assert!(input.get(mark.source.clone()).is_some_and(|markup| !markup.is_empty()));
        }
    }
    assert!(warnings.len() <= MAX_WARNINGS + 1);
    assert!(warnings.iter().all(|warning| input.get(warning.source.clone()).is_some()));
}
