//! What reaches the device, by a device of ALSA that writes a file.

#![cfg(all(feature = "play", target_os = "linux"))]
#![allow(clippy::unwrap_used)] // of tests

mod support;

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use kokoro_audio::{AudioFormat, AudioOptions, PlayError, Player, SampleFormat};
use support::{encode, speech};

/// Says in which configuration of ALSA this test binary is run again.
const INSIDE: &str = "KOKORO_TEST_PLAYER";

/// Runs a test of this file again, with a home whose `.asoundrc` is `configuration`.
fn again(test: &str, configuration: &str) {
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&home).unwrap();
    fs::write(home.join(".asoundrc"), configuration).unwrap();
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture"]).env("HOME", &home).env(INSIDE, "1");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn all_of_the_speech_reaches_the_device() {
    let samples = speech(2);
    if env::var_os(INSIDE).is_some() {
        let mut player = Player::new().unwrap();
        samples.chunks(5_000).for_each(|piece| player.push(piece).unwrap());
        player.finish().unwrap();
        return;
    }
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("played.raw");
    let _ = fs::remove_file(&file);
    let path = file.to_str().unwrap();
    let device = format!("type file file {path} format raw slave.pcm {{ type null }}");
    again("all_of_the_speech_reaches_the_device", &format!("pcm.!default {{ {device} }}"));
    // The device takes all formats; of these, cpal prefers floats at 48 kHz for two channels.
    let heard = floats(&fs::read(&file).unwrap());
    let (frames, rest) = heard.as_chunks::<2>();
    assert!(rest.is_empty() && frames.iter().all(|[left, right]| left == right));
    let mut options = AudioOptions::new(AudioFormat::Pcm(SampleFormat::F32));
    options.sample_rate = Some(48_000);
    let wanted = floats(&encode(&options, &samples, 1));
    // Between pieces that were late there is silence.
    let heard: Vec<f32> = frames.iter().map(|frame| frame[0]).filter(|&s| s != 0.0).collect();
    let wanted: Vec<f32> = wanted.into_iter().filter(|&sample| sample != 0.0).collect();
    assert!(heard == wanted, "{} of {} samples", heard.len(), wanted.len());
}

fn floats(bytes: &[u8]) -> Vec<f32> {
    bytes.chunks_exact(4).map(|b| f32::from_le_bytes(b.try_into().unwrap())).collect()
}

#[test]
fn without_a_device_the_error_says_so() {
    if env::var_os(INSIDE).is_some() {
        let error = Player::new().unwrap_err();
        assert!(matches!(error, PlayError::NoDevice), "{error:?}");
        return;
    }
    again("without_a_device_the_error_says_so", "pcm.!default { type hw card 31 }");
}
