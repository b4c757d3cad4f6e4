//! The environment variables that Kokoro-FastAPI reads, as settings of this server.
//!
//! Names are found in upper and lower case. What both servers have is taken over. What only
//! Kokoro-FastAPI has is told, because its user may rely on it. All other variables are ignored.

use std::net::IpAddr;

/// What the variables say. `None` is what no variable says.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Environment {
    /// `HOST`: the address to listen on. A name that is neither an address nor `localhost` is
    /// left aside, with a note: many shells keep the name of the machine in `HOST`.
    pub host: Option<String>,
    /// `PORT`: the port to listen on.
    pub port: Option<u16>,
    /// `DEFAULT_VOICE`: the voice of requests that name none.
    pub voice: Option<String>,
    /// `DEFAULT_VOICE_CODE`: the language of requests that name none.
    pub language: Option<kokoro::Language>,
    /// `DEFAULT_VOLUME_MULTIPLIER`: multiplies the samples of requests that do not say.
    pub volume: Option<f32>,
    /// `CORS_ENABLED` and `CORS_ORIGINS`: the pages that may ask, `*` for all. An empty list is
    /// none.
    pub origins: Option<Vec<String>>,
    /// `API_LOG_LEVEL`: the least important messages that are logged.
    pub log_level: Option<LogLevel>,
    /// `MAX_INPUT_LENGTH`: the characters of a text.
    pub longest_text: Option<usize>,
    /// `ALLOW_LOCAL_VOICE_SAVING`: whether blends of voices are given out as files.
    pub combining: Option<bool>,
    /// What the user should be told: variables that do nothing here, and values that cannot be
    /// used.
    pub notes: Vec<String>,
}

/// The importance of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogLevel {
    /// Steps of the work.
    Trace,
    /// What helps to find a fault.
    Debug,
    /// What happens.
    Info,
    /// What may be wrong.
    Warn,
    /// What is wrong.
    Error,
}

/// Variables of Kokoro-FastAPI that do nothing here, and why.
const WITHOUT_EFFECT: &[(&str, &str)] = &[
    ("USE_GPU", "the model runs on the processor"),
    ("USE_ONNX", "the model runs without ONNX"),
    ("DEVICE_TYPE", "the model runs on the processor"),
    ("ENABLE_MIOPEN", "the model runs on the processor"),
    ("MODEL_DIR", "files of another form lie there; name the folder of the weights to this server"),
    ("VOICES_DIR", "the voices lie in the folder of the weights"),
    ("MODEL_VERSION", "the folder of the weights says which model it is"),
    ("MODEL_REPO_ID", "the folder of the weights says which model it is"),
    ("DOWNLOAD_MODEL", "the weights are fetched by a command of its own"),
    ("ALLOW_DEV_UNLOAD", "the model stays loaded"),
    ("MODEL_AUTO_UNLOAD_TIMEOUT_SECONDS", "the model stays loaded"),
    ("ENABLE_WEB_PLAYER", "the page is always there"),
    ("ENABLE_DEBUG_ENDPOINTS", "/metrics tells what /debug told"),
    ("ENABLE_INNO_TUNER", "voices are not tuned"),
    ("TARGET_MIN_TOKENS", "a text is divided at sentences"),
    ("TARGET_MAX_TOKENS", "a text is divided at sentences"),
    ("ABSOLUTE_MAX_TOKENS", "a text is divided at sentences"),
    ("ADVANCED_TEXT_NORMALIZATION", "a request says whether its text is normalized"),
    ("VOICE_WEIGHT_NORMALIZATION", "weights are always divided by their sum"),
    ("GAP_TRIM_MS", "pauses are set by a policy"),
    ("DYNAMIC_GAP_TRIM_PADDING_MS", "pauses are set by a policy"),
    ("DYNAMIC_GAP_TRIM_PADDING_CHAR_MULTIPLIER", "pauses are set by a policy"),
    ("ENABLE_VOICE_TAGS", "a request says whether tags count"),
    ("ENABLE_SSML", "a request says whether it is SSML"),
    ("MAX_TOTAL_PAUSE_S", "a pause takes no computing; the whole of them is not limited"),
    ("WEB_CONCURRENCY", "one process speaks with many clients at once"),
];

