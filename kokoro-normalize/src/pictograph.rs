//! Which characters are emoji, by the list of the crate `emojis`.

/// The mark of a picture that is shown as a letter is.
pub(crate) const TEXT_STYLE: char = '\u{fe0e}';
/// The mark of a picture that is shown as an emoji.
pub(crate) const EMOJI_STYLE: char = '\u{fe0f}';
/// What joins pictures to one.
pub(crate) const JOINER: char = '\u{200d}';
const KEYCAP: char = '\u{20e3}';

/// The emoji that `text` begins with, and how many bytes it has when it is repeated: a picture with
/// its style, skin tone and all that is joined to it, a flag or a keycap.
pub(crate) fn repeated(text: &str) -> Option<(&str, usize)> {
    let len = scan(text)?;
    let one = &text[..len];
    let mut end = len;
    while text[end..].starts_with(one) {
        end += len;
    }
    Some((one, end))
}

/// The length of the emoji that `text` begins with.
fn scan(text: &str) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    let (_, first) = chars.next()?;
    if first.is_ascii() {
        let keycap = text[1..].trim_start_matches(EMOJI_STYLE).strip_prefix(KEYCAP)?;
        let key = first.is_ascii_digit() || matches!(first, '#' | '*');
        return key.then(|| text.len() - keycap.len());
    }
    if is_region(first) {
        let second = chars.next().filter(|(_, c)| is_region(*c));
        return Some(second.map_or(first.len_utf8(), |(at, c)| at + c.len_utf8()));
    }
    if !is_picture(first) && !is_tone(first) {
        return None;
    }
    let mut joined = false;
    let mut end = first.len_utf8();
    for (at, c) in chars {
        let style = matches!(c, TEXT_STYLE | EMOJI_STYLE | JOINER | KEYCAP)
            || is_tone(c)
            || matches!(c, '\u{e0020}'..='\u{e007f}');
        if !style && !(joined && (is_picture(c) || !c.is_ascii())) {
            break;
        }
        joined = c == JOINER;
        end = at + c.len_utf8();
    }
    Some(end)
}

fn is_region(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

pub(crate) fn is_tone(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

/// Whether a character is an emoji by itself, and neither a letter, an arrow nor a mark with a
/// reading of its own.
fn is_picture(c: char) -> bool {
    let block = matches!(c, '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}')
        || matches!(c, '\u{2b00}'..='\u{2bff}')
        || matches!(
            c,
            '\u{1f000}'..='\u{1faff}' | '\u{3030}' | '\u{303d}' | '\u{203c}' | '\u{2049}'
        );
    let own = matches!(
        c,
        '✓' | '✔' | '✖' | '✗' | '✘' | '➡' | '⬅' | '⬆' | '⬇' | '★' | '☆' | '‼' | '⁉'
    );
    let plain = matches!(c, '\u{1f000}'..='\u{1faff}') || is_in_list(c);
    block && !own && plain || matches!(c, 'ℹ' | 'Ⓜ' | '㊗' | '㊙')
}

fn is_in_list(c: char) -> bool {
    emojis::get(c.encode_utf8(&mut [0; 4])).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emoji_may_be_repeated() {
        assert_eq!(repeated("😀😀 a"), Some(("😀", 8)));
        assert_eq!(repeated("1 a"), None);
    }
}
