//! The International Phonetic Alphabet.

use unicode_normalization::UnicodeNormalization;

/// Letters of the IPA's chart of 2020, older letters still in use, and the letters that Kokoro's
/// phonemes have beside them (`A` for eɪ and so on).
const LETTERS: &str = concat!(
    "pbtdʈɖcɟkɡqɢʔmɱnɳɲŋɴʙrʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟʘǀǃǂǁɓɗʄɠʛʍwɥʜʢʡɕʑɺɧ",
    "iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒɚɝ",
    "ʦʣʧʤʨʥꭧɫᵻᵿɿʅ",
    "AIOQSTWYᵊ",
);

/// Marks that belong to a letter beside them, and stress, length, tone and groups.
const MARKS: &str = "ˈˌːˑʰʲʷˠˤⁿˡ˞ʼᵝ˥˦˧˨˩↓↑↗↘→ꜛꜜ|‖‿. ";

/// The bars that join two letters to one sound.
const TIES: [char; 2] = ['\u{361}', '\u{35c}'];

/// Sounds of two letters that have one of their own.
const JOINED: [(&str, char); 7] =
    [("tʃ", 'ʧ'), ("dʒ", 'ʤ'), ("ts", 'ʦ'), ("dz", 'ʣ'), ("tɕ", 'ʨ'), ("dʑ", 'ʥ'), ("ʈʂ", 'ꭧ')];

/// `text` as plain IPA: what is often typed for its letters (`g`, `:`) becomes them, marks over
/// letters stand behind them, joined letters become one where there is one, and what only divides
/// syllables and groups goes. An error has the characters that are not in the alphabet.
pub(super) fn cleaned(text: &str) -> Result<String, String> {
    let mut unknown = String::new();
    let mut clean = String::with_capacity(text.len());
    let mut tied = false;
    for c in text.chars().flat_map(decomposed) {
        match c {
            '.' | '‿' | '|' | '‖' | '\u{200d}' => {}
            _ if TIES.contains(&c) => tied = true,
            _ if c.is_whitespace() => clean.push(' '),
            _ if is_ipa(c) => {
                push(&mut clean, c, tied);
                tied = false;
            }
            _ if unknown.contains(c) => {}
            _ => unknown.push(c),
        }
    }
    if unknown.is_empty() { Ok(clean.trim().to_owned()) } else { Err(unknown) }
}

/// Appends `c`; if it is `tied` to the letter before it, as one letter with it if there is one.
fn push(text: &mut String, c: char, tied: bool) {
    let last = text.chars().next_back().filter(|_| tied);
    let joined = JOINED.iter().find(|(two, _)| two.chars().eq(last.into_iter().chain([c])));
    match joined {
        Some((_, one)) => {
            text.pop();
            text.push(*one);
        }
        None => text.push(c),
    }
}

fn is_ipa(c: char) -> bool {
    let is_combining = matches!(c, '\u{300}'..='\u{36f}' | '\u{1dc4}'..='\u{1dcb}');
    LETTERS.contains(c) || MARKS.contains(c) || is_combining
}

/// `c` without the mark over it, and the mark. Of ç, which is a letter, itself.
fn decomposed(c: char) -> impl Iterator<Item = char> {
    let plain = match c {
        'g' => 'ɡ',
        '\'' | '’' => 'ˈ',
        ':' => 'ː',
        'ǝ' => 'ə',
        _ => c,
    };
    let whole = (plain == 'ç').then_some(plain);
    let parts = std::iter::once(plain).nfd().filter(move |_| plain != 'ç');
    whole.into_iter().chain(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_ipa() {
        for (text, wanted) in [
            ("təˈmeɪtoʊ", Ok("təˈmeɪtoʊ")),
            (" t͡ʃiːz ", Ok("ʧiːz")),
            ("pɪˈkɑːn.paɪ", Ok("pɪˈkɑːnpaɪ")),
            ("ga'rã:ʒ", Ok("ɡaˈra\u{303}ːʒ")),
            ("ɪç", Ok("ɪç")),
            ("k͡p", Ok("kp")),
            ("kˈOkəɹO", Ok("kˈOkəɹO")),
            ("hə lˈO", Ok("hə lˈO")),
            ("Ж4Ж", Err("Ж4")),
            ("", Ok("")),
        ] {
            let wanted = wanted.map(str::to_owned).map_err(str::to_owned);
            assert_eq!(cleaned(text), wanted, "{text}");
        }
    }
}
