//! What holds for all SSML, well-formed or not.

use std::ops::Range;

use kokoro_document::ssml::{
    Fault, MAX_ATTRIBUTES, MAX_DEPTH, MAX_LENGTH, MAX_WARNINGS, Ssml, Strictness, read,
};
use kokoro_document::{Block, Format, MarkKind, blocks};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use quick_xml::events::Event;

/// Pieces of SSML, whole and broken.
const PIECES: &[&str] = &[
    "a",
    "B",
    "7",
    " ",
    "\n",
    "\r\n",
    "word ",
    "One. ",
    "é",
    "😀",
    "今",
    "\u{301}",
    "\u{200b}",
    "\0",
    "<",
    ">",
    "&",
    "&amp;",
    "&#233;",
    "&eacute;",
    "&x;",
    "\"",
    "'",
    "=",
    "/",
    "/>",
    "]]>",
    "-->",
    "<!--",
    "<!-- x -->",
    "<![CDATA[",
    "<![CDATA[x]]>",
    "<?",
    "<?x?>",
    "<!DOCTYPE speak [",
    "]>",
    "<speak>",
    "</speak>",
    "<p>",
    "</p>",
    "<s>",
    "</s>",
    "<break/>",
    "<break time=\"1s\">",
    "<break time=1s/>",
    "<mark name='m'/>",
    "<phoneme ph='wɜːd'>",
    "<phoneme ph='x'/>",
    "</phoneme>",
    "<say-as interpret-as='date'>",
    "</say-as>",
    "<sub alias='x y'>",
    "</sub>",
    "<emphasis>",
    "</emphasis>",
    "<prosody rate='fast' pitch='+2st'>",
    "<prosody volume='50'>",
    "</prosody>",
    "<voice name='a'>",
    "<voice gender='male'>",
    "</voice>",
    "<lang xml:lang='fr'>",
    "</lang>",
    "<audio src='a.wav'>",
    "</audio>",
    "<desc>",
    "</desc>",
    "<w>",
    "</w>",
    "<metadata>",
    "</metadata>",
    "<mstts:silence type='Tailing' value='1s'/>",
    "<x y='",
    "<Mission failed>",
    "[pause:1s]",
    "[a](/ə/)",
];

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A well-formed document and the letters and digits that it says.
fn any_document() -> impl Strategy<Value = (String, String)> {
    let leaf = prop_oneof![
        4 => "[a-zA-Z0-9é今 ]{1,8}".prop_map(|text| (text.clone(), text)),
        1 => Just(("&amp;&#233;<![CDATA[<x]]>".to_owned(), "éx".to_owned())),
        1 => Just(("<break time='1s'/><mark name='m'/><!-- no -->".to_owned(), String::new())),
        1 => Just(("<sub alias='said'>no</sub>".to_owned(), "said".to_owned())),
        1 => Just(("<metadata>no</metadata>".to_owned(), String::new())),
    ];
    const TAGS: &[&str] = &[
        "<p>",
        "<s>",
        "<voice name='a'>",
        "<lang xml:lang='it'>",
        "<prosody rate='fast'>",
        "<emphasis>",
        "<w>",
        "<say-as interpret-as='date'>",
        "<phoneme ph='wɜːd'>",
        "<unknown>",
        "<audio src='a'>",
        "<google:style name='a'>",
        "<speak>",
    ];
    let inner = leaf.prop_recursive(5, 40, 5, |inner| {
        (prop::sample::select(TAGS), prop::collection::vec(inner, 0..5)).prop_map(|(tag, parts)| {
            let name = tag[1..].split([' ', '>']).next().unwrap_or_default();
            let (inside, mut said): (String, String) = parts.into_iter().unzip();
            if name == "phoneme" && said.trim().is_empty() {
                said.push_str("wɜːd"); // what has no text says its phonemes
            }
            (format!("{tag}{inside}</{name}>"), said)
        })
    });
    prop::collection::vec(inner, 0..4).prop_map(|parts| {
        let (inside, said): (String, String) = parts.into_iter().unzip();
        (format!("<speak>{inside}</speak>"), said)
    })
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn said(blocks: &[Block]) -> String {
    letters(&blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().concat())
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 500,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    }
}

/// Checks what holds for all that is read of `input`.
fn check(input: &str, Ssml { blocks, warnings, .. }: &Ssml) {
    let mut before = 0;
    for block in blocks {
        let text = block.text.as_str();
        assert!(!text.is_empty() || blocks.len() == 1 && !block.marks.is_empty());
        assert_eq!(text.trim(), text);
        assert!(!text.contains("  ") && !text.contains(['\n', '\t', '\r']), "{text:?}");
        for (at, c) in text.char_indices() {
            let source = block.text.source(at..at + c.len_utf8());
            assert!(before <= source.start && input.get(source.clone()).is_some());
            before = source.start;
        }
        let starts: Vec<usize> = block.marks.iter().map(|mark| mark.range.start).collect();
        assert!(starts.is_sorted());
        for mark in &block.marks {
            assert!(text.get(mark.range.clone()).is_some());
            assert!(input.get(mark.source.clone()).is_some_and(|markup| !markup.is_empty()));
        }
        flat(block, |kind| matches!(kind, MarkKind::Prosody(_)));
        flat(block, |kind| matches!(kind, MarkKind::Language(_)));
    }
    let places: Vec<_> = warnings.iter().map(|warning| warning.place).collect();
    assert!(places.is_sorted() && warnings.len() <= MAX_WARNINGS + 1);
    assert!(warnings.iter().all(|warning| input.get(warning.source.clone()).is_some()));
}

