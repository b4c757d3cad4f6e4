//! Convolutions on every instruction set of this processor against the definition, over shapes,
//! dilations and odd lengths.

mod common;

use std::sync::atomic::AtomicBool;

use common::Random;
use kokoro_kernels::{
    Activation, Affine, Conv, ConvInput, ConvOutput, Element, Geometry, Interrupt, Isa, Precision,
    Snake, WriteMode, bf16, naive,
};
use proptest::prelude::*;

/// Error relative to the greatest output, in f32: sums of a few thousand products, and minimal
/// filtering, which loses another digit.
const F32_ERROR: f64 = 2e-5;
/// A bf16 has eight bits: input and weight are each off by up to half of 2⁻⁸. Long sums average
/// this out.
const BF16_ERROR: f64 = 2e-2;
/// The input's range has 255 steps, and half of the weights' range 127.
const INT8_ERROR: f64 = 4e-2;

#[derive(Debug, Clone)]
struct Case {
    c_in: usize,
    c_out: usize,
    geometry: Geometry,
    len: usize,
    activation: usize,
    affine: bool,
    residual: bool,
    mode: WriteMode,
    seed: u64,
}

fn cases() -> impl Strategy<Value = Case> {
    let channels = prop_oneof![1usize..40, Just(48), Just(64), Just(128), Just(72)];
    let geometry = (
        prop_oneof![1usize..13, Just(3), Just(7), Just(11)],
        prop_oneof![4 => Just(1usize), 1 => 2usize..7],
        1usize..6,
        0usize..30,
    );
    let mode = prop_oneof![Just(WriteMode::Overwrite), Just(WriteMode::Accumulate)];
    let switches = (0usize..3, any::<bool>(), any::<bool>(), mode);
    (
        channels.clone(),
        prop_oneof![channels, Just(128), Just(130)],
        geometry,
        0usize..200,
        switches,
        any::<u64>(),
    )
        .prop_map(
            |(
                c_in,
                c_out,
                (kernel, stride, dilation, padding),
                extra,
                (activation, affine, residual, mode),
                seed,
            )| {
                let padding = padding.min(dilation * (kernel - 1));
                let len = (dilation * (kernel - 1) + 1 + extra).saturating_sub(2 * padding).max(1);
                let geometry = Geometry { kernel, stride, dilation, padding };
                Case { c_in, c_out, geometry, len, activation, affine, residual, mode, seed }
            },
        )
}

fn worst(found: &[f32], expected: &[f64]) -> f64 {
    let scale = expected.iter().fold(1e-3f64, |m, y| m.max(y.abs()));
    found.iter().zip(expected).map(|(a, b)| (f64::from(*a) - b).abs()).fold(0.0, f64::max) / scale
}

