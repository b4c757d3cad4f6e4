//! `kokoro voices`: who can speak.

use std::io::{self, BufWriter, Write};

use clap::Args;
use kokoro::Language;
use kokoro::weights::Weights;

use crate::Common;
use crate::error::Error;

/// Arguments of `voices`.
#[derive(Args)]
pub struct Voices {
    /// Only the voices of this language, a tag or a letter
    #[arg(long, value_name = "LANG")]
    lang: Option<Language>,
}

impl Voices {
    /// Prints name, gender and language of each voice. Only the manifest of the model is read.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        let weights = Weights::open(common.folder()?)?;
        let mut out = BufWriter::new(io::stdout());
        for name in weights.voice_names() {
            let language = Language::from_voice(name);
            if self.lang.is_none() || self.lang == language {
                let language =
                    language.map_or("unknown language".into(), |language| language.to_string());
                writeln!(out, "{name:16} {:8} {language}", gender(name))
                    .map_err(Error::io("write", "-"))?;
            }
        }
        out.flush().map_err(Error::io("write", "-"))
    }
}

/// The second letter of a voice's name tells.
fn gender(name: &str) -> &'static str {
    match name.as_bytes() {
        [_, b'f', b'_', ..] => "female",
        [_, b'm', b'_', ..] => "male",
        _ => "unknown",
    }
}
