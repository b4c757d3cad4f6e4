//! The body of a request is read before it is answered: so much, in so much time, and of all
//! requests together so much.

use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use tokio::time::timeout;

use crate::body_memory::{BodyMemory, TakenMemory};
use crate::{ApiError, AppState};

/// Reads the body, then lets the request be answered.
pub(crate) async fn read(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    if body.is_end_stream() {
        return next.run(Request::from_parts(parts, body)).await;
    }
    let most = state.options().largest_body;
    if announced(&parts.headers).is_some_and(|length| length > most as u64) {
        return closing(ApiError::too_large(most));
    }
    let collected = collect(body, most, state.body_memory());
    match timeout(state.options().body_time, collected).await {
        Ok(Ok((body, _memory))) => next.run(Request::from_parts(parts, body.into())).await,
        Ok(Err(error)) => closing(error),
        Err(_) => closing(ApiError::timed_out("the body of the request took too long")),
    }
}

/// The whole body. Memory is taken as it arrives, so that whoever only announces much holds none.
async fn collect(
    mut body: Body,
    most: usize,
    memory: &BodyMemory,
) -> Result<(Bytes, TakenMemory), ApiError> {
    let (mut collected, mut taken) = (Vec::new(), memory.nothing());
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| ApiError::incomplete_body())?;
        let Ok(data) = frame.into_data() else { continue }; // trailers say nothing here
        let length = collected.len() + data.len();
        if length > most {
            return Err(ApiError::too_large(most));
        }
        if !taken.grow_to(length) {
            let message = "too many large requests at once; try again later";
            return Err(ApiError::busy(Duration::from_secs(1), message));
        }
        collected.extend_from_slice(&data);
    }
    Ok((collected.into(), taken))
}

/// The length of the body, if the client says it.
fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// An error after which the connection ends, because the rest of the body is not read.
fn closing(error: ApiError) -> Response {
    let mut response = error.into_response();
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_body_is_read_up_to_its_limit_and_that_of_all() {
        let memory = BodyMemory::new(2000);
        let read = |bytes: usize| collect(Body::from(vec![0; bytes]), 2000, &memory);
        let (bytes, taken) = read(2000).await.unwrap();
        assert_eq!(bytes.len(), 2000);
        assert_eq!(read(2001).await.unwrap_err().status, 413);
        let mut others = Vec::new();
        let full = loop {
            match read(2000).await {
                Ok(read) => others.push(read),
                Err(error) => break error,
            }
        };
        assert_eq!(full.status, 429);
        drop(taken);
        assert!(read(2000).await.is_ok());
    }
}
