//! MPEG-1 and MPEG-2 audio, layer III, at a constant bit rate.
//!
//! A file begins with an `Info` frame that says how many samples decoders have to drop at both
//! ends. A stream has none: its counts cannot be known, and some players take a wrong count for the
//! length. Each frame stands for itself (there is no bit reservoir), so that it can be decoded as
//! soon as it is there.

mod id3;

use rusty_mp3::encode::Mp3Encode;
use rusty_mp3::encode::lametag::{self, ENCODER_DELAY, TagInfo, TagStats};
use rusty_mp3::header::{FrameHeader, MpegVersion};

use crate::bit_rate;
use crate::codec::Codec;
use crate::error::Error;
use crate::format::AudioFormat;
use crate::options::{AudioOptions, Target};

/// The rates of MPEG-2.5, MPEG-2 and MPEG-1.
const RATES: [u32; 9] = [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];
/// Bits per second, of the slower rates and of those from 32 kHz on; others are rounded to one of
/// those that the format has.
const BIT_RATES: [(u32, u32); 2] = [(8_000, 160_000), (32_000, 320_000)];

/// An MP3 file that grows.
pub(crate) struct Mp3 {
    encoder: Mp3Encode,
    header: FrameHeader,
    /// Of a file: what its `Info` frame says.
    totals: Option<TagStats>,
    id3: Vec<u8>,
    /// Samples that fill no frame yet.
    pending: Vec<f32>,
    /// Samples so far.
    samples: u64,
}

impl Mp3 {
    pub(crate) fn new(options: &AudioOptions, rate: u32) -> Result<Self, Error> {
        let format = AudioFormat::Mp3;
        if !RATES.contains(&rate) {
            return Err(Error::SampleRateOfFormat { format, rate, expected: &RATES });
        }
        let limits = BIT_RATES[usize::from(rate >= 32_000)];
        let bit_rate = bit_rate::of(options, rate, limits)?;
        let header = rusty_mp3::encoder_header(rate, 1, bit_rate.div_ceil(1000)).map_err(failed)?;
        let tag_size = lametag::tag_header(&header).frame_size();
        Ok(Self {
            encoder: Mp3Encode::new(),
            totals: (options.target == Target::File).then(|| TagStats::new(tag_size)),
            id3: id3::tag(&options.tags),
            header,
            pending: Vec::new(),
            samples: 0,
        })
    }

    /// What stands before the first frame of sound; `delay` samples were added before the first.
    fn start(&self, delay: usize) -> Vec<u8> {
        let mut start = self.id3.clone();
        if let Some(totals) = &self.totals {
            let padding = lametag::padding_for(self.samples, delay, self.frame());
            let info = TagInfo { vbr: false, delay, padding: padding as usize };
            start.extend(lametag::tag_frame(&lametag::tag_header(&self.header), totals, &info));
        }
        start
    }

    /// Samples of a frame.
    fn frame(&self) -> usize {
        match self.header.version {
            MpegVersion::V1 => 1152,
            _ => 576,
        }
    }

    fn encode(&mut self, out: &mut Vec<u8>) -> Result<(), Error> {
        let frames = self.pending.len() / self.frame() * self.frame();
        for samples in self.pending[..frames].chunks_exact(self.frame()) {
            let frame = self.encoder.encode_frame(&self.header, &[samples], None);
            let frame = frame.map_err(failed)?;
            self.totals.iter_mut().for_each(|totals| totals.add_frame(&frame));
            out.extend(frame);
        }
        self.pending.drain(..frames);
        Ok(())
    }
}

impl Codec for Mp3 {
    fn push(&mut self, samples: &[f32], out: &mut Vec<u8>) -> Result<(), Error> {
        if self.samples == 0 {
            out.extend(self.start(ENCODER_DELAY));
        }
        self.samples += samples.len() as u64;
        self.pending.extend(samples.iter().map(|sample| sample.clamp(-1.0, 1.0)));
        self.encode(out)
    }

    fn finish(&mut self, out: &mut Vec<u8>) -> Result<Option<Vec<u8>>, Error> {
        let frame = self.frame();
        // What is shorter than a frame needs more silence before it, lest decoders drop too much.
        let short = self.samples < frame as u64;
        let silence = if short { lametag::extra_priming(self.samples, frame) } else { 0 };
        self.pending.splice(0..0, vec![0.0; silence]);
        let delay = ENCODER_DELAY + silence;
        let total = lametag::frames_for(self.samples, delay, frame) as usize * frame;
        let missing = total as u64 - self.samples - silence as u64;
        self.pending.extend(vec![0.0; missing as usize]);
        self.encode(out)?;
        Ok(self.totals.is_some().then(|| self.start(delay)))
    }
}

fn failed(error: rusty_mp3::Error) -> Error {
    Error::Codec { format: AudioFormat::Mp3, source: Box::new(error) }
}
