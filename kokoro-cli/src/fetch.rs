//! `kokoro fetch`: the official model into the user's cache. The only command that uses the
//! network.

use clap::Args;
use kokoro::weights::fetch::{FetchOptions, fetch};
use kokoro::weights::locate::{cache_folder, hub_endpoint};

use crate::console::print;
use crate::error::Error;
use crate::import::Storage;
use crate::progress::Progress;

/// Arguments of `fetch`.
#[derive(Args)]
pub struct Fetch {
    /// Where to fetch from [default: $HF_ENDPOINT, else the Hugging Face hub]
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,
    /// How the floats are stored
    #[arg(long, value_enum, default_value = "f32")]
    storage: Storage,
    /// Fetch again even if the cache has the model
    #[arg(long)]
    replace: bool,
}

impl Fetch {
    /// Fetches, and prints the folder.
    pub fn run(&self) -> Result<(), Error> {
        let endpoint = self.endpoint.clone().unwrap_or_else(hub_endpoint);
        let options = FetchOptions {
            storage: self.storage.into(),
            replace: self.replace,
            ..FetchOptions::new(endpoint)
        };
        let mut progress = Progress::new();
        let folder = fetch(cache_folder()?, &options, &mut progress)?;
        drop(progress);
        print(&format!("{}\n", folder.display()))
    }
}
