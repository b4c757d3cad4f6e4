//! Brazilian Portuguese against what upstream says, and against text of every kind.

#![cfg(feature = "portuguese")]

mod support;

use kokoro_text::{Error, Language, Origin, Phonemizer, TextOptions, phonemizer, utterances};
use unicode_normalization::UnicodeNormalization;

use support::{Agreement, assert_linear_time, read};

/// Sentences with the phonemes of misaki 0.9.4 over espeak-ng 1.52; `data/README.md` has more.
const REFERENCE: &str = include_str!("data/pt_br.jsonl");

/// The most errors in 100 phonemes. All these sentences are said as upstream says them; of ten
/// thousand others, 97 in 100 are, with 0.1 errors in 100 phonemes.
const MAX_ERROR_RATE: f64 = 0.0;

fn portuguese() -> Box<dyn Phonemizer> {
    phonemizer(Language::BrazilianPortuguese).expect("Portuguese has a front end")
}

#[test]
fn sentences_are_said_as_upstream_says_them() {
    let compared = |c: char| !c.is_whitespace() && !".;:,!?—…\"()“”".contains(c);
    let found = Agreement::with_reference(REFERENCE, portuguese().as_ref(), compared);
    assert!(found.error_rate <= MAX_ERROR_RATE, "{found}");
}

/// Words with what upstream says of them alone.
#[test]
fn words_are_said_as_upstream_says_them() {
    let portuguese = portuguese();
    for (word, phonemes) in [
        ("gostosa", "ɡˌostˈɔzæ"),
        ("gostoso", "ɡˌostˈozʊ"),
        ("beleza", "bˌelˈezæ"),
        ("exame", "ˌezˈɐ\u{303}my"),
        ("táxi", "tˈaksi"),
        ("próximo", "prˈɔsimʊ"),
        ("enxada", "ˌAŋʃˈadæ"),
        ("frequência", "frˌekwˈAŋsjæ"),
        ("quilo", "kˈilʊ"),
        ("português", "pˌoɾətuɡˈes"),
        ("órgãos", "ˈɔɾəɡɐ\u{303}ʊ\u{303}s"),
        ("disse-lhe", "ʤˈisyʎˈy"),
        ("guarda-chuva", "ɡwˈaɾədæʃˈuvæ"),
        ("facto", "fˈaktʊ"),
    ] {
        assert_eq!(read(word, portuguese.as_ref()), phonemes, "{word}");
    }
}

#[test]
fn neighbours_are_heard() {
    let portuguese = portuguese();
    for (text, phonemes) in [
        ("os amigos", "ʊz ˌæmˈiɡʊs"),
        ("os homens", "ʊs ˈomAŋs"),
        ("os gatos", "ʊz ɡˈatʊs"),
        ("mar azul", "mˈaɾ azˈuw"),
        ("de água", "ʤj ˈaɡwæ"),
        ("quatro amigos", "kwˈatrw ˌæmˈiɡʊs"),
        ("o amigo", "u ˌæmˈiɡʊ"),
        ("a casa à noite", "a kˈaz ˌaː nˈoɪʧy"),
        ("o controle", "ʊ kˌoŋtrˈoly"),
        ("eu controle", "eʊ kˌoŋtrˈɔly"),
        ("o jogo", "ʊ ʒˈoɡʊ"),
        ("eu jogo", "eʊ ʒˈɔɡʊ"),
        ("para que eles", "pˌaɾækj ˈelys"),
        ("esse ano", "ˌesi ˈɐ\u{303}nʊ"),
        ("por que não", "por ke nˈɐ\u{303}ʊ\u{303}"),
    ] {
        assert_eq!(read(text, portuguese.as_ref()), phonemes, "{text}");
    }
}

#[test]
fn capitals_and_letters() {
    let portuguese = portuguese();
    assert_eq!(read("A CASA", portuguese.as_ref()), "a kˈazæ");
    assert_eq!(read("o FBI e a ONU", portuguese.as_ref()), "ʊ ˌɛfybˌeˈi i a ˈonu");
    assert_eq!(read("século XX", portuguese.as_ref()), "sˈɛkulʊ vˈiŋʧy");
    assert_eq!(read("5 gatos", portuguese.as_ref()), "sˈiŋkʊ ɡˈatʊs");
    assert_eq!(read("em 1822", portuguese.as_ref()), "ˈAŋ mˈiʊ ˈoɪtʊsˈAŋtʊzi vˈiŋʧyidˈoɪs");
    assert_eq!(read("o SELinux", portuguese.as_ref()), "ʊ ˌɛsyˈɛ lˈinʊks");
    assert_eq!(read("os CDs", portuguese.as_ref()), "ʊs sˌedˌeˈɛsy");
}

#[test]
fn origins_and_hints() {
    let portuguese = portuguese();
    let spoken =
        utterances("eu [vi](/vˈi/) gatos da FIFA", portuguese.as_ref(), &TextOptions::default());
    let words = spoken.flatten().flat_map(|utterance| utterance.words);
    let origins: Vec<_> = words.map(|word| word.origin).collect();
    assert_eq!(origins[..3], [Origin::Lexicon, Origin::Markup, Origin::Rule]);
    assert_eq!(read("[gatos](-2) aqui", portuguese.as_ref()), "ɡatʊz akˈi");
}

#[test]
fn forms_of_unicode_do_not_matter() {
    let portuguese = portuguese();
    let text = "A nação não é só coração.";
    let decomposed: String = text.nfd().collect();
    assert_eq!(read(text, portuguese.as_ref()), read(&decomposed, portuguese.as_ref()));
}

#[test]
fn what_cannot_be_said_is_reported() {
    let portuguese = portuguese();
    let said = utterances("bom dia Привет", portuguese.as_ref(), &TextOptions::default());
    let said = said.collect::<Result<Vec<_>, Error>>().expect("something is said");
    assert_eq!(said[0].phonemes, "bˈoŋ ʤˈiæ");
    assert_eq!(said[0].unknown, ["Привет"]);
}

#[test]
fn time_is_linear_without_spaces() {
    let pieces = ["a", "x", "ex", "l", "que", "ão", "i", "1", "-a", "aB", "(", "'a", "\u{303}"];
    assert_linear_time(portuguese().as_ref(), &pieces);
}
