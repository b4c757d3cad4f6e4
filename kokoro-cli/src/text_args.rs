//! How a text is to be read: what `say`, `phonemize` and `normalize` share.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use kokoro::Language;
use kokoro::text::user_lexicon::{Format as LexiconFormat, Matcher, UserLexicon};
use kokoro::text::{
    Emoji, Format, FrontEnds, Normalization, Phonemizer, TextData, TextOptions, UnknownWords,
};

use crate::error::Error;
use crate::front_end::{FrontEnd, G2p};
use crate::input::{TextInput, decode};

/// How a text is to be read.
#[derive(Args)]
pub struct TextArgs {
    /// What the text is written in: plain, markdown, html, ssml; `auto` goes by the file's name,
    /// and in plain text takes out marks of emphasis, tags and entities
    #[arg(long, value_name = "FORMAT", default_value = "auto")]
    format: Format,
    /// Leave numbers, dates, amounts and addresses to the phonemizer, as upstream does
    #[arg(long)]
    no_normalize: bool,
    /// What becomes of a word that the lexicons lack
    #[arg(long, value_enum, value_name = "HOW", default_value = "guess")]
    unknown: Unknown,
    /// Whether emoji are named
    #[arg(long, value_enum, value_name = "HOW", default_value = "silent")]
    emoji: EmojiArg,
    /// A lexicon of your own, TOML or CSV; of several, the later wins
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
    /// Who turns words into phonemes
    #[arg(long, value_enum, value_name = "WHO", default_value = "builtin")]
    g2p: G2p,
    /// Folder with the Japanese dictionary [default: $KOKORO_TEXT_DATA, else the fetched one, else
    /// text-data of the checkout]
    #[arg(long, value_name = "DIR")]
    text_data: Option<PathBuf>,
}

/// `--unknown`.
#[derive(Clone, Copy, ValueEnum)]
enum Unknown {
    /// It is pronounced by further lexicons, rules and a guess
    Guess,
    /// It is left out, and reported
    Skip,
}

/// `--emoji`.
#[derive(Clone, Copy, ValueEnum)]
enum EmojiArg {
    /// They are passed over
    Silent,
    /// Their names are said
    Named,
}

impl TextArgs {
    /// The phonemizer of a language.
    ///
    /// # Errors
    /// This program lacks it, or there is no espeak-ng.
    pub fn phonemizer(&self, language: Language) -> Result<Box<dyn Phonemizer>, Error> {
        self.g2p.phonemizer(language, &self.text_data())
    }

    /// What a model is to load with itself to read a language.
    ///
    /// # Errors
    /// There is no espeak-ng.
    pub fn front_end(&self, language: Language) -> Result<FrontEnd, Error> {
        self.g2p.front_end(language, self.text_data())
    }

    /// The phonemizers of all languages, with the one that is asked for in this language.
    ///
    /// # Errors
    /// There is no espeak-ng.
    pub fn front_ends(&self, language: Language) -> Result<FrontEnds, Error> {
        let front_ends = FrontEnds::new(self.text_data());
        if self.g2p != G2p::Builtin {
            front_ends.put(self.phonemizer(language)?);
        }
        Ok(front_ends)
    }

    fn text_data(&self) -> TextData {
        let mut data = TextData::default();
        data.folder.clone_from(&self.text_data);
        data
    }

    /// The library's options for a text in `language`.
    ///
    /// # Errors
    /// A lexicon cannot be read.
    pub fn options(&self, input: &TextInput, language: Language) -> Result<TextOptions, Error> {
        let mut options = TextOptions::default();
        options.format = match (self.format, input.path()) {
            (Format::Auto, Some(path)) => Format::of_file_name(path),
            (format, _) => format,
        };
        if self.no_normalize {
            options.normalization = Normalization::Off;
        }
        options.unknown = match self.unknown {
            Unknown::Guess => UnknownWords::Guess,
            Unknown::Skip => UnknownWords::Skip,
        };
        options.emoji = match self.emoji {
            EmojiArg::Silent => Emoji::Silent,
            EmojiArg::Named => Emoji::Named,
        };
        options.lexicon = self.lexicon()?.map(|all| Arc::new(Matcher::new(&all, language.tag())));
        Ok(options)
    }

    /// All lexicons in one.
    fn lexicon(&self) -> Result<Option<UserLexicon>, Error> {
        let mut all: Option<UserLexicon> = None;
        for path in &self.lexicon {
            let text = decode(fs::read(path).map_err(Error::io("read", path))?, path)?;
            let name = path.display().to_string();
            let format = LexiconFormat::of_name(&name)
                .ok_or_else(|| Error::LexiconFormat { path: path.clone() })?;
            let next = UserLexicon::parse(&text, format, &name)?;
            match &mut all {
                Some(all) => all.extend(next),
                None => all = Some(next),
            }
        }
        Ok(all)
    }
}
