//! Fetching from a server on the loopback interface. The public hub itself is not part of the
//! tests.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use super::*;
use crate::Error;
use crate::import::tests::write_tiny_model;

/// Serves files, and ranges of them. Its threads stay until the test process ends.
#[derive(Default)]
struct Server {
    files: HashMap<String, Vec<u8>>,
    /// Bytes after which each of the first requests is cut off.
    cuts: Mutex<Vec<usize>>,
    /// Status of the first requests, instead of an answer.
    refusals: Mutex<Vec<u16>>,
    ignore_ranges: bool,
    redirect: bool,
    requests: AtomicUsize,
    bytes_sent: AtomicUsize,
}

impl Server {
    fn start(self) -> (String, Arc<Self>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let server = Arc::new(self);
        let shared = server.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let server = shared.clone();
                thread::spawn(move || server.answer(stream.unwrap()));
            }
        });
        (endpoint, server)
    }

    fn answer(&self, mut stream: TcpStream) {
        let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
        let Some(request) = lines.next() else { return };
        let headers: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
        self.requests.fetch_add(1, Ordering::SeqCst);
        let path = request.split(' ').nth(1).unwrap().to_owned();
        let answer = self.response(&path, &headers);
        let cut = self.cuts.lock().unwrap().pop().unwrap_or(usize::MAX);
        let (head, body) = answer;
        stream.write_all(head.as_bytes()).unwrap();
        let body = &body[..body.len().min(cut)];
        stream.write_all(body).unwrap();
        self.bytes_sent.fetch_add(body.len(), Ordering::SeqCst);
    }

    fn response(&self, path: &str, headers: &[String]) -> (String, Vec<u8>) {
        let head = |status: &str, length: usize, more: &str| {
            format!(
                "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{more}\r\n"
            )
        };
        if let Some(status) = self.refusals.lock().unwrap().pop() {
            return (head(&format!("{status} No"), 0, ""), vec![]);
        }
        if self.redirect && !path.starts_with("/cdn") {
            return (head("302 Found", 0, &format!("Location: /cdn{path}\r\n")), vec![]);
        }
        let name = path.rsplit_once("/resolve/r1/").map_or("", |(_, name)| name);
        let Some(file) = self.files.get(name) else {
            return (head("404 Not Found", 0, ""), vec![]);
        };
        let range = headers.iter().find_map(|line| {
            line.to_lowercase()
                .strip_prefix("range: bytes=")?
                .strip_suffix('-')?
                .parse::<usize>()
                .ok()
        });
        match range.filter(|_| !self.ignore_ranges) {
            None => (head("200 OK", file.len(), ""), file.clone()),
            Some(start) if start >= file.len() => (head("416 No", 0, ""), vec![]),
            Some(start) => {
                let range =
                    format!("Content-Range: bytes {start}-{}/{}\r\n", file.len() - 1, file.len());
                (head("206 Partial Content", file.len() - start, &range), file[start..].to_vec())
            }
        }
    }
}

/// 300 kB in which no number occurs at two offsets.
fn content() -> Vec<u8> {
    (0..75_000u32).flat_map(|i| i.wrapping_mul(2_654_435_761).to_le_bytes()).collect()
}

fn serve(server: Server) -> (FetchOptions, Arc<Server>) {
    let files = HashMap::from([
        ("model.pth".to_owned(), content()),
        ("voices/a.pt".to_owned(), vec![7; 10]),
    ]);
    let remote = |path: &str| RemoteFile { path: path.into(), sha256: Sha256::of(&files[path]) };
    let files_of_release = vec![remote("model.pth"), remote("voices/a.pt")];
    let (endpoint, server) = Server { files, ..server }.start();
    let release =
        Release { repository: "o/n".into(), revision: "r1".into(), files: files_of_release };
    (FetchOptions { endpoint, release, storage: Storage::F32, replace: false }, server)
}

/// Installs, with a converter that checks the downloads and writes a small model.
fn run(cache: &Path, options: &FetchOptions) -> Result<PathBuf> {
    let mut last = HashMap::new();
    let mut progress = |stage: ImportStage, done: u64, total: u64| {
        last.entry(format!("{stage:?}")).insert_entry((done, total));
    };
    let model = install(cache, options, &mut progress, |downloads, model, progress| {
        assert_eq!(fs::read(downloads.join("model.pth")).unwrap(), content());
        assert_eq!(fs::read(downloads.join("voices/a.pt")).unwrap(), [7; 10]);
        write_tiny_model(model, progress)
    })?;
    assert_eq!(fs::read_dir(cache).unwrap().count(), 2, "only the lock and the model stay");
    if let Some(&(done, total)) = last.get("Download") {
        assert_eq!((done, total), (10, 10), "progress of the last file");
    }
    Ok(model)
}

#[test]
fn a_fetched_model_opens_and_is_not_fetched_again() {
    let cache = tempfile::tempdir().unwrap();
    let (options, server) = serve(Server::default());
    let model = run(cache.path(), &options).unwrap();
    assert_eq!(model, cache.path().join(CACHED_MODEL));
    Weights::open(&model).unwrap().verify(|_, _| ()).unwrap();
    run(cache.path(), &options).unwrap();
    assert_eq!(server.requests.load(Ordering::SeqCst), 2);
    run(cache.path(), &FetchOptions { replace: true, ..options }).unwrap();
    assert_eq!(server.requests.load(Ordering::SeqCst), 4);
}

