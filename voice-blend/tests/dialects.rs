//! Blends as users of different programs write them, and what is wrong with others.

use voice_blend::{Blend, Error};

/// The terms of a blend, names with weights.
fn terms(text: &str) -> Vec<(String, f32)> {
    let blend: Blend = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
    blend.terms().iter().map(|term| (term.name.clone(), term.weight)).collect()
}

#[track_caller]
fn check(text: &str, expected: &[(&str, f32)]) {
    let expected: Vec<_> = expected.iter().map(|&(name, w)| (name.to_owned(), w)).collect();
    assert_eq!(terms(text), expected, "{text}");
}

#[test]
fn every_dialect() {
    check("af_heart", &[("af_heart", 1.0)]);
    check(" af_heart ", &[("af_heart", 1.0)]);
    check("af_heart(2)", &[("af_heart", 1.0)]);
    check("af_heart(3)+af_bella(1)", &[("af_heart", 0.75), ("af_bella", 0.25)]);
    check("a+b", &[("a", 0.5), ("b", 0.5)]);
    check("a,b,c,d", &[("a", 0.25), ("b", 0.25), ("c", 0.25), ("d", 0.25)]);
    check("a:60,b:40", &[("a", 0.6), ("b", 0.4)]);
    check("0.75*a+0.25*b", &[("a", 0.75), ("b", 0.25)]);
    check("a*3+b*1", &[("a", 0.75), ("b", 0.25)]);
    check(".5*a+.5*b", &[("a", 0.5), ("b", 0.5)]);
    check("af_sky.4+af_nicole.4", &[("af_sky", 0.5), ("af_nicole", 0.5)]);
    check("a.75+b.25", &[("a", 0.75), ("b", 0.25)]);
    check("a(2)-b(1)", &[("a", 2.0), ("b", -1.0)]);
    check("a(3)-b", &[("a", 1.5), ("b", -0.5)]);
    check("a(1)+b(1)-c(1)", &[("a", 1.0), ("b", 1.0), ("c", -1.0)]);
    check("-a+b(3)", &[("a", -0.5), ("b", 1.5)]);
    check(" a ( 3 ) + b ( 1 ) ", &[("a", 0.75), ("b", 0.25)]);
    check("3 * a , b : 1", &[("a", 0.75), ("b", 0.25)]);
    check("a+b+a", &[("a", 2.0 / 3.0), ("b", 1.0 / 3.0)]);
}

#[test]
fn files_among_names() {
    check("my-voice.pt", &[("my-voice.pt", 1.0)]);
    check(
        "voices/1-2.safetensors(3)+af_sky",
        &[("voices/1-2.safetensors", 0.75), ("af_sky", 0.25)],
    );
    check("0.5*1.pt+0.5*2.bin", &[("1.pt", 0.5), ("2.bin", 0.5)]);
}

#[test]
fn files_in_quotes() {
    check(r#""C:\a b.pt"(3) + 'it''s.bin'"#, &[(r"C:\a b.pt", 0.75), ("it's.bin", 0.25)]);
    check("af_heart(2) - my-voice.pt", &[("af_heart", 2.0), ("my-voice.pt", -1.0)]);
    check("my.pt(2)-af_sky", &[("my.pt", 2.0), ("af_sky", -1.0)]);
    check("af_heart-my.pt", &[("af_heart-my.pt", 1.0)]);
}

#[test]
fn errors_have_a_place() {
    let error = |text: &str| text.parse::<Blend>().unwrap_err();
    let unexpected = |text: &str| match error(text) {
        Error::Unexpected { at, found, .. } => (at, found),
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(error(""), Error::Empty);
    assert_eq!(error(" \t"), Error::Empty);
    assert_eq!(unexpected("a+"), (2, None));
    assert_eq!(unexpected("a++b"), (2, Some('+')));
    assert_eq!(unexpected("a b"), (2, Some('b')));
    assert_eq!(unexpected("a(2"), (3, None));
    assert_eq!(unexpected("a/b"), (1, Some('/')));
    assert_eq!(unexpected("2 a"), (2, Some('a')));
    assert_eq!(unexpected("(a+b)"), (0, Some('(')));
    assert_eq!(error("a(x)"), Error::Number { at: 2, found: "x".into() });
    assert_eq!(error("2a"), Error::Number { at: 0, found: "2a".into() });
    assert_eq!(error("a()"), Error::Number { at: 2, found: String::new() });
    assert_eq!(error("a(0)+b"), Error::Weight { at: 2, found: 0.0 });
    assert_eq!(error("a:-1,b"), Error::Weight { at: 2, found: -1.0 });
    assert_eq!(error("a(inf)"), Error::Weight { at: 2, found: f32::INFINITY });
    assert_eq!(error("a(1e99)"), Error::Weight { at: 2, found: f32::INFINITY });
    assert!(matches!(error("a(NaN)"), Error::Weight { at: 2, .. }));
    assert_eq!(error("2*a(3)"), Error::TwoWeights { at: 3 });
    assert_eq!(error("a+\"b"), Error::Quotes { at: 2 });
    assert_eq!(error("''"), Error::Quotes { at: 0 });
    assert_eq!(error("a-b"), Error::Sum { sum: 0.0 });
    assert_eq!(error(&"a+".repeat(100)), Error::TooMany);
}
