//! What every command understands: where the model is, and how many threads compute.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;
use kokoro::Kokoro;

use crate::error::Error;
use crate::front_end::FrontEnd;
use crate::precision::PrecisionArg;

/// What every command understands.
#[derive(Args)]
pub struct Common {
    /// Folder with the model [default: $KOKORO_WEIGHTS, else the fetched one, else weights/data of
    /// the checkout]
    #[arg(long, global = true, value_name = "DIR")]
    weights: Option<PathBuf>,
    /// Threads to compute with [default: $RAYON_NUM_THREADS, else one for each physical core]
    #[arg(long, global = true, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

impl Common {
    /// The folder with the model.
    ///
    /// # Errors
    /// There is none.
    pub fn folder(&self) -> Result<PathBuf, Error> {
        Ok(kokoro::weights::locate(self.weights.as_deref())?)
    }

    /// The model itself, decoded by the CPU, with what it needs to read text.
    ///
    /// # Errors
    /// There is no model, or a file of it is damaged.
    pub fn load(&self, precision: &PrecisionArg, front_end: FrontEnd) -> Result<Kokoro, Error> {
        let builder = Kokoro::builder(self.folder()?).precision(precision.cpu()?);
        Ok(front_end.add_to(builder).build()?)
    }
}

/// Threads of the pool that everything is computed in.
pub fn threads() -> NonZeroUsize {
    NonZeroUsize::new(rayon::current_num_threads()).unwrap_or(NonZeroUsize::MIN)
}

/// Threads that were asked for, or one for each core, without a pool of them being started.
#[cfg(feature = "server")]
pub fn threads_without_pool() -> NonZeroUsize {
    let given = std::env::var(THREADS).ok().and_then(|threads| threads.parse().ok());
    given.unwrap_or_else(cores)
}

/// The environment variable that the thread pools of the libraries read when they start.
const THREADS: &str = "RAYON_NUM_THREADS";

impl Common {
    /// Sets the number of threads: that of `--threads`, else that of `RAYON_NUM_THREADS` if the
    /// user has set it, else one for each core that this process may use.
    ///
    /// # Safety
    /// No other thread runs yet.
    pub unsafe fn set_threads(&self) {
        if self.threads.is_some() || std::env::var_os(THREADS).is_none() {
            let threads = self.threads.unwrap_or_else(cores);
            // SAFETY: no other thread reads the environment meanwhile, as the caller promises.
            unsafe { std::env::set_var(THREADS, threads.to_string()) };
        }
    }
}

/// Physical cores, but not more than this process may use.
///
/// Two threads of one core share its arithmetic units, which one thread of our kernels keeps busy.
/// The standard library counts hardware threads, within the limits of the process; `num_cpus`
/// counts physical cores, but does not know those limits.
fn cores() -> NonZeroUsize {
    let allowed = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    NonZeroUsize::new(num_cpus::get_physical()).map_or(allowed, |physical| physical.min(allowed))
}
