//! `kokoro_plan::Follower`, any text in pieces: no panic; the steps of the text in one piece;
//! sources that are in the text.

#![no_main]

use std::sync::LazyLock;

use kokoro_plan::{Error, Follower, Item, PlanOptions};
use kokoro_text::{Format, FrontEnds, Language};
use libfuzzer_sys::fuzz_target;

static FRONT_ENDS: LazyLock<FrontEnds> = LazyLock::new(FrontEnds::default);

const FORMATS: [Format; 3] = [Format::Plain, Format::Markdown, Format::Auto];

// The first byte chooses the format, and the length of the pieces.
fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let mut options = PlanOptions::new("af_heart", Language::AmericanEnglish);
    options.text.format = FORMATS[usize::from(choice) % FORMATS.len()];
    let whole = follow(&[text], &options);
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.ceil_char_boundary(1 + usize::from(choice / 8)));
        pieces.push(piece);
        rest = after;
    }
    assert_eq!(whole, follow(&pieces, &options));
    let Some(items) = whole else { return };
    let mut at = 0;
    for item in items {
        if let Item::Utterance(planned) = item {
            let source = planned.utterance.source();
            assert!(source.end >= at && text.get(source.clone()).is_some());
            at = source.end;
        }
    }
});

/// The steps; `None` if nothing can be said.
fn follow(pieces: &[&str], options: &PlanOptions) -> Option<Vec<Item>> {
    let mut follower = Follower::new(&FRONT_ENDS, options);
    let mut found = Vec::new();
    for piece in pieces {
        follower.push_text(piece);
        found.extend(follower.by_ref());
    }
    follower.finish();
    found.extend(follower);
    match found.into_iter().collect() {
        Ok(items) => Some(items),
        Err(Error::Text(kokoro_text::Error::NothingToSay { .. })) => None,
        Err(error) => panic!("{error}"),
    }
}
