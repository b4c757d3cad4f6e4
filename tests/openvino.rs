//! Segments on OpenVINO's CPU device.

#[path = "../kokoro-npu/tests/library/mod.rs"]
mod library;

use kokoro_npu::quantize::Precision;
use kokoro_npu::runtime::Runtime;
use kokoro_npu::target::Target;
use kokoro_tests::{ShortSegment, assert_relative};

const F32_BAR: f64 = 1e-3;
const A16W8_BAR: f64 = 1e-1;
const INT8_BAR: f64 = 1e-1;

fn agrees(precision: Precision, bar: f64) {
    let runtime = Runtime::load(library::openvino()).unwrap();
    let segment = ShortSegment::new(precision, Target::OpenVino);
    let found = segment.wholly_on(&runtime, "openvino:CPU");
    let expected = segment.interpreted();
    let cpu = segment.on_cpu(&runtime);
    println!("cpu {}", kokoro_npu::distance::relative_l2(&cpu, &expected));
    println!("ov {}", kokoro_npu::distance::relative_l2(&found, &expected));
    assert_relative(&format!("{precision} on OpenVINO"), &found, &expected, bar);
}

#[test]
fn f32_runs_wholly_on_openvino() {
    agrees(Precision::F32, F32_BAR);
}

#[test]
fn sixteen_bits_run_wholly_on_openvino() {
    agrees(Precision::A16W8, A16W8_BAR);
}

#[test]
fn eight_bits_run_wholly_on_openvino() {
    agrees(Precision::Int8, INT8_BAR);
}
