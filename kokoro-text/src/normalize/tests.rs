//! What the engine is given for what was typed.

use super::*;

fn text(text: &str) -> String {
    normalize(text).text.trim().to_owned()
}

#[test]
fn plain_text_passes() {
    let plain = "It's 3:45, isn't it? (Yes!) “So” — $5 & 7%.";
    assert_eq!(text(plain), plain);
}

#[test]
fn given_phonemes_are_taken_out() {
    let normalized = normalize("So [Kokoro TTS](/kˈOkəɹO/)'s [x](//) [this](-1) [no](/a");
    assert_eq!(normalized.text, "So Kokoro TTS's x [this](-1) no (/a");
    let given: Vec<_> = normalized
        .given
        .iter()
        .map(|(at, ipa)| (&normalized.text[at.clone()], ipa.as_str()))
        .collect();
    assert_eq!(given, [("Kokoro TTS", "kˈOkəɹO"), ("x", "")]);
}

#[test]
fn symbols_become_words() {
    for (given, read) in [
        ("a=b", "a equals b"),
        ("20°C, 5°", "20 degrees Celsius, 5 degrees"),
        ("¥1,500. $2.3 billion! $5", "1,500 yen. 2.3 billion dollars! $5"),
        ("a - b", "a — b"),
        ("#1 in C# #rust", "number 1 in C sharp hashtag rust"),
        ("10kg, 1 kg. 2.1 GHz", "10 kilograms, 1 kilogram. 2.1 giga hertz"),
        ("2*3", "2 times 3"),
        ("wait -- what", "wait — what"),
        ("don’t", "don't"),
        ("ﬁne Ⅷ Ａ１", "fine VIII A1"),
        ("a\u{a0}b\tc\u{ad}d", "a b cd"),
        ("coöing £ing 1–'ing", "cooing £ ing 1–' ing"),
        ("there ☃. *so* ☃ \"x\" ☃", "there. so \"x\""),
        ("snake_case *bold*", "snake case bold"),
        ("=====", ""),
        ("!!!!!!", "!!!"),
        ("«x» 。", "“x” ."),
    ] {
        assert_eq!(text(given), read, "{given}");
    }
}

#[test]
fn what_cannot_be_said_is_reported() {
    let normalized = normalize("a\u{7} 😀 b\u{200d}");
    assert_eq!(normalized.text, "a b");
    assert_eq!(normalized.removed, ["U+0007", "😀"]);
}

#[test]
fn words_are_bounded() {
    for unit in ["a", "ab-", "'", "x7!", "é", "中"] {
        let normalized = text(&unit.repeat(1000));
        assert!(normalized.split(' ').all(|word| word.len() <= MAX_WORD + 4), "{unit}");
    }
}