/// Checks that marks of a kind do not overlap and have text.
fn flat(block: &Block, is_meant: impl Fn(&MarkKind) -> bool) {
    let ranges = block.marks.iter().filter(|mark| is_meant(&mark.kind)).map(|mark| &mark.range);
    let ranges: Vec<&Range<usize>> = ranges.collect();
    assert!(ranges.iter().all(|range| !range.is_empty()));
    assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start), "{ranges:?}");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn anything_can_be_read(input in any_text()) {
        let lenient = read(&input, Strictness::Lenient).unwrap();
        check(&input, &lenient);
        prop_assert_eq!(&blocks(&input, Format::Ssml).collect::<Vec<_>>(), &lenient.blocks);
        match read(&input, Strictness::Strict) {
            Ok(strict) => check(&input, &strict),
            Err(error) => prop_assert!(input.get(error.range).is_some()),
        }
    }

    #[test]
    fn all_text_is_said((input, wanted) in any_document()) {
        let strict = read(&input, Strictness::Strict).unwrap();
        check(&input, &strict);
        prop_assert_eq!(said(&strict.blocks), letters(&wanted));
    }

    /// Text without tags is read as it is, whatever signs of XML it has.
    #[test]
    fn text_that_is_no_xml_is_not_lost(input in "([a-z0-9é,.&;#=\"' ]|< |<[0-9]){0,60}") {
        let lenient = read(&input, Strictness::Lenient).unwrap();
        let read_of: Vec<bool> = input.char_indices().map(|(at, _)| {
            lenient.blocks.iter().any(|block| {
                let source = block.text.source(0..block.text.len());
                source.contains(&at)
            })
        }).collect();
        let letters = input.chars().zip(read_of).filter(|(c, _)| c.is_alphanumeric());
        prop_assert!(letters.into_iter().all(|(_, read)| read));
    }

    /// What is read strictly is well-formed for another parser, too.
    #[test]
    fn another_parser_finds_no_fault_either((input, _) in any_document(), other in any_text()) {
        for input in [input, other] {
            if read(&input, Strictness::Strict).is_ok() {
                prop_assert!(is_well_formed(&input), "{input:?}");
            }
        }
    }
}

/// Whether quick-xml finds no fault in `input`.
fn is_well_formed(input: &str) -> bool {
    let mut reader = quick_xml::Reader::from_str(input);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return true,
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                if tag.attributes().any(|attribute| attribute.is_err()) {
                    return false;
                }
            }
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

#[test]
fn limits_are_faults() {
    let deep = format!("{}{}", "<s>".repeat(MAX_DEPTH + 1), "</s>".repeat(MAX_DEPTH + 1));
    let error = read(&deep, Strictness::Strict).unwrap_err();
    assert_eq!(error.fault, Fault::TooDeep { limit: MAX_DEPTH });
    assert_eq!(error.place.column, 3 * MAX_DEPTH + 1);
    let attributes: String = (0..=MAX_ATTRIBUTES).map(|at| format!(" a{at}=''")).collect();
    let error = read(&format!("<p{attributes}/>"), Strictness::Strict).unwrap_err();
    assert_eq!(error.fault, Fault::TooManyAttributes { limit: MAX_ATTRIBUTES });
    let long = " ".repeat(MAX_LENGTH + 1);
    let error = read(&long, Strictness::Strict).unwrap_err();
    assert!(matches!(error.fault, Fault::TooLong { .. }));
}

/// Elements that are too deep are not heeded, but their text is read, and what follows is as ever.
#[test]
fn what_is_too_deep_is_read_leniently() {
    let (start, end) = ("<prosody rate='-1%'>", "</prosody>");
    let depth = 3 * MAX_DEPTH;
    let input = format!("a {}b{} c", start.repeat(depth), end.repeat(depth));
    let lenient = read(&input, Strictness::Lenient).unwrap();
    assert_eq!(lenient.blocks[0].text.as_str(), "a b c");
    assert_eq!(lenient.blocks[0].marks[0].range, 2..3);
    assert_eq!(lenient.blocks[0].marks.len(), 1);
}

/// Whatever is repeated: quadratic time would be minutes.
#[test]
fn a_long_input_takes_linear_time() {
    const LENGTH: usize = 300_000;
    for piece in [
        "<",
        "<a",
        "&",
        "&#",
        "&a",
        "a",
        " ",
        "<a b='",
        "<!--",
        "<![CDATA[",
        "<?",
        "<!DOCTYPE",
        "</",
        "</a>",
        "<s>",
        "<p>",
        "<sub alias='x'>",
        "<desc>a",
        "<break/>",
        " a='b'",
        "]]>",
        "<p/><mark name='a'/>",
        "<voice name='a'>a</voice>",
        "<prosody rate='fast'>a</prosody>",
        "<p>a</p>",
        "\0",
        "<x>a</x>",
        "<a b=\"> ",
        "<emphasis>a",
        "[",
        "<audio src='a'>",
        "<p a='b",
        "<a xmlns:b='http://www.w3.org/2001/10/synthesis'/>",
        "<break time=1s>",
        "\n",
        "\r&x;",
    ] {
        let input = piece.repeat(LENGTH / piece.len());
        for input in [format!("<speak {input}>"), input] {
            let lenient = read(&input, Strictness::Lenient).unwrap();
            assert!(lenient.warnings.len() <= MAX_WARNINGS + 1);
            let _ = read(&input, Strictness::Strict);
        }
    }
}
