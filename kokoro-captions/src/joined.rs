//! Whether two words that were read apart are written as one.

/// Signs that join two parts of one written word: "well-known", "and/or", "l'homme", "a_b".
const JOINERS: [char; 18] = [
    '-', '\u{2010}', '\u{2011}', '–', '−', '\'', '’', '/', '_', '.', ':', '@', '&', '+', '=', '·',
    '%', '#',
];

/// Whether `left` and `right`, of which neither is empty and between which `between` stands, are
/// one written word: at most one sign that joins stands between them, no white space, and neither
/// touches the other with a character that stands for itself.
pub(crate) fn are_one_word(left: &str, between: &str, right: &str) -> bool {
    let mut signs = between.chars().filter(|c| !is_invisible(*c));
    let joined = match (signs.next(), signs.next()) {
        (None, _) => true,
        (Some(sign), None) => JOINERS.contains(&sign),
        _ => false,
    };
    let alone = |c: Option<char>| c.is_none_or(stands_alone);
    joined && !alone(left.chars().next_back()) && !alone(right.chars().next())
}

/// Soft hyphen, zero-width joiners and non-joiners, word joiner.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}')
}

/// Whether `c` is of a script that has no spaces between words (Chinese, Japanese, Thai, Lao,
/// Burmese, Khmer), so that words which touch are words all the same; or a pictograph.
fn stands_alone(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2600}'..='\u{27bf}' | '\u{2e80}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
        | '\u{1f000}'..='\u{1faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_one_is_one_word() {
        for (left, between, right) in
            [("and", "/", "or"), ("l'", "", "homme"), ("x", "=", "y"), ("co", "\u{ad}", "op")]
        {
            assert!(are_one_word(left, between, right), "{left}{between}{right}");
        }
        for (left, between, right) in [
            ("a", " ", "b"),
            ("a", "—", "b"),
            ("a", "...", "b"),
            ("a", "**", "b"),
            ("a", "<b>", "b"),
            ("去", "", "Apple"),
            ("100", "", "円"),
            ("東京", "", "で"),
            ("hi", "", "😀"),
        ] {
            assert!(!are_one_word(left, between, right), "{left}{between}{right}");
        }
    }
}
