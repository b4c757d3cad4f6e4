//! How a server starts, and how it ends while it speaks.

use std::io::ErrorKind;
use std::net::TcpStream;
use std::thread::sleep;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use crate::support::{FOREVER, SHORT, alone, options, read, start, start_when, state};

#[test]
fn a_server_lives_before_it_is_ready() {
    let _alone = alone();
    let chosen = options(|_| {});
    let (ready, wait) = oneshot::channel::<()>();
    let loaded = state(chosen.clone());
    let mut server = start_when(chosen, async move {
        wait.await.unwrap();
        loaded.warm_up().await.unwrap();
        loaded
    });
    assert_eq!(server.get("/livez", &[]).status, 200);
    assert_eq!(server.get("/readyz", &[]).status, 503);
    let early = read(server.speak(SHORT, &[]));
    assert_eq!((early.status, early.header("retry-after")), (503, "1"));
    early.code();
    ready.send(()).unwrap();
    let begin = Instant::now();
    while server.get("/readyz", &[]).status != 200 {
        assert!(begin.elapsed() < FOREVER);
        sleep(Duration::from_millis(20));
    }
    assert_eq!(read(server.speak(SHORT, &[])).status, 200);
    server.stop();
    server.wait();
}

#[test]
fn what_is_being_spoken_at_the_end_is_spoken_to_its_end() {
    let _alone = alone();
    let mut server = start(options(|options| options.notice = Duration::from_secs(5)));
    let text = SHORT.repeat(8);
    let expected = read(server.speak(&text, &[]));
    let speech = server.speak(&text, &[]);
    speech.peek(&mut [0]).unwrap(); // it has begun
    server.stop();
    sleep(Duration::from_millis(50));
    let notice = server.get("/readyz", &[]);
    assert_eq!((notice.status, notice.text().as_str()), (503, r#"{"status":"stopping"}"#));
    let reply = read(speech);
    assert!(reply.complete && reply.body == expected.body);
    let address = server.address;
    server.wait();
    assert_eq!(TcpStream::connect(address).unwrap_err().kind(), ErrorKind::ConnectionRefused);
}

#[test]
fn speech_is_broken_off_when_the_grace_is_over() {
    let _alone = alone();
    let mut server = start(options(|options| options.grace = Duration::from_millis(200)));
    let speech = server.speak(&SHORT.repeat(400), &[]);
    speech.peek(&mut [0]).unwrap();
    server.stop();
    server.wait();
    assert!(!read(speech).complete, "a client sees that this is not all");
}

#[test]
fn a_client_that_reads_nothing_is_given_up() {
    let _alone = alone();
    let state = state(options(|options| options.patience = Duration::from_millis(300)));
    let chosen = state.options().clone();
    let server = start_when(chosen, async move { state });
    // More than the system keeps for a client that does not read.
    let stalled = server.speak(&SHORT.repeat(20), &[]);
    stalled.peek(&mut [0]).unwrap();
    let begin = Instant::now();
    let abandoned = r#"kokoro_speeches_total{outcome="abandoned"} 1"#;
    while !server.get("/metrics", &[]).text().contains(abandoned) {
        assert!(begin.elapsed() < FOREVER);
        sleep(Duration::from_millis(50));
    }
    assert!(!read(stalled).complete);
}
