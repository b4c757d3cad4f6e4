//! What holds for the plan of every text in every format.

use std::time::{Duration, Instant};

use kokoro_plan::{Clips, Error, Item, MAX_PAUSE, PlanOptions, PlannedUtterance, Strictness, plan};
use kokoro_text::{Format, MAX_PHONEMES, is_sound, is_symbol, utterances};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::support::{FRONT_ENDS, options};

const FORMATS: [Format; 5] =
    [Format::Plain, Format::Markdown, Format::Html, Format::Auto, Format::Ssml];

/// Pieces of text and of markup.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    " ", " ", " ", "\n", "\n\n", "one", "Two", "three,", "four.", "five;", "Six!", "“seven”",
    "(eight", "nine)", "…", "—", "...", "?", "12", "$5", "a@b.c", "Mr.", "***\n", "# ", "- ", "> ",
    "[pause:1s]", "[pause: 20ms]", "[pause:99s]", "[pause:x]", "[a](/ˈA/)", "[b](+1)", "**", "`",
    "<p>", "</p>", "<s>", "</s>", "<break/>", "<break time='1s'/>", "<break strength='none'/>",
    "<break strength='weak'/>", "<mark name='m'/>", "<prosody rate='50%'>", "</prosody>",
    "<prosody pitch='+2st'>", "<lang xml:lang='fr'>", "<lang xml:lang='de'>", "</lang>",
    "<voice name='am_adam'>", "<voice gender='male'>", "</voice>", "<sub alias='so much'>",
    "</sub>", "<audio src='a.wav'>", "</audio>", "<audio src='b.wav'/>", "<emphasis>",
    "</emphasis>", "<speak>", "</speak>", "&amp;", "<say-as interpret-as='characters'>",
    "</say-as>", "世界", "Привет", "é", "\u{301}", "\u{200b}",
];

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => prop::sample::select(PIECES).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 150,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    }
}

fn lenient(format: Format) -> PlanOptions {
    let mut options = options();
    options.text.format = format;
    options.strictness = Strictness::Lenient;
    options
}

/// All utterances of a plan, those in the place of sounds among them.
fn said(items: &[Item]) -> Vec<&PlannedUtterance> {
    let mut said = Vec::new();
    for item in items {
        match item {
            Item::Utterance(planned) => said.push(planned.as_ref()),
            Item::Audio { instead, .. } => {
                said.extend(instead.iter().filter_map(|item| match item {
                    Item::Utterance(planned) => Some(planned.as_ref()),
                    _ => None,
                }))
            }
            _ => {}
        }
    }
    said
}

/// The plan, or nothing if there is nothing to say.
fn planned(text: &str, options: &PlanOptions) -> Vec<Item> {
    match plan(text, &FRONT_ENDS, options).collect() {
        Ok(items) => items,
        Err(Error::Text(kokoro_text::Error::NothingToSay { .. })) => Vec::new(),
        Err(error) => panic!("{error} in {text:?}"),
    }
}

