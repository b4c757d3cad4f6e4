//! The markup of a word in a text: `[Kokoro](/kˈOkəɹO/)` gives its phonemes, `[that](-1)` its
//! stress.
//!
//! The syntax is that of misaki's `en.py` (`LINK_REGEX`).

/// The word and the feature of a `[word](feature)` at the start of `text`, if there is one.
pub(crate) fn markup(text: &[char]) -> Option<(&[char], &[char])> {
    let (word, rest) = enclosed(text, '[', ']')?;
    let (feature, _) = enclosed(rest, '(', ')')?;
    (!word.is_empty()).then_some((word, feature))
}

/// What stands between `open`, with which `text` begins, and the next `close`; and what follows.
fn enclosed(text: &[char], open: char, close: char) -> Option<(&[char], &[char])> {
    let inside = text.strip_prefix(&[open])?;
    let end = inside.iter().position(|c| *c == close)?;
    Some((&inside[..end], &inside[end + 1..]))
}

/// Whether the feature sets the stress of a word, as in `[that](-1)`; the engine reads it.
pub(crate) fn is_stress(feature: &[char]) -> bool {
    let feature: String = feature.iter().collect();
    matches!(
        feature.as_str(),
        "-2" | "-1" | "-0.5" | "0" | "0.5" | "+0.5" | "1" | "+1" | "2" | "+2"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_and_feature_are_found() {
        let parse = |text: &str| {
            let text: Vec<char> = text.chars().collect();
            markup(&text).map(|(word, feature)| (word.iter().collect(), feature.iter().collect()))
        };
        let found =
            |word: &str, feature: &str| Some::<(String, String)>((word.into(), feature.into()));
        assert_eq!(parse("[a b](/x/) c"), found("a b", "/x/"));
        assert_eq!(parse("[a]()"), found("a", ""));
        for other in ["", "[", "[]", "[](/x/)", "[a]", "[a] (b)", "[a](b", "a[b](c)"] {
            assert_eq!(parse(other), None, "{other}");
        }
    }

    #[test]
    fn stress_is_a_small_number() {
        let is = |feature: &str| is_stress(&feature.chars().collect::<Vec<_>>());
        assert!(is("-1") && is("+0.5") && !is("") && !is("-1 ") && !is("/x/"));
    }
}
