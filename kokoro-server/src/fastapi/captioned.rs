//! `POST /dev/captioned_speech`: sound with the times of its words.

use std::time::{Duration, Instant};

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use futures_util::{TryStreamExt, stream};
use kokoro::audio::{Encoder, Target};

use super::captions::{Captioned, CaptionedSpeech, Captioner, Pieces};
use crate::fields::Fields;
use crate::json_body::JsonBody;
use crate::openai::prepared::prepared;
use crate::respond::headers::add;
use crate::{ApiError, AppState, Content, Form, Speaking, SpeechJob};

/// Sound with the times of its words.
///
/// The fields are those of `/v1/audio/speech`, and `return_timestamps`, which is true unless it is
/// said to be false. With `stream`, which is the default, the body has an object a line, each with
/// a piece of the sound and the words that were said; else it is one object.
#[utoipa::path(post, path = "/dev/captioned_speech", tag = "kokoro-fastapi",
    request_body(content = Object, content_type = "application/json"),
    responses(
        (status = 200, description = "Sound and words", body = CaptionedSpeech),
        (status = 400, description = "As for /v1/audio/speech"),
    ))]
pub(crate) async fn captioned_speech(
    State(state): State<AppState>,
    JsonBody(body): JsonBody,
) -> Result<Response, ApiError> {
    let (begun, mut fields) = (Instant::now(), Fields::new(body));
    let timed = fields.flag("return_timestamps")?.unwrap_or(true);
    fields.take("stream_format"); // the form of the response is fixed
    let mut job = prepared(&state, fields.into_rest())?.job;
    let whole = job.form == Form::Whole;
    job.audio.target = if whole { Target::File } else { Target::Stream };
    let encoder = Encoder::new(&job.audio).map_err(|error| ApiError::from(&error.into()))?;
    let pieces = match whole {
        true => Pieces::One { most: state.options().largest_whole },
        false => Pieces::Many,
    };
    let voices = match &job.content {
        Content::Parts(parts) => parts.clone(),
        _ => Vec::new(),
    };
    let mut captioner = Captioner::new(encoder, voices, pieces);
    if timed {
        captioner = captioner.with_words(job.text.clone(), job.options.text.format);
    }
    let content_type = job.audio.format.content_type();
    let (source, options) = (job.source(), job.options.clone());
    let mut speaking = state.speak(source, options, captioner).await?;
    let headers = headers(&job, begun.elapsed());
    if !whole {
        return Ok((headers, lines(speaking, content_type)).into_response());
    }
    let mut all = Captioned::default(); // a whole speech is one piece
    while let Some(piece) = speaking.next().await {
        all = piece.map_err(|error| ApiError::from(&error))?;
    }
    Ok((headers, Json(all.sent(content_type))).into_response())
}

fn headers(job: &SpeechJob, took: Duration) -> HeaderMap {
    let mut headers = job.headers.clone();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    add(&mut headers, took, &job.ignored);
    headers
}

/// A body with an object a line. An error breaks it off.
fn lines(speaking: Speaking<Captioned>, content_type: &'static str) -> Body {
    let pieces = stream::unfold(Some(speaking), async |speaking: Option<Speaking<_>>| {
        let mut speaking = speaking?;
        match speaking.next().await? {
            Ok(piece) => Some((Ok(piece), Some(speaking))),
            Err(error) => {
                tracing::warn!(%error, "a speech broke off");
                Some((Err(error), None))
            }
        }
    });
    Body::from_stream(pieces.map_ok(move |piece: Captioned| {
        // Keys are strings and no number is refused, so it does not fail.
        let mut line = serde_json::to_vec(&piece.sent(content_type)).unwrap_or_default();
        line.push(b'\n');
        Bytes::from(line)
    }))
}
