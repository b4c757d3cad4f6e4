//! Names of programs and in programs: "C++", "Node.js", "foo_bar", "main()".

use crate::cursor::{Cursor, Match};
use crate::english::spell::{self, Separators};
use crate::english::{abbreviations, neighbours};
use crate::said::Said;

/// Names with signs, as people say them: what is written, words, and letters after them.
const NAMES: [(&str, &str, &str, &str); 9] = [
    ("C#", "", "C", "sharp"),
    ("c#", "", "C", "sharp"),
    ("F#", "", "F", "sharp"),
    ("J#", "", "J", "sharp"),
    ("Notepad++", "Notepad", "", "plus plus"),
    ("ASP.NET", "", "ASP", "dot net"),
    ("VB.NET", "", "VB", "dot net"),
    (".NET", "dot net", "", ""),
    ("A#", "", "A", "sharp"),
];

/// "C#": "C sharp".
pub(crate) fn named(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    if !neighbours::may_begin(cursor.before()) {
        return None;
    }
    if let [letter, b'+', b'+', after @ ..] = rest.as_bytes()
        && letter.is_ascii_alphabetic()
        && !after.first().is_some_and(|b| b.is_ascii_alphabetic() || *b == b'+')
    {
        return Some(Match { len: 3, said: Said::letters(&rest[..1]).then("plus plus") });
    }
    let row = NAMES.iter().find(|row| rest.starts_with(row.0));
    if let Some((written, word, letters, after)) = row {
        let ends = !rest[written.len()..].starts_with(|c: char| c.is_alphanumeric());
        let said = Said::words(word).then_letters(letters).then(after);
        return ends.then_some(Match { len: written.len(), said });
    }
    script(rest)
}

/// "Node.js": "Node J S"; a name with a capital and this end is no file.
fn script(rest: &str) -> Option<Match> {
    let word = neighbours::leading_letters(rest);
    let digits = rest[word.len()..].bytes().take_while(u8::is_ascii_digit).count();
    let after = rest[word.len() + digits..].strip_prefix(".js")?;
    let ends = !after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '/'));
    let named = neighbours::is_capitalized(word) && (digits > 0 || neighbours::is_title_case(word));
    let len = word.len() + digits + 3;
    let said = if digits == 0 {
        Said::words(word).then_letters("JS")
    } else {
        let mut said = Said::default();
        spell::name(
            &mut said,
            &rest[..word.len() + digits],
            Separators::Silent,
            crate::Dialect::American,
        );
        said.then_letters("JS")
    };
    (ends && named).then_some(Match { len, said })
}

/// "foo_bar", "MAX_VALUE", "parseName()", "std::string": names of programs as words.
pub(crate) fn identifier(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    if !neighbours::may_begin(cursor.before()) && cursor.before() != Some('.') {
        return None;
    }
    let sign = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut len = rest.find(|c: char| !sign(c)).unwrap_or(rest.len());
    while let Some(member) = rest[len..].strip_prefix("::").or(rest[len..].strip_prefix("->")) {
        let more = member.find(|c: char| !sign(c)).unwrap_or(member.len());
        if more == 0 || len == 0 {
            break;
        }
        len = rest.len() - member.len() + more;
    }
    let name = &rest[..len];
    let call = rest[len..].starts_with("()");
    let bare = name.trim_matches('_');
    let letters = bare.contains(|c: char| c.is_ascii_alphabetic());
    let joined = bare.contains('_') || bare.contains(':') || bare.contains('>');
    let known = letters && (joined || call || bare.len() < name.len() || is_camel_case(bare));
    if !known || rest[len..].starts_with(['@', '\'', '’']) {
        return None;
    }
    let mut said = Said::default();
    for part in bare.split(['_', ':', '-', '>']) {
        parts(&mut said, part, cursor);
    }
    Some(Match { len: if call { len + 2 } else { len }, said })
}

