//! A voice in a file of its own: ours, upstream's, kokoro-js's.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use bytes::Bytes;
use safetensors::{SafeTensors, View};

use crate::error::VoiceFileError;
use crate::file_error::FileError;
use crate::files::write_atomically;
use crate::import::TorchFile;
use crate::layout::{VOICE_COLUMNS, VOICE_ROWS};
use crate::{Dtype, Error, Result};

/// The most bytes that are read: a voice has half a million, some formats add a header, and f64
/// would double it.
const LARGEST: u64 = 4 << 20;

/// The name of the tensor in a file that [`write_voice`] writes.
const TENSOR: &str = "voice";

/// The form of a file with a voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum VoiceFormat {
    /// `.safetensors`: one tensor of any name, `[510, 256]` or `[510, 1, 256]`.
    Safetensors,
    /// `.pt`: the same, written by `torch.save`, as upstream has it.
    Torch,
    /// `.bin`: f32 without a header, little-endian, as kokoro-js has it.
    Raw,
}

impl VoiceFormat {
    /// The format by the end of a file's name.
    pub fn of_file_name(path: impl AsRef<Path>) -> Option<Self> {
        match path.as_ref().extension()?.to_str()? {
            "safetensors" => Some(Self::Safetensors),
            "pt" => Some(Self::Torch),
            "bin" => Some(Self::Raw),
            _ => None,
        }
    }
}

/// Reads a voice, `[510, 256]` row-major; the end of the name says the format.
///
/// # Errors
/// [`Error::Io`]; [`Error::Format`] with a [`VoiceFileError`].
pub fn read_voice(path: impl AsRef<Path>) -> Result<Vec<f32>> {
    let path = path.as_ref();
    let wrong = Error::format::<VoiceFileError>(path, "a voice of Kokoro-82M");
    let format =
        VoiceFormat::of_file_name(path).ok_or(VoiceFileError::Extension).map_err(&wrong)?;
    let file = File::open(path).map_err(FileError::on("open", path))?;
    let found = file.metadata().map_err(FileError::on("read", path))?.len();
    if found > LARGEST {
        return Err(wrong(VoiceFileError::TooLarge { limit: LARGEST, found }));
    }
    let mut bytes = Vec::new();
    // A pipe or a device has no length.
    file.take(LARGEST).read_to_end(&mut bytes).map_err(FileError::on("read", path))?;
    parse_voice(bytes, format).map_err(wrong)
}

/// Reads the bytes of a file with a voice: `[510, 256]` row-major, all finite.
///
/// # Errors
/// They are not in this format, or hold something else than one voice.
pub fn parse_voice(bytes: Vec<u8>, format: VoiceFormat) -> Result<Vec<f32>, VoiceFileError> {
    let values = match format {
        VoiceFormat::Safetensors => safetensors(&bytes)?,
        VoiceFormat::Torch => torch(bytes)?,
        VoiceFormat::Raw => raw(&bytes)?,
    };
    match values.iter().position(|value| !value.is_finite()) {
        Some(at) => {
            let (row, column) = (at / VOICE_COLUMNS, at % VOICE_COLUMNS);
            Err(VoiceFileError::NotFinite { row, column, value: values[at] })
        }
        None => Ok(values),
    }
}

/// Writes a voice, `[510, 256]` row-major, as safetensors; an old file is replaced only when that
/// succeeds.
///
/// # Errors
/// [`Error::Format`] for another count of values; [`Error::Io`].
pub fn write_voice(path: impl AsRef<Path>, values: &[f32]) -> Result<()> {
    let path = path.as_ref();
    let expected = VOICE_ROWS * VOICE_COLUMNS * size_of::<f32>();
    let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
    if bytes.len() != expected {
        let wrong = Error::format(path, "a voice of Kokoro-82M");
        return Err(wrong(VoiceFileError::Bytes { expected, found: bytes.len() }));
    }
    let format = Error::format(path, "writable as safetensors");
    let file = safetensors::serialize([(TENSOR, Rows(bytes))], None).map_err(format)?;
    Ok(write_atomically(path, file)?)
}

fn safetensors(bytes: &[u8]) -> Result<Vec<f32>, VoiceFileError> {
    let file = SafeTensors::deserialize(bytes)?;
    let tensors = file.tensors();
    let [(_, tensor)] = &tensors[..] else {
        return Err(VoiceFileError::Tensors { found: tensors.len() });
    };
    check_shape(tensor.shape())?;
    let dtype = match tensor.dtype() {
        safetensors::Dtype::F32 => Dtype::F32,
        safetensors::Dtype::F16 => Dtype::F16,
        safetensors::Dtype::BF16 => Dtype::BF16,
        other => return Err(VoiceFileError::Type { found: format!("{other:?}") }),
    };
    Ok(dtype.to_f32(tensor.data()))
}

fn torch(bytes: Vec<u8>) -> Result<Vec<f32>, VoiceFileError> {
    let mut file = TorchFile::parse(Bytes::from(bytes))?;
    let info = file.single().ok_or(VoiceFileError::NotATensor)?;
    check_shape(&info.shape)?;
    Ok(file.read(&info)?)
}

fn raw(bytes: &[u8]) -> Result<Vec<f32>, VoiceFileError> {
    let (expected, found) = (VOICE_ROWS * VOICE_COLUMNS * size_of::<f32>(), bytes.len());
    if found != expected {
        return Err(VoiceFileError::Bytes { expected, found });
    }
    Ok(Dtype::F32.to_f32(bytes))
}

fn check_shape(shape: &[usize]) -> Result<(), VoiceFileError> {
    match shape {
        [VOICE_ROWS, VOICE_COLUMNS] | [VOICE_ROWS, 1, VOICE_COLUMNS] => Ok(()),
        found => Err(VoiceFileError::Shape { found: found.into() }),
    }
}

/// The rows of a voice, little-endian, as safetensors wants to be given them.
struct Rows(Vec<u8>);

impl View for Rows {
    fn dtype(&self) -> safetensors::Dtype {
        safetensors::Dtype::F32
    }

    fn shape(&self) -> &[usize] {
        &[VOICE_ROWS, VOICE_COLUMNS]
    }

    fn data(&self) -> Cow<'_, [u8]> {
        Cow::Borrowed(&self.0)
    }

    fn data_len(&self) -> usize {
        self.0.len()
    }
}

#[cfg(test)]
mod tests;
