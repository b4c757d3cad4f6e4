//! What must hold for any input: inverse of forward, shared plans, refused input.

mod common;

use common::{SIZES, Uniform, assert_close, configs};
use kokoro_vocoder::{Error, Istft, IstftScratch, Spectrum, Stft, StftConfig};
use proptest::prelude::*;

/// Two transforms, each of a few `f32` roundings, where two windows or more cover each sample.
const ROUND_TRIP: f32 = 2e-6;

proptest! {
    #[test]
    fn inverse_of_forward_is_the_signal(size in 0..SIZES.len(), seed: u64, extra in 1..300_usize) {
        let config = configs().nth(size).unwrap();
        prop_assume!(2 * config.hop <= config.n_fft);
        let signal = Uniform(seed).signal(config.n_fft / 2 + extra);
        let spectrum = Stft::new(config).unwrap().process(&signal).unwrap();
        let samples = Istft::new(config).unwrap().process(&spectrum).unwrap();
        prop_assert!(signal.len() - samples.len() < config.hop);
        assert_close("round trip", &samples, &signal[..samples.len()], ROUND_TRIP);
    }

    /// Any bits at all: nothing panics, and lengths are right.
    #[test]
    fn any_bits_are_taken(bits in prop::collection::vec(any::<u32>(), 22 * 3)) {
        let values: Vec<f32> = bits.into_iter().map(f32::from_bits).collect();
        let spectrum = Spectrum::from_logits(&values).unwrap();
        let (magnitude, phase) = (values[..33].into(), values[33..].into());
        let raw = Spectrum { magnitude, phase, columns: 3 };
        let config = StftConfig::default();
        for spectrum in [&spectrum, &raw] {
            prop_assert_eq!(Istft::new(config).unwrap().process(spectrum).unwrap().len(), 10);
        }
        prop_assert_eq!(Stft::new(config).unwrap().process(&values).unwrap().columns, 14);
    }
}

#[test]
fn one_bad_column_spoils_its_own_samples_only() {
    let istft = Istft::new(StftConfig::default()).unwrap();
    let mut spectrum = Uniform(1).spectrum(istft.config(), 121);
    let good = istft.process(&spectrum).unwrap();
    spectrum.phase[3 * 121 + 50] = f32::INFINITY;
    let bad = istft.process(&spectrum).unwrap();
    for (t, (bad, good)) in bad.iter().zip(&good).enumerate() {
        // Column 50 starts at 250 − 10, where its window is 0, and covers 20 samples.
        assert_eq!(bad.is_nan(), (241..260).contains(&t), "sample {t}");
        assert!(bad.is_nan() || bad == good, "sample {t}");
    }
}

#[test]
fn threads_share_one_plan() {
    fn shareable<T: Send + Sync + Clone + 'static>() {}
    shareable::<(Stft, Istft, IstftScratch, Spectrum, Error)>();

    let (stft, istft) = (Stft::new(StftConfig::default()), Istft::new(StftConfig::default()));
    let (stft, istft) = (stft.unwrap(), istft.unwrap());
    let run = |seed| {
        let spectrum = stft.process(&Uniform(seed).signal(6000)).unwrap();
        (istft.process(&spectrum).unwrap(), spectrum)
    };
    let alone: Vec<_> = (0..4).map(run).collect();
    let together: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|seed| scope.spawn(move || run(seed))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(alone == together);
}

#[test]
fn the_model_lengths_hold() {
    let config = StftConfig::default();
    for frames in 1..=100 {
        assert_eq!(config.columns(600 * frames), Ok(120 * frames + 1));
        assert_eq!(config.samples(120 * frames + 1), 600 * frames);
    }
}

#[test]
fn wrong_lengths_are_named() {
    let istft = Istft::new(StftConfig::default()).unwrap();
    let mut scratch = istft.make_scratch();
    let length = |what, expected, found| Err(Error::Length { what, expected, found });
    let mut spectrum = Uniform(1).spectrum(istft.config(), 3);
    let mut out = [0.0; 9];
    assert_eq!(istft.process_into(&spectrum, &mut out, &mut scratch), length("output", 10, 9));
    let other = Istft::new(StftConfig { n_fft: 20, hop: 4 }).unwrap();
    let refused = istft.process_into(&spectrum, &mut [0.0; 10], &mut other.make_scratch());
    assert!(matches!(refused, Err(Error::Length { what: "scratch", .. })), "{refused:?}");
    spectrum.phase.pop();
    assert_eq!(istft.process(&spectrum).map(drop), length("phase", 33, 32));
    spectrum.columns = usize::MAX;
    assert_eq!(istft.process(&spectrum).map(drop), length("magnitude", usize::MAX, 33));

    let stft = Stft::new(StftConfig::default()).unwrap();
    let mut scratch = stft.make_scratch();
    let (mut magnitude, mut phase) = ([0.0; 44], [0.0; 43]);
    let refused = stft.process_into(&[0.0; 15], &mut magnitude, &mut phase, &mut scratch);
    assert_eq!(refused, length("phase", 44, 43));
    let mut other = Stft::new(StftConfig { n_fft: 21, hop: 5 }).unwrap().make_scratch();
    let refused = stft.process_into(&[0.0; 15], &mut magnitude, &mut [0.0; 44], &mut other);
    assert!(matches!(refused, Err(Error::Length { what: "scratch", .. })), "{refused:?}");
    let short = stft.process(&[0.0; 10]).map(drop);
    assert_eq!(short, Err(Error::TooShort { expected: 11, found: 10 }));
    assert!(stft.process(&[0.0; 11]).is_ok());
}

#[test]
fn impossible_plans_are_refused() {
    let refused = |n_fft, hop| {
        let config = StftConfig { n_fft, hop };
        (Stft::new(config).map(drop).err(), Istft::new(config).map(drop).err())
    };
    for n_fft in [0, 1, 4097, usize::MAX] {
        let size = Some(Error::Size { n_fft });
        assert_eq!(refused(n_fft, 5), (size.clone(), size));
    }
    assert_eq!(refused(20, 0), (Some(Error::Hop), Some(Error::Hop)));
    // A gap is no trouble forward: samples between columns are skipped.
    assert_eq!(refused(20, 20), (None, Some(Error::Gap { n_fft: 20, hop: 20 })));
    assert_eq!(refused(20, usize::MAX).0, None);
}
