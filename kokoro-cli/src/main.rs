//! The `kokoro` command: arguments in, files and lines out. The libraries compute.
//!
//! Standard output carries only what was asked for; progress, warnings and errors go to standard
//! error. The exit code is 0, 1 for an error, 2 for a wrong command line.

#[cfg(feature = "npu")]
mod ablate;
mod audio_args;
mod audio_output;
#[cfg(feature = "npu")]
mod backend;
mod bench;
mod common;
mod console;
mod delivery_args;
#[cfg(feature = "npu")]
mod doctor;
mod error;
#[cfg(feature = "npu")]
mod export;
#[cfg(feature = "fetch")]
mod fetch;
mod follow;
mod front_end;
mod import;
mod input;
mod lang_arg;
mod normalize;
#[cfg(feature = "npu")]
mod npu;
#[cfg(feature = "npu")]
mod npu_library;
mod output;
mod phonemize;
mod plan;
mod plot;
mod precision;
mod progress;
mod say;
#[cfg(feature = "server")]
mod serve;
mod speaker;
mod text_args;
#[cfg(feature = "npu")]
mod trial;
mod unknown;
mod voice_args;
mod voices;
mod word_files;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub(crate) use crate::common::{Common, threads};
use crate::error::{Error, usage};

/// Text to speech with Kokoro-82M.
#[derive(Parser)]
#[command(name = "kokoro", version)]
struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Speak a text into a file or a stream
    Say(Box<say::Say>),
    /// Speak for others, over HTTP: OpenAI's interface
    #[cfg(feature = "server")]
    Serve(Box<serve::Serve>),
    /// Print the phonemes of a text, one line for each sentence
    Phonemize(phonemize::Phonemize),
    /// Print a text as it is said, in words: one line for each paragraph, heading or item
    Normalize(normalize::Normalize),
    /// Print what is to be spoken, step by step: utterances, pauses, marks
    Plan(Box<plan::Plan>),
    /// List the voices with gender, upstream's grade and language; let them speak; blend them
    Voices(voices::Voices),
    /// Measure the speed of the model
    Bench(bench::Bench),
    /// Make a model folder from an official checkpoint (.pth) or the int8 export (.onnx)
    Import(import::Import),
    /// Write the decoder as a fixed-shape ONNX segment for a neural processor
    #[cfg(feature = "npu")]
    Export(export::Export),
    /// Look at segments for neural processors
    #[cfg(feature = "npu")]
    Npu(npu::Npu),
    /// Tell what this machine has for segments, and try it
    #[cfg(feature = "npu")]
    Doctor(doctor::Doctor),
    #[cfg(feature = "npu")]
    #[command(hide = true)]
    NpuTrial(trial::Trial),
    /// Compare decoders: time, memory, placement and sound of a list of sentences, as a report
    #[cfg(feature = "npu")]
    Ablate(ablate::Ablate),
    /// One sentence in a process of its own, for `ablate`
    #[cfg(feature = "npu")]
    #[command(hide = true)]
    AblateJob(ablate::AblateJob),
    /// Download the official model into the user's cache
    #[cfg(feature = "fetch")]
    Fetch(fetch::Fetch),
}

/// Makes glibc give freed memory back to the system. By itself it keeps freed blocks that are
/// smaller than a threshold, which grows to 32 MB; after loading a model these are 30 MB in pieces
/// that fit nothing later. Large tensors are kept and used again, not freed, so giving the rest
/// back at once costs nothing that can be measured.
fn give_memory_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: two options of the allocator, set before any other thread runs.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, 1 << 20);
        libc::mallopt(libc::M_TRIM_THRESHOLD, 64 << 20);
    }
}

fn main() -> ExitCode {
    give_memory_back();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    // SAFETY: no other thread runs yet.
    unsafe { cli.common.set_threads() };
    match run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // If standard error is closed too, the exit code is all that is left to tell.
            let _ = writeln!(io::stderr(), "kokoro: {}", error.line());
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> Result<(), Error> {
    match &cli.command {
        Command::Say(say) => say.run(&cli.common),
        #[cfg(feature = "server")]
        Command::Serve(serve) => serve.run(&cli.common),
        Command::Phonemize(phonemize) => phonemize.run(),
        Command::Normalize(normalize) => normalize.run(),
        Command::Plan(plan) => plan.run(&cli.common),
        Command::Voices(voices) => voices.run(&cli.common),
        Command::Bench(bench) => bench.run(&cli.common),
        Command::Import(import) => import.run(),
        #[cfg(feature = "npu")]
        Command::Export(export) => export.run(&cli.common),
        #[cfg(feature = "npu")]
        Command::Npu(npu) => npu.run(&cli.common),
        #[cfg(feature = "npu")]
        Command::Doctor(doctor) => doctor.run(&cli.common),
        #[cfg(feature = "npu")]
        Command::NpuTrial(trial) => trial.run(&cli.common),
        #[cfg(feature = "npu")]
        Command::Ablate(ablate) => ablate.run(&cli.common),
        #[cfg(feature = "npu")]
        Command::AblateJob(job) => job.run(),
        #[cfg(feature = "fetch")]
        Command::Fetch(fetch) => fetch.run(),
    }
}
