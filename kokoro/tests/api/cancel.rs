//! Stopping a speech.

use std::num::NonZeroUsize;

use kokoro::{CancelToken, Error, SpeechOptions};

use super::{TEXT, kokoro};

#[test]
fn a_cancelled_stream_ends_with_an_error() {
    let token = CancelToken::default();
    let options = SpeechOptions::default().cancelled_by(&token);
    let mut stream = kokoro().stream(TEXT, &options);
    assert!(stream.next().unwrap().is_ok());
    token.cancel();
    assert!(matches!(stream.next(), Some(Err(Error::Cancelled))));
    assert!(stream.next().is_none());
}

#[test]
fn a_token_stops_all_that_was_begun_with_it_and_nothing_else() {
    let token = CancelToken::default();
    let options = SpeechOptions::default().cancelled_by(&token);
    token.cancel();
    assert!(matches!(kokoro().speak("Yes.", &options), Err(Error::Cancelled)));
    assert!(matches!(kokoro().speak_phonemes("jˈɛs.", &options), Err(Error::Cancelled)));
    let plan = kokoro().plan_phonemes("jˈɛs.", &options).map(Ok);
    let two = NonZeroUsize::new(2).unwrap();
    let many = kokoro().speak_many(plan, &options, two, |_| Ok::<_, Error>(()));
    assert!(matches!(many, Err(Error::Cancelled)));
    assert!(kokoro().speak("Yes.", &SpeechOptions::default()).is_ok());
}

/// A cancelled speech may finish the stage that it is in, and no more. How long that is depends on
/// the machine, so the test is that a speech of many stages comes back cancelled at all when
/// another thread cancels it on the way.
#[test]
fn another_thread_can_cancel() {
    let token = CancelToken::default();
    let options = SpeechOptions::default().cancelled_by(&token);
    let text = TEXT.repeat(50);
    std::thread::scope(|scope| {
        let speech = scope.spawn(|| kokoro().speak(&text, &options));
        std::thread::sleep(std::time::Duration::from_millis(20));
        token.cancel();
        assert!(matches!(speech.join().unwrap(), Err(Error::Cancelled)));
    });
}
