//! `kokoro_document::blocks`: no panic, clean text, places in order and inside the input.

#![no_main]

use kokoro_document::{BlockKind, Format, blocks};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    for format in [Format::Plain, Format::Markdown, Format::Html, Format::Auto] {
        let mut before = 0;
        for block in blocks(input, format) {
            let text = block.text.as_str();
            let silent = block.kind == BlockKind::SceneBreak || !block.marks.is_empty();
            assert!(silent || !text.is_empty());
            assert!(text.trim() == text && !text.contains("  ") && !text.contains('\n'));
            for (at, c) in text.char_indices() {
                let source = block.text.source(at..at + c.len_utf8());
                assert!(before <= source.start && input.get(source.clone()).is_some());
                before = source.start;
            }
            for mark in &block.marks {
                assert!(text.get(mark.range.clone()).is_some());
                assert!(input.get(mark.source.clone()).is_some());
            }
        }
    }
});
