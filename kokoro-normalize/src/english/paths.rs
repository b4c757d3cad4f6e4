//! Names of files and paths: "notes.txt", "C:\Users\me", "/usr/local/bin", "~/src", ".gitignore".

use crate::cursor::{Cursor, Match};
use crate::english::spell::{self, Separators};
use crate::english::web;
use crate::said::Said;

/// Ends of the names of files. In alphabetical order.
#[rustfmt::skip]
const EXTENSIONS: [&str; 112] = [
    "aac", "apk", "asm", "avi", "bak", "bash", "bat", "bib", "bin", "bmp", "bz2", "c", "cc", "cfg",
    "conf", "config", "cpp", "cs", "css", "csv", "dat", "db", "deb", "dll", "dmg", "doc", "docx",
    "dylib", "env", "epub", "exe", "flac", "gguf", "gif", "gz", "h", "heic", "hpp", "hs", "htm",
    "html", "ico", "ics", "ini", "ipynb", "iso", "jar", "java", "jpeg", "jpg", "js", "json",
    "jsonl", "jsx", "kt", "lock", "log", "lua", "m4a", "md", "mid", "midi", "mkv", "mobi", "mov",
    "mp3", "mp4", "mpeg", "mpg", "odt", "ogg", "onnx", "opus", "otf", "parquet", "patch", "pdf",
    "php", "pickle", "png", "ppt", "pptx", "ps1", "psd", "pth", "py", "rar", "rb", "rpm", "rs",
    "rst", "rtf", "safetensors", "sh", "sql", "srt", "svg", "swift", "tar", "tex", "tgz", "tif",
    "tiff", "tmp", "toml", "ts", "tsv", "tsx", "ttf", "txt", "vue", "wasm",
];

/// More ends of the names of files. In alphabetical order.
const MORE_EXTENSIONS: [&str; 13] =
    ["wav", "webm", "webp", "wma", "wmv", "xls", "xlsx", "xml", "yaml", "yml", "zip", "zsh", "zst"];

/// Folders at the root of a Unix system. In alphabetical order.
const ROOTS: [&str; 13] =
    ["bin", "boot", "dev", "etc", "home", "lib", "mnt", "opt", "root", "srv", "tmp", "usr", "var"];

/// "C:\Users", "/etc/hosts", "notes.txt", ".gitignore".
pub(crate) fn path(cursor: &Cursor<'_>) -> Option<Match> {
    if !web::may_begin(cursor.before()) {
        return None;
    }
    let token = web::token(cursor.rest());
    if token.len() < 3 || !token.contains(['.', '/', '\\']) || !token.is_ascii() {
        return None;
    }
    let known = is_windows(token) || is_unix(token) || is_file_path(token) || is_hidden(token);
    let token = if token.ends_with("://") { return None } else { token };
    known.then(|| {
        let mut said = Said::default();
        say(&mut said, token, cursor);
        Match { len: token.len(), said }
    })
}

/// The parts of a path; "etc" as a folder is said in letters, and a name in capitals is a word.
fn say(said: &mut Said, token: &str, cursor: &Cursor<'_>) {
    let mut rest = token;
    while !rest.is_empty() {
        let end = rest.find(['/', '\\']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        match name {
            "etc" => said.push_letters(name),
            "src" => said.push("source"),
            _ => spell::name(said, name, Separators::Silent, cursor.dialect),
        }
        let separator = &after[..after.len().min(1)];
        let last = after.len() == 1 && separator == "/";
        if !last {
            spell::name(said, separator, Separators::Silent, cursor.dialect);
        }
        rest = &after[separator.len()..];
    }
}

/// "C:\Users\me", "\\server\share", "src\main".
fn is_windows(token: &str) -> bool {
    let bytes = token.as_bytes();
    let drive =
        bytes[0].is_ascii_alphabetic() && bytes[1] == b':' && matches!(bytes[2], b'\\' | b'/');
    let share = token.starts_with("\\\\") && bytes[2].is_ascii_alphanumeric();
    let name = |part: &str| part.bytes().all(is_name) && part.len() > 1;
    let escaped = ["\\n", "\\t", "\\r"].iter().any(|escape| token.contains(escape));
    let relative = token.contains('\\') && !escaped && token.split('\\').all(name);
    drive && !token[3..].starts_with('/') || share || relative
}

/// "/usr/local", "~/src", "./run", "/help".
fn is_unix(token: &str) -> bool {
    let Some(rest) = ["../", "./", "~/", "/"].iter().find_map(|start| token.strip_prefix(start))
    else {
        return false;
    };
    let rooted = token.starts_with('/');
    let name =
        |part: &str| part.bytes().all(|b| is_name(b) || matches!(b, b':' | b'{' | b'}' | b'*'));
    let names = rest.trim_end_matches('/').split('/').all(|part| !part.is_empty() && name(part));
    let first = rest.split('/').next().unwrap_or("");
    let words = first.len() >= 2 && rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '.');
    let known = rest.contains('/') || first.len() > 2 || ROOTS.contains(&first);
    names && (!rooted || words && known)
}

