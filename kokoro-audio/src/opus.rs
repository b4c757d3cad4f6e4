//! Opus in Ogg (RFC 6716, RFC 7845): packets of 20 ms.

use std::mem;

use opus_pure::{
    Application, MAX_PACKET_BYTES, OggOpusWriter, OpusEncoder, OpusHead, OpusTags, RateControl,
    Signal,
};

use crate::codec::Codec;
use crate::error::Error;
use crate::format::AudioFormat;
use crate::options::{AudioOptions, Target};

/// The rates at which it encodes.
const RATES: [u32; 5] = [8_000, 12_000, 16_000, 24_000, 48_000];
/// Bits per second if nothing is said: the crate's README tells how speech sounds at it.
const BIT_RATE: u32 = 32_000;
/// Bits per second that an encoder takes (RFC 7845 recommends 6 to 510 kbit/s).
const BIT_RATES: (u32, u32) = (6_000, 510_000);
/// The clock of Ogg Opus, in ticks per second.
const CLOCK: u32 = 48_000;
/// Packets of a page: 100 ms in a stream, so that it is heard soon; a second in a file.
const PACKETS: (usize, usize) = (5, 50);
/// Larger than any page, so that the writer counts no bytes.
const NO_LIMIT: usize = usize::MAX;

/// The lowest rate of the codec that holds what `rate` holds.
pub(crate) fn rate(rate: u32) -> u32 {
    RATES.into_iter().find(|&known| known >= rate).unwrap_or(CLOCK)
}

/// An Ogg Opus stream that grows.
pub(crate) struct Opus {
    encoder: OpusEncoder,
    /// Its sink is emptied after each call.
    ogg: Option<OggOpusWriter<Vec<u8>>>,
    /// Ticks of the clock per sample.
    ticks: u64,
    /// Ticks that a decoder drops at the start.
    pre_skip: u64,
    /// Samples of a packet.
    frame: usize,
    /// Samples that fill no packet yet. The last packet waits, for it may need a shorter duration.
    pending: Vec<f32>,
    packets_of_page: usize,
    /// Packets so far.
    packets: usize,
    /// Samples so far.
    samples: u64,
    packet: Vec<u8>,
}

impl Opus {
    pub(crate) fn new(options: &AudioOptions, rate: u32) -> Result<Self, Error> {
        let bit_rate = options.bit_rate.unwrap_or(BIT_RATE);
        let (lowest, highest) = BIT_RATES;
        if !(lowest..=highest).contains(&bit_rate) {
            let format = AudioFormat::Opus;
            return Err(Error::BitRate { format, rate: bit_rate, lowest, highest });
        }
        // `Voip` would filter what is low, which moves the phase of all that is above it.
        let mut encoder = OpusEncoder::new(rate as i32, 1, Application::Audio).map_err(failed)?;
        encoder.bitrate_bps = bit_rate as i32;
        encoder.rate_control = RateControl::Vbr;
        encoder.signal_type = Some(Signal::Voice);
        let head = OpusHead::for_encoder(&encoder, rate);
        let pre_skip = head.pre_skip.into();
        let mut tags = OpusTags::new();
        tags.comments = options.tags.vorbis_comments();
        let mut ogg = OggOpusWriter::with_tags(Vec::new(), head, tags).map_err(failed)?;
        ogg.set_page_target(NO_LIMIT);
        let (of_stream, of_file) = PACKETS;
        Ok(Self {
            encoder,
            ogg: Some(ogg),
            ticks: u64::from(CLOCK / rate),
            pre_skip,
            frame: rate as usize / 50,
            pending: Vec::new(),
            packets_of_page: if options.target == Target::File { of_file } else { of_stream },
            packets: 0,
            samples: 0,
            packet: vec![0; MAX_PACKET_BYTES],
        })
    }

    /// Encodes the pending samples from `at` on; the packet lasts for `ticks` of the clock.
    fn encode_packet(&mut self, at: usize, ticks: u64) -> Result<(), Error> {
        let frame = &self.pending[at..at + self.frame];
        let size = self.encoder.encode(frame, self.frame, &mut self.packet).map_err(failed)?;
        let Some(ogg) = &mut self.ogg else { return Ok(()) };
        let full = self.packets > 0 && self.packets.is_multiple_of(self.packets_of_page);
        ogg.set_page_target(if full { 1 } else { NO_LIMIT });
        self.packets += 1;
        ogg.write_packet_with_duration(&self.packet[..size], ticks as u32).map_err(failed)
    }
}

impl Codec for Opus {
    fn push(&mut self, samples: &[f32], out: &mut Vec<u8>) -> Result<(), Error> {
        self.samples += samples.len() as u64;
        self.pending.extend(samples.iter().map(|sample| sample.clamp(-1.0, 1.0)));
        let mut at = 0;
        while self.pending.len() - at > self.frame {
            self.encode_packet(at, self.frame as u64 * self.ticks)?;
            at += self.frame;
        }
        self.pending.drain(..at);
        out.extend(
            self.ogg.as_mut().and_then(OggOpusWriter::get_mut).into_iter().flat_map(mem::take),
        );
        Ok(())
    }

    /// The encoder is `pre_skip` behind: so much silence follows the samples. The last page says
    /// where they end (RFC 7845, 4.4).
    fn finish(&mut self, out: &mut Vec<u8>) -> Result<Option<Vec<u8>>, Error> {
        let end = self.pre_skip + self.samples * self.ticks;
        let of_packet = self.frame as u64 * self.ticks;
        let mut written = self.packets as u64 * of_packet;
        while written < end {
            self.pending.resize(self.frame, 0.0); // never more: `push` has encoded the rest
            self.encode_packet(0, of_packet.min(end - written))?;
            self.pending.clear();
            written += of_packet;
        }
        if let Some(ogg) = self.ogg.take() {
            out.extend(ogg.finish().map_err(failed)?);
        }
        Ok(None)
    }
}

fn failed(error: opus_pure::Error) -> Error {
    Error::Codec { format: AudioFormat::Opus, source: Box::new(error) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_holds_what_was_asked_for() {
        let table = [(8_000, 8_000), (11_025, 12_000), (22_050, 24_000), (44_100, 48_000)];
        for (asked, expected) in table {
            assert_eq!(rate(asked), expected);
        }
    }
}
