//! The same samples give the same bytes on every machine: sums of what each format wrote when this
//! test was made. A new version of an encoder may change them; then they are made again, with
//! `cargo test -p kokoro-audio --test bytes -- --nocapture`. Opus is not here: on x86 with FMA its
//! encoder rounds otherwise than on other processors.

#![allow(clippy::unwrap_used)] // of tests

mod support;

use kokoro_audio::{AudioFormat, AudioOptions, Target};
use sha2::{Digest, Sha256};
use support::{Random, encode};

/// The format, samples per second, and the first bytes of the sum of a stream and of a file.
const SUMS: [(&str, u32, &str, &str); 20] = [
    ("wav", 24000, "a79e074bda4fee1a", "14cf2d67ca2e730d"),
    ("wav", 44100, "776bfff01984839d", "cf206cb06b2ef844"),
    ("wav24", 24000, "80f7ca940beaef49", "9fbef8a1f300d128"),
    ("wav24", 44100, "fcb0be10dddfc0ae", "958e05a2c31abf1f"),
    ("wavf32", 24000, "78a731fa866dac7a", "953df5f1625855a2"),
    ("wavf32", 44100, "b1d985ffe5b32f1c", "ed602aa67b97ece7"),
    ("pcm", 24000, "31fa78ba2cfc57eb", "31fa78ba2cfc57eb"),
    ("pcm", 44100, "89693d8f14ac11af", "89693d8f14ac11af"),
    ("pcm24", 24000, "c751b4c12fd700b7", "c751b4c12fd700b7"),
    ("pcm24", 44100, "7239f0a74310bea1", "7239f0a74310bea1"),
    ("pcmf32", 24000, "2031427e15d2b40a", "2031427e15d2b40a"),
    ("pcmf32", 44100, "14199a6678ebc6c1", "14199a6678ebc6c1"),
    ("flac", 24000, "08f4480bc69f765c", "21f9f7907c7835b3"),
    ("flac", 44100, "4b9f7ce92e6202f0", "c5a572585bf093f8"),
    ("mp3", 24000, "c383691187f13cee", "ace7ebd1c802b439"),
    ("mp3", 44100, "c0f295477784caa4", "56d414c0e5e3b316"),
    ("m4a", 24000, "4967a46e65cdbe6c", "a37e2a3c6be0d6cd"),
    ("m4a", 44100, "cd46455134b18ab9", "2005f563777b10e4"),
    ("aac", 24000, "232cd64f2c6ec0ab", "232cd64f2c6ec0ab"),
    ("aac", 44100, "bcad993ee143b013", "bcad993ee143b013"),
];

/// Pulses through three resonances: made by products and sums alone, which are exact everywhere, as
/// sines are not.
fn pulses() -> Vec<f32> {
    let mut random = Random(5);
    let resonances = [(1.95, -0.97), (1.7, -0.95), (0.9, -0.9)]; // of two poles each
    let mut states = [[0.0f64; 2]; 3];
    let (mut left, mut period) = (0, 0);
    let sample = |i: usize| {
        if left == 0 {
            period = 100 + random.below(120);
            left = period;
        }
        left -= 1;
        let pulse = if left == 0 { 1.0 } else { 0.01 * (random.unit() - 0.5) };
        // Half a second of sound, then a quarter of silence.
        let pulse = if i % 18_000 < 12_000 { pulse } else { 0.0 };
        let mut sum = 0.0;
        for (state, (a, b)) in states.iter_mut().zip(resonances) {
            let value = pulse + a * state[0] + b * state[1];
            *state = [value, state[0]];
            sum += value;
        }
        (0.02 * sum) as f32
    };
    (0..60_000).map(sample).collect()
}

fn sum(name: &str, rate: u32, target: Target) -> String {
    let mut options = AudioOptions::new(name.parse().unwrap());
    options.sample_rate = Some(rate);
    options.target = target;
    options.tags.title = Some("Pulses".to_owned());
    let sum = Sha256::digest(encode(&options, &pulses(), 1));
    sum[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_bytes_are_those_of_every_machine() {
    let mut found = Vec::new();
    for format in AudioFormat::all().filter(|&format| format != AudioFormat::Opus) {
        for rate in [24_000, 44_100] {
            let name = format.name();
            let [stream, file] = [Target::Stream, Target::File].map(|t| sum(name, rate, t));
            println!("    (\"{name}\", {rate}, \"{stream}\", \"{file}\"),");
            found.push((name, rate, stream, file));
        }
    }
    let expected = SUMS.map(|(name, rate, stream, file)| (name, rate, stream.into(), file.into()));
    assert_eq!(found, expected);
}
