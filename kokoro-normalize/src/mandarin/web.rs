//! Addresses of the web and of mail.

use crate::cursor::{Cursor, Match};
use crate::mandarin::numbers::digits;
use crate::reader::Reader;
use crate::said::Said;

/// Endings of names of hosts that are known as such without "www" or a scheme.
#[rustfmt::skip]
const DOMAINS: &[&str] = &[
    "com", "cn", "org", "net", "edu", "gov", "io", "ai", "co", "uk", "jp", "tw", "hk", "info", "me",
    "app", "dev", "cc", "tv", "top", "xyz", "de", "fr",
];

/// https://www.example.com/a?b=1, example.com, name@example.com.
pub(super) fn address(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '@' | '.' | '/')) {
        return None;
    }
    let rest = cursor.rest();
    let part = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c);
    let len = rest.find(|c| !part(c)).unwrap_or(rest.len());
    let text = rest[..len].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    let scheme =
        ["https://", "http://", "ftp://"].into_iter().find(|scheme| text.starts_with(scheme));
    let named = &text[scheme.map_or(0, str::len)..];
    let host = named.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let mail = host.contains('@') && !host.starts_with('@');
    let domain = host.rsplit('@').next().unwrap_or_default();
    let ending = domain.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let letters = domain.bytes().any(|byte| byte.is_ascii_alphabetic());
    let known = ending.is_some_and(|ending| DOMAINS.contains(&ending.as_str()));
    let is_address = domain.contains('.') && letters && (known || scheme.is_some() || mail);
    (is_address || scheme.is_some() && !host.is_empty())
        .then(|| Match { len: text.len(), said: say(named.trim_end_matches('/')) })
}

/// An address part by part, its signs by their names.
fn say(text: &str) -> Said {
    let mut said = Said::silent();
    let mut reader = Reader::new(text);
    while let Some(next) = reader.peek() {
        if let Some(number) = reader.digits(1..=usize::MAX) {
            said.push(&digits(number));
            continue;
        }
        let rest = reader.rest();
        let len = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let word = &rest[..len];
        if word.eq_ignore_ascii_case("www") {
            said.push_letters(word);
        } else {
            said.push(word);
        }
        reader.at += len;
        if len == 0 {
            said.push(name(next));
            reader.at += next.len_utf8();
        }
    }
    said
}

/// What a sign of an address is called.
fn name(sign: char) -> &'static str {
    match sign {
        '.' => "点",
        '/' => "斜杠",
        '-' => "杠",
        '_' => "下划线",
        '@' => "艾特",
        ':' => "冒号",
        '?' => "问号",
        '=' => "等于",
        '&' => "和",
        '#' => "井号",
        '%' => "百分号",
        '~' => "波浪号",
        '+' => "加",
        _ => "",
    }
}
