//! Tags in a text that change who speaks and how fast: `[voice:af_bella(2)+af_sky]`, `[rate:1.2]`.

use std::ops::Range;

/// What a tag says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Tag<'a> {
    /// Who speaks from here on.
    Voice(&'a str),
    /// How fast, against the voice's own rate.
    Rate(f32),
}

/// The tags of a text with their bytes, in order. What is no tag, such as `[voice:]` or
/// `[rate:fast]`, is text.
pub(crate) fn tags(text: &str) -> impl Iterator<Item = (Range<usize>, Tag<'_>)> {
    text.match_indices('[').filter_map(|(at, _)| {
        let inside = &text[at + 1..];
        // No name or number has a bracket in it, so that no byte is looked at twice.
        let length = inside.bytes().position(|byte| !is_inside(byte))?;
        let end = inside[length..].starts_with(']').then_some(at + length + 2)?;
        Some((at..end, tag(&inside[..length])?))
    })
}

/// Whether a byte may stand between the brackets of a tag.
fn is_inside(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b":_+-(). ".contains(&byte)
}

fn tag(inside: &str) -> Option<Tag<'_>> {
    let (name, value) = inside.split_once(':')?;
    let value = value.trim();
    if name.eq_ignore_ascii_case("voice") {
        return is_voice(value).then_some(Tag::Voice(value));
    }
    let is_number = value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && value.starts_with(|c: char| c.is_ascii_digit())
        && value.ends_with(|c: char| c.is_ascii_digit());
    if name.eq_ignore_ascii_case("rate") && is_number {
        return value.parse().ok().filter(|rate: &f32| rate.is_finite()).map(Tag::Rate);
    }
    None
}

/// Whether a text can be a voice in a tag: letters, digits and `_`, then also `+ - ( ) .` and
/// spaces.
pub(crate) fn is_voice(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_')
        && text.bytes().all(|byte| byte != b':' && is_inside(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_a_place_and_a_value() {
        let text = "[voice:af_bella(2)+af_sky] Hi. [RATE: 1.2 ]So [Voice: am_adam ]…";
        let found: Vec<_> = tags(text).map(|(range, tag)| (&text[range], tag)).collect();
        let expected = [
            ("[voice:af_bella(2)+af_sky]", Tag::Voice("af_bella(2)+af_sky")),
            ("[RATE: 1.2 ]", Tag::Rate(1.2)),
            ("[Voice: am_adam ]", Tag::Voice("am_adam")),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_no_tag_is_text() {
        for text in [
            "[voice:] [voice] [voice:é] [voice:(x)] [voice:a:b] [voice:a",
            "[rate:] [rate:fast] [rate:-1] [rate:.5] [rate:1.] [rate:1.2.3] [rate:1e3]",
            "[pause:1s] [word](/wˈɜɹd/) [x] voice:a]",
            "[voice:[voice:",
        ] {
            assert_eq!(tags(text).count(), 0, "{text}");
        }
        assert_eq!(tags("[voice:[voice:a]").count(), 1);
    }

    #[test]
    fn a_megabyte_of_brackets_takes_linear_time() {
        for piece in ["[", "[voice:", "[voice:a", "[voice:a]", "[rate:1.", "]["] {
            let _ = tags(&piece.repeat(1_000_000 / piece.len())).count();
        }
    }
}
