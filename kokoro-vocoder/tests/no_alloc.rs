//! After planning, the `_into` calls allocate nothing. One test only: the count is that of the
//! whole process.

mod common;

use std::alloc::System;

use common::Uniform;
use kokoro_vocoder::{Istft, Spectrum, Stft, StftConfig};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

#[test]
fn calls_do_not_allocate() {
    for n_fft in [20, 21, 74] {
        let config = StftConfig { n_fft, hop: 5 };
        let columns = 121;
        let spectrum = Uniform(1).spectrum(config, columns);
        let logits = Uniform(2).signal(22 * columns);
        let mut samples = vec![0.0; config.samples(columns)];
        let mut harmonics = vec![0.0; 2 * config.bins() * columns];
        let (stft, istft) = (Stft::new(config).unwrap(), Istft::new(config).unwrap());
        let (mut forward, mut inverse) = (stft.make_scratch(), istft.make_scratch());
        let mut assigned = Spectrum::from_logits(&logits).unwrap();

        let region = Region::new(ALLOCATOR);
        assigned.assign_logits(&logits).unwrap();
        istft.process_into(&spectrum, &mut samples, &mut inverse).unwrap();
        let (magnitude, phase) = harmonics.split_at_mut(config.bins() * columns);
        stft.process_into(&samples, magnitude, phase, &mut forward).unwrap();
        let change = region.change();
        assert_eq!((change.allocations, change.reallocations), (0, 0), "n_fft {n_fft}");
    }
    let region = Region::new(ALLOCATOR);
    drop(vec![1_u8; 100]);
    assert!(region.change().allocations > 0, "the count does not count");
}
