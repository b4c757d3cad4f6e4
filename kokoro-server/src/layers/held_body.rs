//! A body that keeps something until it is sent or given up.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};

/// Whoever is to be told how much of a body was sent, and when it ended.
pub(crate) trait Witness: Send + Unpin + 'static {
    /// Bytes are sent.
    fn sent(&mut self, _bytes: usize) {}

    /// The body was sent to its end.
    fn completed(&mut self) {}
}

/// A body with a witness, which is dropped with it.
#[derive(Debug)]
pub(crate) struct HeldBody<W> {
    body: Body,
    witness: W,
}

impl<W: Witness> HeldBody<W> {
    /// Keeps `witness` with `body`.
    pub fn hold(body: Body, mut witness: W) -> Body {
        if body.is_end_stream() {
            witness.completed();
        }
        Body::new(Self { body, witness })
    }
}

impl<W: Witness> HttpBody for HeldBody<W> {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        match &frame {
            Some(Ok(frame)) => {
                self.witness.sent(frame.data_ref().map_or(0, Bytes::len));
                // A body of known length is not asked again after its last byte.
                if self.body.is_end_stream() {
                    self.witness.completed();
                }
            }
            Some(Err(_)) => {}
            None => self.witness.completed(),
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
