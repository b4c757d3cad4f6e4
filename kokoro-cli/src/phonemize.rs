//! `kokoro phonemize`: what a text becomes before it is spoken.

mod json;

use std::io::{self, BufWriter, Write};

use clap::Args;
use kokoro::text::{self, Phonemizer, TextOptions, utterances};

use crate::error::Error;
use crate::input::TextInput;
use crate::lang_arg::LangArg;
use crate::text_args::TextArgs;
use crate::unknown::Unknown;

/// Arguments of `phonemize`.
#[derive(Args)]
pub struct Phonemize {
    #[command(flatten)]
    input: TextInput,
    /// Language of the text: a tag, a letter, or `auto`, which finds it out
    #[arg(long, value_name = "LANG", default_value = "en-us")]
    lang: LangArg,
    /// Take each line for a text of its own, and print one line for it
    #[arg(long, conflicts_with = "json")]
    lines: bool,
    /// Print a JSON object for each utterance: its words, where in the text each stands, and where
    /// its pronunciation came from
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    how: TextArgs,
}

impl Phonemize {
    /// Prints one line for each sentence; for one of more than 510 phonemes, a line for each part.
    /// Every line can be given to `kokoro say --phonemes`. The model is not needed.
    pub fn run(&self) -> Result<(), Error> {
        let text = self.input.read()?;
        let language = self.lang.of(&text)?;
        let phonemizer = self.how.phonemizer(language)?;
        let options = self.how.options(&self.input, language)?;
        let mut printer =
            Printer { out: BufWriter::new(io::stdout()), unknown: Unknown::default() };
        if self.lines {
            for line in text.lines() {
                printer.print_joined(line, phonemizer.as_ref(), &options)?;
            }
        } else {
            self.print(&text, phonemizer.as_ref(), &options, &mut printer)?;
        }
        printer.out.flush().map_err(Error::io("write", "-"))?;
        printer.unknown.warn();
        Ok(())
    }

    /// Prints one line for each utterance.
    fn print(
        &self,
        text: &str,
        phonemizer: &dyn Phonemizer,
        options: &TextOptions,
        printer: &mut Printer,
    ) -> Result<(), Error> {
        for utterance in utterances(text, phonemizer, options) {
            let utterance = utterance?;
            if self.json {
                printer.line(&json::line(&utterance))?;
            } else {
                printer.line(&utterance.phonemes)?;
            }
            printer.unknown.add(&utterance.unknown);
        }
        Ok(())
    }
}

/// Where lines go, and what is to be reported after them.
struct Printer {
    out: BufWriter<io::Stdout>,
    unknown: Unknown,
}

impl Printer {
    fn line(&mut self, line: &str) -> Result<(), Error> {
        writeln!(self.out, "{line}").map_err(Error::io("write", "-"))
    }

    /// Prints the phonemes of a text in one line, which is empty if nothing can be said.
    fn print_joined(
        &mut self,
        text: &str,
        phonemizer: &dyn Phonemizer,
        options: &TextOptions,
    ) -> Result<(), Error> {
        let mut line: Vec<String> = Vec::new();
        for utterance in utterances(text, phonemizer, options) {
            match utterance {
                Ok(utterance) => {
                    self.unknown.add(&utterance.unknown);
                    line.push(utterance.phonemes);
                }
                Err(text::Error::NothingToSay { left_out, .. }) => self.unknown.add(&left_out),
                Err(error) => return Err(error.into()),
            }
        }
        self.line(&line.join(" "))
    }
}
