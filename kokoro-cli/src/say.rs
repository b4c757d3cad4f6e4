//! `kokoro say`: text or phonemes to a WAV file, piece by piece, so that memory holds one piece and not the whole speech.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use kokoro::{Kokoro, Language, MAX_SPEED, MIN_SPEED, Options, SAMPLE_RATE, Speech, Utterance};

use crate::Common;
#[cfg(feature = "npu")]
use crate::backend::{BackendArgs, Fallbacks};
use crate::error::{Error, one_line};
use crate::input::Input;
use crate::output::Output;
#[cfg(not(feature = "npu"))]
use crate::precision::PrecisionArg;
use crate::progress::Progress;
use crate::wav::{self, SampleFormat};

/// How many words the warning about unknown ones names.
const NAMED_UNKNOWN: usize = 12;

/// Arguments of `say`.
#[derive(Args)]
pub struct Say {
    #[command(flatten)]
    input: Input,
    /// The WAV file to write; `-` writes to standard output, with sizes of 0xFFFFFFFF in the header
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    how: How,
    /// Language of the text, as a tag or a letter [default: that of the voice]
    #[arg(long, value_name = "LANG")]
    lang: Option<Language>,
    /// The text is phonemes (IPA) already
    #[arg(long)]
    phonemes: bool,
    /// How samples are stored
    #[arg(long, value_enum, default_value = "i16")]
    sample_format: SampleFormat,
    #[cfg(feature = "npu")]
    #[command(flatten)]
    backend: BackendArgs,
    #[cfg(not(feature = "npu"))]
    #[command(flatten)]
    precision: PrecisionArg,
}

/// How to speak: what `say` and `bench` share.
#[derive(Args)]
pub struct How {
    /// The voice; `kokoro voices` lists them
    #[arg(long, value_name = "NAME", default_value = "af_heart")]
    voice: String,
    /// Speed, 0.5 to 2
    #[arg(long, value_name = "X", default_value_t = 1.0, allow_hyphen_values = true)]
    speed: f32,
    /// Seed of the noise in the voice; the same seed gives the same samples
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
}

impl How {
    /// The library's options.
    ///
    /// # Errors
    /// The speed is out of range.
    pub fn options(&self, language: Option<Language>) -> Result<Options, Error> {
        let Self { voice, speed, seed } = self;
        if !(MIN_SPEED..=MAX_SPEED).contains(speed) {
            let message =
                format!("speed: expected {MIN_SPEED} to {MAX_SPEED}, found {speed}; 1 is normal");
            return Err(Error::Other(message));
        }
        Ok(Options { voice: voice.clone(), speed: *speed, seed: *seed, language })
    }
}

impl Say {
    /// Speaks.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        let options = self.how.options(self.lang)?;
        let text = self.input.read()?;
        if text.trim().is_empty() {
            return Err(kokoro::Error::NothingToSay.into());
        }
        let language = options.language();
        let text_front_end = || match (&language, self.phonemes) {
            (Ok(language), false) => Some((*language, kokoro::text::phonemizer(*language))),
            _ => None,
        };
        let (kokoro, front_end) = rayon::join(|| self.load(common), text_front_end);
        let kokoro = kokoro?;
        if let Some((language, Ok(front_end))) = front_end {
            kokoro.set_phonemizer(language, front_end);
        }
        check_voice(&kokoro, &options.voice)?;

        let mut speaker = Speaker {
            kokoro: &kokoro,
            options: &options,
            format: self.sample_format,
            output: Output::create(&self.output)?,
            samples: 0,
            unknown: Unknown::default(),
            #[cfg(feature = "npu")]
            fallbacks: Fallbacks::default(),
            progress: Progress::new(
                text.len() as u64,
                "{percent:>3} % [{bar:32}] {msg}, {eta} left",
            ),
            read: 0,
            sentence: String::new(),
        };
        if self.phonemes {
            speaker.speak_all(kokoro.phoneme_utterances(&text).into_iter().map(Ok))?;
        } else {
            let utterances = kokoro.utterances(&text, language?)?;
            speaker.speak_all(utterances.map(|utterance| Ok(utterance?)))?;
        }
        speaker.finish()
    }

    fn load(&self, common: &Common) -> Result<Kokoro, Error> {
        #[cfg(feature = "npu")]
        return self.backend.load(common);
        #[cfg(not(feature = "npu"))]
        return common.load(&self.precision);
    }
}

