//! Speaks utterances as the model gives them, with nothing trimmed, for the scripts that measure:
//! `cargo run --release -p kokoro --example passes -- weights/data OUT < UTTERANCES`.
//!
//! A line of UTTERANCES has a voice, a speed, a row and phonemes, with tabs between. The row is the
//! count of phonemes by which the style is taken from the voice, `-` for that of the utterance.
//! Samples are written to `OUT/00001.f32` and so on, the predicted energy and F0 of each half frame
//! to `OUT/00001.energy.f32` and `OUT/00001.f0.f32`: 32-bit floats in little endian.
//!
//! A line is printed for each, with tabs between: the frames of its tokens, both boundary tokens
//! included; the symbols that have a token; and the silences: the end of the lead, the start of the
//! tail, then for each mark inside its symbols and samples, as `12-14:30000-33300`.

use std::io::{Read, Write};
use std::path::Path;

use kokoro::Kokoro;
use kokoro::model::{Delivery, Silences, SilentSpan, TimedSymbol, Voice, silences};

/// Samples of a frame.
const FRAME: usize = 600;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [weights, output] = arguments.as_slice() else {
        return Err("usage: passes WEIGHTS_DIR OUT < UTTERANCES".into());
    };
    let kokoro = Kokoro::load(weights)?;
    let mut lines = String::new();
    std::io::stdin().read_to_string(&mut lines)?;
    for (number, line) in lines.lines().enumerate() {
        let file = Path::new(output).join(format!("{:05}.f32", number + 1));
        println!("{}", speak(&kokoro, line, &file)?);
        std::io::stdout().flush()?;
    }
    Ok(())
}

/// Speaks one line of the input into a file; what is printed of it.
fn speak(kokoro: &Kokoro, line: &str, file: &Path) -> Result<String, Failure> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [name, speed, row, phonemes] = fields.as_slice() else {
        return Err(format!("expected voice, speed, row and phonemes, found {line:?}").into());
    };
    let model = kokoro.model();
    let mut rows = kokoro.weights().voice(name)?;
    if *row != "-" {
        let size = rows.len() / model.vocab().max_phonemes();
        let start = (row.parse::<usize>()?.max(1) - 1) * size;
        rows = rows[start..start + size].repeat(model.vocab().max_phonemes());
    }
    let voice = Voice::new(rows, model.config())?;
    let tokens = model.vocab().encode(phonemes)?;
    let prepared = model.prepare(&tokens, &voice, &Delivery::new(speed.parse()?, 0))?;
    write(&file.with_extension("energy.f32"), &prepared.features.energy)?;
    write(&file.with_extension("f0.f32"), &prepared.features.f0)?;
    let symbols = timed(tokens.phonemes(), &prepared.durations);
    let silent = silences(&symbols, &prepared.features.energy);
    let spoken = model.complete(prepared)?;
    write(file, &spoken.samples)?;
    let frames: Vec<String> = spoken.durations.iter().map(u32::to_string).collect();
    let symbols: String = tokens.phonemes().iter().collect();
    Ok(format!("{}\t{symbols}\t{}", frames.join(" "), ranges(silent)))
}

/// The samples of each symbol, by the frames of the tokens.
fn timed(symbols: &[char], frames: &[u32]) -> Vec<TimedSymbol> {
    let mut end = frames[0] as usize * FRAME;
    let place = |(&symbol, &frames): (&char, &u32)| {
        let start = end;
        end += frames as usize * FRAME;
        (symbol, start..end)
    };
    symbols.iter().zip(&frames[1..]).map(place).collect()
}

/// The silences in words: samples of lead and tail, then symbols and samples of each inner one.
fn ranges(silences: Silences) -> String {
    let Silences { lead, inner, tail, .. } = silences;
    let inner = inner.into_iter().map(|SilentSpan { symbols, samples, .. }| {
        format!(" {}-{}:{}-{}", symbols.start, symbols.end, samples.start, samples.end)
    });
    format!("{} {}{}", lead.end, tail.start, inner.collect::<String>())
}

fn write(file: &Path, values: &[f32]) -> std::io::Result<()> {
    let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
    std::fs::write(file, bytes)
}
