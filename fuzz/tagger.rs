//! `kokoro_tagger::Tagger`: no panic; the tokens are in order, and cover all but the spaces after
//! them.

#![no_main]

use std::sync::LazyLock;

use kokoro_tagger::Tagger;
use libfuzzer_sys::fuzz_target;

static TAGGER: LazyLock<Tagger> = LazyLock::new(Tagger::new);

fuzz_target!(|input: &str| {
    let mut end = 0;
    for token in TAGGER.tag(input) {
        assert_eq!(token.range.start, end);
        assert!(input.get(token.range.clone()).is_some_and(|text| !text.is_empty()));
        end = token.range.end;
        if token.space {
            assert!(input[end..].starts_with(' '));
            end += 1;
        }
    }
    assert_eq!(end, input.len());
});
