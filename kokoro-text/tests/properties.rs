//! What holds for every text in every language, from what is pasted to phonemes.

use kokoro_text::{
    Error, Format, Language, MAX_PHONEMES, Phonemizer, TextOptions, Utterance, is_symbol,
    phonemizer, utterances,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const FORMATS: [Format; 4] = [Format::Plain, Format::Markdown, Format::Html, Format::Auto];

/// Pieces of text that rules take for something, and that they may take wrongly.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    " ", " ", " ", " ", " ", "\n", "\n\n", "\t", "a", "I", "A", "x", "s", "the", "word", "Word",
    "It", "WORD", "don", "U.S.", "e.g.", "Dr.", "St.", "No.", "etc.", "p.m.", "J.", "iPhone",
    "FBI", "APIs", "IV", "Henry", "1", "0", "7", "42", "1984", "3.14", "1,000", "007", "1st",
    "½", "²", "①", "٣", "４", "Ⅳ", "$", "€", "%", "°C", "km", "kg", "#", "№", "@", "&", "+", "-",
    "–", "—", "−", "/", "\\", "=", "~", "_", "^", "|", "*", "**", "`", ".", ".", ",", ":", ";",
    "!", "?", "...", "…", "?!", "'", "’", "‘", "\"", "“", "”", "„", "«", "»", "「", "」", "(", ")",
    "[", "]", "{", "}", "<", ">", "->", "→", ":)", "<3", "http://", "www.", ".com", ".org/",
    "a@b.c", "C:\\", "main.rs", "()", "::", "é", "ß", "ﬁ", "ñ", "Ω", "µ", "世界", "Привет", "ʻ",
    "ª", "ᴀ", "𝐇", "Ⓐ", "😀", "👍🏽", "❤️", "🇺🇸", "\u{301}", "\u{200b}", "\u{200d}", "\u{ad}",
    "\u{a0}", "\u{202e}", "\u{feff}", "\u{92}", "\0", "- ", "1. ", "> ", "# ", "[1]", "[^1]",
    "&amp;", "<b>", "</p>", "<br>", "***\n", "---\n", "```\n", "$x^2$", "\\frac{1}{2}", "\\n",
    "exam-\n", "said", "n't", "'s", "'ll", "o'", "--", "l'", "d’", "c'è", "qu'", "po'", "¿", "¡",
    "el", "agua", "niño", "vingt", "œuf", "été", "perché", "gli", "não", "coração", "21 ", "1.º",
    "2e ", "14h30", "R$", "XXI", "Sr.", "M. ", "के", "मैं", "ज़", "क्ष", "ं", "्", "१२", "।", "₹",
    "한국", "我", "二", "了", "3个", "2024年", "。", "、", "！", "ー", "っ", "東京", "カタカナ", "ひらがな", "ｶﾅ", "ＡＢ",
    "々", "〇", "％", "℃", "「", "」", "《", "》", "～", "・", "ᄒ", "שלום", "مرحبا", "ไทย",
];

fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(String::from),
        1 => any::<char>().prop_map(String::from),
    ];
    prop_oneof![
        4 => prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat()),
        1 => "\\PC{0,40}",
    ]
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 200,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    }
}

/// All languages of the model.
fn readers() -> Vec<Box<dyn Phonemizer>> {
    Language::ALL.into_iter().filter_map(|language| phonemizer(language).ok()).collect()
}

fn read(text: &str, format: Format, reader: &dyn Phonemizer) -> Result<Vec<Utterance>, Error> {
    let mut options = TextOptions::default();
    options.format = format;
    utterances(text, reader, &options).collect()
}

/// Whether a letter or digit must be read. Modifier letters (ʻ) may be apostrophes.
fn is_read(c: char) -> bool {
    (c.is_alphabetic() || c.is_ascii_digit()) && !matches!(c, '\u{2b0}'..='\u{2ff}')
}

/// What was left out of a text: of one of which nothing is said, all.
fn left_out(read: &Result<Vec<Utterance>, Error>) -> Vec<String> {
    match read {
        Ok(utterances) => {
            utterances.iter().flat_map(|utterance| utterance.unknown.clone()).collect()
        }
        Err(Error::NothingToSay { left_out, .. }) => left_out.clone(),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn words_know_their_places() {
    let readers = readers();
    proptest!(config(), |(text in any_text())| {
        for (format, reader) in FORMATS.iter().flat_map(|f| readers.iter().map(move |r| (*f, r))) {
            let read = read(&text, format, reader.as_ref());
            left_out(&read);
            let mut before = 0;
            for utterance in read.into_iter().flatten() {
                let symbols = utterance.phonemes.chars().count();
                prop_assert!(symbols > 0 && symbols <= MAX_PHONEMES);
                prop_assert!(utterance.phonemes.chars().all(is_symbol), "{}", utterance.phonemes);
                prop_assert_eq!(utterance.phonemes.trim(), utterance.phonemes.as_str());
                prop_assert!(!utterance.phonemes.contains("  "), "{}", utterance.phonemes);
                prop_assert_eq!(utterance.sources.len(), symbols);
                let mut end = 0;
                for word in &utterance.words {
                    prop_assert!(before <= word.source.start, "{format}: {word:?} {before}");
                    prop_assert!(text.get(word.source.clone()).is_some(), "{word:?}");
                    before = word.source.start;
                    prop_assert!(!word.symbols.is_empty() && end <= word.symbols.start);
                    prop_assert!(word.symbols.end <= symbols);
                    prop_assert_eq!(&utterance.sources[word.symbols.start], &word.source);
                    end = word.symbols.end;
                }
            }
        }
    });
}

/// Silent are, on purpose: marks of footnotes ("[1]", "²"), "\\n", emoticons and the "https" of
/// addresses. The signs that these need are taken out.
#[test]
fn every_letter_and_digit_of_plain_text_is_said_or_reported() {
    let readers = readers();
    proptest!(config(), |(text in any_text())| {
        let text = text.replace(['²', '[', '\\', ':', ';', '<', '^', '='], "");
        for reader in &readers {
            let read = read(&text, Format::Plain, reader.as_ref());
            let unknown = left_out(&read);
            let mut said = vec![false; text.len()];
            for utterance in read.into_iter().flatten() {
                for word in utterance.words {
                    said[word.source].fill(true);
                }
            }
            for (at, c) in text.char_indices().filter(|(_, c)| is_read(*c)) {
                prop_assert!(
                    said[at] || unknown.iter().any(|unknown| unknown.contains(c)),
                    "{}: {c:?} at {at} of {text:?}, {unknown:?}",
                    reader.language()
                );
            }
        }
    });
}