#[test]
fn a_cut_connection_is_resumed_where_it_ended() {
    let cache = tempfile::tempdir().unwrap();
    let cuts = Mutex::new(vec![150_000, 100_000]); // of the second and the first request
    let (options, server) = serve(Server { cuts, ..Server::default() });
    run(cache.path(), &options).unwrap();
    assert_eq!(server.requests.load(Ordering::SeqCst), 4);
    assert_eq!(server.bytes_sent.load(Ordering::SeqCst), content().len() + 10, "nothing twice");
}

#[test]
fn a_part_file_of_an_earlier_process_is_continued() {
    for (redirect, ignore_ranges, sent) in
        [(false, false, 50_000), (true, false, 50_000), (false, true, 300_000)]
    {
        let cache = tempfile::tempdir().unwrap();
        let downloads = cache.path().join("download");
        fs::create_dir_all(&downloads).unwrap();
        fs::write(downloads.join("model.pth.part"), &content()[..250_000]).unwrap();
        let (options, server) = serve(Server { redirect, ignore_ranges, ..Server::default() });
        run(cache.path(), &options).unwrap();
        assert_eq!(server.bytes_sent.load(Ordering::SeqCst), sent + 10);
    }
}

#[test]
fn a_complete_or_foreign_part_file_does_no_harm() {
    for part in [content(), vec![1; 1000], vec![1; 400_000]] {
        let cache = tempfile::tempdir().unwrap();
        let downloads = cache.path().join("download");
        fs::create_dir_all(&downloads).unwrap();
        fs::write(downloads.join("model.pth.part"), part).unwrap();
        let (options, _) = serve(Server::default());
        run(cache.path(), &options).unwrap();
    }
}

#[test]
fn a_file_of_another_hash_is_refused_and_removed() {
    let cache = tempfile::tempdir().unwrap();
    let (mut options, _) = serve(Server::default());
    options.release.files[0].sha256 = Sha256::of(b"another");
    let error = run(cache.path(), &options).unwrap_err();
    let Error::Checksum { path, expected, found, .. } = &error else { panic!("{error}") };
    assert!(path.ends_with("model.pth"));
    assert_eq!((*expected, *found), (Sha256::of(b"another"), Sha256::of(&content())));
    assert_eq!(fs::read_dir(cache.path().join("download")).unwrap().count(), 0);
    assert!(!cache.path().join(CACHED_MODEL).exists());
}

#[test]
fn of_two_fetches_at_once_one_waits_for_the_other() {
    let cache = tempfile::tempdir().unwrap();
    let (options, server) = serve(Server::default());
    thread::scope(|scope| {
        let fetches: Vec<_> =
            (0..4).map(|_| scope.spawn(|| run(cache.path(), &options).unwrap())).collect();
        for fetch in fetches {
            Weights::open(fetch.join().unwrap()).unwrap();
        }
    });
    assert_eq!(server.requests.load(Ordering::SeqCst), 2, "each file once");
}

#[test]
fn passing_errors_are_retried_and_lasting_ones_are_not() {
    let cache = tempfile::tempdir().unwrap();
    let (options, server) =
        serve(Server { refusals: Mutex::new(vec![503, 429]), ..Server::default() });
    run(cache.path(), &options).unwrap();
    assert_eq!(server.requests.load(Ordering::SeqCst), 4);

    let cache = tempfile::tempdir().unwrap();
    let (mut options, server) = serve(Server::default());
    options.release.files[0].path = "absent.pth".into();
    let message = run(cache.path(), &options).unwrap_err().to_string();
    assert!(
        message.contains("o/n/resolve/r1/absent.pth") && message.contains("found 404"),
        "{message}"
    );
    assert_eq!(server.requests.load(Ordering::SeqCst), 1);
}

#[test]
fn the_official_release_is_complete() {
    let release = Release::kokoro_82m();
    assert_eq!(release.files.len(), 56);
    assert_eq!(release.files.iter().filter(|file| file.path.starts_with("voices/")).count(), 54);
    assert_eq!(
        release.url("https://huggingface.co/", &release.files[0].path),
        "https://huggingface.co/hexgrad/Kokoro-82M/resolve/f3ff3571791e39611d31c381e3a41a3af07b4987/kokoro-v1_0.pth"
    );
    // the configuration of the repository's folder is the official one, byte for byte
    let config = release.files.iter().find(|file| file.path == "config.json").unwrap();
    assert_eq!(config.sha256, Sha256::of(include_bytes!("../config.json")));
}

#[test]
fn one_file_is_fetched_once() {
    let bytes = vec![7; 1000];
    let server = Server {
        files: [("b.bin".to_owned(), bytes.clone())].into(),
        cuts: Mutex::new(vec![300]),
        ..Server::default()
    };
    let (endpoint, server) = server.start();
    let cache = tempfile::tempdir().unwrap();
    let url = format!("{endpoint}/resolve/r1/b.bin");
    let hash = Sha256::of(&bytes);
    let mut silent = |_: ImportStage, _: u64, _: u64| ();
    for _ in 0..2 {
        let file = fetch_file(cache.path(), "b.bin", &url, hash, &mut silent).unwrap();
        assert_eq!(fs::read(file).unwrap(), bytes);
    }
    assert_eq!(server.requests.load(Ordering::SeqCst), 2); // cut off, then the rest
    let other = Sha256::of(b"other");
    let error = fetch_file(cache.path(), "c.bin", &url, other, &mut silent).unwrap_err();
    assert!(matches!(error, Error::Checksum { .. }), "{error}");
}
