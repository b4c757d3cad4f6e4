//! Who may ask a server.

use std::env;
use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use clap::Args;
use kokoro_server::{Access, Keys, ServerOptions};

use crate::console::warn;
use crate::error::Error;
use crate::input::decode;
use crate::serve::environment::environment;

/// The environment variable with keys, separated by commas.
const KEYS: &str = "KOKORO_API_KEYS";

/// Who may ask.
#[derive(Args)]
pub struct AccessArgs {
    /// File with the API keys to accept, one a line: the key, a name for the log, and limits
    /// (requests-per-minute=60 speeches=4) [default: the keys in $KOKORO_API_KEYS, separated by
    /// commas; without any, everyone may ask]
    #[arg(long, value_name = "FILE")]
    api_key_file: Option<PathBuf>,
    /// Ask for a key, if there are keys, before telling the voices and models, too
    #[arg(long)]
    private_lists: bool,
    /// Ask for no key before telling the metrics
    #[arg(long)]
    public_metrics: bool,
    /// Let pages of this origin ask, such as https://example.org; "*" is all pages [default: the
    /// JSON list in $CORS_ORIGINS, if $CORS_ENABLED is not false]
    #[arg(long, value_name = "ORIGIN")]
    cors: Vec<String>,
    /// Give out blends of voices as files, if $ALLOW_LOCAL_VOICE_SAVING does not say so
    #[arg(long)]
    voice_files: bool,
}

impl AccessArgs {
    /// Sets who may ask a server.
    ///
    /// # Errors
    /// Keys cannot be read, or an origin has characters that no origin has.
    pub fn set(&self, options: &mut ServerOptions) -> Result<(), Error> {
        options.keys = self.keys()?;
        if self.private_lists {
            options.lists = Access::WithKey;
        }
        if self.public_metrics {
            options.metrics = Access::Open;
        }
        options.combining = self.voice_files || environment().combining.unwrap_or_default();
        let origins = match self.cors.as_slice() {
            [] => environment().origins.as_deref().unwrap_or_default(),
            origins => origins,
        };
        for origin in origins {
            let fault = || Error::Origin { found: origin.clone() };
            if origin != "*" && !origin.contains("://") {
                return Err(fault()); // it would be that of no page
            }
            options.origins.push(origin.parse().map_err(|_| fault())?);
        }
        Ok(())
    }

    fn keys(&self) -> Result<Keys, Error> {
        let fault = |place: &Path| {
            let place = place.display().to_string();
            move |source| Error::Keys { place, source }
        };
        if let Some(path) = &self.api_key_file {
            let text = decode(fs::read(path).map_err(Error::io("read", path))?, path)?;
            return Keys::parse(&text).map_err(fault(path));
        }
        match env::var(KEYS) {
            Ok(keys) if !keys.trim().is_empty() => {
                Keys::parse(&keys.replace(',', "\n")).map_err(fault(Path::new(KEYS)))
            }
            _ => Ok(Keys::default()),
        }
    }
}

/// Warns if others than this machine's users can ask, and need no key.
pub fn warn_of_strangers(address: IpAddr, options: &ServerOptions) {
    if !address.is_loopback() && options.keys.is_empty() {
        warn("everyone who can reach this address may ask; --api-key-file names who may");
    }
}
