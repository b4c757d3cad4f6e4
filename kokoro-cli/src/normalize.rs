//! `kokoro normalize`: a text as it is said, in words.

use std::io::{self, BufWriter, Write};

use clap::Args;
use kokoro::text::{self, Phonemizer, TextOptions};

use crate::error::Error;
use crate::input::TextInput;
use crate::lang_arg::LangArg;
use crate::text_args::TextArgs;

/// Arguments of `normalize`.
#[derive(Args)]
pub struct Normalize {
    #[command(flatten)]
    input: TextInput,
    /// Language of the text: a tag, a letter, or `auto`, which finds it out
    #[arg(long, value_name = "LANG", default_value = "en-us")]
    lang: LangArg,
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
        let language = self.lang.of(&text)?;
        let phonemizer = self.how.phonemizer(language)?;
        let options = self.how.options(&self.input, language)?;
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
