//! How to make a model folder.

use std::path::PathBuf;

/// How the floats of a checkpoint are stored. They are f32 again when read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// As they are: 325 MB.
    #[default]
    F32,
    /// Rounded to 11 significant bits: 162 MB.
    F16,
    /// Rounded to 8 significant bits: 162 MB.
    BF16,
}

/// How to make a model folder.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// Folder of voices: `NAME.bin` (510 × 256 f32, little-endian) or `NAME.pt` (PyTorch,
    /// `[510, 1, 256]`).
    pub voices: Option<PathBuf>,
    /// The model's `config.json`; without it, the one of Kokoro-82M v1.0.
    pub config: Option<PathBuf>,
    /// Text for the manifest: where the model file came from. Its hash is added.
    pub origin: String,
    /// SPDX expression for the manifest: the terms under which the model file may be passed on.
    pub licence: String,
    /// Text for the manifest: where the voices came from.
    pub voices_origin: String,
    /// Replace the folder if it is there already.
    pub replace: bool,
}

impl Default for ImportOptions {
    fn default() -> Self {
        Self {
            voices: None,
            config: None,
            origin: "Kokoro-82M v1.0".into(),
            licence: LICENCE.into(),
            voices_origin: "Kokoro-82M v1.0".into(),
            replace: false,
        }
    }
}

/// SPDX expression of the licence under which hexgrad published the model and its voices.
pub(super) const LICENCE: &str = "Apache-2.0";
/// Name of the model in manifests.
pub(super) const MODEL: &str = "Kokoro-82M v1.0";
/// The `config.json` of the model, byte for byte that of hexgrad/Kokoro-82M.
pub(super) const CONFIG: &str = include_str!("../config.json");
