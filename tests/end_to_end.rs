//! Phonemes, voice, speed and seed to samples, against the reference; and what must hold for any
//! utterance.

use kokoro_core::{CancelToken, Delivery, Error, Spoken, Voice};
use kokoro_tests::{Case, MODEL, assert_curves, cases, log_mel_distance, predict, snr_db, voice};

/// The reference moves by 0.015 to 0.03 dB between f32 and f64 on short utterances, and by 0.066 dB
/// on the one of 14 s.
const LOG_MEL_BAR_DB: f64 = 0.05;
/// The reference's own f32 phase noise leaves 44 to 46 dB.
const SNR_BAR_DB: f64 = 35.0;

fn speak(case: &Case, voice: &Voice) -> Spoken {
    let tokens = MODEL.vocab().encode(&case.phonemes).unwrap();
    MODEL.speak(&tokens, voice, &Delivery::new(case.speed, case.seed)).unwrap()
}

#[test]
fn equals_the_reference() {
    for case in cases() {
        let (golden, spoken) = (case.golden(), speak(&case, &voice(&case.voice)));
        let expected = golden.values("audio");
        assert_eq!(spoken.durations, golden.integers("pred_dur"), "{}", case.name);
        assert_eq!(spoken.samples.len(), case.samples, "{}", case.name);
        let (mel, snr) =
            (log_mel_distance(&spoken.samples, &expected), snr_db(&spoken.samples, &expected));
        assert!(
            mel <= LOG_MEL_BAR_DB,
            "{}: log-mel {mel:.4} dB, bar {LOG_MEL_BAR_DB} dB",
            case.name
        );
        assert!(snr >= SNR_BAR_DB, "{}: {snr:.1} dB, bar {SNR_BAR_DB} dB", case.name);
        println!(
            "{}: log-mel {mel:.4} dB (bar {LOG_MEL_BAR_DB}), SNR {snr:.1} dB (bar {SNR_BAR_DB})",
            case.name
        );
    }
}

#[test]
fn curves_equal_the_reference() {
    for case in cases() {
        let (features, _) = predict(MODEL.predictor(), &case);
        assert_curves("in f32", &features, &case);
    }
}

#[test]
fn the_same_samples_for_every_thread_count_and_from_many_threads() {
    let case = &cases()[0];
    let voice = voice(&case.voice);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| speak(case, &voice).samples)
    };
    let (one, three) = (on(1), on(3));
    assert!(one == three, "one thread and three speak differently");
    let at_once = std::thread::scope(|scope| {
        let spoken: Vec<_> = (0..3).map(|_| scope.spawn(|| speak(case, &voice).samples)).collect();
        spoken.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(
        at_once.iter().all(|samples| *samples == one),
        "threads that speak at once disturb each other"
    );
}

#[test]
fn another_seed_is_another_noise_and_the_same_speech() {
    let mut case = cases().remove(0);
    let voice = voice(&case.voice);
    let first = speak(&case, &voice);
    case.seed += 1;
    let second = speak(&case, &voice);
    assert_ne!(first.samples, second.samples);
    assert_eq!(first.durations, second.durations);
    // Another seed moves the reference by 0.24 to 0.52 dB (`tools/floor.py`).
    assert!(log_mel_distance(&first.samples, &second.samples) < 1.0);
}

/// Before the first stage, and between the fork and the rest.
#[test]
fn a_cancelled_token_stops_the_work() {
    let case = &cases()[0];
    let (voice, token) = (voice(&case.voice), CancelToken::new());
    let tokens = MODEL.vocab().encode(&case.phonemes).unwrap();
    let delivery = Delivery::new(case.speed, case.seed).with_cancel(token.clone());
    let prepared = MODEL.prepare(&tokens, &voice, &delivery).unwrap();
    token.cancel();
    assert!(matches!(MODEL.complete(prepared), Err(Error::Cancelled)));
    assert!(matches!(MODEL.prepare(&tokens, &voice, &delivery), Err(Error::Cancelled)));
}
