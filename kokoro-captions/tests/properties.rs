//! What holds for every text and whatever is said of it.

use kokoro_captions::{
    Boundary, Cue, CueOptions, Cues, SpokenWord, SubtitleFormat, Subtitles, WrittenWord,
    WrittenWords,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use unicode_width::UnicodeWidthStr;

mod support;

use support::{RATE, file};

/// Samples of a millisecond.
const MS: u64 = RATE as u64 / 1000;

const PIECES: &[&str] = &[
    "word",
    "a",
    "Ärger",
    "don't",
    "$100",
    "40–60",
    "言葉",
    "東",
    "한글",
    "हिन्दी",
    "😀",
    "e\u{301}",
    "<b>",
    "-->",
    "&",
    "&amp;",
    "\"",
    "“",
    "”",
    "«",
    "»",
    "(",
    ")",
    "「",
    "。",
    ",",
    ".",
    "?",
    "—",
    "-",
    "'",
    "/",
    "\u{a0}",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "\u{feff}",
    "\u{200b}",
    "internationalization-of-everything-that-there-is",
];

/// A text of pieces, with spaces between many of them.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![2 => Just(" "), 3 => prop::sample::select(PIECES)];
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

/// What happens in a speech.
#[derive(Debug, Clone)]
enum Event {
    /// Something is said: how many bytes on its source begins, how long it is; the same for time.
    Word {
        skip: usize,
        length: usize,
        pause: u64,
        time: u64,
    },
    Mark,
    End(Boundary),
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let times = prop_oneof![4 => 0..24_000u64, 1 => Just(0u64), 1 => 0..200_000u64];
    let word = (0..12usize, 0..12usize, prop_oneof![3 => Just(0u64), 1 => 0..80_000u64], times);
    let event = prop_oneof![
        9 => word.prop_map(|(skip, length, pause, time)| Event::Word { skip, length, pause, time }),
        2 => Just(Event::Mark),
        1 => Just(Event::End(Boundary::Sentence)),
        1 => Just(Event::End(Boundary::Paragraph)),
    ];
    prop::collection::vec(event, 0..100)
}

/// The written words, what was said in order, and the end of the sound. Sources overlap, touch and
/// divide characters.
fn said(text: &str, events: &[Event]) -> (Vec<WrittenWord>, Vec<String>, u64) {
    let mut words = WrittenWords::new(text);
    let (mut given, mut spoken) = (Vec::new(), Vec::new());
    let (mut at, mut now) = (0usize, 0);
    for event in events {
        match event {
            Event::Word { skip, length, pause, time } => {
                let start = (at + skip).saturating_sub(3);
                at = start + length;
                let name = format!("s{}", spoken.len());
                let start_time = now + pause;
                now = start_time + time;
                given.extend(words.push(&SpokenWord {
                    spoken: &name,
                    phonemes: &name,
                    time: start_time..now,
                    source: start..at,
                }));
                spoken.push(name);
            }
            Event::Mark => words.punctuation(at..at + 1),
            Event::End(boundary) => words.end(*boundary),
        }
    }
    given.extend(words.finish());
    (given, spoken, now)
}

fn check_words(text: &str, words: &[WrittenWord], spoken: &[String], end: u64) {
    let (mut byte, mut time, mut sentence) = (0, 0, (0, 0));
    let mut names = Vec::new();
    for word in words {
        assert!(byte <= word.bytes.start && word.bytes.start < word.bytes.end);
        assert_eq!(&text[word.bytes.clone()], word.word);
        assert_eq!(word.word.trim(), word.word);
        assert!(!word.display.word.contains(char::is_control));
        let before = &text[..word.bytes.start];
        let chars = before.chars().count();
        assert_eq!(word.chars, chars..chars + word.word.chars().count());
        let utf16 = before.encode_utf16().count();
        assert_eq!(word.utf16, utf16..utf16 + word.word.encode_utf16().count());
        let outer = &word.display.bytes;
        assert!(byte <= outer.start && outer.start <= word.bytes.start);
        assert!(word.bytes.end <= outer.end && text.get(outer.clone()).is_some());
        assert!(time <= word.start && word.start <= word.end && word.end <= end);
        assert!(sentence <= (word.paragraph, word.sentence));
        (byte, time, sentence) = (outer.end, word.end, (word.paragraph, word.sentence));
        assert_eq!(word.spoken, word.phonemes);
        names.extend(word.spoken.split(' ').map(str::to_owned));
    }
    assert!(words.is_empty() || names == spoken, "{names:?} of {spoken:?}");
}

fn check_cues(words: &[WrittenWord], cues: &[Cue], options: &CueOptions, end: u64) {
    let shown: Vec<_> = cues.iter().flat_map(|cue| cue.words.clone()).collect();
    assert_eq!(shown, words);
    let mut before = 0;
    // A cue of words without length is a millisecond, which may move those after it.
    let moved = cues.iter().filter(|cue| cue.end - cue.start <= MS).count() as u64 * MS;
    for cue in cues {
        let first = &cue.words[0];
        assert!(first.start <= cue.start && cue.start <= first.start + moved);
        assert!(cue.start >= before && cue.end >= cue.start + MS && cue.end <= end + moved);
        let gap = cue.start - before;
        assert!(gap == 0 || gap >= 80 * MS || moved > 0 || before == 0, "a gap of {gap}");
        before = cue.end;
        assert!(cue.words.iter().all(|word| word.paragraph == first.paragraph));
        let covered: Vec<_> = cue.lines.iter().cloned().flatten().collect();
        assert_eq!(covered, (0..cue.words.len()).collect::<Vec<_>>());
        assert_eq!(cue.text().count(), cue.lines.len());
        if cue.words.len() > 1 {
            assert!(cue.end - cue.start <= options.longest_ms * MS + moved);
            assert!(cue.lines.len() <= options.lines);
        }
        for (text, line) in cue.text().zip(&cue.lines) {
            assert!(text.width() <= options.columns || line.len() == 1, "{text:?}");
            assert!(!text.is_empty() && !text.contains('\n'));
        }
    }
}

/// The times of words within cues are in order and within the cue's.
fn check_word_times(vtt: &str) {
    for cue in vtt.split("\n\n").filter(|cue| cue.contains(" --> ")) {
        let (times, text) = cue.split_once('\n').expect("a cue of WebVTT");
        let (start, end) = times.split_once(" --> ").expect("a cue of WebVTT");
        let mut last = start;
        for tag in text.split('<').skip(1) {
            let (time, _) = tag.split_once('>').expect("a cue of WebVTT");
            assert!(last < time && time < end, "{cue}");
            last = time;
        }
        assert!(start < end && !text.contains("-->"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(1),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn words_are_in_order_and_complete(text in text(), events in events()) {
        let (words, spoken, end) = said(&text, &events);
        check_words(&text, &words, &spoken, end);
    }

    #[test]
    fn cues_are_in_order_and_complete(
        text in text(),
        events in events(),
        columns in prop_oneof![Just(42usize), 1..60usize],
        lines in prop_oneof![Just(2usize), 1..4usize],
        tail in 0..48_000u64,
    ) {
        let (words, _, end) = said(&text, &events);
        let mut options = CueOptions::default();
        (options.columns, options.lines) = (columns, lines);
        let mut cues = Cues::new(RATE, options.clone());
        let mut given: Vec<Cue> = words.iter().flat_map(|word| cues.push(word)).collect();
        given.extend(cues.finish(end + tail));
        check_cues(&words, &given, &options, end + tail);
        check_word_times(&file(
            &mut Subtitles::new(SubtitleFormat::WebVttWords, RATE, options),
            &words,
        ));
    }
}

#[test]
fn time_is_linear() {
    let text = "Some words ".repeat(20_000);
    let words = support::read(&text); // one sentence that never ends
    assert_eq!(words.len(), 40_000);
    let mut cues = Cues::new(RATE, CueOptions::default());
    let mut given: Vec<Cue> = words.iter().flat_map(|word| cues.push(word)).collect();
    given.extend(cues.finish(u64::MAX));
    assert_eq!(given.iter().map(|cue| cue.words.len()).sum::<usize>(), words.len());
}

#[test]
fn odd_options_do_not_fail() {
    let words = support::read("One two, three. Four.");
    let mut options = CueOptions::default();
    (options.columns, options.lines, options.columns_per_second) = (0, 0, 0);
    (options.shortest_ms, options.longest_ms, options.gap_ms) = (u64::MAX, 0, u64::MAX);
    for rate in [0, 1, RATE, u32::MAX] {
        let mut subtitles = Subtitles::new(SubtitleFormat::WebVtt, rate, options.clone());
        assert!(file(&mut subtitles, &words).contains("three."));
    }
}
