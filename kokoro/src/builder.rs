//! Choices that are made before a model is loaded.

use std::fmt;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
#[cfg(feature = "npu")]
use std::sync::Arc;

use candle_core::Device;
#[cfg(feature = "npu")]
use kokoro_core::LazyDecoder;
use kokoro_core::{Config, Precision, PrecisionPlan, Synthesizer};
#[cfg(feature = "npu")]
use kokoro_npu::decoder::{NpuDecoder, NpuOptions};
use kokoro_text::{FrontEnds, Language, Phonemizer, TextData};
use kokoro_weights::Weights;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::engine::Engine;
use crate::low_latency::Calibrations;
use crate::voices::Voices;
use crate::{Error, Kokoro};

impl Kokoro {
    /// Loads the model from a folder of weights, such as the repository's `weights/data`, with the
    /// defaults of [`builder`](Self::builder).
    ///
    /// # Errors
    /// Those of [`KokoroBuilder::build`].
    pub fn load(folder: impl AsRef<Path>) -> Result<Self, Error> {
        Self::builder(folder).build()
    }

    /// Choices to make before the model is loaded: precision, threads, segments, front ends.
    pub fn builder(folder: impl AsRef<Path>) -> KokoroBuilder {
        KokoroBuilder::new(folder.as_ref())
    }
}

/// Loads a [`Kokoro`]: see [`Kokoro::builder`].
///
/// ```no_run
/// use kokoro::{Kokoro, Language, Precision};
///
/// # fn main() -> Result<(), kokoro::Error> {
/// let kokoro = Kokoro::builder("weights/data")
///     .precision(Precision::F32)
///     .preload(Language::AmericanEnglish)
///     .build()?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a builder loads nothing before `build`"]
pub struct KokoroBuilder {
    folder: PathBuf,
    precision: Precision,
    threads: Option<NonZeroUsize>,
    #[cfg(feature = "npu")]
    npu: Option<NpuOptions>,
    preload: Option<Language>,
    phonemizers: Vec<Box<dyn Phonemizer>>,
    text_data: TextData,
}

impl KokoroBuilder {
    pub(crate) fn new(folder: &Path) -> Self {
        Self {
            folder: folder.into(),
            precision: Precision::default(),
            threads: None,
            #[cfg(feature = "npu")]
            npu: None,
            preload: None,
            phonemizers: Vec::new(),
            text_data: TextData::default(),
        }
    }

    /// The precision of the decoder on the CPU. The default is the fastest that this processor has
    /// instructions for: int8 where it multiplies bytes, else f32. Name one where samples must be
    /// the same on every machine.
    ///
    /// In any precision but f32, F0 and energy come within 1e-4 of f32's (relative L2).
    pub fn precision(self, precision: Precision) -> Self {
        Self { precision, ..self }
    }

    /// Threads of a pool of this model's own. By default the work is done in the rayon pool that
    /// the caller is in.
    pub fn threads(self, threads: NonZeroUsize) -> Self {
        Self { threads: Some(threads), ..self }
    }

    /// Segments to decode on: `options` names the execution provider and the files. The decoder on
    /// the CPU stands by, and reads its weights when it is first needed. What is longer than the
    /// longest segment is spoken in pieces, divided at pauses.
    ///
    /// That no segment can run is an error only if the options require one; otherwise the CPU
    /// speaks, and each [`Chunk::report`](crate::Chunk::report) says why.
    #[cfg(feature = "npu")]
    pub fn npu(self, options: NpuOptions) -> Self {
        Self { npu: Some(options), ..self }
    }

    /// Reads this language's text front end while the model is read. Without it, the first text in
    /// the language waits for it.
    pub fn preload(self, language: impl Into<Option<Language>>) -> Self {
        Self { preload: language.into(), ..self }
    }

    /// A text front end of the caller's, which reads its language in place of the built-in one.
    pub fn phonemizer(mut self, phonemizer: Box<dyn Phonemizer>) -> Self {
        self.phonemizers.push(phonemizer);
        self
    }

    /// Where the data of text front ends lie that are too large for the program: those of Japanese.
    /// The default looks in the usual places.
    pub fn text_data(self, text_data: TextData) -> Self {
        Self { text_data, ..self }
    }

    /// Loads the model. Files are mapped, and every tensor is checked against the manifest as it is
    /// read; voices are read when they first speak.
    ///
    /// # Errors
    /// [`Error::Weights`] names the file that is missing, damaged or foreign; [`Error::Model`] a
    /// configuration of another model; [`Error::Text`] a language to preload that has no front end;
    /// [`Error::Threads`] if the pool cannot be started; with the feature `npu`, [`Error::Npu`] if
    /// no segment can run and the options require one.
    pub fn build(mut self) -> Result<Kokoro, Error> {
        let threads = self.threads.map(pool).transpose()?;
        let front_ends = FrontEnds::new(std::mem::take(&mut self.text_data));
        std::mem::take(&mut self.phonemizers).into_iter().for_each(|own| front_ends.put(own));
        let preload = || self.preload.map_or(Ok(()), |language| front_ends.get(language).map(drop));
        let load = || rayon::join(|| self.load(), preload);
        let (engine, preloaded) = match &threads {
            Some(pool) => pool.install(load),
            None => load(),
        };
        let engine = engine?;
        preloaded?;
        Ok(Kokoro { engine: Engine { threads, front_ends, ..engine } })
    }

    /// The model by itself, without threads and front ends.
    fn load(&self) -> Result<Engine, Error> {
        let weights = Weights::open(&self.folder)?;
        let config = Config::from_json(weights.config_json())?;
        let (plan, vb) = (PrecisionPlan::new(self.precision), weights.var_builder(&Device::Cpu));
        #[cfg(feature = "npu")]
        if let Some(options) = &self.npu {
            let cpu = Arc::new(LazyDecoder::new(&config, plan, vb.clone()));
            let npu = Arc::new(NpuDecoder::new(&weights, cpu, options)?);
            let model = Synthesizer::with_decoder(config, plan, vb, npu.clone())?;
            return Ok(Engine { npu: Some(npu), ..self.around(weights, model) });
        }
        let model = Synthesizer::new(config, plan, vb)?;
        Ok(self.around(weights, model))
    }

    fn around(&self, weights: Weights, model: Synthesizer) -> Engine {
        Engine {
            weights,
            model,
            #[cfg(feature = "npu")]
            npu: None,
            precision: self.precision,
            threads: None,
            front_ends: FrontEnds::default(),
            voices: Voices::default(),
            calibrations: Calibrations::default(),
        }
    }
}

fn pool(threads: NonZeroUsize) -> Result<ThreadPool, Error> {
    let threads = threads.get();
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    pool.map_err(|source| Error::Threads { threads, source })
}

impl fmt::Debug for KokoroBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own: Vec<Language> = self.phonemizers.iter().map(|p| p.language()).collect();
        let mut debug = f.debug_struct("KokoroBuilder");
        debug
            .field("folder", &self.folder)
            .field("precision", &self.precision)
            .field("threads", &self.threads)
            .field("preload", &self.preload)
            .field("phonemizers", &own)
            .field("text_data", &self.text_data);
        #[cfg(feature = "npu")]
        debug.field("npu", &self.npu);
        debug.finish()
    }
}