/// "notes.txt", "src/main.rs".
fn is_file_path(token: &str) -> bool {
    let parts = token.split('/').all(|part| part.bytes().all(is_name) && !part.is_empty());
    parts && is_file(token.rsplit('/').next().unwrap_or(""))
}

/// A name with one of the known ends: "archive.tar.gz".
fn is_file(name: &str) -> bool {
    let Some((stem, end)) = name.rsplit_once('.') else { return false };
    let small = end.to_ascii_lowercase();
    let capitals = end == small || !end.contains(|c: char| c.is_ascii_lowercase());
    let known = EXTENSIONS.binary_search(&small.as_str()).is_ok()
        || MORE_EXTENSIONS.binary_search(&small.as_str()).is_ok();
    let named = stem.contains(|c: char| c.is_ascii_alphanumeric());
    let short = end.len() == 1 && (stem.len() < 2 || !stem.bytes().all(|b| b.is_ascii_lowercase()));
    named && known && capitals && !short
}

/// ".gitignore", ".env.local": a name that begins with a full stop.
fn is_hidden(token: &str) -> bool {
    const WORDS: [&str; 9] =
        ["cache", "config", "env", "git", "github", "htaccess", "local", "profile", "ssh"];
    let Some(name) = token.strip_prefix('.') else { return false };
    let first = name.split(['.', '/', '_']).next().unwrap_or("");
    let known = WORDS.contains(&first)
        || first.ends_with("rc")
        || first.ends_with("ignore")
        || first.starts_with("git")
        || first.ends_with("config");
    name.bytes().all(|b| is_name(b) || b == b'/')
        && (known || is_extension(&name.to_ascii_lowercase()))
}

/// Whether a word is the end of the names of files.
fn is_extension(word: &str) -> bool {
    EXTENSIONS.binary_search(&word).is_ok() || MORE_EXTENSIONS.binary_search(&word).is_ok()
}

/// Whether a byte may stand in the name of a file or folder.
fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'+' | b'~' | b'%' | b'@')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::{letters, said};

    #[test]
    fn lists_are_in_order() {
        assert!(EXTENSIONS.is_sorted());
        assert!(MORE_EXTENSIONS.is_sorted());
    }

    #[test]
    fn paths_and_files() {
        for (text, expected) in [
            (
                r"In C:\Users\me\notes.txt.",
                "In C colon backslash Users backslash me backslash notes dot T X T.",
            ),
            (
                "Open /usr/local/bin/run.sh!",
                "Open slash user slash local slash bin slash run dot S H!",
            ),
            ("edit /etc/hosts", "edit slash E T C slash hosts"),
            ("run ./build.sh or ~/src/", "run dot slash build dot S H or tilde slash source"),
            ("foo_bar.py, archive.tar.gz", "foo bar dot P Y, archive dot tar dot G Z"),
            ("README.md and .gitignore", "README dot M D and dot git ignore"),
            ("src/main.rs", "source slash main dot R S"),
            ("type /help now", "type slash help now"),
        ] {
            assert_eq!(said(path, text), expected);
        }
        assert_eq!(letters(path, "data.csv"), ["C S V"]);
    }

    #[test]
    fn no_paths() {
        for text in ["and/or", "1/2 and 3.5", "He left.The end", "TCP/IP", "n/a", "A.c is", "a / b"]
        {
            assert_eq!(said(path, text), text);
        }
    }
}
