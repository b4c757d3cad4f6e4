//! The name under which a client saves a file.

/// The longest name, without its extension.
const LONGEST: usize = 100;

/// The name that a client asks for, as a plain file name with the extension of the file that is
/// kept. Without a name that can be used, it is that of the file.
///
/// Whatever is not a letter, a digit, `.`, `_` or `-` is one `_`; the ends have none of these.
pub(crate) fn download_name(wanted: Option<&str>, file: &str) -> String {
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    let mut name = String::new();
    for c in wanted.unwrap_or_default().chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '_' | '-' => name.push(c),
            _ if name.ends_with('_') => {}
            _ => name.push('_'),
        }
    }
    let name = name.trim_matches(['.', '_', '-']);
    let name = name.rsplit_once('.').filter(|(_, end)| is_extension(end)).map_or(name, |(n, _)| n);
    let name = if name.is_empty() { stem } else { &name[..name.len().min(LONGEST)] };
    if extension.is_empty() { name.to_owned() } else { format!("{name}.{extension}") }
}

/// Whether the end of a name is an extension and no part of a number or date.
fn is_extension(end: &str) -> bool {
    (1..=5).contains(&end.len()) && end.starts_with(|c: char| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain() {
        for (wanted, expected) in [
            (None, "5f.mp3"),
            (Some(""), "5f.mp3"),
            (Some("..."), "5f.mp3"),
            (
                Some("af_bella_2026-08-01T12-30-00.000Z.mp3"),
                "af_bella_2026-08-01T12-30-00.000Z.mp3",
            ),
            (Some("af_bella+af_sky"), "af_bella_af_sky.mp3"),
            (Some("report.wav"), "report.mp3"),
            (Some("../../etc/passwd"), "etc_passwd.mp3"),
            (Some("bad\";\r\nname"), "bad_name.mp3"),
            (Some("é"), "5f.mp3"),
            (Some("v1.2"), "v1.2.mp3"),
        ] {
            assert_eq!(download_name(wanted, "5f.mp3"), expected, "{wanted:?}");
        }
        assert_eq!(download_name(Some(&"x".repeat(200)), "5f.mp3").len(), 104);
    }
}
