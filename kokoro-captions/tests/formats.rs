//! Whole files in each format.

use kokoro_captions::{
    Boundary, CueOptions, SpeechMarks, SubtitleFormat, Subtitles, WordsJson, WrittenWord,
    WrittenWords,
};

mod support;

use support::Say::{As, End, Mark, Word};
use support::{RATE, file, read, written};

fn price() -> (&'static str, Vec<WrittenWord>) {
    let text = "Né à <5 & $100. \"Oui\".";
    let says = [
        Word("Né"),
        Word("à"),
        As("<5", &["moins", "cinq"]),
        As("&", &["et"]),
        As("$100", &["cent", "dollars"]),
        Mark("."),
        End(Boundary::Sentence),
        Word("Oui"),
        Mark("."),
    ];
    (text, written(WrittenWords::new(text), text, &says))
}

fn subtitles(format: SubtitleFormat, words: &[WrittenWord]) -> String {
    file(&mut Subtitles::new(format, RATE, CueOptions::default()), words)
}

#[test]
fn json_has_every_word_with_its_places() {
    let words = file(&mut WordsJson::new(RATE), &price().1);
    let json: serde_json::Value = serde_json::from_str(&words).unwrap();
    assert_eq!(json["sample_rate"], 24_000);
    assert_eq!(json["words"].as_array().unwrap().len(), 6);
    let line = "{\"word\": \"$100\", \"start\": 1.500, \"end\": 2.100, \"char_start\": 10, \
                \"char_end\": 14, \"byte_start\": 12, \"byte_end\": 16, \"utf16_start\": 10, \
                \"utf16_end\": 14, \"spoken\": \"cent dollars\", \"phonemes\": \"x x\", \
                \"sentence\": 0},";
    assert_eq!(words.lines().nth(5), Some(line));
    let empty = file(&mut WordsJson::new(RATE), &[]);
    assert_eq!(empty, "{\"sample_rate\": 24000, \"words\": [\n]}\n");
    assert!(serde_json::from_str::<serde_json::Value>(&empty).is_ok());
}

#[test]
fn web_captions_escape_and_time_each_word() {
    let (_, words) = price();
    assert_eq!(
        subtitles(SubtitleFormat::WebVtt, &words),
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.600\nNé à &lt;5 &amp; $100. \"Oui\".\n\n"
    );
    assert_eq!(
        subtitles(SubtitleFormat::WebVttWords, &words),
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.600\nNé <00:00:00.300>à <00:00:00.600>&lt;5 \
         <00:00:01.200>&amp; <00:00:01.500>$100. <00:00:02.300>\"Oui\".\n\n"
    );
    assert_eq!(subtitles(SubtitleFormat::WebVtt, &[]), "WEBVTT\n\n");
}

#[test]
fn subrip_numbers_its_cues() {
    let words = read(
        "This first sentence is long enough that it has a cue of its own here. After it comes a \
         <i>second --> one, which is said as well.",
    );
    let text = subtitles(SubtitleFormat::Srt, &words);
    let expected = [
        "1",
        "00:00:00,000 --> 00:00:04,500",
        "This first sentence is long enough",
        "that it has a cue of its own here.",
        "",
        "2",
        "00:00:04,700 --> 00:00:08,200",
        "After it comes a <\u{200b}i>second → one,",
        "which is said as well.",
        "",
    ];
    assert_eq!(text.lines().collect::<Vec<_>>(), expected);
    assert_eq!(subtitles(SubtitleFormat::Srt, &[]), "");
}

#[test]
fn lyrics_have_a_line_a_cue() {
    assert_eq!(subtitles(SubtitleFormat::Lrc, &read("So it goes.")), "[00:00.00]So it goes.\n");
}

#[test]
fn speech_marks_are_in_order_of_time() {
    let (text, words) = price();
    let mut marks = SpeechMarks::new(text, RATE);
    marks.mark("begin", 0, 0..0);
    marks.mark("later", 50_000, 16..17);
    marks.mark("last", 99_000, 24..24);
    let lines = file(&mut marks, &words);
    let expected = [
        "{\"time\":0,\"type\":\"ssml\",\"start\":0,\"end\":0,\"value\":\"begin\"}",
        "{\"time\":0,\"type\":\"sentence\",\"start\":0,\"end\":17,\"value\":\"Né à <5 & $100.\"}",
        "{\"time\":0,\"type\":\"word\",\"start\":0,\"end\":3,\"value\":\"Né\"}",
        "{\"time\":300,\"type\":\"word\",\"start\":4,\"end\":6,\"value\":\"à\"}",
        "{\"time\":600,\"type\":\"word\",\"start\":7,\"end\":9,\"value\":\"<5\"}",
        "{\"time\":1200,\"type\":\"word\",\"start\":10,\"end\":11,\"value\":\"&\"}",
        "{\"time\":1500,\"type\":\"word\",\"start\":12,\"end\":16,\"value\":\"$100\"}",
        "{\"time\":2083,\"type\":\"ssml\",\"start\":16,\"end\":17,\"value\":\"later\"}",
        "{\"time\":2300,\"type\":\"sentence\",\"start\":18,\"end\":24,\"value\":\"\\\"Oui\\\".\"}",
        "{\"time\":2300,\"type\":\"word\",\"start\":19,\"end\":22,\"value\":\"Oui\"}",
        "{\"time\":4125,\"type\":\"ssml\",\"start\":24,\"end\":24,\"value\":\"last\"}",
    ];
    assert_eq!(lines.lines().collect::<Vec<_>>(), expected);
}
