//! How long a cancelled speech goes on: a sentence of some 20 s is spoken on one thread again and
//! again, and cancelled at another moment each time.
//! `cargo run --release -p kokoro --example cancel -- 100`.

use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

use kokoro::{CancelToken, Error, Kokoro, SpeechOptions};

const SENTENCE: &str = "When the bakery opens at five, the whole street smells of butter, cinnamon \
    and warm stone, and even the cats come out to look, because the baker, who has lived alone \
    above the shop since his brother went to sea, leaves a saucer of cream on the second step, \
    and nobody has ever had the heart to tell him that the cream is gone before they wake.";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let times: u32 = std::env::args().nth(1).map_or(Ok(100), |n| n.parse())?;
    let kokoro = Kokoro::builder("weights/data").threads(NonZeroUsize::MIN).build()?;
    let options = SpeechOptions::default();
    kokoro.speak(SENTENCE, &options)?;
    let start = Instant::now();
    let speech = kokoro.speak(SENTENCE, &options)?;
    let whole = start.elapsed();
    println!("{}: {:.1} s of speech in {whole:.0?}", kokoro.precision(), speech.seconds());
    for (stage, time) in speech.timings.iter() {
        println!("{:>12} {:8.1} ms", stage.name(), time.as_secs_f64() * 1e3);
    }
    let mut waits = Vec::new();
    for i in 0..times {
        let moment = whole * i / times;
        waits.push((cancel_after(&kokoro, moment)?, moment));
    }
    waits.sort();
    println!("median {:.1?}; the longest:", waits[waits.len() / 2].0);
    for (wait, moment) in waits.iter().rev().take(10) {
        println!("  {wait:6.1?} for a cancel at {moment:.0?}");
    }
    Ok(())
}

/// Cancels a speech `moment` after it began; gives how long it took to stop.
fn cancel_after(kokoro: &Kokoro, moment: Duration) -> Result<Duration, Error> {
    let token = CancelToken::new();
    let options = SpeechOptions::default().cancelled_by(&token);
    std::thread::scope(|scope| {
        let work = scope.spawn(|| kokoro.speak(SENTENCE, &options).map(|_| ()));
        std::thread::sleep(moment);
        let cancelled = Instant::now();
        token.cancel();
        match work.join().unwrap_or(Ok(())) {
            Ok(()) | Err(Error::Cancelled) => Ok(cancelled.elapsed()),
            Err(error) => Err(error),
        }
    })
}
