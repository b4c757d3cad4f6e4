//! The body of a request for speech: OpenAI's fields, and those that only we have.

use kokoro::audio::AudioFormat;
use kokoro::plan::{Decibels, Pitch};
use kokoro::text::Format;
use kokoro::text::user_lexicon::UserLexicon;
use kokoro::{Precision, Silence};
use serde_json::Value;
use utoipa::ToSchema;

use crate::ApiError;
use crate::fields::{Fields, invalid_value, wrong_type};
use crate::openai::choices::{LanguageChoice, LatencyChoice, StreamFormat};
use crate::openai::lexicon_field::lexicon;
use crate::openai::pauses_field::pauses;
use crate::openai::voice::VoiceField;

/// The most characters of `instructions`, as OpenAI has it.
const LONGEST_INSTRUCTIONS: usize = 4096;

/// A request for speech. All fields but `input` may be left out; null is as left out.
#[derive(Debug, Clone, ToSchema)]
#[schema(example = json!({ "model": "kokoro", "input": "Hello.", "voice": "af_heart" }))]
pub(crate) struct SpeechRequest {
    /// One of `/v1/models`. All are the same model.
    #[schema(example = "kokoro")]
    pub model: Option<String>,
    /// The text.
    #[schema(min_length = 1, example = "Hello.")]
    pub input: String,
    /// Who speaks.
    pub voice: Option<VoiceField>,
    /// Accepted, as OpenAI's older models do, without effect: this model takes no instructions.
    #[schema(max_length = 4096)]
    pub instructions: Option<String>,
    /// mp3, opus, aac, flac, wav, pcm (16 bits, little-endian, 24 kHz unless `sample_rate` says
    /// otherwise), m4a, wav24, wavf32, pcm24, pcmf32.
    #[schema(value_type = Option<String>, default = "mp3", example = "mp3")]
    pub response_format: Option<AudioFormat>,
    /// 2 is twice as fast.
    #[schema(minimum = 0.25, maximum = 4.0, default = 1.0)]
    pub speed: Option<f32>,
    /// Sound, or server-sent events with pieces of it.
    pub stream_format: Option<StreamFormat>,
    /// False: one body with a `Content-Length`.
    #[schema(default = true)]
    pub stream: Option<bool>,
    /// The language of the text, such as en-us; `auto` finds it out. Else it is the voice's.
    #[schema(value_type = Option<String>, example = "en-us")]
    pub lang: Option<LanguageChoice>,
    /// What the text is written in: plain, markdown, html, ssml; auto takes marks out of plain
    /// text.
    #[schema(value_type = Option<String>, default = "auto")]
    pub format: Option<Format>,
    /// Semitones as a number or as in "-1.5st"; a share as in "+10%"; or "-20Hz".
    #[schema(value_type = Option<Value>, example = "+2")]
    pub pitch: Option<Pitch>,
    /// Decibels, as a number or as in "-6dB".
    #[schema(value_type = Option<Value>, example = -3)]
    pub volume: Option<Decibels>,
    /// Lengths of pauses, as in "sentence=300ms,paragraph=1s", or an object of kinds and seconds;
    /// "model" keeps what the model makes.
    #[schema(value_type = Option<Value>, example = json!({ "sentence": 0.3 }))]
    pub pauses: Option<Silence>,
    /// How words are said: an object of words with phonemes between slashes or respellings; or
    /// TOML.
    #[schema(value_type = Option<Value>, example = json!({ "Nguyen": "win" }))]
    pub lexicon: Option<UserLexicon>,
    /// False: numbers and dates are not made words before they are looked up.
    #[schema(default = true)]
    pub normalize: Option<bool>,
    /// The same seed gives the same samples.
    #[schema(default = 0)]
    pub seed: Option<u64>,
    /// What the decoder computes in; the server has one.
    #[schema(value_type = Option<String>, example = "int8")]
    pub precision: Option<Precision>,
    /// Samples a second.
    #[schema(minimum = 8000, maximum = 48000, default = 24000)]
    pub sample_rate: Option<u32>,
    /// "word" or true: events tell when each word is said. Needs `stream_format` sse.
    #[schema(value_type = Option<Value>, example = "word")]
    pub timestamps: Option<bool>,
    /// low, unless `stream` is false.
    pub latency: Option<LatencyChoice>,
    /// True: a field that nobody knows is an error. Else a header names it.
    #[schema(default = false)]
    pub strict: Option<bool>,
}

