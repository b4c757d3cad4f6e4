#![doc = include_str!("../README.md")]

mod assembler;
mod builder;
mod chunk;
mod clip;
mod decoded;
mod delivery;
mod divide;
mod edit;
mod engine;
mod error;
mod follow;
mod gain;
mod kokoro;
mod low_latency;
mod many;
mod options;
mod pause;
mod performance;
mod phonemes;
mod playback;
mod rendered;
mod score;
mod silence;
mod speak;
mod speech;
mod steps;
mod stream;
#[cfg(feature = "fetch")]
pub mod text_data;
mod voices;
mod written;

pub use builder::KokoroBuilder;
pub use chunk::{Chunk, TimedMark, TimedWord, Token};
pub use error::Error;
pub use follow::TextFeed;
pub use kokoro::Kokoro;
pub use options::{Latency, Silence, SpeechOptions};
pub use speech::Speech;
pub use stream::Stream;
pub use voices::read_voice;
pub use written::WordTimes;

pub use kokoro_core::{
    CancelToken, DecodeReport, DecodedBy, Isa, MAX_SPEED, MIN_SPEED, Precision, ProviderShare,
    SAMPLE_RATE, SegmentRun, Stage, Timings,
};
pub use kokoro_text::Language;

/// Samples as the bytes of WAV, FLAC, Opus, MP3, AAC and raw samples.
pub use kokoro_audio as audio;
/// Words with their times as JSON, subtitles and speech marks.
pub use kokoro_captions as captions;
/// Blends of voices as texts.
pub use voice_blend;

/// What is to be spoken, step by step, before a model speaks it.
pub use kokoro_plan as plan;

/// The text front end on its own: sentences and phonemes without a model.
pub mod text {
    #[cfg(feature = "detect")]
    pub use kokoro_text::detect;
    pub use kokoro_text::{
        Boundary, Edits, Emoji, Error, Format, FrontEnds, Hint, MAX_PHONEMES, MappedText,
        Normalization, Normalized, Origin, Passage, Phonemizer, Reading, SYMBOLS, SpokenWord,
        TextData, TextOptions, UnknownWords, Utterance, Utterances, Word, is_sound, is_symbol,
        normalize, phonemizer, phonemizer_with, user_lexicon, utterances,
    };
    #[cfg(feature = "espeak")]
    pub use kokoro_text::{Espeak, EspeakPhonemizer};
}

/// The model's files: looking them up, reading, importing and fetching them.
pub mod weights {
    #[cfg(feature = "fetch")]
    pub use kokoro_weights::fetch;
    pub use kokoro_weights::{
        Error, Manifest, VoiceFormat, Weights, files, grade, import, locate, parse_voice,
        write_voice,
    };
}

/// The model's parts, for those who want its stages or bring a decoder of their own.
pub mod model {
    pub use crate::silence::{Silences, SilentSpan, TimedSymbol, silences};
    pub use kokoro_core::{
        Config, Decoded, Decoder, Delivery, Error, Features, Prepared, SpectrumDecoder, Spoken,
        Synthesizer, Tokens, Vocab, Voice,
    };
}

/// Segments for neural processors: what makes them.
#[cfg(feature = "export")]
pub use kokoro_export as export;
/// Segments for neural processors: what runs them.
#[cfg(feature = "npu")]
pub use kokoro_npu as npu;

/// The repository's README, so that its example is compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
