//! Addresses: of pages, of mail, handles and hashtags.

use crate::cursor::Match;
use crate::european::context;
use crate::european::form::Form;
use crate::european::grammar::{Found, Grammar, Place};
use crate::said::Said;

/// Endings of hosts that may stand without a scheme.
const DOMAINS: [&str; 62] = [
    "com", "org", "net", "edu", "gov", "info", "biz", "io", "ai", "app", "dev", "tv", "eu", "es",
    "fr", "it", "pt", "br", "de", "uk", "us", "mx", "ar", "cl", "co", "pe", "ve", "uy", "ec", "bo",
    "py", "cr", "gt", "cat", "gal", "eus", "be", "ch", "ca", "lu", "at", "nl", "se", "no", "pl",
    "ru", "jp", "cn", "in", "au", "ie", "me", "cc", "ly", "fm", "online", "shop", "site", "blog",
    "news", "gob", "int",
];

/// Short names in addresses that are words.
const WORDS: [&str; 10] =
    ["com", "net", "org", "info", "app", "dev", "blog", "shop", "mail", "gob"];

/// An address of a page, a host or mail.
pub(crate) fn address(place: &Place<'_>) -> Found {
    if !context::may_begin(place) {
        return None;
    }
    let token = token(place.rest());
    let scheme = ["http://", "https://", "ftp://", "www.", "HTTP://", "HTTPS://", "WWW."]
        .iter()
        .any(|own| token.starts_with(own));
    let known = scheme && token.len() > 7 || is_mail(token) || is_host(token);
    known.then(|| Match { len: token.len(), said: said(token, place.dialect) })
}

/// A name behind an at sign: `@maria`.
pub(crate) fn handle(place: &Place<'_>) -> Found {
    let token = token(place.rest());
    let name = token.strip_prefix('@')?;
    let named = name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let free = place.before().is_none_or(|c| !c.is_alphanumeric());
    (named && free).then(|| Match { len: token.len(), said: said(token, place.dialect) })
}

/// A tag behind a number sign: `#FelizLunes`, whose words are parted at the capitals.
pub(crate) fn hashtag(place: &Place<'_>) -> Found {
    let tag = place.rest().strip_prefix('#')?;
    let tag = &tag[..tag.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(tag.len())];
    let free = place.before().is_none_or(|c| !c.is_alphanumeric() && c != '#');
    if !free || !tag.contains(char::is_alphabetic) {
        return None;
    }
    let mut words = String::from("hashtag ");
    let mut last = ' ';
    for (at, c) in tag.char_indices() {
        let part = c.is_uppercase() && last.is_lowercase()
            || c.is_ascii_digit() != last.is_ascii_digit() && at > 0;
        if part || c == '_' {
            words.push(' ');
        }
        if let Some(_digit) = c.to_digit(10) {
            if !words.ends_with(' ') {
                words.push(' ');
            }
            words.push_str(&(place.dialect.cardinal)(&tag[at..at + 1], Form::Alone));
        } else if c != '_' {
            words.push(c);
        }
        last = c;
    }
    Some(Match::words(1 + tag.len(), &words))
}

/// The characters up to a space or a mark that is no part of an address, without what ends a
/// sentence.
fn token(rest: &str) -> &str {
    let outside = |c: char| {
        c.is_whitespace()
            || matches!(c, ',' | ';' | '(' | ')' | '"' | '<' | '>' | '«' | '»' | '“' | '”')
    };
    let token = &rest[..rest.find(outside).unwrap_or(rest.len())];
    token.trim_end_matches(['.', ':', '!', '?', '\'', '’', '*', ']', '…'])
}

/// Whether this is an address of mail.
fn is_mail(token: &str) -> bool {
    let Some((user, host)) = token.split_once('@') else { return false };
    !user.is_empty()
        && user.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+'))
        && host.contains('.')
        && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
}

/// Whether this begins with a host that ends as hosts do.
fn is_host(token: &str) -> bool {
    let host = token.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let Some((name, ending)) = host.rsplit_once('.') else { return false };
    let small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
    DOMAINS.contains(&ending)
        && name.len() > 1
        && name.contains(|c: char| c.is_ascii_lowercase())
        && name.chars().enumerate().all(|(at, c)| small(c) || at == 0 && c.is_ascii_uppercase())
        && !name.contains("..")
        && !(name.starts_with(|c: char| c.is_ascii_uppercase()) && ending.len() < 3)
}

/// What is said for an address: words, letters, digits one by one, and the names of signs.
fn said(token: &str, grammar: &Grammar) -> Said {
    let mut said = Said::silent();
    let mut rest = token;
    while let Some(first) = rest.chars().next() {
        let run = |kind: fn(char) -> bool| rest.find(|c: char| !kind(c)).unwrap_or(rest.len());
        let mut len = first.len_utf8();
        if first.is_alphabetic() {
            len = run(char::is_alphabetic);
            name(&rest[..len], &mut said);
        } else if first.is_ascii_digit() {
            said.push(&(grammar.cardinal)(&rest[..1], Form::Alone));
        } else if let Some(word) = grammar.address_sign(first) {
            said.push(word);
        } else {
            said.push(&rest[..len]);
        }
        rest = &rest[len..];
    }
    said
}

/// A part of an address: a word if it can be said as one, or its letters.
fn name(part: &str, said: &mut Said) {
    let small = part.to_lowercase();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') || !c.is_ascii();
    let vowels = small.chars().filter(|c| vowel(*c)).count();
    let kinds: Vec<bool> = small.chars().map(vowel).collect();
    let syllable = matches!(kinds[..], [false, true, false] | [true, false, true]);
    let word = WORDS.contains(&&*small)
        || syllable
        || part.len() >= 4 && vowels * 5 >= part.chars().count();
    if word && part.chars().skip(1).all(char::is_lowercase) {
        said.push(part);
    } else {
        said.push_letters(part);
    }
}