impl SpeechRequest {
    /// Takes what it knows out of `fields`.
    ///
    /// # Errors
    /// The first field that is wrong, with what was expected.
    pub fn take(fields: &mut Fields) -> Result<Self, ApiError> {
        let formats = || {
            let names: Vec<&str> = AudioFormat::all().map(AudioFormat::name).collect();
            format!("one of {}", names.join(", "))
        };
        Ok(Self {
            model: fields.text("model")?,
            input: input(fields)?,
            voice: fields.take("voice").map(VoiceField::parse).transpose()?,
            instructions: instructions(fields)?,
            response_format: fields.choice("response_format", &formats())?,
            speed: fields.number("speed", 0.25..=4.0)?.map(|speed| speed as f32),
            stream_format: fields.choice("stream_format", "audio or sse")?,
            stream: fields.flag("stream")?,
            lang: fields.choice("lang", &languages())?,
            format: fields.choice("format", "one of plain, markdown, html, ssml, auto")?,
            pitch: fields.take("pitch").map(pitch).transpose()?,
            volume: fields.take("volume").map(volume).transpose()?,
            pauses: fields.take("pauses").map(pauses).transpose()?,
            lexicon: fields.take("lexicon").map(lexicon).transpose()?,
            normalize: fields.flag("normalize")?,
            seed: fields.integer("seed", 0..=u64::MAX)?,
            precision: fields.choice("precision", "one of f32, bf16, int8")?,
            sample_rate: sample_rate(fields)?,
            timestamps: fields.take("timestamps").map(timestamps).transpose()?,
            latency: fields.choice("latency", "exact or low")?,
            strict: fields.flag("strict")?,
        })
    }
}

fn input(fields: &mut Fields) -> Result<String, ApiError> {
    let wrong = |code, message| Err(ApiError::invalid("input", code, message));
    match fields.text("input")? {
        None => wrong("missing_required_parameter", "`input`: expected a text, found none"),
        Some(text) if text.is_empty() => {
            wrong("string_below_min_length", "`input`: expected a text, found an empty one")
        }
        Some(text) => Ok(text),
    }
}

fn instructions(fields: &mut Fields) -> Result<Option<String>, ApiError> {
    let text = fields.text("instructions")?;
    match text.as_ref().map_or(0, |text| text.chars().count()) {
        0..=LONGEST_INSTRUCTIONS => Ok(text),
        found => {
            let message = format!(
                "`instructions`: expected at most {LONGEST_INSTRUCTIONS} characters, found {found}"
            );
            Err(ApiError::invalid("instructions", "string_above_max_length", message))
        }
    }
}

fn sample_rate(fields: &mut Fields) -> Result<Option<u32>, ApiError> {
    let rate = fields.integer("sample_rate", 8000..=48_000)?;
    Ok(rate.and_then(|rate| u32::try_from(rate).ok())) // which it always is
}

fn pitch(value: Value) -> Result<Pitch, ApiError> {
    of_number_or_text("pitch", "semitones as a number, or a string such as \"+10%\"", value)
}

fn volume(value: Value) -> Result<Decibels, ApiError> {
    of_number_or_text("volume", "decibels as a number, or a string such as \"-6dB\"", value)
}

/// What a text says, or a number as a text.
fn of_number_or_text<T: std::str::FromStr<Err: std::fmt::Display>>(
    name: &str,
    expected: &str,
    value: Value,
) -> Result<T, ApiError> {
    let text = match value {
        Value::String(text) => text,
        Value::Number(number) => number.to_string(),
        other => return Err(wrong_type(name, expected, &other)),
    };
    text.parse()
        .map_err(|error| ApiError::invalid(name, "invalid_value", format!("`{name}`: {error}")))
}

fn timestamps(value: Value) -> Result<bool, ApiError> {
    match &value {
        Value::Bool(wanted) => Ok(*wanted),
        Value::String(kind) if kind == "word" => Ok(true),
        Value::String(_) => Err(invalid_value("timestamps", "\"word\", true or false", &value)),
        other => Err(wrong_type("timestamps", "\"word\", true or false", other)),
    }
}

fn languages() -> String {
    let tags = kokoro::Language::ALL.map(kokoro::Language::tag);
    format!("auto or one of {}", tags.join(", "))
}

#[cfg(test)]
mod tests;
