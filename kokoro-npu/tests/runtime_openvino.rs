//! OpenVINO's CPU device, in a build of ONNX Runtime that has it. (The plugin
//! `onnxruntime-ep-openvino` 1.8.1 finds no device on a PC without Intel's processors.)

mod provider;

use kokoro_npu::runtime::{OpenVino, Provider};
use provider::Subject;

fn cpu_device() -> Subject {
    let provider = Provider::OpenVino(OpenVino { device: "CPU".into(), plugin: None });
    Subject { library: test_libraries::openvino(), provider }
}

#[test]
fn the_whole_graph_runs_on_openvino() {
    cpu_device().takes_the_whole_graph();
}

#[test]
fn a_provider_that_is_built_in_does_not_take_the_cpus_sessions() {
    cpu_device().leaves_the_cpus_sessions_alone();
}

/// OpenVINO 2025.4 may refuse the graph that it wrote; then the session compiles anew.
#[test]
fn a_compiled_graph_is_reused_or_its_refusal_told() {
    println!("reused: {}", cpu_device().reuses_a_compiled_graph());
}
