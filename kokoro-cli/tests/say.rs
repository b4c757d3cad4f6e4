//! `say`, `phonemize`, `voices` and `bench` when all is well.
#![allow(clippy::unwrap_used, missing_docs)]

mod common;

use std::process::Stdio;

use common::{kokoro, names, run, run_with_input, success};

/// Samples and specification of a WAV file.
fn wav(path: &std::path::Path) -> (hound::WavSpec, Vec<f32>) {
    let mut reader = hound::WavReader::open(path).unwrap();
    let spec = reader.spec();
    let samples = match spec.sample_format {
        hound::SampleFormat::Int => {
            reader.samples::<i16>().map(|s| f32::from(s.unwrap()) / 32767.0).collect()
        }
        hound::SampleFormat::Float => reader.samples::<f32>().map(Result::unwrap).collect(),
    };
    (spec, samples)
}

#[test]
fn text_becomes_a_wav_file_in_both_formats() {
    let folder = tempfile::tempdir().unwrap();
    let (short, float) = (folder.path().join("i16.wav"), folder.path().join("f32.wav"));
    success(&kokoro().args(["say", "Hello world.", "-o"]).arg(&short).output().unwrap());
    let args = ["say", "Hello world.", "--sample-format", "f32", "--threads", "1", "-o"];
    success(&kokoro().args(args).arg(&float).output().unwrap());

    let ((short_spec, short), (float_spec, float)) = (wav(&short), wav(&float));
    assert_eq!(
        (short_spec.channels, short_spec.sample_rate, short_spec.bits_per_sample),
        (1, 24000, 16)
    );
    assert_eq!((float_spec.sample_rate, float_spec.bits_per_sample), (24000, 32));
    assert!((14400..48000).contains(&short.len()), "{} samples", short.len());
    // The same samples, for every format and number of threads, but for rounding.
    assert_eq!(short.len(), float.len());
    let worst =
        short.iter().zip(&float).map(|(a, b)| (a - b.clamp(-1.0, 1.0)).abs()).fold(0.0, f32::max);
    assert!(worst <= 0.51 / 32767.0, "{worst}");
    let rms = (float.iter().map(|s| s * s).sum::<f32>() / float.len() as f32).sqrt();
    assert!((0.01..0.5).contains(&rms), "speech is neither silent nor noise: {rms}");
    assert_eq!(names(folder.path()), ["f32.wav", "i16.wav"]);
}

#[test]
fn standard_output_streams_the_same_samples() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.wav");
    let phonemes = [
        "say",
        "--phonemes",
        "--speed",
        "2",
        "--voice",
        "bm_george",
        "--seed",
        "7",
        "həlˈO.",
        "-o",
    ];
    success(&kokoro().args(phonemes).arg(&path).output().unwrap());
    let streamed = kokoro().args(phonemes).arg("-").output().unwrap();
    assert_eq!(streamed.status.code(), Some(0));
    let file = std::fs::read(&path).unwrap();
    assert_eq!(file.len(), streamed.stdout.len());
    assert_eq!(file[44..], streamed.stdout[44..]);
    assert_eq!(streamed.stdout[40..44], [0xff; 4]);
    assert_eq!(u32::from_le_bytes(file[40..44].try_into().unwrap()) as usize, file.len() - 44);
}

#[test]
fn text_comes_from_files_and_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("text.txt");
    std::fs::write(&file, "\u{feff}Hello world.").unwrap();
    let expected = success(&run(&["phonemize", "Hello world."]));
    assert_eq!(expected, "həlˈO wˈɜɹld.\n");
    assert_eq!(
        success(&kokoro().arg("phonemize").arg("--file").arg(&file).output().unwrap()),
        expected
    );
    for arguments in [&["phonemize", "-"][..], &["phonemize", "--file", "-"]] {
        assert_eq!(success(&run_with_input(kokoro().args(arguments), b"Hello world.")), expected);
    }
}

#[test]
fn phonemes_are_a_line_for_each_sentence() {
    let lines =
        success(&run(&["phonemize", "Hello world. The colour, Dr. Smith?", "--lang", "en-gb"]));
    assert_eq!(lines, "həlˈQ wˈɜːld.\nðə kˈʌlə, dˈɒktə smˈɪθ?\n");
}

