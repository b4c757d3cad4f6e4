//! Fields of a request for speech that Kokoro-FastAPI has and OpenAI has not.

use std::ops::RangeInclusive;

use axum::http::{HeaderValue, header};
use kokoro::audio::AudioFormat;
use kokoro::text::{Format, Normalization};
use kokoro::{Language, MAX_SPEED, MIN_SPEED};

use super::aliases::{Alias, Aliases};
use super::normalization;
use super::script::segments;
use super::ssml_tags::is_ssml;
use crate::fields::{Fields as JsonFields, invalid_value};
use crate::{ApiError, Content, SpeechJob};

/// Factors of the volume.
const VOLUMES: RangeInclusive<f64> = 0.0..=10.0;

/// What the fields say.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields {
    language: Option<Language>,
    volume: Option<f32>,
    normalization: Option<Normalization>,
    tags: bool,
    aliases: Aliases,
    ssml: bool,
    download: bool,
}

impl Fields {
    /// Takes the fields out of those of a request.
    ///
    /// # Errors
    /// One has a value that it cannot have.
    pub fn take(fields: &mut JsonFields) -> Result<Self, ApiError> {
        let languages = "a language: a, b, e, f, h, i, j, p or z";
        let language = match fields.text("lang_code")? {
            None => None,
            Some(code) => {
                let language = code.parse();
                Some(language.map_err(|_| invalid_value("lang_code", languages, &code.into()))?)
            }
        };
        let normalization = fields.take("normalization_options").map(normalization::read);
        let aliases = fields.take("voice_aliases").map(|value| Aliases::read(&value));
        // Accepted and without effect: a file of another format, a file of times.
        fields.text("download_format")?;
        fields.flag("return_timing")?;
        Ok(Self {
            language,
            volume: fields.number("volume_multiplier", VOLUMES)?.map(|volume| volume as f32),
            normalization: normalization.transpose()?.flatten(),
            tags: fields.flag("allow_voice_tags")?.unwrap_or_default(),
            aliases: aliases.transpose()?.unwrap_or_default(),
            ssml: fields.flag("ssml")?.unwrap_or_default(),
            download: fields.flag("return_download_link")?.unwrap_or_default(),
        })
    }

    /// The voice that is meant by a name, and how fast it speaks.
    pub fn voice(&self, name: &str) -> Alias {
        self.aliases.resolve(name)
    }

    /// The language of the text, if the fields say it.
    pub fn language(&self) -> Option<Language> {
        self.language
    }

    /// Whether the sound is to be kept, so that it can be fetched again.
    pub fn download(&self) -> bool {
        self.download
    }

    /// Sets in a job, whose text and voice are known, what the fields say. `rate` is that of the
    /// voice; `resolve` finds the voice of a tag.
    ///
    /// # Errors
    /// A tag names an unknown voice; nothing stands beside the tags.
    pub fn apply(
        &self,
        job: &mut SpeechJob,
        rate: f32,
        resolve: impl Fn(&str) -> Result<String, ApiError>,
    ) -> Result<(), ApiError> {
        let options = &mut job.options;
        if let Some(volume) = self.volume {
            options.gain *= volume;
        }
        normalization::apply(self.normalization, &mut options.text);
        if self.ssml && is_ssml(&job.text) {
            options.text.format = Format::Ssml;
        }
        let mut parts = None;
        if self.tags && options.text.format != Format::Ssml {
            let resolve = |name: &str| {
                let Alias { voice, rate } = self.voice(name);
                Ok(Alias { voice: resolve(&voice)?, rate })
            };
            let voice = options.voice.clone();
            parts = segments(&job.text, Alias { voice, rate }, resolve)?;
        }
        match parts {
            Some(parts) => job.content = Content::Parts(parts),
            None => options.speed = (options.speed * rate).clamp(MIN_SPEED, MAX_SPEED),
        }
        job.headers.insert(header::CONTENT_DISPOSITION, disposition(job.audio.format));
        Ok(())
    }
}

/// Says that a response is a file, and its name.
pub(crate) fn disposition(format: AudioFormat) -> HeaderValue {
    let name = format!("attachment; filename=speech.{}", format.extension());
    HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"))
}
