//! What to do about errors of segments: the libraries do not know this command's options.

use kokoro::npu::Error as Npu;
use kokoro::npu::runtime::{Error as Runtime, Unavailable};
use kokoro_ablate::Error as Ablate;

use crate::error::Error;

/// What the user can do about an error of segments, if this command knows anything.
pub(super) fn hint(error: &Error) -> String {
    if let Error::Ablate(Ablate::OtherRun { .. } | Ablate::Journal { .. }) = error {
        return ", or begin anew with --force".into();
    }
    match runtime_error(error) {
        Some(Runtime::LibraryNotFound { .. }) => {
            "; name one (--ort-lib, or the variable ORT_DYLIB_PATH) or run `pip install \
             onnxruntime`"
                .into()
        }
        Some(Runtime::LibraryVersion { .. }) => ": run `pip install --upgrade onnxruntime`".into(),
        Some(Runtime::Unavailable { source, .. }) => plugin_hint(source),
        _ => String::new(),
    }
}

fn plugin_hint(reason: &Unavailable) -> String {
    match reason {
        Unavailable::PluginNotFound { package, .. } => {
            format!("; name it (plugin=PATH) or run `pip install {package}`")
        }
        _ => String::new(),
    }
}

/// The error of ONNX Runtime in an error, whatever library has carried it here.
fn runtime_error(error: &Error) -> Option<&Runtime> {
    let npu = match error {
        Error::Runtime(error) => return Some(error),
        Error::Kokoro(kokoro::Error::Npu(error)) => error,
        Error::Export(kokoro::export::Error::Segment(error)) => error,
        Error::Ablate(Ablate::Segment(error)) => error,
        _ => return None,
    };
    match &**npu {
        Npu::Runtime(error) => Some(error),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn a_missing_library_says_how_to_name_one() {
        let missing = || Runtime::LibraryNotFound { looked: vec!["/usr/lib".into()] };
        let line = Error::from(missing()).line();
        assert!(line.contains("/usr/lib") && line.contains("--ort-lib"), "{line}");
        let carried = Error::from(kokoro::Error::from(Npu::from(missing())));
        assert_eq!(carried.line(), line);
    }

    #[test]
    fn rows_of_another_run_can_be_dropped() {
        let (path, what) = (PathBuf::from("rows.jsonl"), "runs".into());
        let (expected, found) = ("3".into(), "1".into());
        let error = Error::from(Ablate::OtherRun { path, what, expected, found });
        assert!(error.line().ends_with("use another folder, or begin anew with --force"));
    }
}
