//! What the headers of a speech say beside its type.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// How long the server needed until it could respond, in milliseconds, as OpenAI tells it.
const PROCESSING: HeaderName = HeaderName::from_static("openai-processing-ms");
/// Fields of the request that nobody understood.
const IGNORED: HeaderName = HeaderName::from_static("x-ignored-fields");
/// Tells nginx to pass on each piece at once.
const BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");

/// The most bytes of a header that names fields.
const LONGEST_LIST: usize = 1000;

/// Adds what all responses with speech say.
pub(crate) fn add(headers: &mut HeaderMap, took: Duration, ignored: &[String]) {
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(BUFFERING, HeaderValue::from_static("no"));
    let milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    headers.insert(PROCESSING, HeaderValue::from(milliseconds));
    // What `listed` gives is printable ASCII, which every header may have.
    if !ignored.is_empty()
        && let Ok(list) = HeaderValue::from_str(&listed(ignored))
    {
        headers.insert(IGNORED, list);
    }
}

/// Names with commas between them; what is not plain in a name is escaped, and a long list is cut.
fn listed(names: &[String]) -> String {
    let mut list = String::new();
    for name in names {
        let name = name.escape_default().to_string();
        if list.len() + name.len() > LONGEST_LIST {
            list += if list.is_empty() { "..." } else { ", ..." };
            break;
        }
        if !list.is_empty() {
            list += ", ";
        }
        list += &name;
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_whatever_is_in_them() {
        let list = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            listed(&names)
        };
        assert_eq!(list(&["user", "top_p"]), "user, top_p");
        assert_eq!(list(&["a\r\nset-cookie: b", "é"]), r"a\r\nset-cookie: b, \u{e9}");
        assert_eq!(list(&[&"a".repeat(2000)]), "...");
        assert_eq!(list(&["a", &"b".repeat(2000), "c"]), "a, ...");
    }
}
