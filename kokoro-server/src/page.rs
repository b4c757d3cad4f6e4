//! A page to speak from, and one that shows `/openapi.json` to readers.
//!
//! Both are files in `page/` that browsers run as they are. They load nothing from elsewhere, and
//! the policy that is sent with them forbids it.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use utoipa_axum::router::OpenApiRouter;

use crate::AppState;

/// What a page may do: only what this server itself gives, and no script or style within the HTML.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

/// A file of `page/`.
macro_rules! file {
    ($path:literal, $kind:expr, $name:literal) => {
        File { path: $path, kind: $kind, text: include_str!(concat!("../page/", $name)) }
    };
}

/// All files, with their places on the server. The pages refer to them by relative addresses, so
/// that a proxy may serve all of this below a folder.
const FILES: &[File] = &[
    file!("/", HTML, "index.html"),
    file!("/docs", HTML, "docs.html"),
    file!("/page/api.js", JAVASCRIPT, "api.js"),
    file!("/page/copy.js", JAVASCRIPT, "copy.js"),
    file!("/page/docs.css", CSS, "docs.css"),
    file!("/page/docs.js", JAVASCRIPT, "docs.js"),
    file!("/page/download.js", JAVASCRIPT, "download.js"),
    file!("/page/icon.svg", SVG, "icon.svg"),
    file!("/page/key.js", JAVASCRIPT, "key.js"),
    file!("/page/main.js", JAVASCRIPT, "main.js"),
    file!("/page/marker.js", JAVASCRIPT, "marker.js"),
    file!("/page/openapi.js", JAVASCRIPT, "openapi.js"),
    file!("/page/pcm.js", JAVASCRIPT, "pcm.js"),
    file!("/page/peaks.js", JAVASCRIPT, "peaks.js"),
    file!("/page/player.js", JAVASCRIPT, "player.js"),
    file!("/page/reading.js", JAVASCRIPT, "reading.js"),
    file!("/page/request.js", JAVASCRIPT, "request.js"),
    file!("/page/samples.js", JAVASCRIPT, "samples.js"),
    file!("/page/snippets.js", JAVASCRIPT, "snippets.js"),
    file!("/page/speech.js", JAVASCRIPT, "speech.js"),
    file!("/page/sse.js", JAVASCRIPT, "sse.js"),
    file!("/page/style.css", CSS, "style.css"),
    file!("/page/timeline.js", JAVASCRIPT, "timeline.js"),
    file!("/page/voice-picker.js", JAVASCRIPT, "voice-picker.js"),
    file!("/page/voices.js", JAVASCRIPT, "voices.js"),
    file!("/page/waveform.js", JAVASCRIPT, "waveform.js"),
    file!("/page/words.js", JAVASCRIPT, "words.js"),
];

/// `/`, `/docs`, and what they load, below `/page/`.
pub(crate) fn routes() -> OpenApiRouter<AppState> {
    FILES.iter().fold(OpenApiRouter::new(), |router, file| {
        let tag = file.tag();
        router.route(file.path, get(async move |headers: HeaderMap| file.respond(&tag, &headers)))
    })
}

/// A file that is part of the program.
#[derive(Debug)]
struct File {
    path: &'static str,
    kind: &'static str,
    text: &'static str,
}

impl File {
    /// The entity tag: the same text has the same one.
    fn tag(&self) -> String {
        let mut hasher = DefaultHasher::new();
        self.text.hash(&mut hasher);
        format!("\"{:016x}\"", hasher.finish())
    }

    /// The file, or that what the client has is still right. Clients may keep it, but ask each
    /// time, so that a page never runs with scripts of an older server.
    fn respond(&self, tag: &str, request: &HeaderMap) -> Response {
        let headers = [
            (CONTENT_TYPE, self.kind),
            (CACHE_CONTROL, "no-cache"),
            (ETAG, tag),
            (CONTENT_SECURITY_POLICY, POLICY),
            (REFERRER_POLICY, "no-referrer"),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ];
        if has(request, tag) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        (headers, self.text).into_response()
    }
}

/// Whether `If-None-Match` has the tag, perhaps weakened by a proxy that compresses.
fn has(request: &HeaderMap, tag: &str) -> bool {
    let tags = request.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    tags.flat_map(|tags| tags.split(','))
        .map(|one| one.trim())
        .any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::*;

    fn file(path: &str) -> &'static File {
        FILES.iter().find(|file| file.path == path).unwrap()
    }

    #[test]
    fn every_file_of_the_folder_is_served_and_refers_to_what_is() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/page");
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let there: BTreeSet<String> = names
            .map(|name| match &*name.to_string_lossy() {
                "index.html" => "/".into(),
                "docs.html" => "/docs".into(),
                name => format!("/page/{name}"),
            })
            .filter(|name| name != "/page/package.json") // it tells Node that these are modules
            .collect();
        let served: BTreeSet<String> = FILES.iter().map(|file| file.path.into()).collect();
        assert_eq!(there, served);

        for File { path, text, .. } in FILES {
            let imports = text.split(" from \"./").skip(1).map(|rest| format!("/page/{rest}"));
            let links = text.split("=\"page/").skip(1).map(|rest| format!("/page/{rest}"));
            for target in imports.chain(links) {
                let target = target.split('"').next().unwrap();
                assert!(served.contains(target), "{path} refers to {target}");
            }
        }
    }

    #[test]
    fn the_pages_have_nothing_from_elsewhere_and_nothing_that_the_policy_forbids() {
        for File { path, text, .. } in FILES.iter().filter(|file| file.kind == HTML) {
            let forbidden = [" style=", "<style", "<script>", " onclick=", "=\"http", "=\"//"];
            for what in forbidden {
                assert!(!text.contains(what), "{path} has {what}");
            }
        }
        let size: usize = FILES.iter().map(|file| file.text.len()).sum();
        assert!(size < 80_000, "{size} bytes are more than a page should have");
    }

    #[test]
    fn what_the_client_has_is_not_sent_again() {
        let file = file("/page/style.css");
        let tag = file.tag();
        let respond = |tags: &[String]| {
            let headers = tags.iter().map(|tags| (IF_NONE_MATCH, tags.parse().unwrap()));
            file.respond(&tag, &headers.collect())
        };
        let fresh = respond(&[]);
        assert_eq!(fresh.status(), StatusCode::OK);
        assert_eq!(fresh.headers()[CONTENT_TYPE], CSS);
        assert_eq!(fresh.headers()[ETAG], *tag);
        assert_eq!(fresh.headers()[CONTENT_SECURITY_POLICY], POLICY);
        for tags in [tag.clone(), format!("W/{tag}"), format!("\"a\", {tag}"), "*".into()] {
            assert_eq!(respond(&[tags]).status(), StatusCode::NOT_MODIFIED);
        }
        assert_eq!(respond(&["\"a\"".into(), tag.clone()]).status(), StatusCode::NOT_MODIFIED);
        assert_eq!(respond(&["\"a\"".into()]).status(), StatusCode::OK);
    }

    #[test]
    fn files_have_tags_of_their_own() {
        let tags: BTreeSet<String> = FILES.iter().map(File::tag).collect();
        assert_eq!(tags.len(), FILES.len());
    }
}
