//! `kokoro_plan::plan`, any text in each format: no panic; utterances that fit the model, with what
//! is set in them inside them; pauses that end.

#![no_main]

use std::sync::LazyLock;
use std::time::Duration;

use kokoro_plan::{
    Clips, Error, Item, MAX_PAUSE, PlanOptions, PlannedUtterance, Strictness, json, plan,
};
use kokoro_text::{Format, FrontEnds, Language, MAX_PHONEMES, is_sound};
use libfuzzer_sys::fuzz_target;

static FRONT_ENDS: LazyLock<FrontEnds> = LazyLock::new(FrontEnds::default);

const FORMATS: [Format; 5] =
    [Format::Plain, Format::Markdown, Format::Html, Format::Auto, Format::Ssml];

// The first byte chooses the format and options.
fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let mut options = PlanOptions::new("af_heart", Language::AmericanEnglish);
    options.text.format = FORMATS[usize::from(choice) % FORMATS.len()];
    options.voices = ["af_heart", "am_adam", "bf_emma"].map(str::to_owned).into();
    if choice & 32 > 0 {
        options.strictness = Strictness::Lenient;
        options.clips = Clips::Played;
    }
    if choice & 64 > 0 {
        options.text.longest = 20;
        options.pauses.comma = Some(Duration::ZERO);
        options.pauses.clause = Some(MAX_PAUSE);
    }
    for item in plan(text, &FRONT_ENDS, &options) {
        match item {
            Ok(item) => check(&item, text),
            Err(Error::Ssml(error)) => assert!(text.get(error.range).is_some()),
            Err(Error::Text(kokoro_text::Error::NothingToSay { .. })) => {}
            Err(error) => panic!("{error}"),
        }
    }
});

fn check(item: &Item, text: &str) {
    assert!(json::line(item).starts_with('{'));
    match item {
        Item::Utterance(planned) => check_utterance(planned, text),
        Item::Pause(pause) => {
            assert!(pause.duration <= 2 * MAX_PAUSE && text.get(pause.source.clone()).is_some());
        }
        Item::Mark(mark) => assert!(text.get(mark.source.clone()).is_some()),
        Item::Audio { source, instead, .. } => {
            assert!(text.get(source.clone()).is_some());
            instead.iter().for_each(|item| check(item, text));
        }
        Item::Warning(warning) => assert!(text.get(warning.source.clone()).is_some()),
        _ => {}
    }
}

fn check_utterance(planned: &PlannedUtterance, text: &str) {
    let utterance = &planned.utterance;
    let symbols = utterance.phonemes.chars().count();
    assert!(symbols <= MAX_PHONEMES && utterance.phonemes.contains(is_sound));
    assert!(symbols == utterance.sources.len() && text.get(utterance.source()).is_some());
    let spans = planned.prosody.iter().map(|span| &span.symbols);
    let pauses = planned.pauses.iter().map(|pause| &pause.symbols);
    assert!(spans.chain(pauses).all(|range| range.start < range.end && range.end <= symbols));
    assert!(planned.pauses.iter().all(|pause| pause.duration <= MAX_PAUSE));
    assert!(planned.marks.iter().all(|inner| inner.symbol < symbols));
}
