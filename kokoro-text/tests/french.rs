//! French against what upstream says, and against text of every kind.

#![cfg(feature = "french")]

use std::time::Instant;

use kokoro_text::{
    Error, Language, Normalization, Origin, Phonemizer, TextOptions, phonemizer, utterances,
};
use unicode_normalization::UnicodeNormalization;

/// Sentences with the phonemes of misaki 0.9.4 over espeak-ng 1.52; `data/README.md` has more.
const REFERENCE: &str = include_str!("data/fr.jsonl");

/// How many of the sentences may be said in another way than upstream says them: a fiftieth. The
/// rules are not upstream's, and a better rule for many words may cost a rare one.
const MAX_WRONG: usize = 1;

fn french() -> Box<dyn Phonemizer> {
    phonemizer(Language::French).expect("French has a front end")
}

/// The phonemes of a text, its sentences joined, as upstream writes them: without numbers as words.
fn read(text: &str, french: &dyn Phonemizer) -> String {
    let mut options = TextOptions::default();
    options.normalization = Normalization::Off;
    let said: Result<Vec<_>, _> = utterances(text, french, &options).collect();
    let said = said.expect("no error").into_iter().map(|utterance| utterance.phonemes);
    said.collect::<Vec<_>>().join(" ")
}

/// Words and marks without spaces: upstream joins "dit-il" and "parce que", we join "dit-il".
fn compared(phonemes: &str) -> String {
    phonemes.nfd().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn sentences_are_said_as_upstream_says_them() {
    let french = french();
    let mut wrong = Vec::new();
    for line in REFERENCE.lines() {
        let case: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let field = |name: &str| case[name].as_str().expect(name);
        let said = read(field("text"), french.as_ref());
        if compared(&said) != compared(field("phonemes")) {
            wrong.push(format!("{}\n  {said}\n  {}", field("text"), field("phonemes")));
        }
    }
    assert!(wrong.len() <= MAX_WRONG, "{}", wrong.join("\n"));
}

#[test]
fn words_change_beside_others() {
    let french = french();
    for (text, phonemes) in [
        ("les amis", "lez amˈi"),
        ("mon fils aîné", "mɔ̃ fˈis ɛnˈe"),
        ("les fils de soie", "le fˈil də swˈa"),
        ("ils président la séance", "il pʁezˈid la seˈɑ̃s"),
        ("le président parle", "lə pʁezidˈɑ̃ pˈaʁl"),
        ("le week-end au parking", "lə wˈiːkˈɛnd o pˈɑːkɪŋ"),
        ("les héros", "le eʁˈo"),
        ("les hommes", "lez ˈɔm"),
        ("un grand homme", "œ̃ ɡʁˈɑ̃t ˈɔm"),
        ("il est arrivé", "il ɛt aʁivˈe"),
        ("fichiers ou pages", "fiʃjˈe u pˈaʒ"),
        ("ils sont venus", "il sɔ̃ vənˈy"),
        ("les chats sont venus", "le ʃˈa sˈɔ̃ vənˈy"),
        ("nous portions", "nu pɔʁtjˈɔ̃"),
        ("les portions", "le pɔʁsjˈɔ̃"),
        ("tous les jours", "tu le ʒˈuʁ"),
        ("six amis, six chats, six", "sˈiz amˈi, sˈi ʃˈa, sˈis"),
        ("neuf ans", "nˈœv ˈɑ̃"),
        ("dit-il", "dˈitˈil"),
        ("puis-je", "pyˈiʒ"),
        ("prends-en un", "pʁˈɑ̃zɑ̃n ˈœ̃"),
    ] {
        assert_eq!(read(text, french.as_ref()), phonemes.nfd().to_string(), "{text}");
    }
}

#[test]
fn spelling_does_not_matter() {
    let french = french();
    for (one, other) in [
        ("l'œuf", "L’ŒUF"),
        ("déjà vu", "de\u{301}ja\u{300} vu"),
        ("le cœur", "LE CŒUR"),
        ("allez-vous", "allez\u{2011}vous"),
        ("Łodz, Ångstrom", "Lodz, Angstrom"),
    ] {
        assert_eq!(read(one, french.as_ref()), read(other, french.as_ref()), "{one}");
    }
}

#[test]
fn letters_digits_and_signs() {
    let french = french();
    for (text, phonemes) in [
        ("la SNCF", "la ˌɛsˌɛnsˌeˈɛf"),
        ("y", "iɡʁˈɛk"),
        ("3 chats & 21", "tʁwˈa ʃˈaz e vˈɛ̃t e ˈœ̃"),
        ("5 %", "sˈɛ̃k puʁsˈɑ̃"),
        ("A4", "a kˈatʁ"),
    ] {
        assert_eq!(read(text, french.as_ref()), phonemes.nfd().to_string(), "{text}");
    }
    assert_eq!(french.sign_name('«'), Some("guillemet ouvrant"));
}

#[cfg(feature = "english")]
#[test]
fn english_words_are_read_in_british_english() {
    let french = french();
    assert_eq!(read("le network", french.as_ref()), "lə nˈɛtwɜːk");
    assert_eq!(read("un shampoing", french.as_ref()), "œ\u{303} ʃɑ\u{303}pwˈɛ\u{303}");
}

#[test]
fn origins_and_hints() {
    let french = french();
    let spoken =
        utterances("les [amis](/amˈi/) TGV monsieur", french.as_ref(), &TextOptions::default());
    let words = spoken.flatten().flat_map(|utterance| utterance.words);
    let origins: Vec<_> = words.map(|word| word.origin).collect();
    assert_eq!(origins, [Origin::Rule, Origin::Markup, Origin::Letters, Origin::Lexicon]);
    assert_eq!(read("les [amis](/amˈi/)", french.as_ref()), "lez amˈi");
    assert_eq!(read("[maison](-2) rouge", french.as_ref()), "mɛzɔ\u{303} ʁˈuʒ");
    assert_eq!(read("[est](+2) rouge", french.as_ref()), "ˈɛ ʁˈuʒ");
}

#[test]
fn what_cannot_be_said_is_reported() {
    let french = french();
    let said = utterances("Bonjour Привет", french.as_ref(), &TextOptions::default());
    let said = said.collect::<Result<Vec<_>, Error>>().expect("something is said");
    assert_eq!(said[0].phonemes, "bɔ\u{303}ʒˈuʁ");
    assert_eq!(said[0].unknown, ["Привет"]);
}

/// The time of four times as much text is about four times as long, with room for a busy machine.
#[test]
fn time_is_linear_without_spaces() {
    let french = french();
    for piece in ["a", "s", "ent", "e", "'", "l'", "a-", "\u{301}", "1", "(", "tt", "É", "aA"] {
        let seconds = |count: usize| {
            let text = piece.repeat(count);
            let start = Instant::now();
            utterances(&text, french.as_ref(), &TextOptions::default()).for_each(drop);
            start.elapsed().as_secs_f64()
        };
        let (short, long) = (seconds(4_000), seconds(16_000));
        assert!(long < 12.0 * short + 0.5, "{piece:?}: {short:.3} s, then {long:.3} s");
    }
}
