//! What SSML asks for, measured in the sound.

use kokoro::text::Format;
use kokoro::{Error, SAMPLE_RATE, Speech, SpeechOptions};

use super::kokoro;

/// How far a rate or a pitch may be from what was asked for, as a share.
const TOLERANCE: f64 = 0.05;
/// The same of a rate of 2: a sound of one frame cannot be shorter.
const FAST_TOLERANCE: f64 = 0.1;
/// Samples in which a period is looked for: 50 ms.
const WINDOW: usize = 1200;
/// Periods in samples: F0 from 60 to 600 Hz.
const PERIODS: std::ops::Range<usize> = 40..400;
/// The least correlation of a window with itself, a period later, that is taken for voiced.
const VOICED: f32 = 0.8;

fn options() -> SpeechOptions {
    let mut options = SpeechOptions::new("am_michael");
    options.text.format = Format::Ssml;
    options
}

fn speak(ssml: &str) -> Speech {
    kokoro().speak(ssml, &options()).expect("the SSML can be spoken")
}

/// The time from the start of the first word to that of the last, in seconds. The frames of the
/// last one have silence in them that is cut off.
fn duration(speech: &Speech) -> f64 {
    let starts = speech.words.iter().filter(|word| word.spoken != ".").map(|word| word.start);
    let (first, last) = (starts.clone().min().unwrap_or(0), starts.max().unwrap_or(0));
    (last - first) as f64 / f64::from(SAMPLE_RATE)
}

/// The median of F0 in Hz, by the shortest period after which a window is most like itself.
fn median_f0(samples: &[f32]) -> f64 {
    let loudest = samples.iter().fold(0f32, |most, x| most.max(x.abs()));
    let mut found: Vec<usize> = Vec::new();
    for start in (0..samples.len().saturating_sub(WINDOW + PERIODS.end)).step_by(WINDOW / 2) {
        let window = &samples[start..start + WINDOW];
        let power = |x: &[f32]| x.iter().map(|x| x * x).sum::<f32>();
        if power(window) < WINDOW as f32 * (0.1 * loudest).powi(2) {
            continue;
        }
        let alike = |period: usize| {
            let later = &samples[start + period..start + period + WINDOW];
            let product: f32 = window.iter().zip(later).map(|(a, b)| a * b).sum();
            product / (power(window) * power(later)).sqrt().max(1e-9)
        };
        let all: Vec<f32> = PERIODS.map(alike).collect();
        let best = all.iter().copied().fold(0.0, f32::max);
        // A multiple of the period is as good, so the first peak near the best is taken.
        let peak = (1..all.len() - 1)
            .find(|&at| all[at] > 0.95 * best && all[at] >= all[at - 1] && all[at] >= all[at + 1]);
        found.extend(peak.filter(|_| best > VOICED).map(|at| PERIODS.start + at));
    }
    found.sort_unstable();
    f64::from(SAMPLE_RATE) / found[found.len() / 2] as f64
}

#[test]
fn half_the_rate_is_twice_the_time() {
    let text = "The rain fell all day and the dog slept by the fire.";
    let normal = duration(&speak(&format!("<speak>{text}</speak>")));
    for (rate, factor, tolerance) in [("50%", 2.0, TOLERANCE), ("200%", 0.5, FAST_TOLERANCE)] {
        let ssml = format!("<speak><prosody rate=\"{rate}\">{text}</prosody></speak>");
        let ratio = duration(&speak(&ssml)) / normal;
        assert!((ratio / factor - 1.0).abs() <= tolerance, "{rate}: {ratio}");
    }
}

#[test]
fn an_octave_is_twice_the_frequency() {
    let text = "The rain fell all day and the dog slept by the fire.";
    let normal = median_f0(&speak(&format!("<speak>{text}</speak>")).samples);
    for (pitch, factor) in [("+12st", 2.0), ("-30%", 0.7)] {
        let ssml = format!("<speak><prosody pitch=\"{pitch}\">{text}</prosody></speak>");
        let ratio = median_f0(&speak(&ssml).samples) / normal;
        assert!((ratio / factor - 1.0).abs() <= TOLERANCE, "{pitch}: {ratio} of {normal} Hz");
    }
}

#[test]
fn a_fault_ends_the_stream_before_a_sound() {
    let mut stream = kokoro().stream("<speak>One. <b>Two.</speak>", &options());
    let error = stream.next().expect("an item").expect_err("a fault");
    assert!(matches!(error, Error::Plan(_)) && error.to_string().contains("line 1, column"));
    assert!(stream.next().is_none());
}

#[test]
fn a_sound_is_played_from_its_folder_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let spec = hound::WavSpec {
        channels: 1,
        sample_rate: SAMPLE_RATE,
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    let mut bell = hound::WavWriter::create(folder.path().join("bell.wav"), spec).expect("a file");
    (0..SAMPLE_RATE).for_each(|_| bell.write_sample(8192).expect("a sample"));
    bell.finalize().expect("a file");
    let mut options = options();
    options.sounds = Some(folder.path().into());
    let ssml =
        |src: &str| format!("<speak>One. <audio src=\"{src}\">No sound.</audio> Two.</speak>");
    let played = kokoro().speak(&ssml("bell.wav"), &options).expect("speech");
    let second = played.samples.iter().filter(|&&x| (x - 0.25).abs() < 1e-4).count();
    assert!(second >= SAMPLE_RATE as usize, "{second} samples of the bell");
    assert!(played.warnings.is_empty() && played.words.iter().all(|word| word.spoken != "sound"));

    let missing = kokoro().speak(&ssml("../bell.wav"), &options).expect("speech");
    assert!(missing.warnings.len() == 1 && missing.words.iter().any(|word| word.spoken == "sound"));
}
