//! What is said does not depend on how a text arrives.

use std::ops::Range;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use kokoro_document::Format;
use kokoro_plan::{Error, Follower, Item, PlanOptions, plan};
use kokoro_text::{FrontEnds, Language, is_sound};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Prose of several languages.
const PROSE: [(Language, &str); 4] = [
    (
        Language::AmericanEnglish,
        "Mr. Brown paid $5.30 at 9 p.m. on Monday. “Is that all?” asked the girl. It was; they \
         went home… Then it rained, as it does in the U.S. The street was empty!\n\nThe next day, \
         e.g. at noon, nobody came. [pause:2s] Who would? See [Rome](/ɹˈOm/) and www.x.org. But \
         No. 5 was tall.\n\nChapter 7\n\nShe said: “I am here.” He looked at her. (So did I.) End",
    ),
    (
        Language::French,
        "M. Dupont est arrivé à 9 h. « Vous venez ? » demanda-t-il. Elle dit non ! Puis, le 3 mai, \
         ils partirent.\n\nC'était fini. Rien de plus…",
    ),
    (Language::Hindi, "राम घर गया। उसने खाना खाया। क्या तुम आओगे? हाँ!\n\nकल मौसम अच्छा था।"),
    (Language::Mandarin, "今天天气很好。我们去公园吧！你说：“好的。”他问：是吗？\n\n明天见。"),
];

/// An answer as a language model writes it.
const ANSWER: &str = "# Making tea\n\nHere is **how it is done. It is easy.** You need:\n\n\
    - Water, 0.5 l.\n- A *good* tea\n- [A pot](http://x.org/a.b). A cup, too.\n\n1. Boil it.\n2. \
    Wait `3 min`. Then pour.\n\n```sh\ntea --now\n# done. Yes\n```\n\n| Tea | Time |\n|---|---|\n\
    | Green | 2 min |\n| Black | 4 min |\n\n> Tea is calm. It is\n> slow.\n\nThat's all! More?";

fn options(language: Language, format: Format) -> PlanOptions {
    let mut options = PlanOptions::new("voice", language);
    options.text.format = format;
    options
}

/// The same for all texts.
fn front_ends() -> &'static FrontEnds {
    static MADE: OnceLock<FrontEnds> = OnceLock::new();
    MADE.get_or_init(FrontEnds::default)
}

fn follow(
    pieces: &[&str],
    front_ends: &FrontEnds,
    options: &PlanOptions,
) -> Result<Vec<Item>, Error> {
    let mut follower = Follower::new(front_ends, options);
    let mut items = Vec::new();
    for piece in pieces {
        follower.push_text(piece);
        for item in follower.by_ref() {
            items.push(item?);
        }
    }
    follower.finish();
    items.extend(follower.collect::<Result<Vec<_>, _>>()?);
    Ok(items)
}

/// The pieces of `text` between places, which are fractions of its length.
fn pieces<'a>(text: &'a str, places: &[f64]) -> Vec<&'a str> {
    let place = |at: &f64| text.floor_char_boundary((text.len() as f64 * at) as usize);
    let mut cuts: Vec<usize> = places.iter().map(place).chain([0, text.len()]).collect();
    cuts.sort_unstable();
    cuts.windows(2).map(|cut| &text[cut[0]..cut[1]]).collect()
}

/// The items with nothing of what ends with an utterance: a plan of the whole text knows more.
fn without_boundaries(items: Vec<Item>) -> Vec<Item> {
    let without = |mut item: Item| {
        if let Item::Utterance(planned) = &mut item {
            planned.utterance.boundary = Default::default();
        }
        item
    };
    items.into_iter().map(without).collect()
}

/// Asserts that the items are the same.
#[track_caller]
fn check(followed: Vec<Item>, whole: Vec<Item>) {
    let (followed, whole) = (without_boundaries(followed), without_boundaries(whole));
    for (followed, whole) in followed.iter().zip(&whole) {
        assert_eq!(followed, whole);
    }
    assert_eq!(followed.len(), whole.len());
}

fn sources(items: &[Item]) -> Vec<Range<usize>> {
    let source = |item: &Item| match item {
        Item::Utterance(planned) => {
            let utterance = &planned.utterance;
            utterance.phonemes.contains(is_sound).then(|| utterance.source())
        }
        _ => None,
    };
    items.iter().filter_map(source).collect()
}

