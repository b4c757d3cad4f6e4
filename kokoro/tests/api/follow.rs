//! A text that arrives in pieces.

use std::time::{Duration, Instant};

use kokoro::{CancelToken, Error, Kokoro, SpeechOptions};

use super::{FOLDER, TEXT, bits, kokoro};

/// The samples of the text in pieces.
fn samples(pieces: &[&str], options: &SpeechOptions) -> Vec<f32> {
    let (feed, speech) = kokoro().follow(options);
    std::thread::scope(|scope| {
        scope.spawn(move || pieces.iter().for_each(|piece| feed.push_text(piece)));
        speech.flat_map(|chunk| chunk.expect("a chunk").samples).collect()
    })
}

#[test]
fn it_is_the_speech_of_the_whole_bit_for_bit() {
    for text in [TEXT, "Yes. [pause:300ms]", "# So\n\n- **It is. Or not.**\n- No"] {
        let options = SpeechOptions::default();
        let whole = kokoro().speak(text, &options).unwrap();
        for size in [1, 7, text.len()] {
            let bytes = text.as_bytes().chunks(size);
            let pieces: Vec<_> = bytes.map(|piece| str::from_utf8(piece).unwrap()).collect();
            assert_eq!(bits(&samples(&pieces, &options)), bits(&whole.samples), "{text} {size}");
        }
    }
}

#[test]
fn a_sentence_is_spoken_before_the_text_is_over() {
    let (feed, mut speech) = kokoro().follow(&SpeechOptions::default());
    feed.push_text("Yes. N");
    let first = speech.next().unwrap().unwrap();
    assert_eq!((first.source.clone(), first.is_last), (0..4, false));
    feed.push_text("ever.\n");
    let second = speech.next().unwrap().unwrap();
    assert_eq!((second.source, second.start), (5..11, first.end()));
    feed.finish();
    assert!(speech.next().is_none());
}

#[test]
fn a_text_of_nothing_is_an_error_when_it_is_over() {
    let (feed, mut speech) = kokoro().follow(&SpeechOptions::default());
    feed.push_text("…\n\n***\n\n");
    drop(feed);
    assert!(matches!(speech.next(), Some(Err(Error::Text(_)))));
    assert!(speech.next().is_none());
    let (feed, mut speech) = kokoro().follow(&SpeechOptions::new("nobody"));
    drop(feed);
    assert!(speech.next().unwrap().is_err());
}

#[test]
fn a_stream_that_waits_for_text_can_be_cancelled() {
    let token = CancelToken::default();
    let (feed, mut speech) = kokoro().follow(&SpeechOptions::default().cancelled_by(&token));
    std::thread::scope(|scope| {
        let waiting = scope.spawn(move || {
            let next = speech.next();
            (Instant::now(), next)
        });
        std::thread::sleep(Duration::from_millis(50));
        let start = Instant::now();
        token.cancel();
        let (end, next) = waiting.join().unwrap();
        assert!(matches!(next, Some(Err(Error::Cancelled))));
        assert!(end - start < Duration::from_millis(50), "{:?}", end - start);
    });
    feed.push_text("It is ignored.");
}

#[test]
fn a_panic_of_the_feed_ends_the_text() {
    let (feed, speech) = kokoro().follow(&SpeechOptions::default());
    let writer = std::thread::spawn(move || {
        feed.push_text("Yes. No");
        panic!("the model failed");
    });
    assert_eq!(speech.map(Result::unwrap).count(), 2);
    assert!(writer.join().is_err());
}

#[test]
fn threads_that_compute_do_not_wait_for_text() {
    let one = std::num::NonZeroUsize::MIN;
    let kokoro = Kokoro::builder(FOLDER).threads(one).build().unwrap();
    let (feed, mut speech) = kokoro.follow(&SpeechOptions::default());
    std::thread::scope(|scope| {
        let waiting = scope.spawn(move || speech.next().unwrap().unwrap());
        std::thread::sleep(Duration::from_millis(50));
        assert!(kokoro.speak("Yes.", &SpeechOptions::default()).is_ok());
        feed.push_text("No. ");
        drop(feed);
        assert!(!waiting.join().unwrap().samples.is_empty());
    });
}
