//! What the variables say.

use kokoro::Language;

use super::*;

fn read(variables: &[(&str, &str)]) -> Environment {
    let owned = |&(name, value): &(&str, &str)| (name.to_owned(), value.to_owned());
    Environment::read(variables.iter().map(owned))
}

#[test]
fn what_both_servers_have_is_taken_over() {
    let found = read(&[
        ("HOST", "0.0.0.0"),
        ("port", "8881"),
        ("DEFAULT_VOICE", "bf_emma"),
        ("DEFAULT_VOICE_CODE", "b"),
        ("DEFAULT_VOLUME_MULTIPLIER", "1.5"),
        ("CORS_ORIGINS", "[\"https://a.org\", \"https://b.org\"]"),
        ("API_LOG_LEVEL", "WARNING"),
        ("MAX_INPUT_LENGTH", "5000"),
        ("ALLOW_LOCAL_VOICE_SAVING", "True"),
        ("PATH", "/bin"),
    ]);
    let expected = Environment {
        host: Some("0.0.0.0".into()),
        port: Some(8881),
        voice: Some("bf_emma".into()),
        language: Some(Language::BritishEnglish),
        volume: Some(1.5),
        origins: Some(vec!["https://a.org".into(), "https://b.org".into()]),
        log_level: Some(LogLevel::Warn),
        longest_text: Some(5000),
        combining: Some(true),
        notes: Vec::new(),
    };
    assert_eq!(found, expected);
    assert_eq!(read(&[]), Environment::default());
}

#[test]
fn pages_may_ask_if_the_variables_say_so() {
    let all = ("CORS_ENABLED", "true");
    assert_eq!(read(&[all]).origins, Some(vec!["*".into()]));
    let one = ("CORS_ORIGINS", "[\"https://a.org\"]");
    assert_eq!(read(&[one, all]).origins, Some(vec!["https://a.org".into()]));
    assert_eq!(read(&[one, ("CORS_ENABLED", "0")]).origins, Some(Vec::new()));
}

#[test]
fn what_cannot_be_used_is_told() {
    let notes = |name, value| read(&[(name, value)]).notes;
    assert_eq!(read(&[("HOST", "my-laptop")]).host, None);
    for (name, value) in [
        ("HOST", "my-laptop"),
        ("PORT", "80000"),
        ("DEFAULT_VOICE_CODE", "x"),
        ("DEFAULT_VOLUME_MULTIPLIER", "-1"),
        ("CORS_ENABLED", "maybe"),
        ("CORS_ORIGINS", "https://a.org"),
        ("API_LOG_LEVEL", "LOUD"),
        ("USE_GPU", "true"),
        ("VOICES_DIR", "/app/voices"),
    ] {
        let found = notes(name, value);
        assert!(found.len() == 1 && found[0].contains(name), "{name}: {found:?}");
    }
    assert!(notes("PORT", "").is_empty() && notes("TEMP_FILE_DIR", "/tmp").is_empty());
}
