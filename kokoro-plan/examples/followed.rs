//! Counts the utterances and pauses of texts that are others when the text is followed than when it
//! is planned as a whole. With `--show` prints them.
//!
//! `cargo run --release -p kokoro-plan --example followed -- en-us [--show] FILE…`

use std::collections::HashMap;
use std::time::{Duration, Instant};

use kokoro_document::Format;
use kokoro_plan::{Follower, Item, PlanOptions, plan};
use kokoro_text::FrontEnds;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let language = arguments.next().ok_or("expected a language")?.parse()?;
    let (flags, files): (Vec<_>, Vec<_>) = arguments.partition(|name| name.starts_with("--"));
    let front_ends = FrontEnds::default();
    let mut options = PlanOptions::new("voice", language);
    let (mut all, mut other) = ([0, 0], [0, 0]);
    let mut times = [Duration::ZERO; 2];
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        options.text.format = Format::of_file_name(std::path::Path::new(&file));
        let start = Instant::now();
        let whole: Vec<Item> = plan(&text, &front_ends, &options).collect::<Result<_, _>>()?;
        times[0] += start.elapsed();
        let start = Instant::now();
        let mut follower = Follower::new(&front_ends, &options);
        follower.push_text(&text);
        follower.finish();
        let followed: Vec<Item> = follower.collect::<Result<_, _>>()?;
        times[1] += start.elapsed();
        let mut known: HashMap<String, usize> = HashMap::new();
        for item in &whole {
            *known.entry(said(item)).or_default() += 1;
        }
        for item in &followed {
            let kind = usize::from(matches!(item, Item::Pause(_)));
            all[kind] += 1;
            match known.get_mut(&said(item)).filter(|left| **left > 0) {
                Some(left) => *left -= 1,
                None => {
                    other[kind] += 1;
                    if flags.iter().any(|flag| flag == "--show") {
                        println!("{file}: {}", said(item));
                    }
                }
            }
        }
        if flags.iter().any(|flag| flag == "--show") {
            for (item, _) in known.iter().filter(|(_, left)| **left > 0) {
                println!("{file}: whole: {item}");
            }
        }
    }
    let [utterances, pauses] = all;
    println!("{} of {utterances} utterances and {} of {pauses} pauses differ", other[0], other[1]);
    println!("planned in {:.2?}, followed in {:.2?}", times[0], times[1]);
    Ok(())
}

/// An item as text, with its place.
fn said(item: &Item) -> String {
    match item {
        Item::Utterance(planned) => {
            let utterance = &planned.utterance;
            format!("{:?} {} {:?}", utterance.source(), utterance.phonemes, utterance.text)
        }
        Item::Pause(pause) => format!("{:?} {:?} {:?}", pause.source, pause.kind, pause.duration),
        other => format!("{other:?}"),
    }
}
