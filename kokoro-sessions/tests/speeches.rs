//! Many speeches at once, with the repository's model.

use std::num::NonZeroUsize;
use std::sync::{Arc, OnceLock, mpsc};
use std::thread;
use std::time::Duration;

use kokoro::{CancelToken, Chunk, Kokoro, Latency, SpeechOptions};
use kokoro_sessions::{Gone, Load, SessionError, Sessions, SessionsOptions};

fn kokoro() -> Arc<Kokoro> {
    static KOKORO: OnceLock<Arc<Kokoro>> = OnceLock::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../weights/data");
    let load = || Arc::new(Kokoro::load(folder).expect("the repository has a model"));
    KOKORO.get_or_init(load).clone()
}

fn sessions(change: impl FnOnce(&mut SessionsOptions)) -> Sessions {
    let mut options = SessionsOptions::default();
    options.threads = NonZeroUsize::new(2).expect("two");
    change(&mut options);
    Sessions::new(kokoro(), options)
}

/// Speaks a text and gives the samples as bits.
fn speak(sessions: &Sessions, text: &str, options: &SpeechOptions) -> Vec<u32> {
    let ticket = sessions.admit(text.len()).expect("there is room");
    let options = &options.clone().cancelled_by(&CancelToken::new()); // of this speech alone
    let (kokoro, mut bits) = (ticket.kokoro().clone(), Vec::new());
    let mut sink = |chunk: Chunk| {
        bits.extend(chunk.samples.iter().map(|sample| sample.to_bits()));
        Ok(())
    };
    ticket.run(kokoro.stream(text, options), &mut sink).expect("it is spoken");
    bits
}

const TEXTS: [&str; 4] = [
    "OK.",
    "Who left the kettle on? It was me.",
    "The lighthouse keeper climbed the spiral staircase every evening, and counted its steps.",
    "One. Two. Three. Four.",
];

#[test]
fn what_is_spoken_beside_others_is_what_is_spoken_alone() {
    let options = SpeechOptions::default();
    let low = options.clone().latency(Latency::Low);
    let alone = |text: &str, options| {
        let speech = kokoro().speak(text, options).expect("it is spoken");
        speech.samples.iter().map(|sample| sample.to_bits()).collect::<Vec<_>>()
    };
    let sessions = sessions(|_| {});
    thread::scope(|scope| {
        let speeches = TEXTS.iter().cycle().take(12).enumerate().map(|(number, text)| {
            let options = if number % 3 == 2 { &low } else { &options };
            let spoken = {
                let sessions = &sessions;
                scope.spawn(move || speak(sessions, text, options))
            };
            (text, options, spoken)
        });
        for (text, options, spoken) in speeches.collect::<Vec<_>>() {
            assert!(spoken.join().expect("no panic") == alone(text, options), "{text}");
        }
    });
    assert_eq!(sessions.load().speeches, 0);
}

#[test]
fn a_short_text_does_not_wait_for_a_book() {
    let sessions = sessions(|_| {});
    let book = TEXTS[2].repeat(12);
    let (chunks, heard) = mpsc::channel();
    let cancel = CancelToken::new();
    let options = SpeechOptions::default().cancelled_by(&cancel);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let ticket = sessions.admit(book.len()).expect("there is room");
            let kokoro = ticket.kokoro().clone();
            let mut sink = |chunk: Chunk| chunks.send(chunk.index).map_err(|_| Gone);
            ticket.run(kokoro.stream(&book, &options), &mut sink)
        });
        // The book is ahead of its listener now, and computes all the time.
        for _ in 0..2 {
            heard.recv().expect("the book is spoken");
        }
        while heard.try_recv().is_ok() {}
        for _ in 0..3 {
            speak(&sessions, "OK.", &SpeechOptions::default());
        }
        let meanwhile = heard.try_iter().count();
        assert!(
            meanwhile <= 3,
            "the book made {meanwhile} sentences while three short texts waited"
        );
        cancel.cancel();
        let result = reader.join().expect("no panic");
        assert!(matches!(result, Err(SessionError::Speech(kokoro::Error::Cancelled))));
    });
    assert_eq!(sessions.load().speeches, 0);
}

#[test]
fn who_takes_nothing_any_more_leaves_room() {
    let sessions = sessions(|options| options.most = 1);
    let ticket = sessions.admit(100).expect("there is room");
    assert!(sessions.admit(1).is_err());
    let kokoro = ticket.kokoro().clone();
    let stream = kokoro.stream(TEXTS[3], &SpeechOptions::default());
    let mut chunks = 0;
    let result = ticket.run(stream, &mut |_| {
        chunks += 1;
        if chunks == 2 { Err(Gone) } else { Ok(()) }
    });
    assert!(matches!(result, Err(SessionError::Gone(Gone))));
    assert_eq!(chunks, 2);
    let Load { speeches, waiting, busy, .. } = sessions.load();
    assert_eq!((speeches, waiting, busy), (0, 0, 0));
    assert!(sessions.admit(1).is_ok());
}

#[test]
fn little_memory_means_one_after_the_other() {
    let sessions = sessions(|options| options.memory = 1);
    let over = std::sync::atomic::AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(std::sync::atomic::Ordering::SeqCst) {
                assert!(sessions.load().memory < 64 << 20, "one short utterance at most");
                thread::sleep(Duration::from_millis(1));
            }
        });
        let speeches: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| speak(&sessions, TEXTS[1], &SpeechOptions::default())))
            .collect();
        let spoken: Vec<_> =
            speeches.into_iter().map(|speech| speech.join().expect("no panic")).collect();
        over.store(true, std::sync::atomic::Ordering::SeqCst);
        assert!(spoken.iter().all(|bits| *bits == spoken[0]));
    });
}

#[test]
fn a_text_that_cannot_be_spoken_is_an_error_of_the_speech() {
    let sessions = sessions(|_| {});
    let ticket = sessions.admit(2).expect("there is room");
    let kokoro = ticket.kokoro().clone();
    let stream = kokoro.stream("Hi", &SpeechOptions::new("nobody_at_all"));
    let result = ticket.run(stream, &mut |_| Ok(()));
    assert!(matches!(result, Err(SessionError::Speech(_))));
    assert_eq!(sessions.load().speeches, 0);
}
