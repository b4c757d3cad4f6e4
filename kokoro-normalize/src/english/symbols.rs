//! Signs that are words or nothing: "©", "→", "✓", "&", bullets, box drawing.

use crate::cursor::{Cursor, Match};
use crate::said::Said;

/// Signs with the words that are said for them.
#[rustfmt::skip]
const WORDS: &[(char, &str)] = &[
    ('©', "copyright"), ('®', "registered"), ('™', "trademark"), ('℠', "service mark"),
    ('¶', "paragraph"), ('№', "number"), ('✓', "check"), ('✔', "check"), ('✗', "cross"),
    ('✘', "cross"), ('✖', "cross"), ('♯', "sharp"), ('♭', "flat"), ('℞', "prescription"),
    ('℅', "care of"), ('⌘', "command"), ('⌥', "option"), ('⇧', "shift"), ('⌃', "control"),
    ('⏎', "enter"), ('⌫', "delete"), ('℮', "estimated"),
];

/// A sign that has words, that makes a pause or that is silent.
pub(crate) fn symbol(cursor: &Cursor<'_>) -> Option<Match> {
    let sign = cursor.first().filter(|c| !c.is_ascii())?;
    let len = sign.len_utf8();
    let style = cursor.rest()[len..].starts_with(['\u{fe0e}', '\u{fe0f}']);
    let len = len + if style { '\u{fe0f}'.len_utf8() } else { 0 };
    if sign == '§' {
        return Some(section(cursor));
    }
    if sign == '★' || sign == '☆' {
        return Some(stars(cursor));
    }
    let after = cursor.rest()[len..].trim_start();
    let bullet = cursor.past().trim().is_empty() && !after.is_empty();
    if let Some((_, words)) = WORDS.iter().find(|row| row.0 == sign) {
        let mark = matches!(sign, '✓' | '✔' | '✗' | '✘' | '✖') && bullet;
        let legal = matches!(sign, '®' | '™' | '℠');
        let said = if mark || legal { Said::silent() } else { Said::words(words) };
        return Some(Match { len, said });
    }
    if is_arrow(sign) {
        let behind = cursor.past().trim_end().ends_with(char::is_alphanumeric);
        let inside = behind && !after.is_empty() && cursor.past().ends_with(' ');
        let said = if inside { Said::default().joined(",") } else { Said::silent() };
        return Some(Match { len, said });
    }
    is_silent(sign).then(|| Match { len, said: Said::silent() })
}

/// "§ 5", "§§ 5–7".
fn section(cursor: &Cursor<'_>) -> Match {
    let signs = cursor.rest().chars().take_while(|c| *c == '§').count();
    let words = if signs > 1 { "sections" } else { "section" };
    Match::words(signs * '§'.len_utf8(), words)
}

/// "★★★★☆" is "four out of five stars"; other stars are silent.
fn stars(cursor: &Cursor<'_>) -> Match {
    const NUMBERS: [&str; 6] = ["zero", "one", "two", "three", "four", "five"];
    let count = |text: &str, star: char| text.chars().take_while(|c| *c == star).count();
    let full = count(cursor.rest(), '★');
    let empty = count(&cursor.rest()[full * '★'.len_utf8()..], '☆');
    let len = (full + empty) * '★'.len_utf8();
    if full + empty == 5 {
        return Match::words(len, &format!("{} out of five stars", NUMBERS[full]));
    }
    if empty == 0 && (2..5).contains(&full) {
        return Match::words(len, &format!("{} stars", NUMBERS[full]));
    }
    Match { len, said: Said::silent() }
}

fn is_arrow(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21ff}' | '\u{27f0}'..='\u{27ff}' | '\u{2794}'..='\u{27be}')
        || matches!(c, '\u{2b00}'..='\u{2b11}')
}

/// Bullets, geometric shapes, box drawing, braille patterns, dingbats, private characters, footnote
/// marks, and what only changes how others look.
fn is_silent(c: char) -> bool {
    matches!(
        c,
        '•' | '‣'
            | '◦'
            | '⁃'
            | '∙'
            | '●'
            | '†'
            | '‡'
            | '※'
            | '⁂'
            | '⁕'
            | '·'
            | '¦'
            | '❧'
    ) || matches!(c, '\u{2300}'..='\u{23ff}' | '\u{2500}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}')
        || matches!(c, '\u{2800}'..='\u{28ff}' | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}')
        || matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..='\u{e0fff}')
        || matches!(c, '\u{200d}' | '\u{20e3}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn signs() {
        for (text, expected) in [
            ("© 2020 Acme™", "copyright 2020 Acme"),
            ("File → Save", "File , Save"),
            ("• One ● Two", "One Two"),
            ("Done ✓", "Done check"),
            ("✓ Wash up", "Wash up"),
            ("★★★★☆ It is fine", "four out of five stars It is fine"),
            ("see § 5 and §§ 6", "see section 5 and sections 6"),
            ("word† and ▶ play │", "word and play"),
        ] {
            assert_eq!(said(symbol, text).trim_start(), expected);
        }
    }
}
