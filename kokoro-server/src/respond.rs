//! The response to a request for speech: sound as it is made, sound in one piece, or events.

mod events;
pub(crate) mod headers;
pub(crate) mod sound;

use std::time::{Duration, Instant};

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use futures_util::stream;
use kokoro::Error;
use kokoro::audio::{AudioFormat, Encoder, Target};
use tokio::time::timeout;

use crate::speech_job::{EventWords, Form, SpeechJob};
use crate::{ApiError, AppState, Speaking};
use events::{EventMaker, failure};
use sound::{SoundMaker, WholeSound};

/// Silence after which a stream of events says that it is alive, lest a proxy give it up.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// Speaks, and responds when the first of what was asked for is ready.
///
/// # Errors
/// Whatever is known to be wrong before the first sound. What goes wrong later breaks the body
/// off, so that no client takes a part for the whole; events end with one that tells the error.
pub async fn respond(state: &AppState, mut job: SpeechJob) -> Result<Response, ApiError> {
    let begun = Instant::now();
    job.audio.target = if job.form == Form::Whole { Target::File } else { Target::Stream };
    let encoder = Encoder::new(&job.audio).map_err(|error| ApiError::from(&error.into()))?;
    let (source, options) = (job.source(), job.options.clone());
    let (body, content_type) = match job.form {
        Form::Stream => {
            let speaking = state.speak(source, options, SoundMaker::new(encoder)).await?;
            (streamed(speaking), content_type(job.audio.format))
        }
        Form::Whole => {
            let most = state.options().largest_whole;
            let speaking = state.speak(source, options, WholeSound::new(encoder, most)).await?;
            (whole(speaking).await?, content_type(job.audio.format))
        }
        Form::Events(words) => {
            let text = (words == EventWords::Told).then(|| std::mem::take(&mut job.text));
            let maker = EventMaker::new(encoder, text, options.text.format);
            let speaking = state.speak(source, options, maker).await?;
            (events(speaking), HeaderValue::from_static("text/event-stream"))
        }
    };
    let mut response = Response::new(body);
    *response.headers_mut() = job.headers;
    response.headers_mut().insert(header::CONTENT_TYPE, content_type);
    headers::add(response.headers_mut(), begun.elapsed(), &job.ignored);
    Ok(response)
}

/// The type of a format. Raw samples have no registered type that tells their rate.
fn content_type(format: AudioFormat) -> HeaderValue {
    HeaderValue::from_static(format.content_type())
}

/// A body of pieces. An error breaks it off without the end that HTTP would otherwise give it.
fn streamed(speaking: Speaking<Bytes>) -> Body {
    Body::from_stream(stream::unfold(Some(speaking), async |speaking| {
        let mut speaking = speaking?;
        match speaking.next().await? {
            Ok(bytes) => Some((Ok(bytes), Some(speaking))),
            Err(error) => {
                tracing::warn!(%error, "a speech broke off");
                Some((Err(error), None))
            }
        }
    }))
}

/// A body whose length is known.
async fn whole(mut speaking: Speaking<Bytes>) -> Result<Body, ApiError> {
    let mut body = Bytes::new(); // a whole sound is one piece
    while let Some(piece) = speaking.next().await {
        body = piece.map_err(|error| ApiError::from(&error))?;
    }
    Ok(Body::from(body))
}

/// A body of events, of which an error is the last.
fn events(speaking: Speaking<Bytes>) -> Body {
    Body::from_stream(stream::unfold(Some(speaking), async |speaking| {
        let mut speaking = speaking?;
        let event = match timeout(KEEP_ALIVE, speaking.next()).await {
            Err(_) => Bytes::from_static(b": still speaking\n\n"),
            Ok(None) => return None,
            Ok(Some(Ok(event))) => event,
            Ok(Some(Err(error))) => {
                tracing::warn!(%error, "a speech broke off");
                return Some((Ok(failure(&ApiError::from(&error))), None));
            }
        };
        Some((Ok::<_, Error>(event), Some(speaking)))
    }))
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;

    use super::*;

    fn pieces(last: Result<Bytes, Error>) -> Speaking<Bytes> {
        Speaking::of(vec![Ok(Bytes::from_static(b"sound")), last])
    }

    #[tokio::test]
    async fn a_speech_that_fails_breaks_the_body_off() {
        let whole = streamed(pieces(Ok(Bytes::from_static(b"!")))).collect().await;
        assert_eq!(whole.expect("a whole body").to_bytes(), "sound!");
        let mut body = streamed(pieces(Err(Error::NothingToSay)));
        let first = body.frame().await.expect("a frame").expect("of data");
        assert_eq!(first.into_data().expect("data"), "sound");
        assert!(body.frame().await.expect("an end").is_err());
        assert!(body.frame().await.is_none());
    }

    #[tokio::test]
    async fn events_of_a_speech_that_fails_end_with_the_error() {
        let body = events(pieces(Err(Error::NothingToSay))).collect().await;
        let text = body.expect("a whole body").to_bytes();
        let error = text.strip_prefix(b"sounddata: ").expect("an event");
        let error: serde_json::Value = serde_json::from_slice(error).expect("JSON");
        assert_eq!(error["error"]["code"], "nothing_to_say");
    }
}