/// The least and the largest volume multiplier.
const VOLUMES: std::ops::RangeInclusive<f32> = 0.0..=10.0;

impl Environment {
    /// Reads variables, such as those of the process: `std::env::vars()`.
    pub fn read(variables: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut found = Self::default();
        let (mut origins, mut cors) = (None, None);
        for (name, value) in variables {
            let (name, value) = (name.to_ascii_uppercase(), value.trim());
            if value.is_empty() {
                continue;
            }
            let read = match name.as_str() {
                "HOST" => found.host(value),
                "PORT" => set(&mut found.port, value.parse().ok(), "a port"),
                "DEFAULT_VOICE" => set(&mut found.voice, Some(value.to_owned()), "a voice"),
                "DEFAULT_VOICE_CODE" => set(
                    &mut found.language,
                    value.parse().ok(),
                    "a language: a, b, e, f, h, i, j, p or z",
                ),
                "DEFAULT_VOLUME_MULTIPLIER" => set(
                    &mut found.volume,
                    value.parse().ok().filter(|volume| VOLUMES.contains(volume)),
                    "a number from 0 to 10",
                ),
                "CORS_ENABLED" => set(&mut cors, truth(value), "true or false"),
                "CORS_ORIGINS" => {
                    set(&mut origins, list(value), "a JSON list, as in [\"https://example.org\"]")
                }
                "API_LOG_LEVEL" => set(&mut found.log_level, log_level(value), "a level of a log"),
                "MAX_INPUT_LENGTH" => set(&mut found.longest_text, value.parse().ok(), "a number"),
                "ALLOW_LOCAL_VOICE_SAVING" => {
                    set(&mut found.combining, truth(value), "true or false")
                }
                _ => {
                    let entry = WITHOUT_EFFECT.iter().find(|(known, _)| *known == name);
                    found.notes.extend(
                        entry.map(|(name, why)| format!("the variable {name} does nothing: {why}")),
                    );
                    Ok(())
                }
            };
            if let Err(expected) = read {
                let note = format!("the variable {name} is {value:?}: expected {expected}");
                found.notes.push(note);
            }
        }
        found.origins = match (cors, origins) {
            (Some(false), _) => Some(Vec::new()),
            (Some(true), None) => Some(vec!["*".into()]),
            (_, origins) => origins,
        };
        found
    }

    fn host(&mut self, value: &str) -> Result<(), &'static str> {
        let is_address = value == "localhost" || value.parse::<IpAddr>().is_ok();
        set(&mut self.host, is_address.then(|| value.to_owned()), "an address, as in 0.0.0.0")
    }
}

/// Takes a value, if it could be read.
fn set<T>(
    place: &mut Option<T>,
    value: Option<T>,
    expected: &'static str,
) -> Result<(), &'static str> {
    *place = Some(value.ok_or(expected)?);
    Ok(())
}

/// The words that Kokoro-FastAPI's settings take for a truth value.
fn truth(value: &str) -> Option<bool> {
    match value.to_ascii_lowercase().as_str() {
        "1" | "true" | "t" | "yes" | "y" | "on" => Some(true),
        "0" | "false" | "f" | "no" | "n" | "off" => Some(false),
        _ => None,
    }
}

/// A JSON list of texts.
fn list(value: &str) -> Option<Vec<String>> {
    serde_json::from_str(value).ok()
}

/// The levels of Python's loguru, which has two more.
fn log_level(value: &str) -> Option<LogLevel> {
    match value.to_ascii_uppercase().as_str() {
        "TRACE" => Some(LogLevel::Trace),
        "DEBUG" => Some(LogLevel::Debug),
        "INFO" | "SUCCESS" => Some(LogLevel::Info),
        "WARNING" | "WARN" => Some(LogLevel::Warn),
        "ERROR" | "CRITICAL" => Some(LogLevel::Error),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
