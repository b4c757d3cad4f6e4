//! The Python package `wyoming`, with which Home Assistant speaks this protocol, asks a server of
//! tones: `client.py` says what. pip gets the package, of the version that
//! `tests/clients/requirements.txt` names, unless it is installed. Without it nothing is checked,
//! and this says so; where the variable CI is set, it fails.

use std::env;
use std::fs;
use std::future::pending;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use tokio::net::TcpListener;
use wyoming_server::{Engine, PROTOCOL_VERSION, ServerOptions, SpeechStart, serve};

#[path = "../examples/tone/engine.rs"]
mod engine;

use engine::{LETTER, Tones};

/// The line of the requirements that names the package, such as "wyoming==1.10.2".
fn requirement() -> String {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = crate_folder.join("../tests/clients/requirements.txt");
    let lines = fs::read_to_string(&file).expect("the requirements can be read");
    let line = lines.lines().find(|line| line.starts_with("wyoming=="));
    let line = line.expect("the requirements name wyoming");
    line.split(' ').next().expect("a line has a first word").to_owned()
}

/// A folder for `PYTHONPATH` in which the package is, or why there is none.
fn package() -> Result<PathBuf, String> {
    let requirement = requirement();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&requirement);
    let python = |arguments: &[&str]| {
        let output = Command::new("python3").args(arguments).env("PYTHONPATH", &folder).output();
        let output = output.map_err(|error| format!("python3: {error}"))?;
        match output.status.success() {
            true => Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned()),
            false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
        }
    };
    let version = "from importlib.metadata import version; print('wyoming==' + version('wyoming'))";
    if python(&["-c", version]).as_deref() != Ok(&*requirement) {
        let target = folder.to_string_lossy();
        let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
        let which = ["--no-deps", "--upgrade", "--target", &*target, &*requirement];
        python(&[&install[..], &which].concat())?;
    }
    Ok(folder)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_python_client_is_content() {
    let modules = match package() {
        Ok(modules) => modules,
        Err(error) => {
            assert!(env::var_os("CI").is_none(), "no Python package wyoming: {error}");
            eprintln!("NOT CHECKED: no Python package wyoming to ask the server with: {error}");
            return;
        }
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let port = listener.local_addr().expect("it is bound").port().to_string();
    let engine = Arc::new(Tones::default());
    tokio::spawn(serve(listener, engine, ServerOptions::default(), pending()));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/client.py");
    let client = move || {
        let mut python = Command::new("python3");
        python.arg(script).args(["127.0.0.1", &port]).env("PYTHONPATH", modules).output()
    };
    let output = tokio::task::spawn_blocking(client).await.expect("it does not panic");
    let output = output.expect("python3 ran before");
    print!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[tokio::test]
async fn tones_are_as_long_as_words() {
    let mut speech = Tones::default().start(SpeechStart::new("high", "en-US")).unwrap();
    speech.text.push_text("The d");
    let first = speech.audio.recv().await.expect("the first word is whole").unwrap();
    assert_eq!(first.len(), 2 * 3 * LETTER);
    speech.text.push_text("oor?!");
    drop(speech.text);
    let second = speech.audio.recv().await.expect("a second word").unwrap();
    assert_eq!(second.len(), 2 * 4 * LETTER);
    assert!(speech.audio.recv().await.is_none());
}

#[test]
fn the_protocol_is_that_of_the_package() {
    assert_eq!(requirement(), format!("wyoming=={PROTOCOL_VERSION}"));
}
