//! Sounds that a text asks for: WAV files of a folder that the caller has opened to it.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Component, Path, PathBuf};

use hound::{SampleFormat, WavReader};
use kokoro_core::SAMPLE_RATE;

/// The longest sound in seconds: ten minutes.
const LONGEST: u32 = 600;

/// Why a sound is not played.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ClipError {
    /// The address is that of no file below the folder.
    #[error("expected the name of a file below the folder of sounds")]
    Outside,
    /// The file cannot be read.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// The file is no WAV file that can be read.
    #[error("expected a WAV file: {0}")]
    Wav(hound::Error),
    /// The sound is longer than is allowed.
    #[error("expected at most {LONGEST} s of sound, found {found} s")]
    Long {
        /// Its length in seconds.
        found: u32,
    },
}

impl From<hound::Error> for ClipError {
    fn from(error: hound::Error) -> Self {
        match error {
            hound::Error::IoError(error) => Self::Io(error),
            error => Self::Wav(error),
        }
    }
}

/// The samples of a sound: mono, at the model's rate.
///
/// Only files below `folder` are opened, whatever links and `..` are in the address. Nothing is
/// fetched.
pub(crate) fn read(folder: &Path, src: &str) -> Result<Vec<f32>, ClipError> {
    let path = below(folder, src)?;
    let mut reader = WavReader::new(BufReader::new(File::open(path)?))?;
    let spec = reader.spec();
    let seconds = reader.duration() / spec.sample_rate.max(1);
    if seconds > LONGEST {
        return Err(ClipError::Long { found: seconds });
    }
    let samples: Vec<f32> = match spec.sample_format {
        SampleFormat::Float => reader.samples::<f32>().collect::<Result<_, _>>()?,
        SampleFormat::Int => {
            let full = (1i64 << (spec.bits_per_sample - 1)) as f32;
            let scaled = |sample: Result<i32, _>| sample.map(|sample| sample as f32 / full);
            reader.samples::<i32>().map(scaled).collect::<Result<_, _>>()?
        }
    };
    let channels = usize::from(spec.channels.max(1));
    let mono = samples.chunks_exact(channels).map(|all| all.iter().sum::<f32>() / channels as f32);
    let mono: Vec<f32> = mono.map(|x| if x.is_finite() { x } else { 0.0 }).collect();
    Ok(kokoro_audio::resampled(&mono, spec.sample_rate, SAMPLE_RATE))
}

/// The file that an address names, if it is below the folder.
fn below(folder: &Path, src: &str) -> Result<PathBuf, ClipError> {
    let name = Path::new(src.strip_prefix("file:").unwrap_or(src));
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    if src.contains("://") || !name.components().all(plain) {
        return Err(ClipError::Outside);
    }
    let (folder, path) = (folder.canonicalize()?, folder.join(name).canonicalize()?);
    if path.starts_with(&folder) && path.is_file() { Ok(path) } else { Err(ClipError::Outside) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a sound of half a second of 48 kHz stereo in it, and a file beside it.
    fn folder() -> tempfile::TempDir {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("sounds");
        std::fs::create_dir(&folder).unwrap();
        let spec = hound::WavSpec {
            channels: 2,
            sample_rate: 48_000,
            bits_per_sample: 16,
            sample_format: SampleFormat::Int,
        };
        for path in [folder.join("bell.wav"), outer.path().join("secret.wav")] {
            let mut writer = hound::WavWriter::create(path, spec).unwrap();
            (0..48_000)
                .for_each(|at| writer.write_sample(if at % 2 == 0 { 8192 } else { 0 }).unwrap());
            writer.finalize().unwrap();
        }
        std::fs::write(folder.join("text.wav"), "no sound").unwrap();
        outer
    }

    #[test]
    fn a_sound_comes_in_the_models_form() {
        let outer = folder();
        for src in ["bell.wav", "./bell.wav", "file:bell.wav"] {
            let samples = read(&outer.path().join("sounds"), src).unwrap();
            assert_eq!(samples.len(), 12_000);
            assert!((samples[6_000] - 0.125).abs() < 1e-3, "{}", samples[6_000]);
        }
    }

    #[test]
    fn nothing_else_is_opened() {
        let outer = folder();
        let folder = outer.path().join("sounds");
        let secret = outer.path().join("secret.wav");
        let absolute = secret.to_str().unwrap();
        for src in
            ["../secret.wav", absolute, "http://example.org/bell.wav", "a/../../secret.wav", ""]
        {
            assert!(matches!(read(&folder, src), Err(ClipError::Outside)), "{src}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&secret, folder.join("link.wav")).unwrap();
            assert!(matches!(read(&folder, "link.wav"), Err(ClipError::Outside)));
        }
        assert!(matches!(read(&folder, "none.wav"), Err(ClipError::Io(_))));
        assert!(matches!(read(&folder, "text.wav"), Err(ClipError::Wav(_))));
    }
}
