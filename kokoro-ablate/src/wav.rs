//! The sounds, as 16-bit WAV files.

use std::io::Cursor;
use std::path::Path;

use kokoro_core::SAMPLE_RATE;
use kokoro_weights::files::write_atomically;

use crate::error::{Error, Result};

const SPEC: hound::WavSpec = hound::WavSpec {
    channels: 1,
    sample_rate: SAMPLE_RATE,
    bits_per_sample: 16,
    sample_format: hound::SampleFormat::Int,
};

/// Writes samples; what is beyond −1 and 1 is clamped, and NaN becomes silence.
pub(super) fn write(path: &Path, samples: &[f32]) -> Result<()> {
    let mut bytes = Cursor::new(Vec::new());
    encode(&mut bytes, samples).map_err(|error| failed("write", path, error))?;
    Ok(write_atomically(path, bytes.into_inner())?)
}

fn encode(out: &mut Cursor<Vec<u8>>, samples: &[f32]) -> hound::Result<()> {
    let mut writer = hound::WavWriter::new(out, SPEC)?;
    for sample in samples {
        // `as` clamps, and takes NaN to 0.
        writer.write_sample((sample * f32::from(i16::MAX)).round() as i16)?;
    }
    writer.finalize()
}

/// Reads what [`write`] has written.
pub(super) fn read(path: &Path) -> Result<Vec<f32>> {
    let reader = hound::WavReader::open(path).map_err(|error| failed("read", path, error))?;
    let samples = reader.into_samples::<i16>().map(|s| Ok(f32::from(s?) / f32::from(i16::MAX)));
    samples.collect::<hound::Result<_>>().map_err(|error| failed("read", path, error))
}

fn failed(action: &'static str, path: &Path, source: hound::Error) -> Error {
    Error::Wav { action, path: path.into(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_come_back_rounded_and_clamped() {
        let path = tempfile::tempdir().unwrap().keep().join("x.wav");
        write(&path, &[0.5, -1.0, 2.0, f32::NAN]).unwrap();
        let samples = read(&path).unwrap();
        assert!((samples[0] - 0.5).abs() < 1.0 / 32767.0);
        assert_eq!(samples[1..], [-1.0, 1.0, 0.0]);
        std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
        assert!(read(&path).unwrap_err().to_string().contains("x.wav"));
    }
}
