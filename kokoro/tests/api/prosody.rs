//! Rate and pitch, measured on the sound.

use kokoro::plan::Pitch;
use kokoro::text::{Format, Origin, TextOptions};
use kokoro::{Error, Latency, SAMPLE_RATE, SpeechOptions};

use crate::kokoro;

/// How far a duration or a pitch may be from what was asked: what the ear does not tell, and what
/// whole frames and short sentences make of it.
const TOLERANCE: f64 = 0.05;

/// The same for slow speech: a speed divides what was predicted before it is rounded, as upstream
/// does, and at speed 1 more is rounded down than up.
const SLOW: f64 = 0.2;

const SENTENCE: &str = "The old bridge was closed for the winter, so we walked along the river.";

fn speak(text: &str, options: &SpeechOptions) -> Vec<f32> {
    kokoro().speak(text, options).expect("speech").samples
}

fn options(voice: &str) -> SpeechOptions {
    SpeechOptions::new(voice)
}

fn ssml(voice: &str) -> SpeechOptions {
    let mut text = TextOptions::default();
    text.format = Format::Ssml;
    options(voice).text(text)
}

#[track_caller]
fn near(found: f64, expected: f64) {
    assert!((found / expected - 1.0).abs() < TOLERANCE, "expected {expected}, found {found}");
}

/// The median F0 of the voiced parts, in Hz: the first high peak of the autocorrelation of pieces
/// of 40 ms.
fn median_f0(samples: &[f32]) -> f64 {
    const PIECE: usize = 960;
    const VOICED: f32 = 0.7;
    let energy = |x: &[f32]| x.iter().map(|x| x * x).sum::<f32>();
    let loudest = samples.chunks(PIECE).map(energy).fold(0.0, f32::max);
    let mut found = Vec::new();
    for start in (0..samples.len().saturating_sub(2 * PIECE)).step_by(240) {
        let piece = &samples[start..start + PIECE];
        if energy(piece) < loudest / 100.0 {
            continue;
        }
        let likeness = |lag: usize| {
            let later = &samples[start + lag..start + lag + PIECE];
            let product: f32 = piece.iter().zip(later).map(|(a, b)| a * b).sum();
            product / (energy(piece) * energy(later)).sqrt()
        };
        let rate = SAMPLE_RATE as usize;
        let lags: Vec<(usize, f32)> =
            (rate / 700..rate / 60).map(|lag| (lag, likeness(lag))).collect();
        let best = lags.iter().map(|lag| lag.1).fold(0.0, f32::max);
        // The first peak that is nearly the best: multiples of the period are as high.
        let peak = lags.windows(3).find(|three| {
            three[1].1 > 0.85 * best && three[1].1 >= three[0].1 && three[1].1 >= three[2].1
        });
        if let Some(peak) = peak.filter(|_| best > VOICED) {
            found.push(rate as f64 / peak[1].0 as f64);
        }
    }
    assert!(found.len() > 20, "{} voiced pieces", found.len());
    found.sort_by(f64::total_cmp);
    found[found.len() / 2]
}

/// The root of the mean square.
fn level(samples: &[f32]) -> f64 {
    (samples.iter().map(|&x| f64::from(x * x)).sum::<f64>() / samples.len() as f64).sqrt()
}

#[test]
fn speeds_are_what_was_asked() {
    let plain = speak(SENTENCE, &options("af_heart")).len() as f64;
    for (speed, tolerance) in [(0.25, SLOW), (0.5, SLOW), (3.0, TOLERANCE), (4.0, TOLERANCE)] {
        let found = speak(SENTENCE, &options("af_heart").speed(speed)).len() as f64;
        // The silence before and after is not divided by the speed: 100 ms at most.
        let silence = f64::from(SAMPLE_RATE) * 0.1;
        let expected = plain / f64::from(speed);
        assert!((found - expected).abs() < tolerance * expected + silence, "{speed}: {found}");
    }
}

#[test]
fn an_octave_doubles_the_pitch() {
    for voice in ["af_heart", "am_michael"] {
        let plain = speak(SENTENCE, &options(voice));
        let high = speak(SENTENCE, &options(voice).pitch(Pitch::semitones(12.0)));
        assert_eq!(plain.len(), high.len());
        near(median_f0(&high), 2.0 * median_f0(&plain));
        let change = 20.0 * (level(&high) / level(&plain)).log10();
        assert!(change.abs() < 3.0, "{change} dB");
        let marked = format!("<speak><prosody pitch=\"+12st\">{SENTENCE}</prosody></speak>");
        near(median_f0(&speak(&marked, &ssml(voice))), 2.0 * median_f0(&plain));
    }
}

#[test]
fn a_median_is_what_is_heard() {
    let text = format!("<speak><prosody pitch=\"150Hz\">{SENTENCE}</prosody></speak>");
    near(median_f0(&speak(&text, &ssml("af_heart"))), 150.0);
}

#[test]
fn one_word_alone_is_changed() {
    let plain = kokoro().speak(SENTENCE, &options("af_heart")).unwrap();
    let text = SENTENCE.replace("closed", "<prosody rate=\"50%\">closed</prosody>");
    let slow = kokoro().speak(&format!("<speak>{text}</speak>"), &ssml("af_heart")).unwrap();
    let lengths = |speech: &kokoro::Speech| -> Vec<f64> {
        speech.words.iter().map(|word| (word.end - word.start) as f64).collect()
    };
    let (plain, slow) = (lengths(&plain), lengths(&slow));
    assert_eq!(plain[..3], slow[..3]);
    // A frame, 600 samples, is the least that a word changes by.
    assert!((slow[4] - 2.0 * plain[4]).abs() <= 600.0, "{} {}", slow[4], plain[4]);
    assert_eq!(plain[6..], slow[6..]);
}

#[test]
fn words_have_their_times_when_speech_is_played_faster() {
    for latency in [Latency::Exact, Latency::Low] {
        let options = options("af_heart").speed(4.0).latency(latency);
        let speech = kokoro().speak(SENTENCE, &options).unwrap();
        let words = speech.words.iter().filter(|word| word.origin != Origin::Punctuation);
        let words: Vec<_> = words.collect();
        assert_eq!(words.len(), 14);
        assert!(words.windows(2).all(|two| two[0].end <= two[1].start));
        assert!(words.iter().all(|word| word.start < word.end));
        assert!(words[13].end <= speech.samples.len() as u64);
    }
}

#[test]
fn what_is_no_speed_or_pitch_is_an_error() {
    let fails = |options: SpeechOptions| kokoro().speak("Yes.", &options).unwrap_err();
    for speed in [0.2, 4.1, f32::NAN, -1.0] {
        assert!(matches!(fails(options("af_heart").speed(speed)), Error::Model(_)));
    }
    let nan = Pitch::semitones(f32::NAN);
    assert!(matches!(fails(options("af_heart").pitch(nan)), Error::Model(_)));
}
