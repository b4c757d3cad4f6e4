//! A request for speech, understood by the server that got it.

use std::sync::Arc;

use kokoro::text::user_lexicon::Matcher;
use kokoro::text::{Normalization, detect};
use kokoro::{Language, Latency, SpeechOptions};

use crate::openai::choices::{LanguageChoice, LatencyChoice, StreamFormat};
use crate::openai::models;
use crate::openai::speech_request::SpeechRequest;
use crate::openai::voice::resolve;
use crate::{ApiError, AppState, EventWords, Form, SpeechJob};

impl SpeechRequest {
    /// What is to be spoken, with the model and the settings of this server.
    ///
    /// # Errors
    /// The server has no such model, voice or precision; the text is too long; two fields
    /// contradict each other.
    pub fn into_job(self, state: &AppState) -> Result<SpeechJob, ApiError> {
        if let Some(model) = &self.model {
            models::check(model, state.options())?;
        }
        self.check_length(state.options().longest_text)?;
        self.check_precision(state)?;
        let form = self.form()?;
        if self.instructions.is_some() {
            tracing::debug!("instructions have no effect");
        }
        let options = self.options(state)?;
        let mut job = SpeechJob::new(self.input);
        (job.options, job.form) = (options, form);
        job.audio.format = self.response_format.unwrap_or(job.audio.format);
        job.audio.sample_rate = self.sample_rate;
        Ok(job)
    }

    fn check_length(&self, most: usize) -> Result<(), ApiError> {
        let found = self.input.chars().count();
        if found <= most {
            return Ok(());
        }
        let message = format!(
            "`input`: expected at most {most} characters, found {found}; speak it in several parts"
        );
        Err(ApiError::invalid("input", "string_above_max_length", message))
    }

    fn check_precision(&self, state: &AppState) -> Result<(), ApiError> {
        let has = state.kokoro().precision();
        match self.precision {
            Some(wanted) if wanted != has => {
                let message = format!("`precision`: this server has {has}, not {wanted}");
                Err(ApiError::invalid("precision", "precision_not_available", message))
            }
            _ => Ok(()),
        }
    }

    fn form(&self) -> Result<Form, ApiError> {
        let invalid = |param, message| Err(ApiError::invalid(param, "invalid_value", message));
        let (stream, words) = (self.stream.unwrap_or(true), self.timestamps.unwrap_or(false));
        match self.stream_format.unwrap_or_default() {
            StreamFormat::Audio if words => invalid(
                "timestamps",
                "`timestamps`: sound has no place for them; ask for `stream_format` sse, whose \
                 events have words",
            ),
            StreamFormat::Audio if stream => Ok(Form::Stream),
            StreamFormat::Audio => Ok(Form::Whole),
            StreamFormat::Sse if !stream => {
                invalid("stream", "`stream`: expected true with `stream_format` sse, found false")
            }
            StreamFormat::Sse if words => Ok(Form::Events(EventWords::Told)),
            StreamFormat::Sse => Ok(Form::Events(EventWords::Left)),
        }
    }

    fn options(&self, state: &AppState) -> Result<SpeechOptions, ApiError> {
        let voice =
            self.voice.as_ref().map_or(state.options().voice.as_str(), |voice| voice.text());
        let mut options = SpeechOptions::new(resolve(voice, state.kokoro())?)
            .speed(self.speed.unwrap_or(1.0))
            .pitch(self.pitch.unwrap_or_default())
            .decibels(self.volume.unwrap_or_default().0)
            .seed(self.seed.unwrap_or(0))
            .language(self.language(state)?)
            .latency(self.latency());
        if let Some(silence) = &self.pauses {
            options.silence = silence.clone();
        }
        options.text.format = self.format.unwrap_or(options.text.format);
        if self.normalize == Some(false) {
            options.text.normalization = Normalization::Off;
        }
        if let Some(lexicon) = &self.lexicon {
            let language = options.text_language().map_err(|error| ApiError::from(&error))?;
            options.text.lexicon = Some(Arc::new(Matcher::new(lexicon, language.tag())));
        }
        Ok(options)
    }

    fn language(&self, state: &AppState) -> Result<Option<Language>, ApiError> {
        match self.lang {
            None => Ok(state.options().language),
            Some(LanguageChoice::Is(language)) => Ok(Some(language)),
            Some(LanguageChoice::Auto) => match detect(&self.input) {
                Some(language) => Ok(Some(language)),
                None => {
                    let message = "`lang`: the text is in no language that this model speaks, as \
                                   far as can be told; name one";
                    Err(ApiError::invalid("lang", "language_not_found", message))
                }
            },
        }
    }

    fn latency(&self) -> Latency {
        match (self.latency, self.stream) {
            (Some(LatencyChoice::Exact), _) | (None, Some(false)) => Latency::Exact,
            _ => Latency::Low,
        }
    }
}
