//! `kokoro normalize`: a text as it is said, in words.

use std::io::{self, BufWriter, Write};

use clap::Args;
use kokoro::Language;
use kokoro::text::{self, Phonemizer, TextOptions, phonemizer};

use crate::error::Error;
use crate::input::TextInput;
use crate::text_args::TextArgs;

/// Arguments of `normalize`.
#[derive(Args)]
pub struct Normalize {
    #[command(flatten)]
    input: TextInput,
    /// Language of the text, as a tag or a letter
    #[arg(long, value_name = "LANG", default_value = "en-us")]
    lang: Language,
    /// Take each line for a text of its own, and print one line for it
    #[arg(long)]
    lines: bool,
    #[command(flatten)]
    how: TextArgs,
}

impl Normalize {
    /// Prints one line for each block of the text: paragraph, heading, item.
    pub fn run(&self) -> Result<(), Error> {
        let text = self.input.read()?;
        let phonemizer = phonemizer(self.lang)?;
        let options = self.how.options(&self.input, self.lang)?;
        let mut out = BufWriter::new(io::stdout());
        let mut print = |line: &str| writeln!(out, "{line}").map_err(Error::io("write", "-"));
        if self.lines {
            for line in text.lines() {
                print(&blocks(line, phonemizer.as_ref(), &options).join(" "))?;
            }
        } else {
            let blocks = blocks(&text, phonemizer.as_ref(), &options);
            blocks.iter().try_for_each(|block| print(block))?;
        }
        out.flush().map_err(Error::io("write", "-"))
    }
}

/// The blocks of a text as they are said.
fn blocks(text: &str, phonemizer: &dyn Phonemizer, options: &TextOptions) -> Vec<String> {
    let blocks = text::normalize(text, phonemizer, options);
    blocks.map(|block| block.as_str().to_owned()).collect()
}
