//! `kokoro voices`: who can speak, and blends of them.

mod blend;
mod sample;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use blend::Blend;
use clap::{Args, Subcommand};
use kokoro::Language;
use kokoro::weights::{Weights, grade};
use serde::Serialize;

use crate::Common;
use crate::error::Error;

/// Arguments of `voices`.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Voices {
    #[command(subcommand)]
    action: Option<Action>,
    /// Only the voices of this language, a tag or a letter
    #[arg(long, value_name = "LANG")]
    lang: Option<Language>,
    /// Print JSON
    #[arg(long, conflicts_with = "sample")]
    json: bool,
    /// Let each voice speak a sentence of its language into a WAV file of its name in this folder
    #[arg(long, value_name = "DIR")]
    sample: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Action {
    /// Make a voice of others
    Blend(Blend),
}

/// What is known of a voice.
#[derive(Serialize)]
struct Listed<'a> {
    name: &'a str,
    gender: Option<&'static str>,
    /// A tag, such as `en-us`.
    language: Option<&'static str>,
    /// Upstream's.
    grade: Option<&'static str>,
}

impl Voices {
    /// Lists the voices, lets them speak, or blends them.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        if let Some(Action::Blend(blend)) = &self.action {
            return blend.run(common);
        }
        let weights = Weights::open(common.folder()?)?;
        let names: Vec<&str> = weights
            .voice_names()
            .filter(|name| self.lang.is_none() || self.lang == Language::from_voice(name))
            .collect();
        match &self.sample {
            Some(folder) => sample::write(folder, &names, common),
            None => self.list(&names).map_err(Error::io("write", "-")),
        }
    }

    /// Prints what is known of each voice.
    fn list(&self, names: &[&str]) -> io::Result<()> {
        let mut out = BufWriter::new(io::stdout());
        if self.json {
            let listed: Vec<Listed> = names.iter().map(|name| Listed::new(name)).collect();
            serde_json::to_writer_pretty(&mut out, &listed)?;
            writeln!(out)?;
        } else {
            for name in names {
                let language =
                    Language::from_voice(name).map_or("unknown language".into(), |l| l.to_string());
                let Listed { gender, grade, .. } = Listed::new(name);
                let (gender, grade) = (gender.unwrap_or("unknown"), grade.unwrap_or("–"));
                writeln!(out, "{name:16} {gender:8} {grade:3} {language}")?;
            }
        }
        out.flush()
    }
}

impl<'a> Listed<'a> {
    fn new(name: &'a str) -> Self {
        let language = Language::from_voice(name).map(Language::tag);
        Self { name, gender: gender(name), language, grade: grade(name) }
    }
}

/// The second letter of a voice's name tells.
fn gender(name: &str) -> Option<&'static str> {
    match name.as_bytes() {
        [_, b'f', b'_', ..] => Some("female"),
        [_, b'm', b'_', ..] => Some("male"),
        _ => None,
    }
}
