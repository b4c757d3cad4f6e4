//! Against PyTorch. The expected numbers can be made with the following snippet.
/*
import torch

def pair(n, hop, samples, columns):
    w = torch.hann_window(n)
    X = torch.stft(torch.arange(samples).cos(), n, hop, n, window=w, return_complex=True)
    i = torch.arange(float((n // 2 + 1) * columns)).reshape(-1, columns)
    Y = (1 + i.cos()) * torch.exp(1j * 4 * (3 * i).sin())
    print(X.abs(), X.angle(), torch.istft(Y, n, hop, n, window=w))

pair(20, 5, 15, 3)
pair(7, 3, 16, 4)
*/

#![allow(clippy::excessive_precision, clippy::approx_constant)] // the digits are PyTorch's

mod common;

use common::{assert_close, rectangular};
use kokoro_vocoder::{Error, Istft, Spectrum, Stft, StftConfig, naive};

/// Relative to the largest value: PyTorch computes in `f32`, window included, and its numbers are
/// given to 1e-7.
const TOLERANCE: f32 = 1e-6;

fn check(
    config: StftConfig,
    forward: &Spectrum,
    columns: usize,
    inverse: &[f32],
) -> Result<(), Error> {
    let len = if config.n_fft == 20 { 15 } else { 16 };
    let signal: Vec<f32> = (0..len).map(|i| (i as f32).cos()).collect();
    let size = 0..config.bins() * columns;
    let spectrum = Spectrum {
        magnitude: size.clone().map(|i| 1.0 + (i as f32).cos()).collect(),
        phase: size.map(|i| 4.0 * (3.0 * i as f32).sin()).collect(),
        columns,
    };
    let (stft, istft) = (Stft::new(config)?, Istft::new(config)?);
    let found = [
        (stft.process(&signal)?, istft.process(&spectrum)?),
        (naive::stft(config, &signal)?, naive::istft(config, &spectrum)?),
    ];
    for (spectrum, samples) in found {
        assert_eq!(spectrum.columns, forward.columns);
        assert_close("magnitude", &spectrum.magnitude, &forward.magnitude, TOLERANCE);
        assert_close("spectrum", &rectangular(&spectrum), &rectangular(forward), TOLERANCE);
        assert_close("samples", &samples, inverse, TOLERANCE);
    }
    Ok(())
}

#[test]
#[rustfmt::skip]
fn the_model_lengths() {
    let forward = Spectrum {
        magnitude: vec![
            0.0593289, 0.0168291, 1.2741480, 1.8270712,
            0.1176111, 0.0950900, 1.3234891, 2.3077290,
            1.8370517, 1.8255955, 3.0676565, 3.8454418,
            4.8893700, 4.8957362, 3.7938263, 2.0734069,
            3.1880465, 3.1843858, 2.9536028, 2.3066125,
            0.2059367, 0.2079414, 1.2612106, 2.1354012,
            0.0437687, 0.0445928, 0.7551091, 0.9937826,
            0.0166653, 0.0164845, 0.4991360, 0.7595506,
            0.0085553, 0.0073419, 0.4008478, 0.6177066,
            0.0056394, 0.0031953, 0.3710807, 0.5521306,
            0.0048769, 0.0013832, 0.3613797, 0.5400386,
        ],
        phase: vec![
            0.0000000, 0.0000000, 0.0000000, 0.0000000,
            -0.0000007, -1.2123237, 1.5953771, -2.7512565,
            -0.0000001, -1.2813286, -2.8994856, 0.7020025,
            3.1415927, 1.8580227, 0.3520789, -2.6555600,
            0.0000001, -1.2828451, -2.1409538, -1.7334082,
            -3.1415923, 1.8555562, 0.7317104, 1.4026378,
            3.1415913, 1.8529440, 2.1729164, -1.2713864,
            3.1415927, 1.8616571, -2.3856330, 2.1338181,
            -3.1415787, 1.9076828, -0.5173832, -0.6336319,
            3.1415815, 2.0952103, 1.3214327, 2.8085268,
            3.1415927, 3.1415927, 3.1415927, 0.0000000,
        ],
        columns: 4,
    };
    let inverse = [
        -0.0983647, 0.1237200, 0.1407016, 0.0835854, 0.2072145,
        -0.1928871, -0.1083303, 0.3235047, 0.3021112, -0.0039909,
    ];
    check(StftConfig::default(), &forward, 3, &inverse).unwrap();
}

#[test]
#[rustfmt::skip]
fn an_odd_length_and_a_hop_that_does_not_divide_it() {
    let forward = Spectrum {
        magnitude: vec![
            1.2752119, 1.3607618, 1.4190757, 1.4489870, 1.4498969, 0.3758547,
            1.7220098, 1.7166063, 1.7127115, 1.7106466, 1.7105832, 1.0139931,
            1.0276555, 1.0284425, 1.0290079, 1.0293069, 1.0293162, 1.3467822,
            0.0429592, 0.0441757, 0.0450300, 0.0454755, 0.0454892, 0.5129592,
        ],
        phase: vec![
            0.0000000, 3.1415927, 0.0000000, 3.1415927, 0.0000000, 0.0000000,
            -2.6293454, 0.3679996, -2.9186294, 0.0774179, 3.0732830, 0.9412718,
            0.4969760, -2.7855444, 0.2153068, -3.0669084, -0.0658956, -2.4273274,
            -2.7658830, 0.2641436, -2.9838676, 0.0543616, 3.0936375, 1.1000179,
        ],
        columns: 6,
    };
    let inverse = [
        0.0269407, 0.6163822, -0.5036585, 0.9794498, 0.2805144,
        0.5859370, 0.5545822, 0.7056816, 0.0203187, 0.2331820,
    ];
    check(StftConfig { n_fft: 7, hop: 3 }, &forward, 4, &inverse).unwrap();
}
