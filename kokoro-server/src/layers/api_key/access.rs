//! What needs a key.

use axum::http::Method;

use crate::ServerOptions;
use crate::options::Access;

/// What answers without a key: probes, and the page, which asks its user for one.
const OPEN: [&str; 8] =
    ["/", "/docs", "/favicon.ico", "/health", "/livez", "/openapi.json", "/readyz", "/web"];
/// Below these lie the files of the page.
const OPEN_BELOW: [&str; 3] = ["/docs/", "/page/", "/web/"];
/// What tells what can be asked for. Some clients read it without a key that they have.
const LISTS: [&str; 8] = [
    "/audio/models",
    "/audio/voices",
    "/models",
    "/v1/audio/models",
    "/v1/audio/speech/voices",
    "/v1/audio/voices",
    "/v1/models",
    "/v1/test",
];
/// Below these lie single entries of lists.
const LISTS_BELOW: [&str; 2] = ["/models/", "/v1/models/"];

/// Whether a request is answered without a key. Whatever is not known to be harmless is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// Nobody asks for a key.
    Nothing,
    /// A key may be missing, but not be wrong.
    RightKeyIfAny,
    /// There must be a key.
    Key,
}

/// What a request needs.
pub(super) fn need(method: &Method, path: &str, options: &ServerOptions) -> Need {
    if *method != Method::GET && *method != Method::HEAD {
        return Need::Key;
    }
    let is = |names: &[&str], below: &[&str]| {
        names.contains(&path) || below.iter().any(|below| path.starts_with(below))
    };
    let opened = |access| match access {
        Access::Open => Need::RightKeyIfAny,
        Access::WithKey => Need::Key,
    };
    match path {
        _ if is(&OPEN, &OPEN_BELOW) => Need::Nothing,
        _ if is(&LISTS, &LISTS_BELOW) => opened(options.lists),
        "/metrics" => opened(options.metrics),
        _ => Need::Key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speech_always_needs_a_key_and_lists_by_choice() {
        let mut options = ServerOptions::default();
        let get = |path: &str, options: &ServerOptions| need(&Method::GET, path, options);
        assert_eq!(get("/livez", &options), Need::Nothing);
        assert_eq!(get("/", &options), Need::Nothing);
        assert_eq!(get("/v1/models/tts-1", &options), Need::RightKeyIfAny);
        assert_eq!(get("/metrics", &options), Need::Key);
        (options.lists, options.metrics) = (Access::WithKey, Access::Open);
        assert_eq!(get("/v1/audio/voices", &options), Need::Key);
        assert_eq!(get("/metrics", &options), Need::RightKeyIfAny);
        for path in ["/v1/audio/speech", "/", "/v1/models", "/livez", "/dev/captioned_speech"] {
            assert_eq!(need(&Method::POST, path, &options), Need::Key, "{path}");
        }
        assert_eq!(get("/v1/download/x.mp3", &options), Need::Key);
    }
}
