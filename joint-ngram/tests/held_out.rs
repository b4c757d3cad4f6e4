//! A model that is trained here and now on a small part of a lexicon guesses the rest of it.

use joint_ngram::{Model, Settings, train};

/// Words of misaki's American gold lexicon; `data/README.md` says which.
const SAMPLE: &str = include_str!("data/us_gold_sample.tsv");
/// The first words of the sample are held out.
const HELD_OUT: usize = 300;

/// The errors in a guess: the edit distance of its symbols.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let above = row.clone();
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = above[j] + usize::from(x != *y);
            row[j + 1] = changed.min(row[j] + 1).min(above[j + 1] + 1);
        }
    }
    row[b.len()]
}

#[test]
fn words_that_were_held_out_are_guessed() {
    let words: Vec<(&str, &str)> =
        SAMPLE.lines().filter_map(|line| line.split_once('\t')).collect();
    let (held_out, known) = words.split_at(HELD_OUT);
    let mut settings = Settings::default();
    settings.order = 6;
    let packed = train(known, &settings).expect("the words can be aligned");
    let model = Model::new(&packed).expect("it was packed just now");
    let (mut wrong, mut all) = (0, 0);
    for (word, phonemes) in held_out {
        let guess = model.pronounce(word).expect("they are letters from a to z");
        assert!(guess.matches('ˈ').count() <= 1, "{word}: {guess}");
        wrong += distance(&guess, phonemes);
        all += phonemes.chars().count();
    }
    let rate = wrong as f64 / all as f64;
    assert!(rate < 0.20, "{rate} of the symbols are wrong");
}

#[test]
fn the_same_words_give_the_same_bytes() {
    let words: Vec<(&str, &str)> =
        SAMPLE.lines().filter_map(|line| line.split_once('\t')).take(500).collect();
    let packed = train(&words, &Settings::default()).expect("the words can be aligned");
    let again = train(&words, &Settings::default()).expect("the words can be aligned");
    assert!(packed == again);
}
