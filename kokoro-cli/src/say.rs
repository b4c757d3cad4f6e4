//! `kokoro say`: text or phonemes to a file of sound, chunk by chunk, so that memory holds a few
//! chunks and not the whole speech.

use std::path::PathBuf;

use clap::Args;
use kokoro::audio::Target;
use kokoro::{Kokoro, Language};

use crate::Common;
use crate::audio_args::AudioArgs;
use crate::audio_output::AudioOutput;
#[cfg(feature = "npu")]
use crate::backend::BackendArgs;
use crate::delivery_args::DeliveryArgs;
use crate::error::Error;
use crate::follow::read_into;
use crate::front_end::FrontEnd;
use crate::input::TextInput;
use crate::lang_arg::LangArg;
use crate::output::Output;
use crate::plot::Plot;
#[cfg(not(feature = "npu"))]
use crate::precision::PrecisionArg;
use crate::speaker::Speaker;
use crate::text_args::TextArgs;
use crate::voice_args::VoiceArgs;
use crate::word_files::WordArgs;

/// Arguments of `say`.
#[derive(Args)]
pub struct Say {
    #[command(flatten)]
    input: TextInput,
    /// Read standard input and speak it while it comes, each sentence as soon as it is certain
    #[arg(long, conflicts_with_all = ["text", "file", "phonemes", "plot"])]
    follow: bool,
    /// The file to write; its extension says the format. `-` is standard output
    #[cfg_attr(feature = "play", arg(required_unless_present = "play"))]
    #[cfg_attr(not(feature = "play"), arg(required = true))]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Play the speech while it is made
    #[cfg(feature = "play")]
    #[arg(long)]
    play: bool,
    #[command(flatten)]
    how: VoiceArgs,
    /// Language of the text: a tag, a letter, or `auto`, which finds it out [default: that of the
    /// voice]
    #[arg(long, value_name = "LANG")]
    lang: Option<LangArg>,
    /// The text is phonemes (IPA) already
    #[arg(long)]
    phonemes: bool,
    #[command(flatten)]
    delivery: DeliveryArgs,
    #[command(flatten)]
    reading: TextArgs,
    #[command(flatten)]
    words: WordArgs,
    /// Draw the waveform, F0 and words of the first two minutes
    #[arg(long, value_name = "FILE.svg")]
    plot: Option<PathBuf>,
    #[command(flatten)]
    audio: AudioArgs,
    #[cfg(feature = "npu")]
    #[command(flatten)]
    backend: BackendArgs,
    #[cfg(not(feature = "npu"))]
    #[command(flatten)]
    precision: PrecisionArg,
}

impl Say {
    /// Speaks.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        let text = if self.follow { String::new() } else { self.input.read()? };
        let mut options = self.delivery.add_to(self.how.options(self.language(&text)?)?);
        let mut front_end = FrontEnd::None;
        // Without a language there is an error later, which a wrong voice may explain.
        if let Ok(language) = options.text_language()
            && !self.phonemes
        {
            options.text = self.reading.options(&self.input, language)?;
            front_end = self.reading.front_end(language)?;
        }
        let kokoro = self.load(common, front_end)?;
        kokoro::read_voice(&options.voice, kokoro.weights())?; // before anything is computed

        let output = self.open(options.text_language().ok())?;
        let format = options.text.format;
        let words = self.words.any().then(|| self.words.open(&text, format)).transpose()?;
        let plot = self.plot.as_deref().map(|path| Plot::new(path, &text, format)).transpose()?;
        let mut speaker = Speaker::new(output, text.len());
        (speaker.words, speaker.plot) = (words, plot);
        if self.follow {
            let (feed, chunks) = kokoro.follow(&options);
            speaker.speak_followed(chunks, read_into(feed))?;
        } else if self.phonemes {
            let plan = kokoro.plan_phonemes(&text, &options).map(Ok);
            speaker.speak_all(&kokoro, plan, &options)?;
        } else {
            speaker.speak_all(&kokoro, kokoro.plan(&text, &options), &options)?;
        }
        speaker.finish()
    }

    /// Opens what the speech goes to.
    fn open(&self, language: Option<Language>) -> Result<AudioOutput, Error> {
        let mut output = AudioOutput::default();
        if let Some(path) = &self.output {
            let file = Output::create(path)?;
            let target = if file.is_file() { Target::File } else { Target::Stream };
            output.write_to(file, &self.audio.options(path, target, language)?)?;
        }
        #[cfg(feature = "play")]
        if self.play {
            output.play()?;
        }
        Ok(output)
    }

    /// The language that the user names. Phonemes have no language to be found out.
    fn language(&self, text: &str) -> Result<Option<Language>, Error> {
        match self.lang {
            Some(LangArg::Auto) if self.phonemes => Ok(None),
            lang => lang.map(|lang| lang.of(text)).transpose(),
        }
    }

    /// The model.
    fn load(&self, common: &Common, front_end: FrontEnd) -> Result<Kokoro, Error> {
        #[cfg(feature = "npu")]
        return self.backend.load(common, front_end);
        #[cfg(not(feature = "npu"))]
        return common.load(&self.precision, front_end);
    }
}
