use super::*;
use crate::written::Display;

const RATE: u32 = 1000;

/// Words of one sentence, each with its time; white space divides them.
fn words(sentence: usize, text: &str, times: &[(u64, u64)]) -> Vec<WrittenWord> {
    let words = text.split(' ').zip(times).map(|(word, (start, end))| {
        let display = Display { word: word.into(), space: true, ..Display::default() };
        WrittenWord { start: *start, end: *end, sentence, display, ..WrittenWord::default() }
    });
    words.collect()
}

/// Words that follow each other, each `length` long.
fn steady(sentence: usize, text: &str, start: u64, length: u64) -> Vec<WrittenWord> {
    let count = text.split(' ').count() as u64;
    let times: Vec<_> =
        (0..count).map(|n| (start + n * length, start + (n + 1) * length)).collect();
    words(sentence, text, &times)
}

fn cues(words: &[WrittenWord], audio_end: u64) -> Vec<Cue> {
    let mut cues = Cues::new(RATE, CueOptions::default());
    let mut given: Vec<_> = words.iter().flat_map(|word| cues.push(word)).collect();
    given.extend(cues.finish(audio_end));
    given
}

fn texts(cues: &[Cue]) -> Vec<String> {
    cues.iter().map(|cue| cue.text().collect::<Vec<_>>().join("|")).collect()
}

fn times(cues: &[Cue]) -> Vec<(u64, u64)> {
    cues.iter().map(|cue| (cue.start, cue.end)).collect()
}

#[test]
fn a_sentence_is_divided_at_its_clauses() {
    let text = "When the old man had walked as far as the gate, he stopped, looked back at the \
                house in which he had been born, and went on.";
    let cues = cues(&steady(0, text, 0, 300), 9000);
    assert_eq!(
        texts(&cues),
        [
            "When the old man had walked as|far as the gate, he stopped,",
            "looked back at the house in which|he had been born, and went on."
        ]
    );
}

#[test]
fn short_sentences_are_shown_together() {
    let mut both = steady(0, "Yes.", 0, 300);
    both.extend(steady(1, "I do.", 500, 300));
    assert_eq!(texts(&cues(&both, 2000)), ["Yes. I do."]);
    for word in &mut both[1..] {
        word.paragraph = 1;
    }
    let apart = cues(&both, 2000);
    assert_eq!(texts(&apart), ["Yes.", "I do."]);
    assert_eq!(times(&apart), [(0, 420), (500, 1500)]);
}

#[test]
fn a_cue_stays_until_it_is_read_if_there_is_room() {
    let mut both = steady(0, "One two three.", 0, 100);
    both.extend(steady(1, "Four five six seven eight.", 5000, 300));
    assert_eq!(times(&cues(&both, 6600)), [(0, 1000), (5000, 6500)]);
    let mut near = steady(0, "One two three four five six.", 0, 250);
    near.extend(steady(1, "Four five six seven eight.", 1550, 300));
    assert_eq!(times(&cues(&near, 3100)), [(0, 1550), (1550, 3050)]);
    assert_eq!(times(&cues(&steady(0, "One.", 0, 100), 700)), [(0, 700)]);
}

#[test]
fn a_long_pause_divides_a_sentence() {
    let times = [(0, 900), (900, 1800), (4800, 5700), (5700, 6600)];
    assert_eq!(
        texts(&cues(&words(0, "one two three four", &times), 7000)),
        ["one two", "three four"]
    );
}

#[test]
fn wide_characters_fill_lines_sooner() {
    let mut characters = steady(0, &["字"; 60].join(" "), 0, 200);
    for word in &mut characters {
        word.display.space = false;
    }
    let cues = cues(&characters, 12_000);
    let lines: Vec<_> = cues.iter().flat_map(Cue::text).map(|line| line.chars().count()).collect();
    assert_eq!(lines, [15; 4]);
}

#[test]
fn words_without_length_are_shown_for_a_moment() {
    let still = words(0, "one", &[(5, 5)]);
    assert_eq!(times(&cues(&still, 5)), [(5, 6)]);
    assert_eq!(times(&cues(&[], 5)), []);
}
