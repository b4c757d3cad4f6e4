//! AAC-LC in MP4 (ISO/IEC 14496-12, -14).
//!
//! A file has its sound first and the index (`moov`) at its end, which all players take. A stream
//! is in fragments: `moov` without an index, then `moof` and `mdat` for each half second, which can
//! be decoded as they come. In both, an edit list drops the silence that the decoder gives first.

mod boxes;
mod fragment;
mod movie;

use std::mem;

use syom::EncodeOptions;

use crate::aac::{FRAME, Units};
use crate::codec::Codec;
use crate::error::Error;
use crate::format::AudioFormat;
use crate::options::{AudioOptions, Target};
use boxes::ftyp;
use movie::{Index, Track};

/// Units of a fragment: 0.5 s at 24 kHz.
const UNITS: usize = 12;

/// An MP4 file that grows.
pub(crate) struct M4a {
    units: Units,
    track: Track,
    layout: Layout,
    /// Samples so far.
    samples: u64,
}

enum Layout {
    /// One `mdat`, whose units the index finds.
    File(Index),
    /// Units of the fragment that is not full, and the number of those before it.
    Stream { units: Vec<Vec<u8>>, fragments: u32 },
}

impl M4a {
    pub(crate) fn new(options: &AudioOptions, rate: u32) -> Result<Self, Error> {
        let units = Units::new(options, rate, EncodeOptions::raw())?;
        let config = units.config().to_vec();
        let track = Track { rate, config, tags: options.tags.clone() };
        let layout = match options.target {
            Target::File => Layout::File(Index::default()),
            Target::Stream => Layout::Stream { units: Vec::new(), fragments: 0 },
        };
        Ok(Self { units, track, layout, samples: 0 })
    }
}

impl Codec for M4a {
    fn push(&mut self, samples: &[f32], out: &mut Vec<u8>) -> Result<(), Error> {
        if self.samples == 0 {
            out.extend(self.layout.start(&self.track));
        }
        self.samples += samples.len() as u64;
        let layout = &mut self.layout;
        self.units.push(samples, |unit| layout.unit(unit, out))?;
        self.layout.check()
    }

    fn finish(&mut self, out: &mut Vec<u8>) -> Result<Option<Vec<u8>>, Error> {
        let layout = &mut self.layout;
        self.units.finish(|unit| layout.unit(unit, out))?;
        self.layout.check()?;
        Ok(self.layout.end(&self.track, self.samples, out))
    }
}

impl Layout {
    /// What comes before the first unit.
    fn start(&self, track: &Track) -> Vec<u8> {
        match self {
            Self::Stream { .. } => [ftyp(), movie::without_index(track)].concat(),
            Self::File(index) => file_start(index),
        }
    }

    fn unit(&mut self, unit: &[u8], out: &mut Vec<u8>) {
        match self {
            Self::File(index) => {
                index.add(unit);
                out.extend(unit);
            }
            Self::Stream { units, fragments } => {
                if units.len() == UNITS {
                    let before = u64::from(*fragments) * UNITS as u64 * u64::from(FRAME);
                    let units = mem::take(units);
                    out.extend(fragment::fragment(*fragments, before, &units, FRAME));
                    *fragments += 1;
                }
                units.push(unit.to_vec());
            }
        }
    }

    /// Whether sizes and places fit into 32 bits.
    fn check(&self) -> Result<(), Error> {
        match self {
            Self::File(index) if index.bytes + index.room() > u32::MAX.into() => {
                Err(Error::TooLong { format: AudioFormat::M4a, bytes: index.bytes })
            }
            _ => Ok(()),
        }
    }

    /// Appends what follows the last unit; gives what a file has at its beginning.
    fn end(&self, track: &Track, samples: u64, out: &mut Vec<u8>) -> Option<Vec<u8>> {
        match self {
            Self::File(index) => {
                let start = file_start(index);
                out.extend(movie::with_index(track, index, samples, start.len() as u64));
                Some(start)
            }
            Self::Stream { units, fragments } => {
                // The silence before the first sample, the samples, and nothing more.
                let end = u64::from(FRAME) + samples;
                let before = u64::from(*fragments) * UNITS as u64 * u64::from(FRAME);
                let of_others = (units.len() as u64 - 1) * u64::from(FRAME);
                let last = end.saturating_sub(before + of_others).clamp(1, FRAME.into());
                out.extend(fragment::fragment(*fragments, before, units, last as u32));
                None
            }
        }
    }
}

/// The kind of the file, and the header of the box of all units.
fn file_start(index: &Index) -> Vec<u8> {
    let size = 8 + index.bytes as u32; // `Layout::check` has seen that it fits
    [&ftyp()[..], &size.to_be_bytes(), b"mdat"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_gigabytes_are_the_end_of_a_file() {
        for (bytes, fits) in [(0, true), (4_000_000_000, true), (u32::MAX.into(), false)] {
            let mut index = Index::default();
            index.bytes = bytes;
            let layout = Layout::File(index);
            assert_eq!(layout.check().is_ok(), fits, "{bytes}");
        }
    }
}
