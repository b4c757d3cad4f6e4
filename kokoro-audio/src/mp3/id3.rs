//! Tags in ID3v2.4 (<https://id3.org/id3v2.4.0-structure>), in UTF-8.

use crate::tags::{Field, Tags};

/// The tag; nothing if there is nothing to say.
pub(super) fn tag(tags: &Tags) -> Vec<u8> {
    let three_letters = tags.language_of_three_letters();
    let mut frames = Vec::new();
    for (field, value) in tags.fields() {
        match field {
            Field::Title => frame(&mut frames, b"TIT2", "", &value),
            Field::Artist => frame(&mut frames, b"TPE1", "", &value),
            Field::Album => frame(&mut frames, b"TALB", "", &value),
            // A comment has a language, and a description, which is empty here.
            Field::Comment => frame(&mut frames, b"COMM", &format!("{three_letters}\0"), &value),
            Field::Language => frame(&mut frames, b"TLAN", "", &three_letters),
        }
    }
    if frames.is_empty() {
        return frames;
    }
    let mut tag = b"ID3\x04\0\0".to_vec();
    tag.extend(syncsafe(frames.len()));
    tag.extend(frames);
    tag
}

fn frame(out: &mut Vec<u8>, name: &[u8; 4], before: &str, text: &str) {
    const UTF_8: u8 = 3;
    out.extend(name);
    out.extend(syncsafe(1 + before.len() + text.len()));
    out.extend([0, 0, UTF_8]); // no flags
    out.extend(before.as_bytes());
    out.extend(text.as_bytes());
}

/// 28 bits, seven in each byte.
fn syncsafe(size: usize) -> [u8; 4] {
    [21, 14, 7, 0].map(|shift| (size >> shift) as u8 & 0x7f)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_as_long_as_it_says() {
        assert_eq!(tag(&Tags::default()), []);
        let title = "x".repeat(300);
        let tag = tag(&Tags { title: Some(title), ..Tags::default() });
        // 300 + 1 + 10 = 311 = 2 · 128 + 55
        assert_eq!(tag[..10], [b'I', b'D', b'3', 4, 0, 0, 0, 0, 2, 55]);
        assert_eq!(tag.len(), 10 + 311);
        assert_eq!(&tag[10..14], b"TIT2");
        assert_eq!(tag[14..18], [0, 0, 2, 45]); // 301 = 2 · 128 + 45
    }
}
