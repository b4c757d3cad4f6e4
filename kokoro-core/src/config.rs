//! `config.json` of Kokoro-82M, field by field, and the lengths that follow from it.

use std::collections::HashMap;

use kokoro_vocoder::StftConfig;
use serde::Deserialize;

use crate::Error;

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
    pub fn from_json(json: &str) -> Result<Self, Error> {
        let config: Self = serde_json::from_str(json).map_err(Error::ConfigSyntax)?;
        let net = &config.istftnet;
        let fits =
            |what: &str, fits: bool| if fits { Ok(()) } else { Err(Error::Config(what.into())) };
        let stages = net.upsample_rates.len();
        fits("at least one upsampling rate", stages > 0)?;
        fits("as many upsampling kernels as rates", net.upsample_kernel_sizes.len() == stages)?;
        fits(
            "as many residual dilation lists as kernels",
            net.resblock_dilation_sizes.len() == net.resblock_kernel_sizes.len(),
        )?;
        fits("odd residual kernels", net.resblock_kernel_sizes.iter().all(|k| k % 2 == 1))?;
        fits("600 samples a frame", config.samples_per_frame() == 600)?;
        fits(
            "a 20-point inverse STFT with hop 5",
            (net.gen_istft_n_fft, net.gen_istft_hop_size) == (20, 5),
        )?;
        fits("a hidden size that the attention heads divide", config.plbert.head_size().is_some())?;
        fits(
            "upsample_initial_channel equal to hidden_dim",
            net.upsample_initial_channel == config.hidden_dim,
        )?;
        fits(
            "a vocabulary within n_token",
            config.vocab.values().all(|&id| (id as usize) < config.n_token),
        )?;
        Ok(config)
    }

    /// Phonemes that one pass can speak: the longest sequence less the two boundary ids (510).
    pub fn max_phonemes(&self) -> usize {
        self.plbert.max_position_embeddings - 2
    }

    /// Samples of a 25 ms frame (600): two F0 values a frame, each upsampled to the generator's
    /// output.
    pub fn samples_per_frame(&self) -> usize {
        2 * self.samples_per_f0()
    }

    /// Samples of one value of the F0 and energy curves (300).
    pub fn samples_per_f0(&self) -> usize {
        self.istftnet.upsample_rates.iter().product::<usize>() * self.istftnet.gen_istft_hop_size
    }

    /// Spectrum columns of `frames` frames: `120 N + 1`.
    pub fn columns(&self, frames: usize) -> usize {
        frames * self.samples_per_frame() / self.istftnet.gen_istft_hop_size + 1
    }

    /// The pair of transforms around the generator.
    pub fn stft(&self) -> StftConfig {
        StftConfig { n_fft: self.istftnet.gen_istft_n_fft, hop: self.istftnet.gen_istft_hop_size }
    }

    /// Rows of a spectrum: magnitudes, then phases (22).
    pub fn spectrum_rows(&self) -> usize {
        self.istftnet.gen_istft_n_fft + 2
    }
}

impl PlBertConfig {
    /// Channels of one attention head, if the heads share the width evenly.
    pub fn head_size(&self) -> Option<usize> {
        let even = self.num_attention_heads > 0
            && self.hidden_size.is_multiple_of(self.num_attention_heads);
        even.then(|| self.hidden_size / self.num_attention_heads)
    }
}
