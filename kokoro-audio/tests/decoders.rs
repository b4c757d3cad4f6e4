//! Others' decoders read what is written: ffmpeg, flac, mpg123, opusdec. Where one is not
//! installed, its tests say so; where `CI` is set, they fail.

#![allow(clippy::unwrap_used)] // of tests

mod support;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use kokoro_audio::{AudioFormat, AudioOptions, Encoder, SampleFormat, Target};
use support::{correlation, encode, speech};

/// Of the last 200 ms.
const TAIL: usize = 4_800;
/// What a lossy format must keep of the tail, at the least.
const ALIKE: f64 = 0.95;

/// Whether the program is there.
fn installed(program: &str) -> bool {
    let found = Command::new(program).arg("-version").output().is_ok();
    assert!(found || std::env::var_os("CI").is_none(), "{program} is not installed");
    if !found {
        eprintln!("NOT TESTED: {program} is not installed");
    }
    found
}

/// Standard output of a program that must succeed.
fn run(program: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(program).args(arguments).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {error}");
    output.stdout
}

/// A file that no other test writes.
fn write(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// ffmpeg's samples, at 24 kHz.
fn ffmpeg(name: &str, format: AudioFormat, bytes: &[u8]) -> Vec<f32> {
    let path = write(name, bytes);
    let path = path.to_str().unwrap();
    let raw: &[&str] = match format {
        AudioFormat::Pcm(SampleFormat::I16) => &["-f", "s16le", "-ar", "24000", "-ac", "1"],
        AudioFormat::Pcm(SampleFormat::I24) => &["-f", "s24le", "-ar", "24000", "-ac", "1"],
        AudioFormat::Pcm(_) => &["-f", "f32le", "-ar", "24000", "-ac", "1"],
        _ => &[],
    };
    let output = ["-ar", "24000", "-ac", "1", "-f", "f32le", "-"];
    let floats = run("ffmpeg", &[&["-v", "error"], raw, &["-i", path], &output].concat());
    floats.chunks_exact(4).map(|b| f32::from_le_bytes(b.try_into().unwrap())).collect()
}

/// Samples that a decoder gives before the first, where the stream cannot tell it to drop them.
fn delay(format: AudioFormat, target: Target, read: &[f32], samples: &[f32]) -> usize {
    match (format, target) {
        (AudioFormat::Mp3, Target::Stream) => 1_057,
        (AudioFormat::Aac, _) => 1_024,
        // The edit list gives the first frame a time before zero. Older versions of ffmpeg decode
        // it all the same.
        (AudioFormat::M4a, Target::Stream) => {
            let some = (read.len() - 1_024).min(20_000);
            let alike = |delay| correlation(&read[delay..delay + some], &samples[..some]) > ALIKE;
            if alike(0) { 0 } else { 1_024 }
        }
        _ => 0,
    }
}

/// Samples of a codec's frame; what is lossless is exact.
fn frame(format: AudioFormat) -> usize {
    match format {
        AudioFormat::Mp3 => 576,
        AudioFormat::M4a | AudioFormat::Aac => 1_024,
        AudioFormat::Opus => 480,
        _ => 0,
    }
}

fn each_format_and_target() -> Vec<AudioOptions> {
    let both = |format| [Target::Stream, Target::File].map(|target| (format, target));
    let options = |(format, target)| {
        let mut options = AudioOptions::new(format);
        options.target = target;
        options
    };
    AudioFormat::all().flat_map(both).map(options).collect()
}

#[test]
fn ffmpeg_reads_the_whole_of_one_two_and_twenty_sentences() {
    if !installed("ffmpeg") {
        return;
    }
    for sentences in [1, 2, 20] {
        let samples = speech(sentences);
        for options in each_format_and_target() {
            let (format, target) = (options.format, options.target);
            let bytes = encode(&options, &samples, 7);
            let name = format!("whole-{sentences}-{target:?}.{}.{format}", format.extension());
            let read = ffmpeg(&name, format, &bytes);
            let delay = delay(format, target, &read, &samples);
            let wanted = samples.len() + delay;
            // In most streams nothing tells where the sound ends in the last frame. MP4 tells it,
            // and some versions of ffmpeg do not look.
            let most = match (format, target) {
                (AudioFormat::M4a, Target::File) => wanted + frame(format),
                (AudioFormat::Aac, _) | (_, Target::Stream) => wanted + 2 * frame(format),
                _ => wanted,
            };
            assert!(
                (wanted..=most).contains(&read.len()),
                "{name}: {} of {wanted} samples",
                read.len()
            );
            let end = samples.len();
            let alike = correlation(&read[wanted - TAIL..wanted], &samples[end - TAIL..]);
            let least = if frame(format) == 0 { 0.999_999 } else { ALIKE };
            assert!(alike > least, "{name}: the tail's correlation is {alike}");
            let alike = correlation(&read[delay..wanted], &samples);
            assert!(alike > least, "{name}: the correlation is {alike}");
        }
    }
}

#[test]
fn other_rates_are_read_as_long_and_alike() {
    if !installed("ffmpeg") {
        return;
    }
    let samples = speech(2);
    for name in ["wav", "flac", "opus", "mp3", "m4a"] {
        for rate in [8_000, 16_000, 22_050, 44_100, 48_000] {
            let mut options = AudioOptions::new(name.parse().unwrap());
            options.target = Target::File;
            options.sample_rate = Some(rate);
            let bytes = encode(&options, &samples, 9);
            let read = ffmpeg(&format!("rate-{rate}.{name}"), options.format, &bytes);
            // At a lower rate, a frame of the codec is longer. ffmpeg's own resampler may add some.
            let frame = frame(options.format) * (24_000 / rate as usize).max(1) + 32;
            let longest = samples.len() + frame;
            assert!((samples.len() - 32..longest).contains(&read.len()), "{name} {rate}");
            // At 8 kHz, Opus is late by an eighth of a millisecond.
            let end = samples.len().min(read.len()) - 4;
            let late = |by: usize| correlation(&read[by..end + by], &samples[..end]);
            let alike = (0..4).map(late).fold(0.0, f64::max);
            assert!(alike > ALIKE, "{name} {rate}: {alike}");
        }
    }
}

/// Samples that may be on their way when a stream is listened to.
fn latency(format: AudioFormat) -> usize {
    match format {
        AudioFormat::Flac => 8_192, // a block, and one whose end is on its way
        AudioFormat::Opus => 5_760, // a page, one whose end is on its way, and a packet
        AudioFormat::Mp3 => 2_304,  // two frames and the delay
        AudioFormat::Aac => 4_096,  // a frame, a look ahead and the delay
        AudioFormat::M4a => 17_408, // and a fragment
        _ => 1,
    }
}

#[test]
fn the_decoders_of_each_format_read_the_whole() {
    let samples = speech(2);
    for options in each_format_and_target() {
        let (format, target) = (options.format, options.target);
        let bytes = encode(&options, &samples, 5);
        let path = write(&format!("own-{target:?}.{}.{format}", format.extension()), &bytes);
        let path = path.to_str().unwrap();
        let flac = ["-dcs", "--force-raw-format", "--endian=little", "--sign=signed", path];
        let opus = ["--quiet", "--rate", "48000", "--no-dither", path, "-"];
        let (raw, step) = match format {
            AudioFormat::Flac if installed("flac") => (run("flac", &flac), 1),
            AudioFormat::Opus if installed("opusdec") => (run("opusdec", &opus), 2),
            AudioFormat::Mp3 if installed("mpg123") => {
                (run("mpg123", &["-q", "-s", "-e", "s16", "-m", path]), 1)
            }
            _ => continue,
        };
        let read: Vec<f32> = raw
            .chunks_exact(2)
            .step_by(step)
            .map(|b| f32::from(i16::from_le_bytes(b.try_into().unwrap())) / 32_768.0)
            .collect();
        let delay = delay(format, target, &read, &samples);
        let most = samples.len() + if target == Target::File { 0 } else { 2 * frame(format) };
        let heard = read.len() - delay;
        assert!((samples.len()..=most).contains(&heard), "{path}: {heard}");
        // opusdec is early by 1/24000 s, with files of opusenc too.
        let early = usize::from(format == AudioFormat::Opus);
        let end = delay + samples.len() - early;
        let alike = correlation(&read[delay..end], &samples[early..]);
        assert!(alike > ALIKE, "{path}: {alike}");
        let alike = correlation(&read[end - TAIL..end], &samples[samples.len() - TAIL..]);
        assert!(alike > ALIKE, "{path}: the tail's correlation is {alike}");
    }
}

#[test]
fn tags_and_lengths_are_told() {
    if !installed("ffprobe") {
        return;
    }
    let samples = speech(1);
    for mut options in each_format_and_target() {
        let (format, target) = (options.format, options.target);
        if matches!(format, AudioFormat::Pcm(_) | AudioFormat::Aac) {
            continue; // without a place for them
        }
        options.tags.title = Some("Höhe “42”".to_owned());
        options.tags.artist = Some("af_heart".to_owned());
        options.tags.language = Some("fr-FR".to_owned());
        let bytes = encode(&options, &samples, 5);
        let path = write(&format!("tags-{target:?}.{}.{format}", format.extension()), &bytes);
        let show = ["-v", "error", "-of", "flat", "-show_format", "-show_streams"];
        let told = run("ffprobe", &[&show[..], &[path.to_str().unwrap()]].concat());
        let told = String::from_utf8(told).unwrap().to_lowercase();
        for tag in ["title=\"höhe “42”\"", "artist=\"af_heart\"", "language=\"fr"] {
            assert!(told.contains(tag), "{format} {target:?}: {tag} is not in {told}");
        }
        if target == Target::File {
            let line = told.lines().find_map(|line| line.strip_prefix("format.duration=")).unwrap();
            let seconds: f64 = line.trim_matches('"').parse().unwrap();
            let wanted = samples.len() as f64 / 24_000.0;
            // Of an MP3 file, ffprobe counts what decoders drop at both ends.
            let most = wanted + frame(format) as f64 * 3.0 / 24_000.0 + 0.001;
            assert!((wanted - 0.001..most).contains(&seconds), "{format}: {seconds} of {wanted} s");
        }
    }
}

#[test]
fn a_stream_decodes_as_it_comes() {
    if !installed("ffmpeg") {
        return;
    }
    let samples = speech(3);
    for options in each_format_and_target() {
        let (format, target) = (options.format, options.target);
        if target == Target::File {
            continue;
        }
        let mut encoder = Encoder::new(&options).unwrap();
        let mut bytes = Vec::new();
        for (count, piece) in samples.chunks(6_000).enumerate() {
            bytes.extend(encoder.push(piece).unwrap());
            if count % 4 != 3 {
                continue;
            }
            // The last bytes may be on their way too.
            let name = format!("cut-{count}.{}.{format}", format.extension());
            let read = ffmpeg(&name, format, &bytes[..bytes.len() - count % 3]);
            let delay = delay(format, target, &read, &samples);
            let heard = read.len() - delay;
            let pushed = count * 6_000 + piece.len();
            assert!(heard + latency(format) >= pushed, "{name}: {heard} of {pushed} samples");
            let alike = correlation(&read[delay..], &samples[..heard]);
            assert!(alike > ALIKE, "{name}: the correlation is {alike}");
        }
    }
}
