//! `config.json` of Kokoro-82M, field by field, and the lengths that follow from it.

use std::collections::HashMap;
use std::fmt::Debug;

use kokoro_vocoder::StftConfig;
use serde::Deserialize;

use crate::Error;
use crate::architecture::{HOP, N_FFT, UPSAMPLE_KERNELS, UPSAMPLE_RATES};

/// The model's numbers; names are the file's.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Config {
    /// Channels of the text and prosody encodings (512).
    pub hidden_dim: usize,
    /// Half of a voice's row: timbre, and prosody (128 each).
    pub style_dim: usize,
    /// Layers of the text encoder and of the duration encoder (3).
    pub n_layer: usize,
    /// Rows of the token embeddings (178).
    pub n_token: usize,
    /// Duration bins a token (50).
    pub max_dur: usize,
    /// Kernel of the text encoder's convolutions (5).
    pub text_encoder_kernel_size: usize,
    /// The generator.
    pub istftnet: IstftNetConfig,
    /// PL-BERT.
    pub plbert: PlBertConfig,
    /// Id of every phoneme symbol.
    pub vocab: HashMap<char, u32>,
}

/// The generator's numbers (Kaneko et al. 2022, "iSTFTNet").
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct IstftNetConfig {
    /// Length factors of the transposed convolutions (10, 6).
    pub upsample_rates: Vec<usize>,
    /// Their kernels (20, 12).
    pub upsample_kernel_sizes: Vec<usize>,
    /// Channels before the first of them (512); each halves the number.
    pub upsample_initial_channel: usize,
    /// Kernels of the residual stacks after each (3, 7, 11).
    pub resblock_kernel_sizes: Vec<usize>,
    /// Dilations within each stack (1, 3, 5).
    pub resblock_dilation_sizes: Vec<Vec<usize>>,
    /// Points of the inverse STFT (20).
    pub gen_istft_n_fft: usize,
    /// Its hop in samples (5).
    pub gen_istft_hop_size: usize,
}

/// PL-BERT's numbers: an ALBERT (Lan et al. 2019) whose layers share one set of weights.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct PlBertConfig {
    /// Width of a layer (768).
    pub hidden_size: usize,
    /// Heads of its attention (12).
    pub num_attention_heads: usize,
    /// Width of its feed-forward part (2048).
    pub intermediate_size: usize,
    /// Longest sequence, both boundary ids included (512).
    pub max_position_embeddings: usize,
    /// How often the layer is applied (12).
    pub num_hidden_layers: usize,
}

impl Config {
    /// Parses `config.json`, and refuses numbers that this implementation is not written for.
    ///
    /// # Errors
    /// [`Error::ConfigSyntax`]; [`Error::Config`] names the first field that differs.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        let config: Self = serde_json::from_str(json).map_err(Error::ConfigSyntax)?;
        config.istftnet.check(config.hidden_dim)?;
        let heads = config.plbert.num_attention_heads;
        if heads == 0 || !config.plbert.hidden_size.is_multiple_of(heads) {
            let (expected, found) =
                (format!("a multiple of the {heads} heads"), config.plbert.hidden_size);
            return Err(Error::config("plbert.hidden_size", expected, found));
        }
        match config.vocab.values().find(|&&id| id as usize >= config.n_token) {
            Some(id) => {
                Err(Error::config("vocab", format!("ids below n_token, {}", config.n_token), id))
            }
            None => Ok(config),
        }
    }

    /// Phonemes that one pass can speak: the longest sequence less the two boundary ids (510).
    pub fn max_phonemes(&self) -> usize {
        self.plbert.max_position_embeddings - 2
    }

    /// The pair of transforms around the generator.
    pub fn stft(&self) -> StftConfig {
        StftConfig { n_fft: self.istftnet.gen_istft_n_fft, hop: self.istftnet.gen_istft_hop_size }
    }
}

impl IstftNetConfig {
    /// What [`architecture`](crate::architecture) has as constants must be the same here.
    fn check(&self, hidden_dim: usize) -> Result<(), Error> {
        expect("upsample_rates", &UPSAMPLE_RATES[..], &self.upsample_rates)?;
        expect("upsample_kernel_sizes", &UPSAMPLE_KERNELS[..], &self.upsample_kernel_sizes)?;
        expect("upsample_initial_channel", &hidden_dim, &self.upsample_initial_channel)?;
        expect("gen_istft_n_fft", &N_FFT, &self.gen_istft_n_fft)?;
        expect("gen_istft_hop_size", &HOP, &self.gen_istft_hop_size)?;
        let (kernels, lists) = (&self.resblock_kernel_sizes, &self.resblock_dilation_sizes);
        expect("the length of resblock_dilation_sizes", &kernels.len(), &lists.len())?;
        match kernels.iter().find(|&kernel| kernel % 2 == 0) {
            Some(even) => Err(Error::config("resblock_kernel_sizes", "odd numbers", even)),
            None => Ok(()),
        }
    }
}

/// `Ok` if a field has the only value that this implementation knows.
fn expect<T: PartialEq + Debug + ?Sized>(
    field: &'static str,
    expected: &T,
    found: &T,
) -> Result<(), Error> {
    if expected == found {
        return Ok(());
    }
    Err(Error::config(field, format!("{expected:?}"), format!("{found:?}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_model_is_named_by_its_first_field() {
        let expected = [10, 6];
        let error = expect("upsample_rates", &expected[..], &[8, 8][..]).unwrap_err();
        assert!(matches!(error, Error::Config { field: "upsample_rates", .. }));
        assert!(error.to_string().contains("expected [10, 6], found [8, 8]"), "{error}");
    }
}
