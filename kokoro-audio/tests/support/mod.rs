//! A signal like speech, and how alike two signals are.
#![allow(dead_code, clippy::unwrap_used)] // each test uses a part, and may panic

use std::f64::consts::TAU;

use kokoro_audio::{AudioOptions, Encoder, Target};

/// Sentences with pauses between them, at 24 kHz. Each is of 5 to 9 syllables of a voice that
/// glides between 90 and 250 Hz, through two formants, with a breath of noise; the last ends in
/// full voice.
pub fn speech(sentences: usize) -> Vec<f32> {
    let mut random = Random(1);
    let mut samples = Vec::new();
    for sentence in 0..sentences {
        if sentence > 0 {
            samples.extend(vec![0.0; 4_800 + random.below(4_800)]);
        }
        for _ in 0..5 + random.below(5) {
            syllable(&mut random, &mut samples);
        }
    }
    samples.truncate(samples.len() - 600); // in the middle of the vowel
    samples
}

fn syllable(random: &mut Random, samples: &mut Vec<f32>) {
    let length = 2_400 + random.below(3_600);
    let (from, to) = (90.0 + 160.0 * random.unit(), 90.0 + 160.0 * random.unit());
    let formants = [300.0 + 500.0 * random.unit(), 1_000.0 + 1_500.0 * random.unit()];
    let mut phase = 0.0;
    for i in 0..length {
        let at = i as f64 / length as f64;
        let pitch = from + (to - from) * at;
        phase += pitch / 24_000.0;
        let harmonics = (1..(4_000.0 / pitch) as usize).map(|h| {
            let hertz = h as f64 * pitch;
            let gain: f64 =
                formants.iter().map(|f| 1.0 / (1.0 + ((hertz - f) / 120.0).powi(2))).sum();
            gain * (TAU * h as f64 * phase).sin()
        });
        let envelope = (at * 8.0).min((1.0 - at) * 4.0).min(1.0);
        let breath = 0.02 * (random.unit() - 0.5);
        samples.push((envelope * (0.15 * harmonics.sum::<f64>() + breath)) as f32);
    }
}

/// SplitMix64.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }
}

/// The bytes of a whole file or stream, of samples that come in pieces of random lengths.
pub fn encode(options: &AudioOptions, samples: &[f32], seed: u64) -> Vec<u8> {
    let mut random = Random(seed);
    let mut encoder = Encoder::new(options).unwrap();
    let mut bytes = Vec::new();
    let mut rest = samples;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at((1 + random.below(10_000)).min(rest.len()));
        bytes.extend(encoder.push(piece).unwrap());
        rest = after;
    }
    let ending = encoder.finish().unwrap();
    bytes.extend(ending.bytes);
    if let Some(start) = ending.start {
        assert_eq!(options.target, Target::File);
        bytes[..start.len()].copy_from_slice(&start);
    }
    bytes
}

/// The correlation of two signals of one length: 1 if they are alike but for their gain.
pub fn correlation(a: &[f32], b: &[f32]) -> f64 {
    assert_eq!(a.len(), b.len());
    let product = |a: &[f32], b: &[f32]| -> f64 {
        a.iter().zip(b).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
    };
    product(a, b) / (product(a, a) * product(b, b)).sqrt().max(f64::MIN_POSITIVE)
}
