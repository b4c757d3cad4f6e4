//! `kokoro phonemize`: what a text becomes before it is spoken.

use std::io::{self, BufWriter, Write};

use clap::Args;
use kokoro::Language;
use kokoro::text::{phonemizer, utterances};

use crate::error::Error;
use crate::input::TextInput;
use crate::unknown::Unknown;

/// Arguments of `phonemize`.
#[derive(Args)]
pub struct Phonemize {
    #[command(flatten)]
    input: TextInput,
    /// Language of the text, as a tag or a letter
    #[arg(long, value_name = "LANG", default_value = "en-us")]
    lang: Language,
}

impl Phonemize {
    /// Prints one line for each sentence; for one of more than 510 phonemes, a line for each part.
    /// Every line can be given to `kokoro say --phonemes`. The model is not needed.
    pub fn run(&self) -> Result<(), Error> {
        let text = self.input.read()?;
        let phonemizer = phonemizer(self.lang)?;
        let mut out = BufWriter::new(io::stdout());
        let mut unknown = Unknown::default();
        let mut empty = true;
        for utterance in utterances(&text, phonemizer.as_ref()) {
            let utterance = utterance?;
            writeln!(out, "{}", utterance.phonemes).map_err(Error::io("write", "-"))?;
            unknown.add(&utterance.unknown);
            empty = false;
        }
        out.flush().map_err(Error::io("write", "-"))?;
        unknown.warn();
        if empty { Err(kokoro::Error::NothingToSay.into()) } else { Ok(()) }
    }
}
