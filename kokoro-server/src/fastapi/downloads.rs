//! Sounds that were sent and can be fetched again for a while, in memory.

use std::collections::VecDeque;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use futures_util::StreamExt;
use kokoro::audio::AudioFormat;

/// How long a sound is kept.
const KEPT: Duration = Duration::from_secs(3600);
/// How many are kept; of more, the oldest goes.
const MOST: usize = 16;
/// Bytes that all of them may have. A longer sound is not kept.
const LARGEST: usize = 64 << 20;

/// The sounds. Clones are the same.
#[derive(Debug, Clone, Default)]
pub(crate) struct Downloads {
    kept: Arc<Mutex<VecDeque<Download>>>,
}

/// A sound that is kept.
#[derive(Debug, Clone)]
pub(crate) struct Download {
    /// The name of its file.
    pub file: String,
    /// Its media type.
    pub content_type: &'static str,
    /// Its bytes.
    pub bytes: Bytes,
    since: Instant,
}

impl Downloads {
    /// A response whose body is kept when the client has got all of it. A header has the path under
    /// which it can be fetched, as Kokoro-FastAPI gives it: without `/v1`.
    pub fn record(&self, response: Response, format: AudioFormat) -> Response {
        let (mut head, body) = response.into_parts();
        let is_sound = head.headers.get(header::CONTENT_TYPE).is_some_and(|found| {
            found.as_bytes() == format.content_type().as_bytes() // and no events
        });
        if !is_sound {
            return Response::from_parts(head, body);
        }
        let file = secret_name(format.extension());
        if let Ok(path) = HeaderValue::from_str(&format!("/download/{file}")) {
            head.headers.insert("x-download-path", path);
        }
        Response::from_parts(head, self.keep(body, file, format.content_type()))
    }

    /// A body that is kept under the name `file` when the client has got all of it.
    fn keep(&self, body: Body, file: String, content_type: &'static str) -> Body {
        let recorder =
            Recorder { downloads: self.clone(), file, content_type, bytes: Some(Vec::new()) };
        let stream = body.into_data_stream().map(Some).chain(futures_util::stream::iter([None]));
        let recorded = stream.scan(recorder, |recorder, piece| {
            let piece = match piece {
                Some(Ok(bytes)) => Some(Ok(recorder.add(bytes))),
                Some(Err(error)) => {
                    recorder.bytes = None; // a part of a sound is none
                    Some(Err(error))
                }
                None => {
                    recorder.finish();
                    None
                }
            };
            std::future::ready(piece)
        });
        Body::from_stream(recorded)
    }

    /// The sound with this name.
    pub fn get(&self, file: &str) -> Option<Download> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.iter().find(|download| download.file == file)?;
        (found.since.elapsed() < KEPT).then(|| found.clone())
    }

    fn put(&self, download: Download) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back(download);
        let mut size: usize = kept.iter().map(|download| download.bytes.len()).sum();
        while kept.len() > MOST
            || size > LARGEST
            || kept.front().is_some_and(|oldest| oldest.since.elapsed() >= KEPT)
        {
            size -= kept.pop_front().map_or(0, |oldest| oldest.bytes.len());
        }
    }
}

/// A name that nobody can guess.
fn secret_name(extension: &str) -> String {
    // Each state has random keys of its own; hashes of nothing under them are as random.
    let random = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}.{extension}", random(), random())
}

/// Takes the pieces of a body on their way.
struct Recorder {
    downloads: Downloads,
    file: String,
    content_type: &'static str,
    /// None if there are too many.
    bytes: Option<Vec<u8>>,
}

impl Recorder {
    fn add(&mut self, piece: Bytes) -> Bytes {
        if let Some(bytes) = &mut self.bytes {
            bytes.extend_from_slice(&piece);
            self.bytes.take_if(|bytes| bytes.len() > LARGEST);
        }
        piece
    }

    fn finish(&mut self) {
        if let Some(bytes) = self.bytes.take() {
            let (file, content_type) = (std::mem::take(&mut self.file), self.content_type);
            let (bytes, since) = (bytes.into(), Instant::now());
            self.downloads.put(Download { file, content_type, bytes, since });
        }
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;

    use super::*;

    fn through(downloads: &Downloads, body: Body, name: &str) -> Option<Bytes> {
        let body = downloads.keep(body, name.into(), "audio/mpeg");
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(body.collect()).ok().map(http_body_util::Collected::to_bytes)
    }

    #[test]
    fn a_sound_is_kept_when_all_of_it_was_sent() {
        let downloads = Downloads::default();
        assert_eq!(through(&downloads, Body::from("abc"), "a.mp3").unwrap(), "abc");
        assert_eq!(downloads.get("a.mp3").unwrap().bytes, "abc");
        assert!(downloads.get("b.mp3").is_none());
        let broken = [Ok("a"), Err(std::io::Error::other("broken"))];
        let body = Body::from_stream(futures_util::stream::iter(broken));
        assert!(through(&downloads, body, "c.mp3").is_none());
        assert!(downloads.get("c.mp3").is_none());
    }

    #[test]
    fn there_are_not_too_many() {
        let downloads = Downloads::default();
        for number in 0..MOST + 1 {
            through(&downloads, Body::from("abc"), &number.to_string());
        }
        assert!(downloads.get("0").is_none() && downloads.get("1").is_some());
        through(&downloads, Body::from(vec![0; LARGEST]), "large");
        assert!(downloads.get("1").is_none() && downloads.get("large").is_some());
        through(&downloads, Body::from(vec![0; LARGEST + 1]), "larger");
        assert!(downloads.get("large").is_some() && downloads.get("larger").is_none());
    }

    #[test]
    fn names_differ() {
        assert_ne!(secret_name("mp3"), secret_name("mp3"));
        assert_eq!(secret_name("mp3").len(), 36);
    }
}
