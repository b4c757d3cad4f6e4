//! Spanish against what upstream says, and against text of every kind.

#![cfg(feature = "spanish")]

mod support;

use kokoro_text::{Error, Language, Origin, Phonemizer, TextOptions, phonemizer, utterances};
use unicode_normalization::UnicodeNormalization;

use support::{Agreement, assert_linear_time, read};

/// Sentences with the phonemes of misaki 0.9.4 over espeak-ng 1.52; `data/README.md` has more.
const REFERENCE: &str = include_str!("data/es.jsonl");

fn spanish() -> Box<dyn Phonemizer> {
    phonemizer(Language::Spanish).expect("Spanish has a front end")
}

#[test]
fn sentences_are_said_as_upstream_says_them() {
    // Upstream keeps these marks, which the model does not know.
    let compared = |c: char| !"¿¡".contains(c);
    let found = Agreement::with_reference(REFERENCE, spanish().as_ref(), compared);
    assert_eq!(found.exact, found.sentences, "{found}");
}

#[test]
fn words_change_at_their_edges() {
    let spanish = spanish();
    for (text, phonemes) in [
        ("un día", "ˈun dˈia"),
        ("al día", "al ðˈia"),
        ("dos días", "dˈos ðˈias"),
        ("san Pedro", "sˈam pˈeðɾo"),
        ("con gato", "koŋ ɡˈato"),
        ("un joven", "ˈun xˈoβen"),
        ("un gigante", "ˈuŋ xiɣˈante"),
        ("un yate", "ˈun ʤˈate"),
        ("la red es", "la rˈeð ˈes"),
        ("el dueño", "el dwˈeɲo"),
        ("que no, que", "ke nˈo, kˈe"),
    ] {
        assert_eq!(read(text, spanish.as_ref()), phonemes, "{text}");
    }
}

#[test]
fn letters_are_named() {
    let spanish = spanish();
    for (text, phonemes) in [
        ("el DVD de mi casa", "el ðˌeˌuβeðˈe ðe mi kˈasa"),
        ("una ONG ayuda", "ˈuna ˌoˌenexˈe aʝˈuða"),
        ("la NASA sabe mucho", "la nˈasa sˈaβe mˈuʧo"),
        ("EL PERRO CORRE", "el pˈero kˈore"),
        ("el PSOE ha ganado", "el pˈesˈoe ˈa ɣanˈaðo"),
        ("la letra ñ y la w", "la lˈetɾa ˈɛɲe i la ˌuβe ðˈoβle"),
        ("mp3 y B2", "ˌemepˈe tɾˈes i βˈe ðˈos"),
        ("LibreOffice", "lˈiβɾe ˈofis"),
        ("el XHTML de D'Artagnan", "el ˌekisˌaʧetˈeˌemeˈɛle ðe ðˈeaɾtˈaɡnan"),
        ("cmdhist", "θˌeˌemeðˈeˈist"),
    ] {
        assert_eq!(read(text, spanish.as_ref()), phonemes, "{text}");
    }
}

#[test]
fn signs_and_numbers_that_are_left_are_read() {
    let spanish = spanish();
    assert_eq!(read("y/o", spanish.as_ref()), "i βˈara ˈo");
    assert_eq!(read("50% de 007", spanish.as_ref()), "θinkwˈɛnta poɾθjˈɛnto ðe θˈeɾo θˈeɾo sjˈete");
    assert_eq!(read("él dijo 'hola' a Juan", spanish.as_ref()), "ˈel ðˈixo ˈola a xwˈan");
    assert_eq!(read("una (casa 'de noche').", spanish.as_ref()), "ˈuna (kˈasa de nˈoʧe).");
}

#[test]
fn origins_and_hints() {
    let spanish = spanish();
    let spoken = utterances(
        "Hola software [casa](/kˈasa/) DVD, dice",
        spanish.as_ref(),
        &TextOptions::default(),
    );
    let origins = spoken.flatten().flat_map(|utterance| utterance.words).map(|word| word.origin);
    let expected = [
        Origin::Rule,
        Origin::Lexicon,
        Origin::Markup,
        Origin::Letters,
        Origin::Punctuation,
        Origin::Rule,
    ];
    assert_eq!(origins.collect::<Vec<_>>(), expected);
    assert_eq!(read("[casa](-2) de [Ana](/ˈana/)", spanish.as_ref()), "kasa ðe ˈana");
    assert_eq!(read("[de](+2) noche", spanish.as_ref()), "dˈe nˈoʧe");
}

#[test]
fn forms_of_unicode_do_not_matter() {
    let spanish = spanish();
    let text = "La cigüeña voló rápido hacia el ático del señor Ibáñez.";
    let decomposed: String = text.nfd().collect();
    assert_eq!(read(&decomposed, spanish.as_ref()), read(text, spanish.as_ref()));
}

#[test]
fn what_cannot_be_said_is_reported() {
    let spanish = spanish();
    let said = utterances("hola Привет 世界", spanish.as_ref(), &TextOptions::default());
    let said = said.collect::<Result<Vec<_>, Error>>().expect("something is said");
    assert_eq!(said[0].phonemes, "ˈola");
    assert_eq!(said[0].unknown, ["Привет", "世界"]);
}

#[test]
fn time_is_linear_without_spaces() {
    let pieces = ["a", "n", "y", "-", "1", "aA", "é", "¿", "$", "e\u{301}", "(", "x-"];
    assert_linear_time(spanish().as_ref(), &pieces);
}
