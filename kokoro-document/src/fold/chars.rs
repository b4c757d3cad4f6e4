//! What each character stands for.

use unicode_normalization::UnicodeNormalization;

/// White space that Unicode does not count as such: the blanks of Braille and Hangul.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, '\u{2800}' | '\u{3164}' | '\u{ffa0}' | '\u{115f}')
}

/// Whether `c` is not seen: a control, a mark of direction, a joiner, a selector of a form.
pub(crate) fn is_invisible(c: char) -> bool {
    match c {
        '\0'..='\x1f' | '\x7f' => !c.is_whitespace(),
        '\u{81}' | '\u{8d}' | '\u{8f}' | '\u{90}' | '\u{9d}' => true, // nothing in Windows-1252
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' => {
            true
        }
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{20e3}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}' => true,
        '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' => true,
        _ => false,
    }
}

/// Whether the invisible `c` has a meaning between these characters: in an emoji, and in scripts
/// whose letters are joined.
pub(super) fn joins(c: char, last: Option<char>, next: Option<char>) -> bool {
    let Some(last) = last else { return false };
    match c {
        '\u{fe0f}' => is_emoji(last),
        '\u{200d}' if is_emoji(last) || last == '\u{fe0f}' => next.is_some_and(is_emoji),
        '\u{200c}' | '\u{200d}' => {
            let joined = |c: char| matches!(c, '\u{600}'..='\u{fff}' | '\u{1000}'..='\u{109f}');
            joined(last) && next.is_some_and(joined)
        }
        '\u{e0020}'..='\u{e007f}' => matches!(last, '\u{1f3f4}'),
        _ => false,
    }
}

/// Whether `c` is a pictograph (without those that are signs of text first, such as ™).
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{231a}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b05}'..='\u{2b55}'
        | '\u{1f000}'..='\u{1faff}')
}

/// Whether `c` is written without spaces between words, with punctuation of full width.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}'
        | '\u{ff01}'..='\u{ff0f}' | '\u{ff5b}'..='\u{ffdc}' | '\u{20000}'..='\u{3ffff}')
}

/// What a character in fancy dress stands for. None if it is left: because it is plain, or because
/// it is said in its own way (½, ², ①, ℃, №, ™, Ⅳ). `small` says that it stands in a word of small
/// capitals.
pub(super) fn plain(c: char, small: bool, among_ideographs: impl Fn() -> bool) -> Option<String> {
    let compatible = || Some(std::iter::once(c).nfkc().collect());
    if let Some(letter) = small.then(|| small_capital(c)).flatten() {
        return Some(letter.to_string());
    }
    match c {
        '\u{80}'..='\u{9f}' => windows_1252(c).map(String::from),
        'ſ' | 'ŉ' | '\u{132}' | '\u{133}' | '\u{1c4}'..='\u{1cc}' => compatible(),
        '\u{fb00}'..='\u{fb06}' | '\u{1d400}'..='\u{1d7ff}' => compatible(),
        '\u{ffe0}'..='\u{ffe6}' => compatible(),
        '！' | '（' | '）' | '，' | '：' | '；' | '？' | '．' if among_ideographs() => None,
        '\u{ff01}'..='\u{ff5e}' => compatible(),
        'ℂ' | 'ℊ'..='ℓ' | 'ℕ' | 'ℙ'..='ℝ' | 'ℤ' | 'ℨ' | 'ℬ' | 'ℭ' => {
            compatible()
        }
        'ℯ'..='ℱ' | 'ℳ' | 'ℴ' | 'ⅅ'..='ⅉ' => compatible(),
        'Ⓐ'..='ⓩ' | '\u{1f130}'..='\u{1f149}' => compatible(),
        '\u{1f150}'..='\u{1f169}' => letter_from('A', c, '\u{1f150}'),
        '\u{1f170}'..='\u{1f189}' => letter_from('A', c, '\u{1f170}'),
        '‐' | '‑' | '‒' | '﹣' | '⁃' => Some("-".into()),
        '―' | '﹘' => Some("—".into()),
        '⁄' | '∕' => Some("/".into()),
        '‥' => Some("..".into()),
        _ => None,
    }
}

/// The letter as far from `first` as `c` is from `start`.
fn letter_from(first: char, c: char, start: char) -> Option<String> {
    char::from_u32(first as u32 + (c as u32 - start as u32)).map(String::from)
}

/// What the bytes 0x80 to 0x9f are in Windows-1252. As Unicode they are controls that nobody
/// writes: a text that has them was read in the wrong encoding.
fn windows_1252(c: char) -> Option<char> {
    const TABLE: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
    TABLE.chars().nth(c as usize - 0x80).filter(|c| *c != ' ')
}

/// Byte length of the letters at the start of `text` that can be small capitals, and whether they
/// are: one at least is no letter of IPA. Ordinary letters that look the same may stand in it.
pub(super) fn small_capitals(text: &str) -> (usize, bool) {
    if !text.starts_with(|c| small_capital(c).is_some()) {
        return (0, false);
    }
    let inside = |c: char| small_capital(c).is_some() || "cosvwxz".contains(c);
    let word = &text[..text.find(|c| !inside(c)).unwrap_or(text.len())];
    let is_plain = word.chars().any(|c| small_capital(c).is_some() && !is_ipa(c));
    (word.len(), is_plain)
}

fn small_capital(c: char) -> Option<char> {
    const CAPITALS: &str = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ";
    const LETTERS: &str = "abcdefghijklmnopqrstuvwyz";
    let at = CAPITALS.chars().position(|capital| capital == c)?;
    LETTERS.chars().nth(at)
}

/// Whether the small capital `c` is a letter of IPA, too.
fn is_ipa(c: char) -> bool {
    "ʙɢʜɪʟɴʀʏ".contains(c)
}
