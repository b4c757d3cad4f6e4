//! WAV files: whole, or as the samples come.
//!
//! Layout: "Multimedia Programming Interface and Data Specifications 1.0" (RIFF), with the `fact`
//! chunk that formats other than PCM need, and tags in a `LIST` of `INFO`. A stream that cannot be
//! rewound has 0xFFFFFFFF for all sizes, which readers take as "until the end".

use crate::codec::Codec;
use crate::error::Error;
use crate::format::AudioFormat;
use crate::options::Target;
use crate::sample::SampleFormat;
use crate::tags::{Field, Tags};

/// Size in the header of a stream whose length is not known.
const UNKNOWN: u32 = u32::MAX;

/// The header of a mono file.
struct Header {
    format: SampleFormat,
    /// Samples per second.
    rate: u32,
    /// A `LIST` chunk, or nothing.
    tags: Vec<u8>,
}

impl Header {
    /// The bytes before `samples` samples; `None` if their number is not known.
    ///
    /// # Errors
    /// [`Error::TooLong`] beyond 4 GiB.
    fn bytes(&self, samples: Option<u64>) -> Result<Vec<u8>, Error> {
        let chunks = [self.format_chunks(samples), self.tags.clone()].concat();
        let (data, riff) = match samples {
            None => (UNKNOWN, UNKNOWN),
            Some(samples) => {
                let bytes = samples.saturating_mul(self.format.size().into());
                let data = u32::try_from(bytes).ok();
                // After the size itself: "WAVE", the chunks so far, the data's name and size, the
                // data, and a byte that makes its length even.
                let riff = data.and_then(|data| data.checked_add(data % 2));
                let riff = riff.and_then(|data| data.checked_add(chunks.len() as u32 + 12));
                let format = AudioFormat::Wav(self.format);
                data.zip(riff).ok_or(Error::TooLong { format, bytes })?
            }
        };
        let mut header = Vec::with_capacity(chunks.len() + 20);
        header.extend(b"RIFF");
        header.extend(riff.to_le_bytes());
        header.extend(b"WAVE");
        header.extend(chunks);
        header.extend(b"data");
        header.extend(data.to_le_bytes());
        Ok(header)
    }

    /// `fmt `, and `fact` where samples are not integers.
    fn format_chunks(&self, samples: Option<u64>) -> Vec<u8> {
        let size = self.format.size();
        let tag: u16 = match self.format {
            SampleFormat::I16 | SampleFormat::I24 => 1, // PCM
            SampleFormat::F32 => 3,                     // IEEE float
        };
        let mut fmt = [tag.to_le_bytes(), 1u16.to_le_bytes()].concat();
        fmt.extend(self.rate.to_le_bytes());
        fmt.extend((self.rate * u32::from(size)).to_le_bytes());
        fmt.extend(size.to_le_bytes());
        fmt.extend((size * 8).to_le_bytes());
        let mut chunks = Vec::new();
        match self.format {
            SampleFormat::I16 | SampleFormat::I24 => chunk(&mut chunks, b"fmt ", &fmt),
            SampleFormat::F32 => {
                fmt.extend(0u16.to_le_bytes()); // no extension follows
                chunk(&mut chunks, b"fmt ", &fmt);
                let count = samples.and_then(|samples| u32::try_from(samples).ok());
                chunk(&mut chunks, b"fact", &count.unwrap_or(UNKNOWN).to_le_bytes());
            }
        }
        chunks
    }
}

/// A chunk, and a byte that makes its length even.
fn chunk(out: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) {
    out.extend(name);
    out.extend((content.len() as u32).to_le_bytes());
    out.extend(content);
    out.extend((content.len() % 2 == 1).then_some(0));
}

/// The tags as a `LIST` of `INFO`, in UTF-8; nothing if there are none.
fn info(tags: &Tags) -> Vec<u8> {
    let mut list = b"INFO".to_vec();
    for (field, value) in tags.fields() {
        let name = match field {
            Field::Title => b"INAM",
            Field::Artist => b"IART",
            Field::Album => b"IPRD",
            Field::Comment => b"ICMT",
            Field::Language => b"ILNG",
        };
        chunk(&mut list, name, &[value.as_bytes(), b"\0"].concat());
    }
    let mut out = Vec::new();
    if list.len() > 4 {
        chunk(&mut out, b"LIST", &list);
    }
    out
}