fn check(planned: &PlannedUtterance, text: &str) -> Result<(), TestCaseError> {
    let utterance = &planned.utterance;
    let symbols = utterance.phonemes.chars().count();
    prop_assert!((1..=MAX_PHONEMES).contains(&symbols));
    prop_assert!(utterance.phonemes.contains(is_sound), "{:?}", utterance.phonemes);
    prop_assert!(utterance.phonemes.chars().all(is_symbol));
    prop_assert_eq!(utterance.phonemes.trim(), utterance.phonemes.as_str());
    prop_assert_eq!(utterance.sources.len(), symbols);
    prop_assert!(text.get(utterance.source()).is_some());
    let mut end = 0;
    for word in &utterance.words {
        prop_assert!(end <= word.symbols.start && !word.symbols.is_empty());
        end = word.symbols.end;
    }
    prop_assert!(end <= symbols);
    let mut end = 0;
    for span in &planned.prosody {
        prop_assert!(end <= span.symbols.start && !span.symbols.is_empty());
        end = span.symbols.end;
    }
    prop_assert!(end <= symbols);
    let mut end = 1;
    for pause in &planned.pauses {
        prop_assert!(end <= pause.symbols.start && !pause.symbols.is_empty());
        prop_assert!(pause.duration <= MAX_PAUSE);
        end = pause.symbols.end;
    }
    prop_assert!(end < symbols.max(2));
    let mut before = 0;
    for inner in &planned.marks {
        prop_assert!(before <= inner.symbol && inner.symbol < symbols);
        prop_assert!(text.get(inner.mark.source.clone()).is_some());
        before = inner.symbol;
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn plans_are_in_order_and_within_the_text(text in any_text()) {
        for format in FORMATS {
            let mut options = lenient(format);
            options.clips = Clips::Played;
            options.pauses.comma = Some(Duration::from_millis(100));
            let items = planned(&text, &options);
            let mut before = 0;
            for utterance in said(&items) {
                check(utterance, &text)?;
                let start = utterance.utterance.source().start;
                prop_assert!(before <= start, "{format}: {text:?}");
                before = start;
            }
            let mut silence = Duration::ZERO;
            for item in &items {
                match item {
                    Item::Pause(pause) => {
                        prop_assert!(text.get(pause.source.clone()).is_some());
                        silence += pause.duration;
                        prop_assert!(silence <= MAX_PAUSE + Duration::from_secs(2));
                    }
                    Item::Utterance(_) | Item::Audio { .. } => silence = Duration::ZERO,
                    Item::Warning(told) => prop_assert!(text.get(told.source.clone()).is_some()),
                    _ => {}
                }
            }
        }
    }

    /// What `utterances` reads is in the plan, symbol by symbol; the plan adds but marks that make
    /// pauses.
    #[test]
    fn nothing_is_dropped(text in any_text()) {
        let phonemizer = FRONT_ENDS.get(options().language).unwrap();
        for format in [Format::Plain, Format::Markdown, Format::Html, Format::Auto] {
            let options = lenient(format);
            let sounds = |phonemes: &str| -> String {
                phonemes.chars().filter(|c| is_sound(*c)).collect()
            };
            let read = utterances(&text, phonemizer, &options.text).filter_map(Result::ok);
            let read: String = read.map(|utterance| sounds(&utterance.phonemes)).collect();
            let items = planned(&text, &options);
            let planned = said(&items).into_iter();
            let planned: String = planned.map(|p| sounds(&p.utterance.phonemes)).collect();
            prop_assert_eq!(planned, read, "{} of {:?}", format, text);
        }
    }

    /// Every letter and digit of a text without markup is in the source of a step, or told of.
    #[test]
    fn sources_cover_all_that_is_no_markup(
        words in prop::collection::vec("[a-zA-Z0-9]{1,6}[.,!?…—]{0,2}|…|---|\\[pause:1s\\]", 1..30),
    ) {
        let text = words.join(" ");
        let mut covered = vec![false; text.len()];
        for item in planned(&text, &lenient(Format::Plain)) {
            match item {
                Item::Utterance(planned) => {
                    covered[planned.utterance.source()].fill(true);
                }
                Item::Pause(pause) => covered[pause.source].fill(true),
                _ => {}
            }
        }
        if covered.contains(&true) {
            for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric() || *c == '[') {
                prop_assert!(covered[at], "{c:?} at {at} of {text:?}");
            }
        }
    }
}

/// Four times the text takes about four times as long, with room for a busy machine.
#[test]
fn time_is_linear() {
    for (format, piece) in [
        (Format::Plain, "one [pause:1s] two, "),
        (Format::Plain, "[pause:1ms]"),
        (Format::Ssml, "<mark name='m'/>"),
        (Format::Ssml, "<prosody rate='2'>one</prosody><break/> "),
        (Format::Ssml, "<lang xml:lang='fr'>un</lang> two "),
        (Format::Ssml, "<audio src='a'>one</audio>"),
        (Format::Plain, "One.\n\n"),
    ] {
        let mut options = lenient(format);
        options.clips = Clips::Played;
        let seconds = |count: usize| {
            let text = format!("One. {}", piece.repeat(count));
            let start = Instant::now();
            plan(&text, &FRONT_ENDS, &options).for_each(drop);
            start.elapsed().as_secs_f64()
        };
        let (short, long) = (seconds(500), seconds(2_000));
        assert!(long < 12.0 * short + 0.5, "{piece:?}: {short:.3} s, then {long:.3} s");
    }
}

/// The first steps of a book do not take the time of all of it.
#[test]
fn a_book_is_planned_as_it_is_spoken() {
    let book = "It was a dark and stormy night; the rain fell in torrents.\n\n".repeat(100_000);
    let options = lenient(Format::Plain);
    let first: Vec<_> = plan(&book, &FRONT_ENDS, &options).take(3).collect();
    assert!(first.iter().all(Result::is_ok));
}