#[test]
fn unknown_words_are_one_warning() {
    let output = run(&["phonemize", "The мир and the мир 中."]);
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "kokoro: warning: left out: мир, 中\n");
}

#[test]
fn normalize_prints_the_words_that_are_said() {
    let said = success(&run(&["normalize", "It cost $5.\n\nSee you at 5pm."]));
    assert_eq!(said, "It cost five dollars.\nSee you at five P M.\n");
    let british = success(&run(&["normalize", "--lang", "en-gb", "105 rooms"]));
    assert_eq!(british, "one hundred and five rooms\n");
    let as_written = success(&run(&["normalize", "--no-normalize", "It cost $5."]));
    assert_eq!(as_written, "It cost $5.\n");
}

#[test]
fn one_line_in_is_one_line_out() {
    for command in ["normalize", "phonemize"] {
        let output = run_with_input(kokoro().args([command, "--lines"]), b"One. Two.\n\n***\n4\n");
        let lines = success(&output);
        assert_eq!(lines.lines().count(), 4, "{lines:?}");
        assert_eq!(lines.lines().filter(|line| line.is_empty()).count(), 2, "{lines:?}");
    }
}

#[test]
fn json_tells_where_a_word_stands_and_where_its_sound_came_from() {
    let text = "It cost $5.";
    let lines = success(&run(&["phonemize", "--json", text]));
    let line: serde_json::Value = serde_json::from_str(&lines).unwrap();
    assert_eq!((line["text"].as_str(), lines.lines().count()), (Some(text), 1));
    let words = line["words"].as_array().unwrap();
    let spoken: Vec<_> = words.iter().map(|word| word["spoken"].as_str().unwrap()).collect();
    assert_eq!(spoken, ["It", "cost", "five", "dollars", "."]);
    assert_eq!(words[3]["source"], serde_json::json!([8, 10]));
    assert_eq!(words[3]["origin"], "lexicon");
}

#[test]
fn a_lexicon_of_the_users_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("own.csv");
    std::fs::write(&file, "word,phonemes\nhello,jˈO\n").unwrap();
    let file = file.to_str().unwrap();
    assert_eq!(success(&run(&["phonemize", "--lexicon", file, "Hello."])), "jˈO.\n");
    std::fs::write(file, "word,phonemes\nhello,j⁈\n").unwrap();
    let output = run(&["phonemize", "--lexicon", file, "Hello."]);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr.contains("own.csv") && stderr.contains('2'), "{stderr}");
}

#[test]
fn voices_are_listed_with_gender_grade_and_language() {
    let all = success(&run(&["voices"]));
    assert_eq!(all.lines().count(), 54);
    assert!(all.contains("af_heart         female   A   American English (en-us)\n"), "{all}");
    let british = success(&run(&["voices", "--lang", "b"]));
    assert!(
        british.lines().count() == 8 && british.lines().all(|line| line.contains("British")),
        "{british}"
    );
}

#[test]
fn bench_prints_one_line_of_json() {
    let line = success(&run(&[
        "bench",
        "--phonemes",
        "həlˈO.",
        "--runs",
        "2",
        "--threads",
        "1",
        "--json",
    ]));
    assert_eq!(line.lines().count(), 1);
    let report: serde_json::Value = serde_json::from_str(&line).unwrap();
    let number =
        |name: &str| report[name].as_f64().unwrap_or_else(|| panic!("no {name} in {line}"));
    assert!(number("seconds") > 0.0 && number("load_seconds") > 0.0);
    assert!((number("rtf_x") - number("audio_seconds") / number("seconds")).abs() < 1e-9);
    assert!(!cfg!(target_os = "linux") || number("peak_mb") > 50.0);
    let stages = report["stages"].as_object().unwrap();
    let sum: f64 = stages.values().map(|seconds| seconds.as_f64().unwrap()).sum();
    assert!(sum > 0.0 && sum <= number("seconds"), "{line}");
}

#[test]
fn help_names_every_command() {
    let help = success(&run(&["--help"]));
    for command in ["say", "phonemize", "voices", "bench", "import"] {
        assert!(help.contains(command), "{help}");
        success(&kokoro().args([command, "--help"]).stdout(Stdio::piped()).output().unwrap());
    }
}
