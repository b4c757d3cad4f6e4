//! One file over HTTP: into a part file that a later attempt continues, verified, renamed.
//!
//! The part file must be found again by a later process. It has therefore a name of its own, and is
//! not written by [`crate::files`], whose temporary names are random.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use ureq::Agent;
use ureq::http::Response;

use crate::error::TransferError;
use crate::file_error::FileError;
use crate::{Error, Result, Sha256};

/// Attempts in a row that may bring nothing before a transfer is given up.
const ATTEMPTS: u32 = 4;
/// Pause before the second attempt; it doubles with each.
const PAUSE: Duration = Duration::from_millis(250);
/// A server silent for so long is taken for gone.
const SILENCE: Duration = Duration::from_secs(30);

/// A client for `endpoint`. Proxies of the environment are used, but not towards this machine
/// itself.
pub(super) fn agent(endpoint: &str) -> Agent {
    let host = endpoint.split_once("://").map_or(endpoint, |(_, host)| host);
    let local = ["127.", "localhost", "[::1]"].iter().any(|name| host.starts_with(name));
    let mut config = Agent::config_builder()
        .http_status_as_error(false)
        .user_agent(concat!("kokoro/", env!("CARGO_PKG_VERSION")))
        .timeout_connect(Some(SILENCE))
        .timeout_recv_response(Some(SILENCE))
        .timeout_per_read(Some(SILENCE));
    if local {
        config = config.proxy(None);
    }
    config.build().into()
}

/// Why an attempt failed, and whether another may succeed.
enum Failure {
    Passing(TransferError),
    Lasting(Error),
}

/// Makes `target` the file of that hash. `report` gets the bytes done and the bytes in all, which
/// are 0 if the server does not tell.
pub(super) fn download(
    agent: &Agent,
    url: &str,
    target: &Path,
    expected: Sha256,
    report: &mut dyn FnMut(u64, u64),
) -> Result<()> {
    if target.exists() && Sha256::of_file(target, |_| ())? == expected {
        return Ok(());
    }
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).map_err(FileError::on("create", folder))?;
    }
    let part = part_of(target);
    let mut resumed = length(&part) > 0;
    loop {
        transfer_patiently(agent, url, &part, report)?;
        let found = Sha256::of_file(&part, |_| ())?;
        if found == expected {
            return Ok(fs::rename(&part, target).map_err(FileError::on("rename", target))?);
        }
        fs::remove_file(&part).map_err(FileError::on("remove", &part))?;
        if !resumed {
            let (path, whole) = (target.into(), "the whole file".into());
            return Err(Error::Checksum { path, part: whole, expected, found });
        }
        // The part file that was there before may have been of another file. Try once more, from
        // the start.
        resumed = false;
    }
}

fn part_of(target: &Path) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    target.with_file_name(name)
}

fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |metadata| metadata.len())
}

/// Transfers the rest of the file. Tries again as long as attempts bring something, and gives up
/// after [`ATTEMPTS`] in a row that brought nothing.
fn transfer_patiently(
    agent: &Agent,
    url: &str,
    part: &Path,
    report: &mut dyn FnMut(u64, u64),
) -> Result<()> {
    let mut barren = 0;
    loop {
        let before = length(part);
        match transfer(agent, url, part, report) {
            Ok(()) => return Ok(()),
            Err(Failure::Lasting(error)) => return Err(error),
            Err(Failure::Passing(reason)) => {
                barren = if length(part) > before { 0 } else { barren + 1 };
                if barren == ATTEMPTS {
                    return Err(Error::Download { url: url.into(), reason });
                }
                thread::sleep(PAUSE * 2u32.pow(barren.saturating_sub(1)));
            }
        }
    }
}

/// One request, for what the part file lacks.
fn transfer(
    agent: &Agent,
    url: &str,
    part: &Path,
    report: &mut dyn FnMut(u64, u64),
) -> Result<(), Failure> {
    let start = length(part);
    let mut request = agent.get(url);
    if start > 0 {
        request = request.header("Range", format!("bytes={start}-"));
    }
    let unanswered = |error| Failure::Passing(TransferError::Connection(Box::new(error)));
    let response = request.call().map_err(unanswered)?;
    let start = match response.status().as_u16() {
        200 => 0,
        206 if range_start(&response) == Some(start) => start,
        416 if start > 0 => return Ok(()), // nothing is lacking; the hash will tell
        found @ (408 | 429 | 500..) => {
            return Err(Failure::Passing(TransferError::Status { found }));
        }
        found => {
            let (url, reason) = (url.into(), TransferError::Status { found });
            return Err(Failure::Lasting(Error::Download { url, reason }));
        }
    };
    let body = response.into_body();
    let total = body.content_length().map_or(0, |length| start + length);
    let file = OpenOptions::new().create(true).append(true).open(part);
    let io = |source| Failure::Lasting(FileError::on("write", part)(source).into());
    let mut file = file.map_err(io)?;
    file.set_len(start).map_err(io)?; // a server without ranges sends all from the start
    let done = copy(body.into_reader(), &mut file, start, total, report, io)?;
    if total > 0 && done != total {
        return Err(Failure::Passing(TransferError::Ended { done, total }));
    }
    file.sync_all().map_err(io)
}

/// First byte of the range that is sent: `Content-Range: bytes FIRST-LAST/TOTAL` (RFC 9110, 14.4).
fn range_start<B>(response: &Response<B>) -> Option<u64> {
    let range = response.headers().get("content-range")?.to_str().ok()?;
    range.strip_prefix("bytes ")?.split_once('-')?.0.parse().ok()
}

/// Copies to the end; what was read before an error is kept.
fn copy(
    mut from: impl Read,
    to: &mut File,
    mut done: u64,
    total: u64,
    report: &mut dyn FnMut(u64, u64),
    io: impl Fn(io::Error) -> Failure,
) -> Result<u64, Failure> {
    let mut block = vec![0; 1 << 16];
    report(done, total);
    loop {
        match from.read(&mut block) {
            Ok(0) => return Ok(done),
            Ok(n) => {
                to.write_all(&block[..n]).map_err(&io)?;
                done += n as u64;
                report(done, total);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Failure::Passing(TransferError::Read(error))),
        }
    }
}
