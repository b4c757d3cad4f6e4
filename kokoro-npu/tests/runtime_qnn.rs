//! Qualcomm's provider, a plugin, on the emulator of its HTP.

mod provider;

use kokoro_npu::runtime::{Provider, Qnn, QnnBackend, Runtime};
use provider::Subject;

fn qnn(backend: QnnBackend) -> Provider {
    let plugin = Some(test_libraries::qnn().to_owned());
    Provider::Qnn(Qnn { backend, plugin, ..Qnn::default() })
}

fn htp() -> Subject {
    Subject { library: test_libraries::onnxruntime(), provider: qnn(QnnBackend::Htp) }
}

#[test]
fn the_whole_graph_runs_on_the_htp() {
    htp().takes_the_whole_graph();
}

#[test]
fn a_registered_plugin_does_not_take_the_cpus_sessions() {
    htp().leaves_the_cpus_sessions_alone();
}

#[test]
fn a_compiled_graph_is_reused() {
    assert!(htp().reuses_a_compiled_graph(), "QNN reopens what it wrote");
}

#[test]
fn a_backend_that_is_missing_is_an_error_and_not_the_cpu() {
    let runtime = Runtime::load(test_libraries::onnxruntime()).unwrap();
    let message = qnn(QnnBackend::Cpu).check(&runtime).unwrap_err().to_string();
    assert!(message.contains("its backend libQnnCpu.so"), "{message}");
}
