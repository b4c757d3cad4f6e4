//! How ONNX Runtime says that something failed.

/// The message of a status that ONNX Runtime returned. It gives its errors in no other form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct OrtStatus {
    message: String,
}

impl OrtStatus {
    pub(super) fn of<R>(error: &ort::Error<R>) -> Self {
        Self { message: error.message().to_owned() }
    }

    /// The library's interface could not be read: the words of the bindings.
    pub(super) fn of_loading(error: &ort::LoadDynamicError) -> Self {
        Self { message: error.to_string() }
    }

    /// What ONNX Runtime said.
    pub fn message(&self) -> &str {
        &self.message
    }
}
