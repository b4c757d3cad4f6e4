//! Segments on the emulator of Qualcomm's HTP.

use kokoro_npu::SegmentPrecision;
use kokoro_npu::runtime::Runtime;
use kokoro_npu::target::Target;
use kokoro_tests::{ShortSegment, assert_relative};

/// With 16-bit activations, and floats in f16 (11 significant bits): the bar that was set.
const A16W8_BAR: f64 = 1e-2;
/// With 8-bit activations, and floats in f16: a code is off by one now and then, and 66 layers
/// carry that on.
const INT8_BAR: f64 = 1e-1;

/// On a PC, the plugin must be told the chip to compute floats in f16: 60 and 75 are an SM8650.
fn htp() -> String {
    format!("qnn:htp,fp16,soc_model=60,htp_arch=75,plugin={}", test_libraries::qnn().display())
}

fn agrees(precision: SegmentPrecision, target: Target, bar: f64) {
    let runtime = Runtime::load(test_libraries::onnxruntime()).unwrap();
    let segment = ShortSegment::new(precision, target);
    let found = segment.wholly_on(&runtime, &htp());
    let expected = segment.on_cpu(&runtime);
    assert_relative(&format!("{precision} for {target} on the HTP"), &found, &expected, bar);
}

#[test]
fn sixteen_bits_run_wholly_on_the_htp() {
    agrees(SegmentPrecision::A16W8, Target::Qnn, A16W8_BAR);
}

#[test]
fn eight_bits_run_wholly_on_the_htp() {
    agrees(SegmentPrecision::Int8, Target::Qnn, INT8_BAR);
}