/// "user.name", "process.exitCode": words that begin with small letters, with full stops between.
/// An abbreviation does not begin them.
pub(crate) fn dotted_name(cursor: &Cursor<'_>) -> Option<Match> {
    let rest = cursor.rest();
    if !neighbours::may_begin(cursor.before()) {
        return None;
    }
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
    let name = &rest[..rest.find(|c: char| !sign(c)).unwrap_or(rest.len())];
    let name = name.trim_end_matches('.');
    let (after, parts_of) = (&rest[name.len()..], || name.split('.'));
    let small = |part: &str| part.len() > 1 && part.starts_with(|c: char| c.is_ascii_lowercase());
    let known = abbreviations::is_abbreviation(parts_of().next()?);
    let named = parts_of().count() > 1 && parts_of().all(small) && !known;
    if !named || after.starts_with(|c: char| c.is_alphanumeric() || c == '@') {
        return None;
    }
    let mut said = Said::default();
    for (at, part) in parts_of().enumerate() {
        if at > 0 {
            said.push("dot");
        }
        part.split('_').for_each(|word| parts(&mut said, word, cursor));
    }
    Some(Match { len: if after.starts_with("()") { name.len() + 2 } else { name.len() }, said })
}

/// "parseJSONFile" in words. What is written in capitals is not spelled if it can be said.
fn parts(said: &mut Said, part: &str, cursor: &Cursor<'_>) {
    let capitals = part.len() > 1 && !part.contains(|c: char| c.is_ascii_lowercase());
    if capitals {
        return spell::name(said, &part.to_ascii_lowercase(), Separators::Silent, cursor.dialect);
    }
    let mut rest = part;
    while !rest.is_empty() {
        let small = rest.find(|c: char| c.is_ascii_lowercase()).unwrap_or(rest.len());
        let next = rest[small..].find(|c: char| c.is_ascii_uppercase()).map(|at| small + at);
        let end = next.unwrap_or(rest.len());
        spell::name(said, &rest[..end], Separators::Silent, cursor.dialect);
        rest = &rest[end..];
    }
}

/// "myValue", "getUserName": a small word and then words with capitals; or three with capitals.
/// "iPhone", "macOS", "YouTube" are names that people write so.
fn is_camel_case(name: &str) -> bool {
    let small = name.bytes().take_while(u8::is_ascii_lowercase).count();
    let rest = &name[small..];
    let humps = rest.bytes().filter(u8::is_ascii_uppercase).count();
    let lower = rest.bytes().filter(u8::is_ascii_lowercase).count();
    let letters = name.bytes().all(|b| b.is_ascii_alphabetic());
    let spaced = !rest.as_bytes().windows(2).any(|two| two.iter().all(u8::is_ascii_uppercase));
    let product = ["watch", "mac", "i", "e", "web", "air"].contains(&&name[..small]);
    letters && spaced && !product && lower >= 2 * humps && (small > 1 && humps > 0 || humps > 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::testing::said;

    #[test]
    fn names_with_signs() {
        for (text, expected) in [
            ("C++, C# and F#.", "C plus plus, C sharp and F sharp."),
            (".NET and Node.js", "dot net and Node J S"),
            ("C+", "C+"),
        ] {
            assert_eq!(said(named, text), expected);
        }
    }

    #[test]
    fn identifiers() {
        for (text, expected) in [
            ("Run main() now", "Run main now"),
            ("foo_bar and MAX_VALUE", "foo bar and max value"),
            ("call getUserName()", "call get User Name"),
            ("the myValue field", "the my Value field"),
            ("std::string", "S T D string"),
            ("__init__", "init"),
        ] {
            assert_eq!(said(identifier, text), expected);
        }
        for text in
            ["iPhone and macOS", "YouTube, McDonald", "a-b and x->", "well (yes)", "_ and __"]
        {
            assert_eq!(said(identifier, text), text);
        }
    }
}
