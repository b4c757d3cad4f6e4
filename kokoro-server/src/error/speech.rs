//! What can go wrong with a speech, as errors of the interface. A request that can never be served
//! is never an error of the server, because clients repeat a request after such an error. No
//! message names a file.

use kokoro::weights::Error as WeightsError;
use kokoro::{Error, audio, model, plan, text};

use super::ApiError;

impl From<&Error> for ApiError {
    fn from(error: &Error) -> Self {
        match error {
            Error::Weights(error) => weights(error),
            Error::Text(error) => of_text(error),
            Error::Plan(plan::Error::Text(error)) => of_text(error),
            Error::Plan(error) => Self::invalid("input", "invalid_markup", error.to_string()),
            Error::Model(error) => of_model(error),
            Error::Blend(error) => Self::invalid("voice", "invalid_voice", error.to_string()),
            Error::VoiceFile { .. } => Self::invalid("input", "invalid_voice", error.to_string()),
            Error::NoLanguage { .. } => {
                let message = "the voice does not tell its language: name one, such as en-us";
                Self::invalid("lang", "missing_language", message)
            }
            Error::NothingToSay => nothing_to_say(error.to_string()),
            Error::Audio(error) => of_audio(error),
            Error::Cancelled => Self::internal("the speech was cancelled"),
            error => failed(error),
        }
    }
}

fn weights(error: &WeightsError) -> ApiError {
    match error {
        WeightsError::UnknownVoice { .. } => {
            ApiError::invalid("voice", "voice_not_found", error.to_string())
        }
        error => failed(error),
    }
}

fn of_text(error: &text::Error) -> ApiError {
    use text::Error as Text;
    match error {
        Text::NothingToSay { .. } => nothing_to_say(error.to_string()),
        Text::UnknownLanguage { .. } | Text::NoFrontEnd { .. } | Text::NotByEspeak { .. } => {
            ApiError::invalid("lang", "unsupported_language", error.to_string())
        }
        Text::NoTextData { .. } => {
            tracing::warn!(%error, "a text cannot be read");
            let message = "this server lacks the dictionary of Japanese; its operator can fetch it";
            ApiError::invalid("lang", "unsupported_language", message)
        }
        Text::Phonemizer { .. } => {
            ApiError::invalid("input", "cannot_pronounce", error.to_string())
        }
        error => failed(error),
    }
}

fn of_model(error: &model::Error) -> ApiError {
    use model::Error as Model;
    let message = error.to_string();
    match error {
        Model::NoPhonemes => nothing_to_say(message),
        Model::Speed { .. } => ApiError::invalid("speed", "invalid_value", message),
        Model::Rate { .. } => ApiError::invalid("input", "invalid_value", message),
        Model::Pitch { .. } => ApiError::invalid("pitch", "invalid_value", message),
        Model::TooManyPhonemes { .. } => ApiError::invalid("input", "invalid_value", message),
        error => failed(error),
    }
}

fn of_audio(error: &audio::Error) -> ApiError {
    use audio::Error as Audio;
    let message = error.to_string();
    match error {
        Audio::SampleRate { .. } | Audio::SampleRateOfFormat { .. } => {
            ApiError::invalid("sample_rate", "invalid_value", message)
        }
        Audio::NoSamples => nothing_to_say(message),
        Audio::TooLong { .. } => {
            let message = "the speech is too long for one piece in this format: have it streamed, \
                           in mp3 or opus for example";
            ApiError::invalid("input", "speech_too_long", message)
        }
        Audio::LeftOut { format } => {
            let message = format!("this server was built without {format}: ask for wav");
            ApiError::invalid("response_format", "invalid_value", message)
        }
        Audio::BitRate { .. } | Audio::BitRateOfLossless { .. } => {
            ApiError::invalid("response_format", "invalid_value", message)
        }
        error => failed(error),
    }
}

fn nothing_to_say(message: String) -> ApiError {
    ApiError::invalid("input", "nothing_to_say", message)
}

/// The fault is the server's. The log tells which, the client is not told about files.
fn failed(error: &(dyn std::error::Error + 'static)) -> ApiError {
    tracing::error!(error = %Chain(error), "a speech failed");
    ApiError::internal("the speech could not be made; the server's log says why")
}

/// An error with its causes.
struct Chain<'a>(&'a (dyn std::error::Error + 'static));

impl std::fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        Ok(())
    }
}
