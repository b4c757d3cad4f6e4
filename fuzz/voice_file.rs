//! `kokoro_weights::parse_voice`: any bytes in each format. No panic; a voice has all its numbers,
//! and they are finite.

#![no_main]

use kokoro_weights::{VOICE_COLUMNS, VOICE_ROWS, VoiceFormat, parse_voice};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for format in [VoiceFormat::Safetensors, VoiceFormat::Torch, VoiceFormat::Raw] {
        if let Ok(voice) = parse_voice(bytes.to_vec(), format) {
            assert_eq!(voice.len(), VOICE_ROWS * VOICE_COLUMNS);
            assert!(voice.iter().all(|value| value.is_finite()));
        }
    }
});
