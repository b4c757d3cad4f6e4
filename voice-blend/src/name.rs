//! Names of voices and of files.

/// What files of voices end in.
const EXTENSIONS: [&str; 3] = [".safetensors", ".pt", ".bin"];

/// Whether a name is that of a file: it ends in `.safetensors`, `.pt` or `.bin`.
///
/// ```
/// assert!(voice_blend::is_file("voices/mine.pt"));
/// assert!(!voice_blend::is_file("af_heart"));
/// ```
pub fn is_file(name: &str) -> bool {
    EXTENSIONS.iter().any(|extension| name.ends_with(extension))
}

/// Whether a voice's name may have this character.
pub(crate) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Bytes of the name at the beginning of `text`, without quotes: a file, else a voice; 0 for none.
pub(crate) fn unquoted(text: &str) -> usize {
    let run = text.find(|c: char| c.is_whitespace() || "+,()*\"'".contains(c));
    let run = &text[..run.unwrap_or(text.len())];
    let ends = EXTENSIONS.iter().flat_map(|extension| {
        let after = |(at, _)| at + extension.len();
        run.match_indices(extension).map(after)
    });
    // A path goes on after what looks like its end, as in `a.pt.d/b.pt`.
    let goes_on = |c: char| is_letter(c) || ['.', '/', '\\'].contains(&c);
    let file = ends.filter(|&end| !run[end..].starts_with(goes_on)).min();
    file.filter(|&end| !EXTENSIONS.contains(&&run[..end]))
        .unwrap_or_else(|| text.find(|c| !is_letter(c)).unwrap_or(text.len()))
}

/// A name as a blend can have it: in quotes unless it can stand without them.
pub(crate) fn quoted(name: &str) -> String {
    let digit = name.starts_with(|c: char| c.is_ascii_digit());
    let starts_well = if is_file(name) { !name.starts_with('-') } else { !digit };
    if starts_well && !name.is_empty() && unquoted(name) == name.len() {
        name.into()
    } else {
        format!("\"{}\"", name.replace('"', "\"\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> &str {
        &text[..unquoted(text)]
    }

    #[test]
    fn names_end_where_something_else_begins() {
        assert_eq!(first("af_heart(2)"), "af_heart");
        assert_eq!(first("af_sky.4+b"), "af_sky");
        assert_eq!(first("a-b"), "a");
        assert_eq!(first("語-b"), "語");
        assert_eq!(first(" a"), "");
    }

    #[test]
    fn paths_have_what_names_lack() {
        assert_eq!(first("my-voice.pt"), "my-voice.pt");
        assert_eq!(first("./a.b/c-d.safetensors(2)"), "./a.b/c-d.safetensors");
        assert_eq!(first(r"C:\voices\mine.bin:60,b"), r"C:\voices\mine.bin");
        assert_eq!(first("a.pt.d/b.pt-c"), "a.pt.d/b.pt");
        assert_eq!(first("mine.pt-af_sky"), "mine.pt");
        assert_eq!(first("a.ptx"), "a");
        assert_eq!(first(".pt"), "");
    }

    #[test]
    fn what_cannot_stand_alone_is_quoted() {
        assert_eq!(quoted("af_heart"), "af_heart");
        assert_eq!(quoted("1.pt"), "1.pt");
        assert_eq!(quoted("my voice.pt"), "\"my voice.pt\"");
        assert_eq!(quoted("a\"b"), "\"a\"\"b\"");
        assert_eq!(quoted("1a"), "\"1a\"");
        assert_eq!(quoted("-a.pt"), "\"-a.pt\"");
    }
}
