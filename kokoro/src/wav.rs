//! WAV files: whole, or as the samples come.
//!
//! Layout: "Multimedia Programming Interface and Data Specifications 1.0" (RIFF), with the `fact`
//! chunk that formats other than PCM need. A stream that cannot be rewound has 0xFFFFFFFF for both
//! sizes, which readers take as "until the end".

use std::io::{self, Write};
use std::path::Path;

use kokoro_core::SAMPLE_RATE;
use kokoro_weights::files::write_atomically;

use crate::Error;

/// How samples are stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum SampleFormat {
    /// 16-bit integers, rounded and clamped.
    #[default]
    I16,
    /// 32-bit floats, as computed.
    F32,
}

impl SampleFormat {
    /// Bytes of a sample.
    pub fn size(self) -> u16 {
        match self {
            Self::I16 => 2,
            Self::F32 => 4,
        }
    }

    /// The format tag: PCM or IEEE float.
    fn tag(self) -> u16 {
        match self {
            Self::I16 => 1,
            Self::F32 => 3,
        }
    }
}

/// Size in the header of a stream whose length is not known.
const UNKNOWN: u32 = u32::MAX;

/// More samples than the sizes in a WAV header can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the speech is longer than a WAV file can be: expected at most 4 GiB, found {bytes} bytes")]
#[non_exhaustive]
pub struct TooLong {
    /// Bytes of all samples.
    pub bytes: u128,
}

/// Writes a mono file of 24 kHz: whole, or not at all.
///
/// # Errors
/// [`Error::Wav`] for more than 4 GiB; [`Error::File`] if it cannot be written.
pub fn write_file(
    path: impl AsRef<Path>,
    format: SampleFormat,
    samples: &[f32],
) -> Result<(), Error> {
    let mut file = header(format, Some(samples.len() as u64))?;
    file.reserve(samples.len() * usize::from(format.size()));
    samples.iter().for_each(|&sample| push_sample(&mut file, format, sample));
    Ok(write_atomically(path, &file)?)
}

/// The header of a mono file of 24 kHz with `samples` samples; `None` if their number is not known.
///
/// # Errors
/// [`TooLong`] beyond 4 GiB.
pub fn header(format: SampleFormat, samples: Option<u64>) -> Result<Vec<u8>, TooLong> {
    let chunks = format_chunks(format, samples);
    let (data, riff) = match samples {
        None => (UNKNOWN, UNKNOWN),
        Some(samples) => {
            let bytes = u128::from(samples) * u128::from(format.size());
            let data = u32::try_from(bytes).ok();
            // After the size itself: "WAVE", the chunks so far, and the data's name and size.
            let riff = data.and_then(|data| data.checked_add(chunks.len() as u32 + 12));
            data.zip(riff).ok_or(TooLong { bytes })?
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

/// The chunks before the data: `fmt `, and `fact` where samples are not integers.
fn format_chunks(format: SampleFormat, samples: Option<u64>) -> Vec<u8> {
    let size = u32::from(format.size());
    let mut fmt = [format.tag().to_le_bytes(), 1u16.to_le_bytes()].concat();
    fmt.extend(SAMPLE_RATE.to_le_bytes());
    fmt.extend((SAMPLE_RATE * size).to_le_bytes());
    fmt.extend(format.size().to_le_bytes());
    fmt.extend((format.size() * 8).to_le_bytes());
    let mut chunks = Vec::new();
    match format {
        SampleFormat::I16 => chunk(&mut chunks, b"fmt ", &fmt),
        SampleFormat::F32 => {
            fmt.extend(0u16.to_le_bytes()); // no extension follows
            chunk(&mut chunks, b"fmt ", &fmt);
            let count = samples.and_then(|samples| u32::try_from(samples).ok()).unwrap_or(UNKNOWN);
            chunk(&mut chunks, b"fact", &count.to_le_bytes());
        }
    }
    chunks
}

fn chunk(out: &mut Vec<u8>, name: &[u8; 4], content: &[u8]) {
    out.extend(name);
    out.extend((content.len() as u32).to_le_bytes());
    out.extend(content);
}

/// Writes samples as they come. What is beyond −1 and 1 is clamped in integers, and NaN becomes
/// silence.
///
/// # Errors
/// Those of `out`.
pub fn write_samples(out: &mut dyn Write, format: SampleFormat, samples: &[f32]) -> io::Result<()> {
    let mut bytes = Vec::with_capacity(samples.len() * usize::from(format.size()));
    samples.iter().for_each(|&sample| push_sample(&mut bytes, format, sample));
    out.write_all(&bytes)
}

fn push_sample(bytes: &mut Vec<u8>, format: SampleFormat, sample: f32) {
    match format {
        SampleFormat::I16 => bytes.extend(to_i16(sample).to_le_bytes()),
        SampleFormat::F32 => bytes.extend(sample.to_le_bytes()),
    }
}

fn to_i16(sample: f32) -> i16 {
    (sample * f32::from(i16::MAX)).round() as i16 // `as` clamps, and takes NaN to 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_rounded_and_clamped() {
        let table = [
            (0.0, 0),
            (1.0, 32767),
            (-1.0, -32767),
            (2.0, 32767),
            (-2.0, -32768),
            (f32::NAN, 0),
            (0.5 / 32767.0, 1),
        ];
        for (sample, expected) in table {
            assert_eq!(to_i16(sample), expected, "{sample}");
        }
    }

    #[test]
    fn another_reader_agrees() {
        for (format, bits) in [(SampleFormat::I16, 16), (SampleFormat::F32, 32)] {
            let samples = [0.25f32, -0.5, 1.0];
            let mut file = header(format, Some(3)).unwrap();
            write_samples(&mut file, format, &samples).unwrap();
            assert_eq!(u32::from_le_bytes(file[4..8].try_into().unwrap()) as usize, file.len() - 8);
            let mut reader = hound::WavReader::new(&file[..]).unwrap();
            let spec = reader.spec();
            assert_eq!((spec.channels, spec.sample_rate, spec.bits_per_sample), (1, 24000, bits));
            assert_eq!(reader.duration(), 3);
            let read: Vec<f32> = match format {
                SampleFormat::I16 => {
                    reader.samples::<i16>().map(|s| f32::from(s.unwrap()) / 32767.0).collect()
                }
                SampleFormat::F32 => reader.samples::<f32>().map(Result::unwrap).collect(),
            };
            assert!(
                read.iter()
                    .zip(samples)
                    .all(|(read, sample)| (read - sample).abs() <= 0.5 / 32767.0),
                "{read:?}"
            );
        }
    }

    #[test]
    fn four_gigabytes_are_the_end() {
        assert!(header(SampleFormat::F32, Some(1 << 29)).is_ok());
        assert!(header(SampleFormat::F32, Some(1 << 30)).is_err());
        assert!(header(SampleFormat::I16, Some(u64::MAX)).is_err());
    }
}
