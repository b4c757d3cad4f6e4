//! A name for each request: `x-request-id` of the response, and in every line of the log.

use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::{HeaderMap, HeaderName};

/// The header of a response that names its request.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// The header in which clients send a name of their own.
const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("x-client-request-id");
/// Characters of a client's name that are logged.
const LONGEST: usize = 128;

/// A name that no other request has: a number of the process, drawn at random, and a count.
pub(crate) fn next() -> String {
    static PROCESS: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(0));
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("req_{:016x}{:08x}", *PROCESS, COUNT.fetch_add(1, Ordering::Relaxed))
}

/// The client's own name for a request. Of what it sends, visible ASCII is kept, so that nothing in
/// it can end a line of the log or write to a terminal.
pub(crate) fn of_client(headers: &HeaderMap) -> Option<String> {
    let sent = headers.get(CLIENT_REQUEST_ID)?.as_bytes();
    let visible = sent.iter().filter(|byte| byte.is_ascii_graphic()).take(LONGEST);
    let name: String = visible.map(|byte| char::from(*byte)).collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn names_differ() {
        let (a, b) = (next(), next());
        assert!(a != b && a.len() == 28 && a.starts_with("req_"), "{a} {b}");
    }

    #[test]
    fn of_a_clients_name_only_visible_characters_are_kept() {
        let of = |sent: &[u8]| {
            let value = HeaderValue::from_bytes(sent).unwrap();
            of_client(&HeaderMap::from_iter([(CLIENT_REQUEST_ID, value)]))
        };
        assert_eq!(of(b"job 7\t\xff-b").as_deref(), Some("job7-b"));
        assert_eq!(of(&[b'x'; 1000]).map(|name| name.len()), Some(LONGEST));
        assert_eq!((of(b""), of_client(&HeaderMap::new())), (None, None));
    }
}
