//! French against what upstream says, and against text of every kind.

#![cfg(feature = "french")]

mod support;

use kokoro_text::{Error, Language, Origin, Phonemizer, TextOptions, phonemizer, utterances};
use unicode_normalization::UnicodeNormalization;

use support::{Agreement, assert_linear_time, read};

/// Sentences with the phonemes of misaki 0.9.4 over espeak-ng 1.52; `data/README.md` has more.
const REFERENCE: &str = include_str!("data/fr.jsonl");

/// How many of the sentences may be said in another way than upstream says them: a fiftieth. The
/// rules are not upstream's, and a better rule for many words may cost a rare one.
const MAX_WRONG: usize = 1;

fn french() -> Box<dyn Phonemizer> {
    phonemizer(Language::French).expect("French has a front end")
}

#[test]
fn sentences_are_said_as_upstream_says_them() {
    // Upstream joins "dit-il" and "parce que", we join "dit-il".
    let compared = |c: char| !c.is_whitespace();
    let found = Agreement::with_reference(REFERENCE, french().as_ref(), compared);
    assert!(found.sentences - found.exact <= MAX_WRONG, "{found}");
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

#[test]
fn time_is_linear_without_spaces() {
    let pieces = ["a", "s", "ent", "e", "'", "l'", "a-", "\u{301}", "1", "(", "tt", "É", "aA"];
    assert_linear_time(french().as_ref(), &pieces);
}