/// Fails for a voice that does not exist, before anything is computed.
fn check_voice(kokoro: &Kokoro, voice: &str) -> Result<(), Error> {
    match kokoro.voices().any(|name| name == voice) {
        true => Ok(()),
        false => Err(kokoro.weights().voice(voice).err().map_or_else(
            || Error::Other(format!("no voice {voice:?}; `kokoro voices` lists them")),
            Error::from,
        )),
    }
}

/// Speaks utterances into an output.
struct Speaker<'a> {
    kokoro: &'a Kokoro,
    options: &'a Options,
    format: SampleFormat,
    output: Output,
    samples: u64,
    unknown: Unknown,
    #[cfg(feature = "npu")]
    fallbacks: Fallbacks,
    progress: Progress,
    /// Bytes of text that were spoken, for the progress, and the last sentence: a long one comes as several utterances.
    read: u64,
    sentence: String,
}

impl Speaker<'_> {
    /// Speaks all utterances. Into a file, each is spoken on one thread, because many together are done sooner so. Who listens wants the
    /// first as soon as may be, on all threads; and so does who has only one.
    fn speak_all(
        &mut self,
        mut utterances: impl Iterator<Item = Result<Utterance, kokoro::Error>> + Send,
    ) -> Result<(), Error> {
        let first: Vec<_> = utterances.by_ref().take(2).collect();
        let many = first.len() > 1 && self.output.is_file();
        let mut utterances = first.into_iter().chain(utterances);
        let (kokoro, options) = (self.kokoro, self.options);
        if !many {
            return utterances.try_for_each(|utterance| {
                let utterance = utterance?;
                self.write(&utterance, kokoro.speak_utterance(&utterance, options)?)
            });
        }
        kokoro.speak_many(utterances, options, crate::threads(), |utterance, speech| {
            self.write(utterance, speech)
        })
    }

    fn write(&mut self, utterance: &Utterance, speech: Speech) -> Result<(), Error> {
        self.unknown.add(&utterance.unknown);
        #[cfg(feature = "npu")]
        self.fallbacks.add(&speech.reports);
        let format = self.format;
        if self.samples == 0 {
            let header = wav::header(format, SAMPLE_RATE, None)
                .map_err(Error::io("write", "the WAV header"))?;
            self.output.write(|out| out.write_all(&header))?;
        }
        self.output.write(|mut out| wav::write_samples(&mut out, format, &speech.samples))?;
        if !self.output.is_file() {
            self.output.write(|out| out.flush())?; // whoever listens shall hear each piece at once
        }
        self.samples += speech.samples.len() as u64;
        if self.sentence != utterance.text {
            self.sentence.clone_from(&utterance.text);
            self.read += utterance.text.len() as u64;
        }
        self.progress.set(self.read, format!("{:.0} s of speech", self.seconds()));
        Ok(())
    }

    fn seconds(&self) -> f64 {
        self.samples as f64 / f64::from(SAMPLE_RATE)
    }

    fn finish(self) -> Result<(), Error> {
        drop(self.progress);
        self.unknown.warn();
        #[cfg(feature = "npu")]
        self.fallbacks.warn();
        if self.samples == 0 {
            return Err(kokoro::Error::NothingToSay.into());
        }
        let start = match self.output.is_file() {
            true => {
                Some(wav::header(self.format, SAMPLE_RATE, Some(self.samples)).map_err(too_long)?)
            }
            false => None,
        };
        self.output.finish(start.as_deref())
    }
}

fn too_long(error: io::Error) -> Error {
    Error::Other(error.to_string())
}

/// Words and symbols that were spelled or left out, each once, in order.
#[derive(Default)]
pub struct Unknown {
    named: Vec<String>,
    seen: HashSet<String>,
}

impl Unknown {
    /// Adds those of one utterance.
    pub fn add(&mut self, words: &[String]) {
        for word in words {
            if self.seen.insert(word.clone()) && self.named.len() < NAMED_UNKNOWN {
                self.named.push(word.clone());
            }
        }
    }

    /// One line on standard error, if there is anything to say.
    pub fn warn(&self) {
        if self.named.is_empty() {
            return;
        }
        let more = match self.seen.len() - self.named.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let words = one_line(&self.named.join(", "));
        let _ = writeln!(io::stderr(), "kokoro: warning: spelled or left out: {words}{more}");
    }
}
