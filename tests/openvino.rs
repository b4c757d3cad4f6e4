//! Segments on OpenVINO's CPU device.

use kokoro_npu::SegmentPrecision;
use kokoro_npu::runtime::Runtime;
use kokoro_npu::target::Target;
use kokoro_tests::{ShortSegment, assert_relative};

/// OpenVINO's f32 kernels sum in other orders, and some functions are its own: measured, 5e-5.
const F32_BAR: f64 = 5e-4;
/// In 16 bits, a value is off by one code now and then: measured, 3e-4.
const A16W8_BAR: f64 = 3e-3;
/// In 8 bits, a value is off by one step of 1/255 now and then, and 66 layers carry that on: ONNX
/// Runtime's own kernels are as far away.
const INT8_BAR: f64 = 1.5e-1;

fn agrees(precision: SegmentPrecision, bar: f64) {
    let runtime = Runtime::load(test_libraries::openvino()).unwrap();
    let segment = ShortSegment::new(precision, Target::OpenVino);
    let found = segment.wholly_on(&runtime, "openvino:CPU");
    assert_relative(&format!("{precision} on OpenVINO"), &found, &segment.interpreted(), bar);
}

#[test]
fn f32_runs_wholly_on_openvino() {
    agrees(SegmentPrecision::F32, F32_BAR);
}

#[test]
fn sixteen_bits_run_wholly_on_openvino() {
    agrees(SegmentPrecision::A16W8, A16W8_BAR);
}

#[test]
fn eight_bits_run_wholly_on_openvino() {
    agrees(SegmentPrecision::Int8, INT8_BAR);
}
