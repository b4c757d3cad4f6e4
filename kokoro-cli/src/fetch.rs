//! `kokoro fetch`: the official model and the Japanese dictionary into the user's cache. The only
//! command that uses the network.

use clap::{Args, ValueEnum};
use kokoro::text_data;
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
    /// Fetch only this
    #[arg(long, value_enum, value_name = "WHAT")]
    only: Option<Part>,
}

/// `--only`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// The weights and voices, from the Hugging Face hub
    Model,
    /// The dictionary that Japanese needs, from PyPI
    TextData,
}

impl Fetch {
    /// Fetches, and prints where it lies.
    pub fn run(&self) -> Result<(), Error> {
        if self.only != Some(Part::TextData) {
            self.model()?;
        }
        if self.only != Some(Part::Model) {
            let mut progress = Progress::new();
            let path = text_data::fetch(&cache_folder()?, &mut progress)?;
            drop(progress);
            print(&format!("{}\n", path.display()))?;
        }
        Ok(())
    }

    fn model(&self) -> Result<(), Error> {
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
