//! `kokoro plan`: what is to be spoken, step by step, before a model speaks it.

use std::io::{self, BufWriter, Write};

use clap::Args;
use kokoro::plan::{Item, json, plan};
use kokoro::weights::Weights;

use crate::Common;
use crate::delivery_args::DeliveryArgs;
use crate::error::Error;
use crate::input::TextInput;
use crate::lang_arg::LangArg;
use crate::text_args::TextArgs;
use crate::voice_args::VoiceArgs;

/// Arguments of `plan`.
#[derive(Args)]
pub struct Plan {
    #[command(flatten)]
    input: TextInput,
    #[command(flatten)]
    voice: VoiceArgs,
    /// Language of the text: a tag, a letter, or `auto`, which finds it out [default: that of the
    /// voice]
    #[arg(long, value_name = "LANG")]
    lang: Option<LangArg>,
    /// Print a JSON object for each step
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    reading: TextArgs,
    #[command(flatten)]
    delivery: DeliveryArgs,
}

impl Plan {
    /// Prints a line for each utterance, pause, mark, sound and warning. The model is not needed.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        let text = self.input.read()?;
        let language = self.lang.map(|lang| lang.of(&text)).transpose()?;
        let mut options = self.delivery.add_to(self.voice.options(language)?);
        let language = options.text_language()?;
        options.text = self.reading.options(&self.input, language)?;
        let front_ends = self.reading.front_ends(language)?;
        let mut how = options.plan()?;
        how.voices = voices(common);
        let mut out = BufWriter::new(io::stdout());
        for item in plan(&text, &front_ends, &how) {
            let item = item.map_err(kokoro::Error::from)?;
            let line = if self.json { json::line(&item) } else { shown(&item) };
            writeln!(out, "{line}").map_err(Error::io("write", "-"))?;
        }
        out.flush().map_err(Error::io("write", "-"))
    }
}

/// The names of the model's voices, if there is a model: a text may ask for one by gender.
fn voices(common: &Common) -> Vec<String> {
    let weights = common.folder().ok().and_then(|folder| Weights::open(folder).ok());
    weights.map_or_else(Vec::new, |weights| weights.voice_names().map(str::to_owned).collect())
}

/// A step in a line for people.
fn shown(item: &Item) -> String {
    match item {
        Item::Utterance(planned) => format!("say    {}", planned.utterance.phonemes),
        Item::Pause(pause) => {
            format!("pause  {} ms ({:?})", pause.duration.as_millis(), pause.kind).to_lowercase()
        }
        Item::Mark(mark) => format!("mark   {}", mark.name),
        Item::Audio { clip, .. } => format!("play   {}", clip.src),
        Item::Warning(warning) => format!("warn   {}", warning.message),
        _ => String::new(),
    }
}
