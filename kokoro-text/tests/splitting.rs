//! Where texts are divided into utterances: one case a line of `data/splitting.tsv`.

use kokoro_text::{FrontEnds, Language, TextOptions, Utterance, utterances};

const CASES: &str = include_str!("data/splitting.tsv");

/// The written text of each utterance, and what ends with all but the last.
fn divided(text: &str, language: Language, longest: usize, front_ends: &FrontEnds) -> String {
    let mut options = TextOptions::default();
    options.longest = longest;
    let phonemizer = front_ends.get(language).expect("a front end");
    let said: Vec<Utterance> =
        utterances(text, phonemizer, &options).collect::<Result<_, _>>().expect(text);
    let mut written = String::new();
    for (at, utterance) in said.iter().enumerate() {
        assert!(utterance.phonemes.chars().count() <= longest.max(1), "{utterance:?}");
        written += &text[utterance.source()];
        if at + 1 < said.len() {
            let boundary = format!("{:?}", utterance.boundary).to_lowercase();
            written += &format!(" <{boundary}> ");
        }
    }
    written.replace('\n', "\\n")
}

#[test]
fn texts_are_divided_where_a_reader_takes_breath() {
    let front_ends = FrontEnds::default();
    let mut wrong = Vec::new();
    let mut count = 0;
    for case in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let fields: Vec<&str> = case.split('\t').collect();
        let [language, longest, text, expected] = fields[..] else {
            panic!("{case:?} has no four fields")
        };
        let language = language.parse().expect(case);
        let found = divided(
            &text.replace("\\n", "\n"),
            language,
            longest.parse().expect(case),
            &front_ends,
        );
        count += 1;
        if found != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