impl Case {
    fn check(&self, precision: Precision, bar: f64) {
        let mut random = Random::new(self.seed);
        let Self { c_in, c_out, geometry, .. } = *self;
        let out_len = geometry.output_len(self.len).expect("a case has output");
        let (weight, bias) = (random.floats(c_out * c_in * geometry.kernel), random.floats(c_out));
        let x = random.floats(self.len * c_in);
        let affine = self.affine.then(|| {
            let three = random.floats(3 * c_in).into_iter().map(f64::from).collect::<Vec<_>>();
            Affine::new(three.chunks_exact(3).map(|three| (three[0], three[1], three[2])))
        });
        let alpha: Vec<f32> = random.floats(c_in).iter().map(|a| a + 1.5).collect();
        let activation = [
            Activation::Identity,
            Activation::LeakyRelu(0.2),
            Activation::Snake(Snake::new(&alpha)),
        ][self.activation]
            .clone();
        let (before, residual) = (random.floats(out_len * c_out), random.floats(out_len * c_out));
        let mut expected = naive::conv(&x, affine.as_ref(), &activation, &weight, &bias, geometry);
        for (i, y) in expected.iter_mut().enumerate() {
            *y += if self.residual { residual[i].into() } else { 0.0 };
            if self.mode == WriteMode::Accumulate {
                *y += f64::from(before[i]);
            }
            *y *= 0.5;
        }
        let moments = naive::moments(&expected, c_out);
        for isa in Isa::available() {
            let conv = Conv::with_isa(&weight, &bias, geometry, precision, isa);
            let mut y = before.clone();
            let input = ConvInput { values: &x, affine: affine.as_ref(), activation: &activation };
            let residual = self.residual.then_some(&residual[..]);
            let output = ConvOutput {
                values: &mut y,
                residual,
                mode: self.mode,
                gain: 0.5,
                interrupt: None,
            };
            let found = conv.run_measured(&input, output);
            let error = worst(&y, &expected);
            assert!(error < bar, "{isa}, {precision}: {error:e} in {self:?}");
            let pairs = naive::pairs(&found);
            let apart = pairs
                .iter()
                .zip(&moments)
                .map(|(a, b)| (a.0 - b.0).abs().max((a.1 - b.1).abs() / (1.0 + b.1)));
            let scale = expected.iter().fold(1e-3f64, |m, y| m.max(y.abs()));
            assert!(
                apart.fold(0.0, f64::max) < 2.0 * bar * scale,
                "{isa}, {precision}: moments in {self:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn f32_equals_the_definition(case in cases()) {
        case.check(Precision::F32, F32_ERROR);
    }

    /// Linear layers in f32 whose columns are whole cache lines are multiplied where they lie.
    #[test]
    fn linear_layers_equal_the_definition(
        case in cases(), lines in 1usize..9, c_out in 1usize..300, len in 1usize..150,
    ) {
        let (c_in, geometry) = (16 * lines, Geometry::default());
        let case = Case { c_in, c_out, geometry, len, activation: 0, affine: false, ..case };
        case.check(Precision::F32, F32_ERROR);
    }

    #[test]
    fn bf16_is_near_the_definition(case in cases()) {
        case.check(Precision::Bf16, BF16_ERROR);
    }

    #[test]
    fn int8_is_near_the_definition(case in cases()) {
        case.check(Precision::Int8, INT8_ERROR);
    }
}

/// As few output channels as one narrow panel has (8, 16 or 32 on the sets with vectors of 4, 8 and
/// 16 lanes), with a kernel and as many input channels as minimal filtering takes.
#[test]
fn a_narrow_panel_of_wide_input_equals_the_definition() {
    for c_out in [8, 16, 32] {
        for dilation in [1, 3] {
            let geometry = Geometry::same(7, dilation);
            let (c_in, len, activation) = (64, 50, 1);
            let (affine, residual, mode) = (true, true, WriteMode::Accumulate);
            let case =
                Case { c_in, c_out, geometry, len, activation, affine, residual, mode, seed: 1 };
            case.check(Precision::F32, F32_ERROR);
        }
    }
}

/// The output of a convolution of 64 to 128 channels on one instruction set.
fn output<E: Element>(isa: Isa, precision: Precision, kernel: usize, threads: usize) -> Vec<E> {
    let mut random = Random::new(7);
    let (weight, bias) = (random.floats(128 * 64 * kernel), random.floats(128));
    let x = random.floats(701 * 64);
    let conv = Conv::with_isa(&weight, &bias, Geometry::same(kernel, 3), precision, isa);
    let mut y = vec![E::default(); 701 * 128];
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    pool.install(|| {
        let input = ConvInput { values: &x, affine: None, activation: &Activation::LeakyRelu(0.1) };
        let mode = WriteMode::Overwrite;
        conv.run(
            &input,
            ConvOutput { values: &mut y, residual: None, mode, gain: 1.0, interrupt: None },
        );
    });
    y
}

#[test]
fn threads_and_instructions_do_not_change_a_bit() {
    for kernel in [1, 3, 5] {
        for precision in [Precision::F32, Precision::Int8] {
            let sets = Isa::available();
            let expected = output::<f32>(sets[0], precision, kernel, 1);
            // The portable set has no fused multiply-add unless the whole build has.
            let fused = cfg!(any(target_feature = "fma", target_arch = "aarch64"));
            for &isa in sets.iter().filter(|isa| fused || isa.to_string() != "portable") {
                for threads in [1, 3] {
                    assert!(
                        output::<f32>(isa, precision, kernel, threads) == expected,
                        "{isa}, {precision}, {threads} threads, kernel {kernel}"
                    );
                }
            }
        }
    }
}

#[test]
fn bf16_tensors_are_rounded_f32_ones() {
    for isa in Isa::available() {
        let (wide, narrow) =
            (output::<f32>(isa, Precision::F32, 7, 2), output::<bf16>(isa, Precision::F32, 7, 2));
        assert!(wide.iter().zip(narrow).all(|(&w, n)| bf16::from_f32(w) == n), "{isa}");
    }
}

/// A convolution that is to stop before its first block writes nothing; the next is whole.
#[test]
fn a_stopped_convolution_writes_nothing() {
    let mut random = Random::new(3);
    let (weight, bias, x) = (random.floats(16 * 16), random.floats(16), random.floats(16 * 900));
    let conv = Conv::new(&weight, &bias, Geometry::default(), Precision::F32);
    let input = ConvInput { values: &x, affine: None, activation: &Activation::Identity };
    let run = |interrupt: Option<&dyn Interrupt>| {
        let mut y = vec![7f32; 16 * 900];
        let mode = WriteMode::Overwrite;
        let output = ConvOutput { values: &mut y, residual: None, mode, gain: 1.0, interrupt };
        let moments = conv.run_measured(&input, output);
        (y, moments)
    };
    let (y, moments) = run(Some(&AtomicBool::new(true)));
    assert!(y.iter().all(|&y| y == 7.0));
    assert!(moments.mean().iter().all(|&mean| mean == 0.0));
    assert!(run(Some(&AtomicBool::new(false))) == run(None));
}
