//! Cancelling a decoding from another thread.

use std::time::Instant;

use kokoro_core::{
    CancelToken, Decoder, Error, Features, Precision, PrecisionPlan, SpectrumDecoder,
};
use kokoro_tests::{CONFIG, WEIGHTS, cases, decode, features};

/// An utterance of some seconds.
fn utterance() -> Features {
    let mut whole: Vec<_> = cases().into_iter().filter(|case| !case.small).collect();
    whole.sort_by_key(|case| case.frames);
    features(&whole.pop().unwrap())
}

/// A decoding that is cancelled on its way ends with that error; what is decoded next is what it
/// would have been.
#[test]
fn a_cancelled_decoder_decodes_the_next_as_ever() {
    let vb = WEIGHTS.var_builder(&candle_core::Device::Cpu).pp("decoder");
    let decoder = Decoder::new(&CONFIG, PrecisionPlan::new(Precision::Int8), vb).unwrap();
    let features = utterance();
    let expected = decode(&decoder, &features).logits;
    let start = Instant::now();
    assert!(decode(&decoder, &features).logits == expected);
    let whole = start.elapsed();
    for part in 0..8 {
        let cancel = CancelToken::new();
        let found = std::thread::scope(|scope| {
            let work = scope.spawn(|| decoder.decode(&features, &cancel));
            std::thread::sleep(whole * part / 10);
            cancel.cancel();
            let start = Instant::now();
            let found = work.join().unwrap();
            println!("cancelled at {part}/10, stopped after {:?}", start.elapsed());
            found
        });
        // A decoding that was quicker than the first is complete.
        assert!(matches!(found, Err(Error::Cancelled)) || part > 4, "{part}");
        assert!(decode(&decoder, &features).logits == expected, "{part}");
    }
}

#[test]
fn a_decoder_that_was_cancelled_before_does_nothing() {
    let vb = WEIGHTS.var_builder(&candle_core::Device::Cpu).pp("decoder");
    let decoder = Decoder::new(&CONFIG, PrecisionPlan::F32, vb).unwrap();
    let cancel = CancelToken::new();
    cancel.cancel();
    assert!(matches!(decoder.decode(&utterance(), &cancel), Err(Error::Cancelled)));
}
