//! `kokoro import`: a foreign model file to a model folder.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use kokoro::weights::import::{self, ImportOptions, from_onnx, from_pth};

use crate::console::print;
use crate::error::Error;
use crate::progress::Progress;

/// Arguments of `import`.
#[derive(Args)]
pub struct Import {
    /// The official checkpoint (kokoro-v1_0.pth), or the int8 export (.onnx)
    source: PathBuf,
    /// The folder to make
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Folder of voices, NAME.pt or NAME.bin
    #[arg(long, value_name = "DIR")]
    voices: Option<PathBuf>,
    /// The model's config.json [default: that of Kokoro-82M v1.0]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// How the floats of a checkpoint are stored
    #[arg(long, value_enum, default_value = "f32")]
    storage: Storage,
    /// Replace the folder if it is there
    #[arg(long)]
    replace: bool,
}

/// How floats are stored.
#[derive(Clone, Copy, ValueEnum)]
pub enum Storage {
    /// As they are, 325 MB
    F32,
    /// Half precision, 162 MB
    F16,
    /// Bfloat16, 162 MB
    Bf16,
}

impl From<Storage> for import::Storage {
    fn from(storage: Storage) -> Self {
        match storage {
            Storage::F32 => Self::F32,
            Storage::F16 => Self::F16,
            Storage::Bf16 => Self::BF16,
        }
    }
}

impl Import {
    /// Imports, and prints the folder.
    pub fn run(&self) -> Result<(), Error> {
        let options = ImportOptions {
            voices: self.voices.clone(),
            config: self.config.clone(),
            replace: self.replace,
            ..ImportOptions::default()
        };
        let (source, out, storage) = (&self.source, &self.output, self.storage.into());
        let mut progress = Progress::new();
        if source.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("onnx")) {
            from_onnx(source, out, &options, &mut progress)?;
        } else {
            from_pth(source, out, storage, &options, &mut progress)?;
        }
        drop(progress);
        print(&format!("{}\n", self.output.display()))
    }
}
