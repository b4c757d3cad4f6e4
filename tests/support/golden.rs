//! Reference outputs, stage by stage: `tests/golden/README.md` says what they are and how they were
//! made.

use std::path::{Path, PathBuf};

use candle_core::safetensors::MmapedSafetensors;
use candle_core::{DType, Device, Tensor};
use serde::Deserialize;

/// One utterance that the reference has spoken.
#[derive(Debug, Clone, Deserialize)]
pub struct Case {
    pub name: String,
    pub phonemes: String,
    pub voice: String,
    pub speed: f32,
    pub seed: u64,
    /// Only the curves and the audio were kept, not every stage.
    #[serde(default)]
    pub small: bool,
    pub frames: usize,
    pub samples: usize,
}

/// The tensors of one case.
pub struct Golden(MmapedSafetensors);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden")
}

/// All six cases.
pub fn cases() -> Vec<Case> {
    let text = std::fs::read_to_string(folder().join("cases.json")).expect("golden/cases.json");
    let cases: Vec<Case> = serde_json::from_str(&text).expect("well-formed golden/cases.json");
    assert_eq!(cases.len(), 6, "a golden case is missing");
    cases
}

impl Case {
    /// An utterance that has no golden, at speed 1 with noise of seed 0.
    pub fn new(voice: &str, phonemes: &str) -> Self {
        Self {
            name: voice.into(),
            phonemes: phonemes.into(),
            voice: voice.into(),
            speed: 1.0,
            seed: 0,
            small: true,
            frames: 0,
            samples: 0,
        }
    }

    /// The case's tensors; a missing file fails the test.
    pub fn golden(&self) -> Golden {
        let path = folder().join(&self.name).with_extension("safetensors");
        // SAFETY: the goldens are committed files that nothing writes while tests run.
        let file = unsafe { MmapedSafetensors::new(&path) };
        Golden(file.unwrap_or_else(|e| panic!("{}: {e}", path.display())))
    }
}

impl Golden {
    /// A float tensor; a missing one fails the test.
    pub fn tensor(&self, name: &str) -> Tensor {
        self.0.load(name, &Device::Cpu).unwrap_or_else(|e| panic!("golden {name}: {e}"))
    }

    /// The values of a float tensor, row by row.
    pub fn values(&self, name: &str) -> Vec<f32> {
        self.tensor(name)
            .flatten_all()
            .and_then(|t| t.to_vec1())
            .unwrap_or_else(|e| panic!("golden {name}: {e}"))
    }

    /// The values of an integer tensor.
    pub fn integers(&self, name: &str) -> Vec<u32> {
        let tensor = self.tensor(name).to_dtype(DType::U32);
        tensor.and_then(|t| t.to_vec1()).unwrap_or_else(|e| panic!("golden {name}: {e}"))
    }
}