/// A WAV file that grows.
pub(crate) struct Wav {
    header: Header,
    target: Target,
    /// Samples so far.
    samples: u64,
}

impl Wav {
    pub(crate) fn new(format: SampleFormat, rate: u32, target: Target, tags: &Tags) -> Self {
        Self { header: Header { format, rate, tags: info(tags) }, target, samples: 0 }
    }
}

impl Codec for Wav {
    fn push(&mut self, samples: &[f32], out: &mut Vec<u8>) -> Result<(), Error> {
        if self.samples == 0 {
            out.extend(self.header.bytes(None)?);
        }
        self.samples += samples.len() as u64;
        if self.target == Target::File {
            self.header.bytes(Some(self.samples))?; // stops here rather than at the end
        }
        self.header.format.extend(out, samples);
        Ok(())
    }

    fn finish(&mut self, out: &mut Vec<u8>) -> Result<Option<Vec<u8>>, Error> {
        if self.target == Target::Stream {
            return Ok(None); // readers would take the byte below for a part of a sample
        }
        let bytes = self.samples * u64::from(self.header.format.size());
        out.extend((bytes % 2 == 1).then_some(0));
        self.header.bytes(Some(self.samples)).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(format: SampleFormat) -> Header {
        Header { format, rate: 24_000, tags: Vec::new() }
    }

    #[test]
    fn another_reader_agrees() {
        let formats = [(SampleFormat::I16, 16), (SampleFormat::I24, 24), (SampleFormat::F32, 32)];
        for (format, bits) in formats {
            let samples = [0.25f32, -0.5, 1.0];
            let mut wav = Wav::new(format, 24_000, Target::File, &Tags::default());
            let mut file = Vec::new();
            wav.push(&samples, &mut file).unwrap();
            let start = wav.finish(&mut file).unwrap().unwrap();
            file[..start.len()].copy_from_slice(&start);
            assert_eq!(u32::from_le_bytes(file[4..8].try_into().unwrap()) as usize, file.len() - 8);
            assert_eq!(file.len() % 2, 0);
            let mut reader = hound::WavReader::new(&file[..]).unwrap();
            let spec = reader.spec();
            assert_eq!((spec.channels, spec.sample_rate, spec.bits_per_sample), (1, 24000, bits));
            assert_eq!(reader.duration(), 3);
            let scale = ((1u32 << (bits - 1)) - 1) as f32;
            let read: Vec<f32> = match format {
                SampleFormat::F32 => reader.samples::<f32>().map(Result::unwrap).collect(),
                _ => reader.samples::<i32>().map(|s| s.unwrap() as f32 / scale).collect(),
            };
            let close = |(read, sample): (&f32, f32)| (read - sample).abs() <= 0.5 / 32767.0;
            assert!(read.iter().zip(samples).all(close), "{read:?}");
        }
    }

    #[test]
    fn four_gigabytes_are_the_end() {
        assert!(header(SampleFormat::F32).bytes(Some(1 << 29)).is_ok());
        assert!(header(SampleFormat::I16).bytes(Some((1 << 31) - 19)).is_ok());
        for (format, samples) in [
            (SampleFormat::F32, 1 << 30),
            (SampleFormat::I16, (1 << 31) - 18),
            (SampleFormat::I24, u64::MAX),
        ] {
            let error = header(format).bytes(Some(samples)).unwrap_err();
            assert!(matches!(error, Error::TooLong { .. }), "{error}");
        }
    }

    #[test]
    fn a_file_stops_where_its_sizes_do_and_a_stream_goes_on() {
        for (target, goes_on) in [(Target::File, false), (Target::Stream, true)] {
            let mut wav = Wav::new(SampleFormat::I16, 24_000, target, &Tags::default());
            wav.samples = 1 << 31;
            assert_eq!(wav.push(&[0.0], &mut Vec::new()).is_ok(), goes_on);
        }
    }
}
