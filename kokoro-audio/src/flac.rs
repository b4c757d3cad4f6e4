//! FLAC (RFC 9639): 16 bits, blocks of 4096 samples, Vorbis comments.

use std::fmt;

use flacenc::bitsink::ByteSink;
use flacenc::component::{BitRepr, StreamInfo};
use flacenc::config;
use flacenc::error::{Verified, Verify};
use flacenc::source::{Fill, FrameBuf};
use md5::{Digest, Md5};

use crate::codec::Codec;
use crate::error::Error;
use crate::format::AudioFormat;
use crate::options::{AudioOptions, Target};
use crate::sample::to_i16;
use crate::tags::Tags;

/// Samples of a block: what the reference encoder takes at such rates.
const BLOCK: usize = 4096;
const BITS: usize = 16;

/// A FLAC stream that grows.
pub(crate) struct Flac {
    config: Verified<config::Encoder>,
    info: StreamInfo,
    rate: u32,
    target: Target,
    tags: Tags,
    /// Samples of the block that is not full.
    block: Vec<i32>,
    frames: usize,
    /// Samples in all frames.
    samples: u64,
    /// Bytes of the shortest and the longest frame.
    sizes: Option<(usize, usize)>,
    md5: Md5,
}

impl Flac {
    pub(crate) fn new(options: &AudioOptions, rate: u32) -> Result<Self, Error> {
        let config =
            config::Encoder::default().into_verified().map_err(|(_, error)| failed(error))?;
        Ok(Self {
            config,
            info: StreamInfo::new(rate as usize, 1, BITS).map_err(failed)?,
            rate,
            target: options.target,
            tags: options.tags.clone(),
            block: Vec::with_capacity(BLOCK),
            frames: 0,
            samples: 0,
            sizes: None,
            md5: Md5::new(),
        })
    }

    /// "fLaC" and STREAMINFO (RFC 9639, 8.2), of which zeros mean "not known".
    fn start(&self, samples: u64, md5: [u8; 16]) -> Vec<u8> {
        let (shortest, longest) = self.sizes.unwrap_or_default();
        let mut start = b"fLaC".to_vec();
        start.extend([0, 0, 0, 34]); // the first block, STREAMINFO, of 34 bytes
        start.extend([(BLOCK as u16).to_be_bytes(); 2].concat());
        start.extend(&(shortest as u32).to_be_bytes()[1..]);
        start.extend(&(longest as u32).to_be_bytes()[1..]);
        // 20 bits of rate, 3 of channels − 1, 5 of bits − 1, 36 of samples.
        let samples = if samples < 1 << 36 { samples } else { 0 };
        let fields = u64::from(self.rate) << 44 | (BITS as u64 - 1) << 36 | samples;
        start.extend(fields.to_be_bytes());
        start.extend(md5);
        start
    }

    fn encode_block(&mut self, out: &mut Vec<u8>) -> Result<(), Error> {
        if self.samples == 0 {
            out.extend(self.start(0, [0; 16]));
            out.extend(comments(&self.tags));
        }
        self.block.iter().for_each(|&sample| self.md5.update((sample as i16).to_le_bytes()));
        let mut samples = FrameBuf::with_size(1, self.block.len().max(64)).map_err(failed)?;
        samples.fill_interleaved(&self.block).map_err(failed)?;
        let frame =
            flacenc::encode_fixed_size_frame(&self.config, &samples, self.frames, &self.info)
                .map_err(failed)?;
        let mut sink = ByteSink::with_capacity(frame.count_bits());
        frame.write(&mut sink).map_err(failed)?;
        let size = sink.as_slice().len();
        let (shortest, longest) = self.sizes.unwrap_or((size, size));
        self.sizes = Some((shortest.min(size), longest.max(size)));
        out.extend(sink.as_slice());
        self.frames += 1;
        self.samples += self.block.len() as u64;
        self.block.clear();
        Ok(())
    }
}

impl Codec for Flac {
    fn push(&mut self, samples: &[f32], out: &mut Vec<u8>) -> Result<(), Error> {
        for &sample in samples {
            self.block.push(to_i16(sample).into());
            if self.block.len() == BLOCK {
                self.encode_block(out)?;
            }
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut Vec<u8>) -> Result<Option<Vec<u8>>, Error> {
        if !self.block.is_empty() {
            self.encode_block(out)?;
        }
        let md5 = self.md5.finalize_reset().into();
        let is_file = self.target == Target::File;
        Ok(is_file.then(|| self.start(self.samples, md5)))
    }
}

/// The last block of metadata: Vorbis comments (RFC 9639, 8.6).
fn comments(tags: &Tags) -> Vec<u8> {
    let comments = tags.vorbis_comments();
    let mut content = Vec::new();
    extend_text(&mut content, "kokoro-audio"); // who wrote the file
    content.extend((comments.len() as u32).to_le_bytes());
    comments.iter().for_each(|comment| extend_text(&mut content, comment));
    let mut block = (content.len() as u32).to_be_bytes().to_vec();
    block[0] = 0x80 | 4; // the last block, VORBIS_COMMENT
    block.extend(content);
    block
}

fn extend_text(bytes: &mut Vec<u8>, text: &str) {
    bytes.extend((text.len() as u32).to_le_bytes());
    bytes.extend(text.as_bytes());
}

/// The encoder's errors cannot be sent to other threads; what they say can.
fn failed(error: impl fmt::Display) -> Error {
    Error::Codec { format: AudioFormat::Flac, source: error.to_string().into() }
}
