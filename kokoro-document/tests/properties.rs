//! What holds for every text in every format.

use std::ops::Range;

use kokoro_document::{Block, BlockKind, Format, MarkKind, blocks};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const FORMATS: [Format; 4] = [Format::Plain, Format::Markdown, Format::Html, Format::Auto];

/// Pieces of markup, so that random texts have it.
const PIECES: &[&str] = &[
    "a",
    "B",
    "7",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    ".",
    "!",
    "word",
    "Word",
    "x-\ny",
    "[",
    "](",
    ")",
    "[a](/ˈa/)",
    "[b](+1)",
    "[pause:1.5s]",
    "[pause:",
    "*",
    "**",
    "__",
    "`",
    "```\n",
    "~~",
    "==",
    "#",
    "# ",
    "> ",
    "- ",
    "1. ",
    "|",
    "|---|",
    "\t",
    "<b>",
    "</b>",
    "<p>",
    "<br>",
    "<",
    ">",
    "&amp;",
    "&#39;",
    "&",
    "---\n",
    "===\n",
    "***\n",
    "’",
    "‘",
    "`",
    "´",
    "″",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{301}",
    "ﬁ",
    "𝐇",
    "ᴀ",
    "ʙ",
    "Ⓐ",
    "!",
    "１",
    "。",
    "\u{2028}",
    "\u{2029}",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<li>",
    "<ul>",
    "<td>",
    "<pre>",
    "<sup>",
    "[^1]",
    "[^1]: ",
    "$",
    "\\",
    "{#a}",
    "\u{92}",
    "\0",
    "👩\u{200d}🚀",
    "<img alt=\"a\">",
    "![",
    "<Mission failed>",
    "<sub>",
];

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(String::from),
        1 => "\\PC{0,3}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// The sources of the characters of a block.
fn sources(block: &Block) -> impl Iterator<Item = Range<usize>> {
    let chars = block.text.as_str().char_indices();
    chars.map(|(at, c)| block.text.source(at..at + c.len_utf8()))
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 500,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn texts_are_clean_and_know_their_places(input in any_text()) {
        for format in FORMATS {
            let mut before = 0;
            for block in blocks(&input, format) {
                let text = block.text.as_str();
                let silent = block.kind == BlockKind::SceneBreak || !block.marks.is_empty();
                prop_assert!(silent || !text.is_empty());
                prop_assert_eq!(text.trim(), text);
                prop_assert!(!text.contains("  "), "{:?}", text);
                prop_assert!(!text.contains(|c: char| c.is_whitespace() && c != ' '), "{:?}", text);
                for source in sources(&block) {
                    prop_assert!(before <= source.start && source.start <= source.end);
                    prop_assert!(input.get(source.clone()).is_some());
                    before = source.start;
                }
                let mut mark_before = 0;
                for mark in &block.marks {
                    let is_point = matches!(mark.kind, MarkKind::Break(_));
                    prop_assert_eq!(mark.range.is_empty(), is_point);
                    prop_assert!(mark_before <= mark.range.start);
                    prop_assert!(input.get(mark.source.clone()).is_some());
                    prop_assert!(text.get(mark.range.clone()).is_some());
                    mark_before = mark.range.start;
                }
            }
        }
    }

    /// Without markup that can have silent words, each letter and digit is read.
    #[test]
    fn no_word_is_lost(input in "([abXY19éﬁ𝐇ᴀⒶ ,.!?*#>|_=~+•’\u{200b}\u{301}\t-]|\r?\n){0,80}") {
        for format in FORMATS {
            let mut read = vec![false; input.len()];
            for block in blocks(&input, format) {
                sources(&block).for_each(|source| read[source].fill(true));
            }
            for (at, c) in input.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
                prop_assert!(read[at], "{c:?} at {at} of {input:?} as {format}");
            }
        }
    }
}
