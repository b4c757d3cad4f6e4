//! Groups in braces, and the arguments of commands.

/// The length of the group that `text` begins with, from its brace, or from a sign and a brace, to
/// the closing brace.
pub(crate) fn closing(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' | b'[' => open += 1,
            b'}' | b']' => {
                open = open.checked_sub(1)?;
                if open == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// The argument that `text` begins with: a group without its braces, a command or one character;
/// and its length.
pub(crate) fn argument(text: &str) -> (&str, usize) {
    let trimmed = text.trim_start_matches(' ');
    let spaces = text.len() - trimmed.len();
    if trimmed.starts_with('{') {
        return match closing(trimmed) {
            Some(len) => (&trimmed[1..len - 1], spaces + len),
            None => ("", spaces + 1),
        };
    }
    if let Some(name) = trimmed.strip_prefix('\\') {
        let end = name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len());
        return (&trimmed[..1 + end], spaces + 1 + end);
    }
    let len = trimmed.chars().next().map_or(0, char::len_utf8);
    (&trimmed[..len], spaces + len)
}
