//! `POST /v1/audio/voices/combine`: a blend of voices as a file.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kokoro::read_voice;
use serde_json::Value;
use tokio::task::spawn_blocking;

use super::download_name::download_name;
use super::torch_file::torch_file;
use crate::fields::{invalid_value, wrong_type};
use crate::openai::voice::resolve;
use crate::{ApiError, AppState};

/// The shape of a voice's tensor.
const SHAPE: [u32; 3] = [510, 1, 256];

/// A blend of voices as a file that PyTorch reads.
///
/// The body is a JSON text such as `"af_bella(2)+af_sky"`, or a list of voices, of which each
/// counts as much. Blends need no file to be spoken: `voice` takes them as they are.
#[utoipa::path(post, path = "/v1/audio/voices/combine", tag = "kokoro-fastapi",
    request_body(content = String, content_type = "application/json"),
    responses(
        (status = 200, description = "A tensor of f32, 510 × 1 × 256, as `torch.save` writes it",
            content_type = "application/octet-stream"),
        (status = 400, description = "A voice is not known"),
        (status = 403, description = "The operator does not allow it"),
    ))]
pub(crate) async fn combine(
    State(state): State<AppState>,
    body: Bytes,
) -> Result<Response, ApiError> {
    if !state.options().combining {
        let message = "this server gives out no files of voices; its operator can allow it. \
                       Blends can be spoken all the same";
        return Err(ApiError::forbidden("permission_denied", message));
    }
    let wanted = wanted(&body)?;
    let voice = resolve(&wanted, state.kokoro())?;
    let work = spawn_blocking(move || {
        let voice = read_voice(&voice, state.kokoro().weights());
        voice.map_err(|error| ApiError::from(&error))
    });
    let failed = || ApiError::internal("the file could not be made");
    let voice = work.await.map_err(|_| failed())??;
    let file = torch_file(voice.rows(), SHAPE).map_err(|_| failed())?;
    let name = download_name(Some(&wanted), "voice.pt");
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, file).into_response())
}

/// The blend that is asked for, as a text.
fn wanted(body: &[u8]) -> Result<String, ApiError> {
    let expected = "a blend of voices, or a list of them";
    let value: Value = serde_json::from_slice(body)
        .map_err(|error| ApiError::bad_request("invalid_json", format!("no JSON: {error}")))?;
    match &value {
        Value::String(blend) => Ok(blend.clone()),
        Value::Array(voices) => {
            let voices: Option<Vec<&str>> = voices.iter().map(Value::as_str).collect();
            let voices = voices.filter(|voices| !voices.is_empty());
            Ok(voices.ok_or_else(|| invalid_value("voices", expected, &value))?.join("+"))
        }
        _ => Err(wrong_type("voices", expected, &value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blend_is_a_text_or_a_list() {
        assert_eq!(wanted(br#""a(2)+b""#).unwrap(), "a(2)+b");
        assert_eq!(wanted(br#"["a", "b"]"#).unwrap(), "a+b");
        for wrong in ["", "a+b", "3", "[]", "[1]", "{}"] {
            assert_eq!(wanted(wrong.as_bytes()).unwrap_err().status, 400, "{wrong}");
        }
    }
}
