//! What holds for every format, without another decoder.

mod support;

use kokoro_audio::{AudioFormat, AudioOptions, Encoder, Error, SampleFormat, Target};
use support::{Random, encode, speech};

fn options(format: AudioFormat, target: Target) -> AudioOptions {
    let mut options = AudioOptions::new(format);
    options.target = target;
    options
}

fn all() -> impl Iterator<Item = AudioOptions> {
    let both = |format| [options(format, Target::Stream), options(format, Target::File)];
    AudioFormat::all().flat_map(both)
}

#[test]
fn the_cut_into_pushes_changes_nothing() {
    let samples = speech(2);
    for options in all() {
        for rate in [None, Some(16_000), Some(44_100)] {
            let mut options = options.clone();
            options.sample_rate = rate;
            let mut encoder = Encoder::new(&options).unwrap();
            let mut whole = encoder.push(&samples).unwrap();
            let ending = encoder.finish().unwrap();
            whole.extend(ending.bytes);
            if let Some(start) = ending.start {
                whole[..start.len()].copy_from_slice(&start);
            }
            for seed in 0..3 {
                assert!(encode(&options, &samples, seed) == whole, "{options:?}");
            }
        }
    }
}

#[test]
fn nothing_to_encode_is_an_error() {
    for options in all() {
        let mut encoder = Encoder::new(&options).unwrap();
        assert_eq!(encoder.push(&[]).unwrap(), []);
        let error = encoder.finish().unwrap_err();
        assert!(matches!(error, Error::NoSamples), "{options:?}: {error}");
    }
}

#[test]
fn a_single_sample_and_other_short_ones_are_encoded() {
    let samples = speech(1);
    for options in all() {
        for length in (1..100).chain([575, 576, 577, 1024, 4096, 4097]) {
            for rate in [None, Some(8_000)] {
                let mut options = options.clone();
                options.sample_rate = rate;
                assert!(
                    !encode(&options, &samples[..length], 1).is_empty(),
                    "{options:?} {length}"
                );
            }
        }
    }
}

#[test]
fn what_is_not_finite_or_too_loud_is_taken() {
    let wild = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 1e30, -7.0, f32::MIN_POSITIVE, -0.0];
    let samples: Vec<f32> = (0..10_000).map(|i| wild[i * 31 % wild.len()]).collect();
    let mut random = Random(3);
    let any_bits: Vec<f32> = (0..10_000).map(|_| f32::from_bits(random.next() as u32)).collect();
    for options in all() {
        for samples in [&samples, &any_bits] {
            assert!(!encode(&options, samples, 1).is_empty(), "{options:?}");
        }
    }
    let float = options(AudioFormat::Pcm(SampleFormat::F32), Target::Stream);
    let bytes = encode(&float, &wild, 1);
    let floats: Vec<f32> =
        bytes.chunks_exact(4).map(|b| f32::from_le_bytes(b.try_into().unwrap())).collect();
    assert_eq!(floats[..5], [0.0, 1.0, -1.0, 1e30, -7.0]);
}

#[test]
fn rates_that_no_format_has_are_refused() {
    for format in AudioFormat::all() {
        for rate in [0, 1, 7_999, 48_001, u32::MAX] {
            let mut options = AudioOptions::new(format);
            options.sample_rate = Some(rate);
            let error = Encoder::new(&options).unwrap_err();
            assert!(matches!(error, Error::SampleRate { rate: r } if r == rate), "{error}");
        }
    }
    for rate in [8_000, 12_345, 44_101, 48_000] {
        for format in [AudioFormat::default(), AudioFormat::Flac, AudioFormat::Opus] {
            let mut options = AudioOptions::new(format);
            options.sample_rate = Some(rate);
            assert!(Encoder::new(&options).is_ok(), "{format} {rate}");
        }
    }
}

#[test]
fn bit_rates_are_refused_where_they_cannot_be_kept() {
    for format in AudioFormat::all() {
        let mut options = AudioOptions::new(format);
        for rate in [0, 1, u32::MAX] {
            options.bit_rate = Some(rate);
            let error = Encoder::new(&options).unwrap_err();
            let lossless = matches!(error, Error::BitRateOfLossless { .. });
            assert!(lossless || matches!(error, Error::BitRate { .. }), "{format}: {error}");
        }
    }
}
