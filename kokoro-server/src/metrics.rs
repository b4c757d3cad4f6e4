//! What operators watch, as Prometheus reads it: `docs/metrics.md` lists it.

mod labels;
mod memory;

use std::fmt;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use kokoro_sessions::Load;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::keys::Caller;
pub(crate) use labels::Outcome;
use labels::{ErrorLabels, KeyLabels, OutcomeLabels, RequestLabels};
use memory::resident_bytes;

/// Seconds until the first sound: from what one hears as at once to what one has given up on.
const FIRST_SOUND: [f64; 14] =
    [0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0];
/// Seconds for a whole speech: a word takes 0.1 s, an audiobook an hour.
const WHOLE: [f64; 13] =
    [0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 900.0, 3600.0];
/// Seconds of making for a second of sound. Above 1, a listener waits.
const REAL_TIME_FACTOR: [f64; 12] =
    [0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1.0, 2.0];

/// Everything that is counted and measured.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<RequestLabels, Counter>,
    errors: Family<ErrorLabels, Counter>,
    speeches: Family<OutcomeLabels, Counter>,
    in_progress: Gauge,
    queue: Gauge,
    first_sound: Histogram,
    whole: Histogram,
    real_time_factor: Histogram,
    characters: Counter,
    sound: Counter<f64, AtomicU64>,
    of_keys: OfKeys,
    memory: Gauge,
    load: Gauge<f64, AtomicU64>,
}

/// What is counted for each API key.
#[derive(Debug, Default)]
struct OfKeys {
    requests: Family<KeyLabels, Counter>,
    characters: Family<KeyLabels, Counter>,
    sound: Family<KeyLabels, Counter<f64, AtomicU64>>,
}

impl Default for Metrics {
    fn default() -> Self {
        let metrics = Self {
            registry: Registry::with_prefix("kokoro"),
            requests: Family::default(),
            errors: Family::default(),
            speeches: Family::default(),
            in_progress: Gauge::default(),
            queue: Gauge::default(),
            first_sound: Histogram::new(FIRST_SOUND),
            whole: Histogram::new(WHOLE),
            real_time_factor: Histogram::new(REAL_TIME_FACTOR),
            characters: Counter::default(),
            sound: Counter::default(),
            of_keys: OfKeys::default(),
            memory: Gauge::default(),
            load: Gauge::default(),
        };
        metrics.registered()
    }
}

impl Metrics {
    /// With everything in the registry.
    fn registered(mut self) -> Self {
        let registry = &mut self.registry;
        let (requests, errors) = (self.requests.clone(), self.errors.clone());
        registry.register("http_requests", "Requests by route, method and status", requests);
        registry.register("errors", "Errors that clients were told, by their code", errors);
        let speeches = self.speeches.clone();
        registry.register("speeches", "Speeches that are over, by how they ended", speeches);
        let in_progress = self.in_progress.clone();
        registry.register("speeches_in_progress", "Speeches that are being made", in_progress);
        let queue = self.queue.clone();
        registry.register("queue_length", "Speeches that wait for a core", queue);
        let seconds = || Unit::Seconds;
        let mut timed = |name, help, times: &Histogram| {
            registry.register_with_unit(name, help, seconds(), times.clone());
        };
        timed("first_sound", "From the request to the first sound", &self.first_sound);
        timed(
            "speech",
            "From the request to the last sound, waits for the client among it",
            &self.whole,
        );
        let factor = self.real_time_factor.clone();
        registry.register("real_time_factor", "Seconds of making for a second of sound", factor);
        let (characters, sound) = (self.characters.clone(), self.sound.clone());
        registry.register("characters", "Characters that were to be spoken", characters);
        registry.register_with_unit("audio", "Sound that was made", seconds(), sound);
        self.of_keys.register(registry);
        let (memory, load) = (self.memory.clone(), self.load.clone());
        registry.register_with_unit("resident_memory", "Memory in use", Unit::Bytes, memory);
        registry.register_with_unit("model_load", "Reading the model took", seconds(), load);
        self
    }

    /// Everything, with the load as it is, as OpenMetrics text.
    ///
    /// # Errors
    /// There are none: a text takes whatever is written to it.
    pub fn text(&self, load: Load) -> Result<String, fmt::Error> {
        self.queue.set(i64::try_from(load.waiting).unwrap_or(i64::MAX));
        if let Some(bytes) = resident_bytes() {
            self.memory.set(bytes);
        }
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }

    /// A request was answered.
    pub fn count_request(
        &self,
        method: &'static str,
        route: &str,
        status: u16,
        caller: Option<&Caller>,
    ) {
        let labels = RequestLabels { method, route: route.to_owned(), status };
        self.requests.get_or_create(&labels).inc();
        if let Some(caller) = caller {
            self.of_keys.requests.get_or_create(&caller.into()).inc();
        }
    }

    /// A client was told of an error.
    pub fn count_error(&self, kind: &'static str) {
        self.errors.get_or_create(&ErrorLabels { kind }).inc();
    }

    /// A speech of so many characters begins.
    pub fn speech_starts(&self, characters: u64, caller: Option<&Caller>) {
        self.in_progress.inc();
        self.characters.inc_by(characters);
        if let Some(caller) = caller {
            self.of_keys.characters.get_or_create(&caller.into()).inc_by(characters);
        }
    }

    /// Its first sound was made.
    pub fn first_sound(&self, after: Duration) {
        self.first_sound.observe(after.as_secs_f64());
    }

    /// It is over, and made so many seconds of sound.
    pub fn speech_ends(&self, outcome: Outcome, sound: f64, caller: Option<&Caller>) {
        let outcome = outcome.word();
        self.in_progress.dec();
        self.speeches.get_or_create(&OutcomeLabels { outcome }).inc();
        self.sound.inc_by(sound);
        if let Some(caller) = caller {
            self.of_keys.sound.get_or_create(&caller.into()).inc_by(sound);
        }
    }

    /// A speech of so many seconds of sound took `whole`, of which it waited `waited` for the
    /// client to take what was made.
    pub fn speech_took(&self, whole: Duration, waited: Duration, sound: f64) {
        self.whole.observe(whole.as_secs_f64());
        self.real_time_factor.observe(whole.saturating_sub(waited).as_secs_f64() / sound);
    }

    /// The model was read in so much time.
    pub fn model_loaded(&self, took: Duration) {
        self.load.set(took.as_secs_f64());
    }
}

impl OfKeys {
    fn register(&self, registry: &mut Registry) {
        let Self { requests, characters, sound } = self;
        registry.register("key_requests", "Requests by the name of the key", requests.clone());
        let help = "Characters that were to be spoken, by the name of the key";
        registry.register("key_characters", help, characters.clone());
        let help = "Sound that was made, by the name of the key";
        registry.register_with_unit("key_audio", help, Unit::Seconds, sound.clone());
    }
}
