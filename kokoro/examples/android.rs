//! Speech for an Android application: three functions for a Kotlin object
//! `org.kokoro.example.Speaker`. `docs/android.md` has that object, and says how to build this
//! library and what to put beside it. On other systems it is empty.
//!
//! The decoder runs on NNAPI if a segment passes its self-test on the phone, and on the CPU
//! otherwise; `report` says which.
#![cfg(target_os = "android")]

use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use jni::errors::ThrowRuntimeExAndDefault;
use jni::objects::{JFloatArray, JObject, JString};
use jni::{EnvUnowned, jni_mangle};
use kokoro::npu::decoder::{NpuOptions, Verdicts};
use kokoro::npu::runtime::SessionOptions;
use kokoro::{DecodeReport, Kokoro, SpeechOptions};

/// Without Android's reference implementation, which runs on the CPU: the engine has a CPU path of
/// its own.
const PROVIDER: &str = "nnapi:cpu_disabled";
/// As an application packs it; the system's loader finds it by name.
const LIBRARY: &str = "libonnxruntime.so";

/// The engine of this process. Java never holds a pointer to it.
static SPEAKER: OnceLock<Speaker> = OnceLock::new();

struct Speaker {
    kokoro: Kokoro,
    reports: Mutex<Vec<DecodeReport>>, // of the last speech
}

/// What becomes a `RuntimeException`, with this message.
#[derive(Debug, thiserror::Error)]
enum Error {
    #[error(transparent)]
    Kokoro(#[from] kokoro::Error),
    #[error(transparent)]
    Java(#[from] jni::errors::Error),
    #[error("cannot read {path}: {source}")]
    Segments { path: PathBuf, source: std::io::Error },
    #[error("no model: expected load() before speak() and report()")]
    NotLoaded,
}

/// `external fun load(weightsDir: String, segmentsDir: String, cacheDir: String)`: weights and
/// segments are copied out of the assets before; an empty `segmentsDir` leaves everything to the
/// CPU. Once loaded, further calls do nothing.
#[jni_mangle("org.kokoro.example.Speaker")]
pub fn load<'local>(
    mut env: EnvUnowned<'local>,
    _this: JObject<'local>,
    weights: JString<'local>,
    segments: JString<'local>,
    cache: JString<'local>,
) {
    // `with_env` catches panics, here and below; `resolve` turns them and errors into exceptions.
    let outcome = env.with_env(|env| -> Result<(), Error> {
        let weights = weights.try_to_string(env)?;
        let segments = segments.try_to_string(env)?;
        let cache = cache.try_to_string(env)?;
        if SPEAKER.get().is_none() {
            let kokoro = match segments.as_str() {
                "" => Kokoro::load(&weights)?,
                folder => {
                    let options = options(folder.as_ref(), cache.as_ref())?;
                    Kokoro::builder(&weights).npu(options).build()?
                }
            };
            // Two threads may both get here; the second's engine is dropped.
            let _ = SPEAKER.set(Speaker { kokoro, reports: Mutex::default() });
        }
        Ok(())
    });
    outcome.resolve::<ThrowRuntimeExAndDefault>()
}

/// `external fun speak(text: String): FloatArray`: mono, 24,000 samples a second, about −1 to 1. It
/// may compute for as long as the speech lasts: do not call it on the main thread.
#[jni_mangle("org.kokoro.example.Speaker")]
pub fn speak<'local>(
    mut env: EnvUnowned<'local>,
    _this: JObject<'local>,
    text: JString<'local>,
) -> JFloatArray<'local> {
    let outcome = env.with_env(|env| -> Result<JFloatArray<'local>, Error> {
        let speaker = speaker()?;
        let text = text.try_to_string(env)?;
        let speech = speaker.kokoro.speak(&text, &SpeechOptions::default())?;
        *speaker.reports.lock().unwrap_or_else(PoisonError::into_inner) = speech.reports;
        let samples = JFloatArray::new(env, speech.samples.len())?;
        samples.set_region(env, 0, &speech.samples)?;
        Ok(samples)
    });
    outcome.resolve::<ThrowRuntimeExAndDefault>()
}

/// `external fun report(): String`: for each chunk of the last speech a line that says what decoded
/// it, with the placement of the nodes, or why the CPU did.
#[jni_mangle("org.kokoro.example.Speaker")]
pub fn report<'local>(mut env: EnvUnowned<'local>, _this: JObject<'local>) -> JString<'local> {
    let outcome = env.with_env(|env| -> Result<JString<'local>, Error> {
        let reports = &speaker()?.reports;
        let lines: Vec<String> = {
            let reports = reports.lock().unwrap_or_else(PoisonError::into_inner);
            reports.iter().map(ToString::to_string).collect()
        };
        Ok(JString::new(env, lines.join("\n"))?)
    });
    outcome.resolve::<ThrowRuntimeExAndDefault>()
}

fn speaker() -> Result<&'static Speaker, Error> {
    SPEAKER.get().ok_or(Error::NotLoaded)
}

/// Every segment of the folder on NNAPI, with the verdicts of self-tests kept in the cache.
fn options(segments: &Path, cache: &Path) -> Result<NpuOptions, Error> {
    let failed = |source| Error::Segments { path: segments.into(), source };
    let entries = std::fs::read_dir(segments).map_err(failed)?;
    let paths = entries.flatten().map(|entry| entry.path());
    let files = paths.filter(|path| path.extension().is_some_and(|e| e == "onnx")).collect();
    let provider =
        PROVIDER.parse().map_err(kokoro::npu::Error::from).map_err(kokoro::Error::from)?;
    let mut options = NpuOptions::new(SessionOptions::new(provider), files);
    options.library = Some(LIBRARY.into());
    options.verdicts = Some(Verdicts::new(cache.join("verdicts")));
    Ok(options)
}
