//! `voice_blend::Blend`: any text. No panic; places of errors are in the text; what is read is read
//! again from its canonical form, and its weights sum to 1.

#![no_main]

use libfuzzer_sys::fuzz_target;
use voice_blend::{Blend, Error};

fuzz_target!(|text: &str| match text.parse::<Blend>() {
    Ok(blend) => {
        assert_eq!(blend.to_string().parse::<Blend>().as_ref(), Ok(&blend));
        let sum: f64 = blend.terms().iter().map(|term| f64::from(term.weight)).sum();
        assert!((sum - 1.0).abs() < 1e-3, "{sum}");
    }
    Err(
        Error::Unexpected { at, .. }
        | Error::Number { at, .. }
        | Error::Weight { at, .. }
        | Error::TwoWeights { at }
        | Error::Quotes { at },
    ) => assert!(text.is_char_boundary(at)),
    Err(_) => {}
});
