//! What sharing costs: `cargo run --release -p kokoro-sessions --example shares -- [CLIENTS]`.
//!
//! Prints the throughput of many clients beside that of `Kokoro::speak_many`, which has one
//! sentence on each core and nothing to arrange, and how long "OK." takes alone and beside books.
//! Runs alternate, and medians count, because machines are noisy.

use std::error::Error;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use kokoro::{CancelToken, Chunk, Kokoro, Latency, SAMPLE_RATE, SpeechOptions};
use kokoro_sessions::{Gone, Sessions, SessionsOptions};

const TEXT: &str = "The lighthouse keeper climbed the spiral staircase every evening. \
    Rain had been falling since noon, and the lamp would be needed early. \
    He counted the steps, as he always did, and there were two hundred and eleven of them. ";
const RUNS: usize = 5;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let clients = std::env::args().nth(1).map_or(Ok(8), |text| text.parse::<usize>())?;
    let kokoro = Arc::new(Kokoro::load(kokoro::weights::locate(None)?)?);
    let mut options = SessionsOptions::default();
    options.longest_wait = Duration::from_secs(3_600); // for the books
    let sessions = Sessions::new(kokoro.clone(), options);
    let threads = sessions.options().threads;
    speak(&sessions, "OK.")?; // reads what is read once

    let (mut many, mut shared) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        many.push(throughput_of_many(&kokoro, clients, threads)?);
        shared.push(throughput_of_sessions(&sessions, clients)?);
    }
    let (many, shared) = (median(many), median(shared));
    println!("{threads} threads, {clients} clients, {RUNS} runs each");
    println!("one sentence a core, nothing shared: {many:.2} times real time");
    println!(
        "sessions:                            {shared:.2} times, {:.1} %",
        100.0 * shared / many
    );

    let times = |sessions: &Sessions| -> Result<f64> {
        let mut times = Vec::new();
        for _ in 0..RUNS * 2 {
            let begin = Instant::now();
            speak(sessions, "OK.")?;
            times.push(begin.elapsed().as_secs_f64() * 1e3);
        }
        Ok(median(times))
    };
    println!("\"OK.\" alone: {:.0} ms", times(&sessions)?);
    for books in [1, 2, 4, 8] {
        let cancel = CancelToken::new();
        let beside = thread::scope(|scope| {
            for _ in 0..books {
                scope.spawn(|| read_book(&sessions, &cancel));
            }
            thread::sleep(Duration::from_secs(3)); // until they are ahead of their listeners
            let result = times(&sessions);
            cancel.cancel();
            result
        });
        println!("\"OK.\" beside {books} books: {:.0} ms", beside?);
    }
    Ok(())
}

/// Seconds of speech in a second, of `clients` copies of the text on all cores.
fn throughput_of_many(kokoro: &Kokoro, clients: usize, threads: NonZeroUsize) -> Result<f64> {
    let (options, text) = (SpeechOptions::default(), TEXT.repeat(clients));
    let (begin, mut samples) = (Instant::now(), 0);
    kokoro.speak_many(kokoro.plan(&text, &options), &options, threads, |chunk| {
        samples += chunk.samples.len();
        Ok::<_, kokoro::Error>(())
    })?;
    Ok(samples as f64 / f64::from(SAMPLE_RATE) / begin.elapsed().as_secs_f64())
}

/// The same, each copy in a session of its own.
fn throughput_of_sessions(sessions: &Sessions, clients: usize) -> Result<f64> {
    let begin = Instant::now();
    let samples = thread::scope(|scope| {
        let speeches: Vec<_> = (0..clients)
            .map(|_| scope.spawn(|| speak(sessions, TEXT).map_err(|e| e.to_string())))
            .collect();
        let counts = speeches.into_iter().map(|speech| speech.join().expect("no panic"));
        counts.sum::<std::result::Result<usize, String>>()
    })?;
    Ok(samples as f64 / f64::from(SAMPLE_RATE) / begin.elapsed().as_secs_f64())
}

/// Speaks a text and gives the number of its samples.
fn speak(sessions: &Sessions, text: &str) -> Result<usize> {
    let ticket = sessions.admit(text.len())?;
    let (kokoro, mut samples) = (ticket.kokoro().clone(), 0);
    let mut sink = |chunk: Chunk| -> std::result::Result<(), Gone> {
        samples += chunk.samples.len();
        Ok(())
    };
    ticket.run(kokoro.stream(text, &SpeechOptions::default()), &mut sink)?;
    Ok(samples)
}

/// Reads a long text to somebody who takes all there is, until it is cancelled.
fn read_book(sessions: &Sessions, cancel: &CancelToken) {
    let book = TEXT.repeat(2_000);
    let Ok(ticket) = sessions.admit(book.len()) else { return };
    let kokoro = ticket.kokoro().clone();
    let options = SpeechOptions::default().latency(Latency::Low); // with a token of its own
    let mut sink = |_: Chunk| if cancel.is_cancelled() { Err(Gone) } else { Ok(()) };
    let _ = ticket.run(kokoro.stream(&book, &options), &mut sink);
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
