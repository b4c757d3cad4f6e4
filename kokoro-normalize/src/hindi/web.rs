//! Addresses of the internet, of mail and of files, part by part.

use super::context::begins;
use super::number::digits;
use super::{letters, numbers};
use crate::cursor::{Cursor, Match};

/// The words that are said as such. All others are spelled, so that they can be written down.
const WORDS: &[(&str, &str)] = &[
    ("gmail", "जीमेल"),
    ("yahoo", "याहू"),
    ("hotmail", "हॉटमेल"),
    ("outlook", "आउटलुक"),
    ("google", "गूगल"),
    ("youtube", "यूट्यूब"),
    ("facebook", "फ़ेसबुक"),
    ("twitter", "ट्विटर"),
    ("instagram", "इंस्टाग्राम"),
    ("whatsapp", "व्हाट्सऐप"),
    ("github", "गिटहब"),
    ("wikipedia", "विकिपीडिया"),
    ("amazon", "अमेज़ोन"),
    ("flipkart", "फ्लिपकार्ट"),
    ("live", "लाइव"),
    ("green", "ग्रीन"),
    ("com", "कॉम"),
    ("org", "ऑर्ग"),
    ("net", "नेट"),
    ("info", "इन्फो"),
    ("in", "इन"),
    ("co", "को"),
    ("home", "होम"),
    ("desktop", "डेस्कटॉप"),
    ("users", "यूज़र्स"),
    ("downloads", "डाउनलोड्स"),
    ("documents", "डॉक्युमेंट्स"),
    ("data", "डेटा"),
    ("blog", "ब्लॉग"),
    ("news", "न्यूज़"),
    ("about", "अबाउट"),
    ("search", "सर्च"),
    ("mail", "मेल"),
    ("help", "हेल्प"),
    ("shop", "शॉप"),
    ("address", "एड्रेस"),
    ("apache", "अपाची"),
];

/// What ends the name of a host or of a file.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "com", "org", "net", "info", "in", "edu", "gov", "co", "io", "uk", "us", "html", "php", "pdf",
    "jpg", "png", "csv", "txt", "doc", "docx", "xlsx", "zip", "mp3", "mp4",
];

/// An address or a path.
pub(super) fn address(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !begins(cursor) || cursor.before().is_some_and(|c| matches!(c, '/' | '.' | '@' | '-')) {
        return None;
    }
    let rest = cursor.rest();
    let end = rest
        .find(|c: char| !(c.is_ascii_graphic() || digits(c.encode_utf8(&mut [0; 4])).is_some()));
    if end == Some(0) {
        return None;
    }
    let token = rest[..end.unwrap_or(rest.len())]
        .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '\'']);
    is_address(token).then(|| Match::words(token.len(), &spoken(token)))
}

/// Whether a run of signs of ASCII is an address.
fn is_address(token: &str) -> bool {
    let starts =
        |prefix: &str| token.get(..prefix.len()).is_some_and(|s| s.eq_ignore_ascii_case(prefix));
    if ["http://", "https://", "www."].into_iter().any(starts) {
        return true;
    }
    let parts: Vec<&str> = token.split('.').collect();
    let is_host = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_@+".contains(&b))
    };
    let host = token.split('/').next().unwrap_or_default();
    let ending = host.rsplit('.').next().unwrap_or_default();
    let named = host.contains('.')
        && host.split('.').all(is_host)
        && host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && ENDINGS.contains(&ending.to_ascii_lowercase().as_str());
    let numbered = parts.len() == 4
        && parts
            .iter()
            .all(|part| part.len() <= 3 && digits(part).is_some_and(|(len, _)| len == part.len()));
    let mut chars = token.chars();
    let drive = (chars.next(), chars.next(), chars.next());
    let path = matches!(drive, (Some(c), Some(':'), Some('\\')) if c.is_ascii_alphabetic());
    let rooted = token.strip_prefix('/').is_some_and(|rest| {
        rest.contains('/') && rest.split('/').all(|part| part.is_empty() || is_host(part))
    });
    named || numbered || path || rooted
}

/// An address in words.
fn spoken(token: &str) -> String {
    let mut said: Vec<&str> = Vec::new();
    let mut rest = token;
    while let Some(first) = rest.chars().next() {
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        if letters > 0 {
            let (word, after) = rest.split_at(letters);
            rest = after;
            match WORDS.iter().find(|(own, _)| own.eq_ignore_ascii_case(word)) {
                Some((_, name)) => said.push(name),
                None => said.extend(word.chars().filter_map(letters::name)),
            }
            continue;
        }
        rest = &rest[first.len_utf8()..];
        said.extend(sign(first).or_else(|| numbers::digit_name(first)));
    }
    said.join(" ")
}

/// The name of a sign.
fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        '.' => "डॉट",
        '@' => "एट",
        '/' => "फॉरवर्ड स्लैश",
        '\\' => "बैकवर्ड स्लैश",
        ':' => "कोलन",
        '-' => "हाइफ़न",
        '_' => "अंडरस्कोर",
        '?' => "प्रश्न चिह्न",
        '=' => "बराबर",
        '&' => "एंड",
        '%' => "प्रतिशत",
        '#' => "हैश",
        '+' => "प्लस",
        '~' => "टिल्ड",
        _ => return None,
    })
}
