//! The formats by name, file extension and MIME type.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use crate::sample::SampleFormat;

/// A format of files and streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AudioFormat {
    /// RIFF WAVE, not compressed.
    Wav(SampleFormat),
    /// Samples alone, without a header.
    Pcm(SampleFormat),
    /// FLAC of 16 bits: lossless, about half the size of WAV.
    Flac,
    /// Opus in Ogg (RFC 7845).
    Opus,
    /// MPEG-1 and MPEG-2 audio, layer III.
    Mp3,
    /// AAC-LC in MP4.
    M4a,
    /// AAC-LC in frames that each have a header (ADTS).
    Aac,
}

impl Default for AudioFormat {
    fn default() -> Self {
        Self::Wav(SampleFormat::I16)
    }
}

/// What is said of each format.
struct Entry {
    format: AudioFormat,
    name: &'static str,
    /// Other names that users know.
    aliases: &'static [&'static str],
    /// The usual extension first, without the dot.
    extensions: &'static [&'static str],
    content_type: &'static str,
}

const ENTRIES: [Entry; 11] = [
    Entry {
        format: AudioFormat::Wav(SampleFormat::I16),
        name: "wav",
        aliases: &["wav16", "wave"],
        extensions: &["wav", "wave"],
        content_type: "audio/wav",
    },
    Entry {
        format: AudioFormat::Wav(SampleFormat::I24),
        name: "wav24",
        aliases: &[],
        extensions: &["wav"],
        content_type: "audio/wav",
    },
    Entry {
        format: AudioFormat::Wav(SampleFormat::F32),
        name: "wavf32",
        aliases: &["wav32f"],
        extensions: &["wav"],
        content_type: "audio/wav",
    },
    Entry {
        format: AudioFormat::Pcm(SampleFormat::I16),
        name: "pcm",
        aliases: &["pcm16", "raw", "s16le"],
        extensions: &["pcm", "raw"],
        content_type: "audio/pcm",
    },
    Entry {
        format: AudioFormat::Pcm(SampleFormat::I24),
        name: "pcm24",
        aliases: &["s24le"],
        extensions: &["pcm"],
        content_type: "audio/pcm",
    },
    Entry {
        format: AudioFormat::Pcm(SampleFormat::F32),
        name: "pcmf32",
        aliases: &["f32le"],
        extensions: &["pcm"],
        content_type: "audio/pcm",
    },
    Entry {
        format: AudioFormat::Flac,
        name: "flac",
        aliases: &[],
        extensions: &["flac"],
        content_type: "audio/flac",
    },
    Entry {
        format: AudioFormat::Opus,
        name: "opus",
        aliases: &["ogg"],
        extensions: &["opus", "ogg", "oga"],
        content_type: "audio/ogg; codecs=opus",
    },
    Entry {
        format: AudioFormat::Mp3,
        name: "mp3",
        aliases: &[],
        extensions: &["mp3"],
        content_type: "audio/mpeg",
    },
    Entry {
        format: AudioFormat::M4a,
        name: "m4a",
        aliases: &["mp4"],
        extensions: &["m4a", "mp4"],
        content_type: "audio/mp4",
    },
    Entry {
        format: AudioFormat::Aac,
        name: "aac",
        aliases: &["adts"],
        extensions: &["aac"],
        content_type: "audio/aac",
    },
];

impl AudioFormat {
    /// All formats, each once.
    pub fn all() -> impl Iterator<Item = Self> {
        ENTRIES.iter().map(|entry| entry.format)
    }

    /// The format of a file's extension, in upper or lower case.
    ///
    /// # Errors
    /// [`UnknownFormat`] if the name has no extension, or one of no format.
    pub fn of_file_name(path: impl AsRef<Path>) -> Result<Self, UnknownFormat> {
        let path = path.as_ref();
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let found = ENTRIES.iter().find(|entry| entry.extensions.contains(&extension.as_str()));
        found.map(|entry| entry.format).ok_or(UnknownFormat { found: extension })
    }

    /// The name that [`str::parse`] reads.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// The usual extension of a file, without the dot.
    pub fn extension(self) -> &'static str {
        self.entry().extensions[0]
    }

    /// The MIME type, as in the header `Content-Type` of HTTP.
    pub fn content_type(self) -> &'static str {
        self.entry().content_type
    }

    fn entry(self) -> &'static Entry {
        // The test `every_format_has_an_entry` shows that there is one for each.
        ENTRIES.iter().find(|entry| entry.format == self).unwrap_or(&ENTRIES[0])
    }
}

impl fmt::Display for AudioFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for AudioFormat {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        let lower = name.trim().to_lowercase();
        let known = |entry: &&Entry| entry.name == lower || entry.aliases.contains(&lower.as_str());
        let found = ENTRIES.iter().find(known);
        found.map(|entry| entry.format).ok_or_else(|| UnknownFormat { found: name.to_owned() })
    }
}

/// A name or an extension that no format has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no audio format is called {found:?}: expected one of {}", names())]
#[non_exhaustive]
pub struct UnknownFormat {
    /// What was asked for.
    pub found: String,
}

fn names() -> String {
    ENTRIES.map(|entry| entry.name).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_an_entry() {
        let samples = [SampleFormat::I16, SampleFormat::I24, SampleFormat::F32];
        let with_samples = samples.map(|s| [AudioFormat::Wav(s), AudioFormat::Pcm(s)]).concat();
        let others = [
            AudioFormat::Flac,
            AudioFormat::Opus,
            AudioFormat::Mp3,
            AudioFormat::M4a,
            AudioFormat::Aac,
        ];
        for format in [with_samples, others.to_vec()].concat() {
            assert_eq!(format.entry().format, format);
            assert_eq!(format.name().parse(), Ok(format));
        }
        assert_eq!(AudioFormat::all().count(), 11);
    }

    #[test]
    fn names_and_extensions() {
        assert_eq!("MP3".parse(), Ok(AudioFormat::Mp3));
        assert_eq!(" ogg".parse(), Ok(AudioFormat::Opus));
        assert_eq!("s16le".parse(), Ok(AudioFormat::Pcm(SampleFormat::I16)));
        assert_eq!(AudioFormat::of_file_name("a/b.c/Talk.M4A"), Ok(AudioFormat::M4a));
        assert_eq!(AudioFormat::of_file_name("x.wav"), Ok(AudioFormat::default()));
        for extension in AudioFormat::all().map(AudioFormat::extension) {
            assert!(AudioFormat::of_file_name(format!("x.{extension}")).is_ok(), "{extension}");
        }
    }

    #[test]
    fn an_unknown_format_is_told_the_known_ones() {
        let error = "wma".parse::<AudioFormat>().unwrap_err();
        assert_eq!(error.found, "wma");
        let text = error.to_string();
        assert!(text.contains("\"wma\""), "{text}");
        for format in AudioFormat::all() {
            assert!(text.contains(format.name()), "{text}");
        }
        for name in ["talk", "talk.", ".mp3", "", "talk.docx"] {
            assert!(AudioFormat::of_file_name(name).is_err(), "{name}");
        }
    }
}
