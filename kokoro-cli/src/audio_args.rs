//! `--audio-format`, `--rate`, `--bit-rate` and `--title`: what the speech is written as.

use std::path::Path;

use clap::{Args, ValueEnum};
use kokoro::Language;
use kokoro::audio::{AudioFormat, AudioOptions, SampleFormat, Target};

use crate::error::Error;

/// What the speech is written as.
#[derive(Args)]
pub struct AudioArgs {
    /// wav, pcm, flac, opus, mp3, m4a or aac [default: by the extension of the file; else wav]
    #[arg(long, value_name = "FORMAT")]
    audio_format: Option<AudioFormat>,
    /// How samples of WAV and raw PCM are stored
    #[arg(long, value_enum)]
    sample_format: Option<SampleFormatArg>,
    /// Samples a second, 8000 to 48000 [default: 24000, the model's own]
    #[arg(long, value_name = "HZ")]
    rate: Option<u32>,
    /// Kilobits a second of opus, mp3, m4a and aac [default: enough for clean speech]
    #[arg(long, value_name = "KBIT")]
    bit_rate: Option<u32>,
    /// The title that the file is tagged with
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
}

/// `--sample-format`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum SampleFormatArg {
    /// 16-bit integers, rounded and clamped [default]
    I16,
    /// 24-bit integers, rounded and clamped
    I24,
    /// 32-bit floats, as computed
    F32,
}

impl AudioArgs {
    /// The library's options for the file `output`, which is a stream if its beginning cannot be
    /// written again.
    ///
    /// # Errors
    /// The file's extension is that of no format; samples of a format that is compressed.
    pub fn options(
        &self,
        output: &Path,
        target: Target,
        language: Option<Language>,
    ) -> Result<AudioOptions, Error> {
        let mut options = AudioOptions::new(self.format(output)?);
        options.sample_rate = self.rate;
        options.bit_rate = self.bit_rate.map(|kilobits| kilobits.saturating_mul(1000));
        options.target = target;
        options.tags.title.clone_from(&self.title);
        // Many readers of WAV take it for granted that the samples begin at byte 44.
        let plain = matches!(options.format, AudioFormat::Wav(_)) && self.title.is_none();
        let language = language.filter(|_| !plain);
        options.tags.language = language.map(|language| language.tag().to_owned());
        Ok(options)
    }

    fn format(&self, output: &Path) -> Result<AudioFormat, Error> {
        let format = match self.audio_format {
            Some(format) => format,
            // A pipe or a device has a name without an extension.
            None if output.extension().is_none() => AudioFormat::default(),
            None => AudioFormat::of_file_name(output)?,
        };
        let Some(samples) = self.sample_format else { return Ok(format) };
        let samples = match samples {
            SampleFormatArg::I16 => SampleFormat::I16,
            SampleFormatArg::I24 => SampleFormat::I24,
            SampleFormatArg::F32 => SampleFormat::F32,
        };
        match format {
            AudioFormat::Wav(_) => Ok(AudioFormat::Wav(samples)),
            AudioFormat::Pcm(_) => Ok(AudioFormat::Pcm(samples)),
            format => Err(Error::SamplesOfFormat { format }),
        }
    }
}