/// The sources of all words.
fn words(items: &[Item]) -> Vec<Range<usize>> {
    let words = items.iter().filter_map(|item| match item {
        Item::Utterance(planned) => Some(&planned.utterance.words),
        _ => None,
    });
    words.flatten().map(|word| word.source.clone()).collect()
}

#[test]
fn prose_is_what_it_is_as_a_whole() {
    let front_ends = front_ends();
    for (language, text) in PROSE {
        let options = options(language, Format::Auto);
        let whole: Vec<Item> = plan(text, front_ends, &options).collect::<Result<_, _>>().unwrap();
        let followed = follow(&[text], front_ends, &options).unwrap();
        check(followed, whole);
    }
}

#[test]
fn an_answer_in_markdown_is_what_it_is_as_a_whole() {
    let front_ends = front_ends();
    for format in [Format::Auto, Format::Markdown] {
        let options = options(Language::AmericanEnglish, format);
        let whole: Vec<Item> =
            plan(ANSWER, front_ends, &options).collect::<Result<_, _>>().unwrap();
        let followed = follow(&[ANSWER], front_ends, &options).unwrap();
        check(followed, whole);
    }
}

#[test]
fn long_texts_take_linear_time() {
    let front_ends = front_ends();
    let options = options(Language::AmericanEnglish, Format::Auto);
    let time = |text: &str| {
        let start = Instant::now();
        let items = follow(&[text], front_ends, &options);
        (start.elapsed(), items.map_or(0, |items| items.len()))
    };
    for piece in ["So it is. ", "a", "\n", "a\n", "- a\n", "☃ ", ". ", "**a ", "[a. A ", "```\n"]
    {
        let (short, _) = time(&piece.repeat(1_500 / piece.len()));
        let (long, _) = time(&piece.repeat(9_000 / piece.len()));
        assert!(long < 20 * short.max(Duration::from_millis(20)), "{piece:?} {long:?}");
    }
}

/// Pieces of texts.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Tom ",
        "is ",
        "here",
        ". ",
        ".",
        "! ",
        "? ",
        "\n",
        "\n\n",
        ", ",
        "Dr. ",
        "3",
        ".5 ",
        "… ",
        "\"",
        "“",
        "” ",
        "(",
        ") ",
        "- ",
        "1. ",
        "# ",
        "> ",
        "**",
        "*",
        "`",
        "_",
        "[",
        "](",
        ") ",
        "```\n",
        "| a | b |\n",
        "|-|-|\n",
        "***\n",
        "☃ ",
        "[pause:1s] ",
        "[Rome](/ɹˈOm/) ",
        "<b>",
        "<!-- ",
        "-->",
        "。",
        "好",
        "\u{a0}",
        "\r\n",
        "\t",
        "    ",
        "===\n",
        "www.x.org ",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 50,
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn cuts_do_not_matter(
        text in text(),
        places in prop::collection::vec(0.0..1.0f64, 0..12),
        format in prop::sample::select(vec![Format::Plain, Format::Auto, Format::Markdown]),
    ) {
        let front_ends = front_ends();
        let options = options(Language::AmericanEnglish, format);
        let whole = follow(&[&text], front_ends, &options);
        let cut = follow(&pieces(&text, &places), front_ends, &options);
        match (whole, cut) {
            (Ok(whole), Ok(cut)) => prop_assert_eq!(whole, cut),
            (whole, cut) => prop_assert_eq!(whole.is_err(), cut.is_err()),
        }
    }

    #[test]
    fn nothing_is_said_twice_or_dropped(text in text()) {
        let front_ends = front_ends();
        let options = options(Language::AmericanEnglish, Format::Plain);
        let whole: Result<Vec<Item>, Error> = plan(&text, front_ends, &options).collect();
        let followed = follow(&[&text], front_ends, &options);
        prop_assert_eq!(whole.is_err(), followed.is_err());
        let (Ok(whole), Ok(followed)) = (whole, followed) else { return Ok(()) };
        let said = sources(&followed);
        let apart = |said: &[Range<usize>]| said.windows(2).all(|two| two[0].end <= two[1].start);
        prop_assert!(apart(&said) || !apart(&sources(&whole)), "{:?}", said);
        let places = words(&whole).into_iter().flatten();
        for at in places.filter(|at| text.is_char_boundary(*at)) {
            let letter = text[at..].chars().next().is_some_and(char::is_alphanumeric);
            prop_assert!(!letter || said.iter().any(|range| range.contains(&at)), "{}", at);
        }
    }
}
