//! `kokoro serve`: speech for others, over HTTP, on one copy of the weights.

mod access_args;
mod environment;
mod limit_args;
mod log_args;
mod signals;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use clap::Args;
use kokoro::text::TextData;
use kokoro::{Kokoro, KokoroBuilder, Language, SpeechOptions};
use kokoro_server::{AppState, Server, ServerOptions, Wyoming};
use kokoro_sessions::Sessions;
use rayon::ThreadPoolBuilder;
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::task::spawn_blocking;

use crate::Common;
use crate::common::threads_without_pool;
use crate::console::{tell, warn};
use crate::error::Error;
use crate::precision::PrecisionArg;
use access_args::{AccessArgs, warn_of_strangers};
use environment::environment;
use limit_args::LimitArgs;
use log_args::LogArgs;
use signals::Signals;

/// Arguments of `serve`.
#[derive(Args)]
pub struct Serve {
    /// The address to listen on; 0.0.0.0 is every address of this machine [default: $HOST if it
    /// is an address, else 127.0.0.1]
    #[arg(long, value_name = "ADDRESS")]
    host: Option<String>,
    /// The port to listen on; 0 is any free one [default: $PORT, else 8880]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Speak Home Assistant's protocol, Wyoming, too, on this port; 10200 is usual
    #[arg(long, value_name = "PORT")]
    wyoming: Option<u16>,
    /// The voice of requests that name none [default: $DEFAULT_VOICE, else af_heart]
    #[arg(long, value_name = "NAME")]
    voice: Option<String>,
    /// The language of requests that name none [default: $DEFAULT_VOICE_CODE, else that of their
    /// voice]
    #[arg(long, value_name = "LANG")]
    lang: Option<Language>,
    /// Let requests name any model, not only those of /v1/models
    #[arg(long)]
    any_model: bool,
    #[command(flatten)]
    precision: PrecisionArg,
    /// Folder with the Japanese dictionary [default: $KOKORO_TEXT_DATA, else the fetched one, else
    /// text-data of the checkout]
    #[arg(long, value_name = "DIR")]
    text_data: Option<PathBuf>,
    #[command(flatten)]
    access: AccessArgs,
    #[command(flatten)]
    limits: LimitArgs,
    #[command(flatten)]
    log: LogArgs,
}

/// Threads that read requests and write responses. Speeches are made on threads of their own.
const WORKERS: usize = 2;

impl Serve {
    /// Serves until the process is told to stop.
    ///
    /// # Errors
    /// There is no model, it cannot speak, or the address is taken.
    pub fn run(&self, common: &Common) -> Result<(), Error> {
        self.log.start();
        environment().notes.iter().for_each(|note| warn(note));
        let options = self.options()?;
        let model = self.model(common, &options)?;
        // Sessions compute on threads of their own. The pool that everyone shares would be one
        // more for each core.
        let _ = ThreadPoolBuilder::new().num_threads(1).build_global(); // an error: it is there
        let runtime = Builder::new_multi_thread().worker_threads(WORKERS).enable_all().build();
        let runtime = runtime.map_err(Error::Threads)?;
        let result = runtime.block_on(self.serve(model, options));
        runtime.shutdown_background(); // a model that is being read is not waited for
        result
    }

    async fn serve(&self, model: KokoroBuilder, options: ServerOptions) -> Result<(), Error> {
        let signals = Signals::listen().map_err(Error::Threads)?;
        let fault = |source| Error::Listen { address: self.address(self.port()), source };
        let server = Server::bind((self.host(), self.port()), &options).await;
        let server = server.map_err(fault)?;
        let fault = |source| Error::Listen { address: self.address(self.port()), source };
        let address = server.local_addr().map_err(fault)?;
        warn_of_strangers(address.ip(), &options);
        tell(&format!("listening on http://{address}"));
        let wyoming = self.listen_for_wyoming().await?;
        let (publish, state) = oneshot::channel();
        let sessions = self.limits.sessions(threads_without_pool());
        let start = async {
            let start = Instant::now();
            let speech = SpeechOptions::new(&options.voice);
            let model = spawn_blocking(move || load(model, &speech));
            let model = model.await.map_err(|error| Error::Threads(io::Error::other(error)))??;
            let state = AppState::new(Sessions::new(Arc::new(model), sessions), options)
                .loaded_in(start.elapsed());
            state.warm_up().await.map_err(Error::FirstSpeech)?;
            let _ = publish.send(state.clone()); // without Wyoming, nobody waits for it
            Ok(state)
        };
        let speak_wyoming = async {
            if let (Some(wyoming), Ok(state)) = (wyoming, state.await) {
                wyoming.serve(state, signals.first()).await;
            }
        };
        let serve = async { tokio::join!(server.serve(start, signals.first()), speak_wyoming).0 };
        tokio::select! {
            ended = serve => ended,
            () = signals.second() => Ok(()),
        }
    }

    /// Wyoming clients that come before there is a model wait for it.
    async fn listen_for_wyoming(&self) -> Result<Option<Wyoming>, Error> {
        let Some(port) = self.wyoming else { return Ok(None) };
        let fault = |source| Error::Listen { address: self.address(port), source };
        let wyoming = Wyoming::bind((self.host(), port)).await.map_err(fault)?;
        let fault = |source| Error::Listen { address: self.address(port), source };
        tell(&format!("listening on tcp://{} (Wyoming)", wyoming.local_addr().map_err(fault)?));
        Ok(Some(wyoming))
    }

    fn host(&self) -> &str {
        self.host.as_deref().or(environment().host.as_deref()).unwrap_or("127.0.0.1")
    }

    fn port(&self) -> u16 {
        self.port.or(environment().port).unwrap_or(8880)
    }

    fn address(&self, port: u16) -> String {
        format!("{}:{port}", self.host())
    }

    fn options(&self) -> Result<ServerOptions, Error> {
        let mut options = ServerOptions::default();
        if let Some(voice) = self.voice.as_ref().or(environment().voice.as_ref()) {
            options.voice.clone_from(voice);
        }
        options.language = self.lang.or(environment().language);
        options.any_model = self.any_model;
        options.gain = environment().volume.unwrap_or(options.gain);
        self.access.set(&mut options)?;
        self.limits.set(&mut options);
        self.log.set(&mut options);
        Ok(options)
    }

    /// What is to be read. That there is a model is known before anything listens.
    fn model(&self, common: &Common, options: &ServerOptions) -> Result<KokoroBuilder, Error> {
        let speech = SpeechOptions::new(&options.voice).language(options.language);
        let mut data = TextData::default();
        data.folder.clone_from(&self.text_data);
        let builder = Kokoro::builder(common.folder()?).precision(self.precision.cpu()?);
        Ok(builder.text_data(data).preload(speech.text_language().ok()))
    }
}

/// Reads the model and measures the voice that most will ask for, on all cores, with threads that
/// end then.
fn load(model: KokoroBuilder, speech: &SpeechOptions) -> Result<Kokoro, Error> {
    let threads = threads_without_pool().get();
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|error| Error::Threads(io::Error::other(error)))?;
    pool.install(|| {
        let model = model.build()?;
        model.measure_voice(speech)?;
        Ok(model)
    })
}
