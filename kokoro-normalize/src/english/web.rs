//! Addresses on the web and of mail: `https://example.com/docs`, `jane@mail.co.uk`.

mod domains;

use crate::Dialect;
use crate::cursor::{Cursor, Match};
use crate::english::numbers;
use crate::english::spell::{self, Separators};
use crate::said::Said;

/// Reads an address. Of "https://" nothing is said, and "www" is said in letters.
pub(crate) fn address(cursor: &Cursor<'_>) -> Option<Match> {
    if !may_begin(cursor.before()) {
        return None;
    }
    let token = token(cursor.rest());
    if token.len() < 4 || !token.contains(['.', ':', '@']) {
        return None;
    }
    let mut said = Said::default();
    let dialect = cursor.dialect;
    let known = url(&mut said, token, dialect)
        || mail(&mut said, token, dialect)
        || numeric(&mut said, token, dialect)
        || bare(&mut said, token, dialect);
    known.then_some(Match { len: token.len(), said })
}

/// Whether an address may begin after this character.
pub(crate) fn may_begin(before: Option<char>) -> bool {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '\\' | ':');
    before.is_none_or(|c| !part(c) && c != '#' && c != '&' && c != '$')
}

/// What `text` begins with up to a space, quotation mark or angle bracket, without the marks of the
/// sentence behind it.
pub(crate) fn token(text: &str) -> &str {
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '|' | '…' | '`' | '—')
    };
    let mut token = &text[..text.find(ends).unwrap_or(text.len())];
    loop {
        let marks = ['.', ',', ';', ':', '!', '?', '\'', '’', '*', '}'];
        let shorter = token.trim_end_matches(marks);
        let owner = shorter.strip_suffix("'s").or_else(|| shorter.strip_suffix("’s"));
        let shorter = owner.unwrap_or(shorter);
        let shorter = match shorter.strip_suffix(')') {
            Some(open) if !open.contains('(') => open,
            _ => shorter,
        };
        let shorter = match shorter.strip_suffix(']') {
            Some(open) if !open.contains('[') => open,
            _ => shorter,
        };
        if shorter.len() == token.len() {
            return token;
        }
        token = shorter;
    }
}

/// "https://example.com:8080/docs?q=1#top".
fn url(said: &mut Said, token: &str, dialect: Dialect) -> bool {
    let Some((scheme, rest)) = token.split_once(':') else { return false };
    let plain = (2..=10).contains(&scheme.len())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-'));
    if !plain {
        return false;
    }
    if scheme.eq_ignore_ascii_case("mailto") {
        return mail(said, rest, dialect);
    }
    let Some(rest) = rest.strip_prefix("//").filter(|rest| !rest.is_empty()) else { return false };
    if !matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") {
        spell::name(said, scheme, Separators::Said, dialect);
    }
    place(said, rest, dialect);
    true
}

/// "example.com:8080/docs?q=1#top" in any form.
fn place(said: &mut Said, text: &str, dialect: Dialect) {
    let end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let (host, path) = text.split_at(end);
    let (host, port) = match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => (host, port),
        _ => (host, ""),
    };
    if is_numeric(host) {
        numeric_host(said, host);
    } else {
        spell::name(said, host, Separators::Said, dialect);
    }
    if !port.is_empty() {
        said.push("colon");
        spell::digits(said, port, dialect);
    }
    spell::name(said, path.strip_suffix('/').unwrap_or(path), Separators::Silent, dialect);
}

/// "jane.doe_99@mail.co.uk".
fn mail(said: &mut Said, token: &str, dialect: Dialect) -> bool {
    let Some((user, host)) = token.split_once('@') else { return false };
    let signs = |b: u8| b.is_ascii_alphanumeric() || b"._-+&'%".contains(&b);
    let (domain, rest) = host.split_at(host.find(['/', '?', ':']).unwrap_or(host.len()));
    if user.is_empty() || user.starts_with('.') || !user.bytes().all(signs) || !is_host(domain) {
        return false;
    }
    spell::name(said, user, Separators::Said, dialect);
    said.push("at");
    place(said, domain, dialect);
    spell::name(said, rest, Separators::Silent, dialect);
    true
}

/// "192.168.1.1:8000/api": the digits of each number.
fn numeric(said: &mut Said, token: &str, dialect: Dialect) -> bool {
    let host = &token[..token.find([':', '/']).unwrap_or(token.len())];
    let address = is_numeric(host);
    if address {
        place(said, token, dialect);
    }
    address
}

/// Whether this is a host of four numbers.
fn is_numeric(host: &str) -> bool {
    let number = |part: &str| (1..=3).contains(&part.len()) && part.parse::<u8>().is_ok();
    host.split('.').count() == 4 && host.split('.').all(number)
}

fn numeric_host(said: &mut Said, host: &str) {
    for (at, number) in host.split('.').enumerate() {
        if at > 0 {
            said.push("dot");
        }
        said.push(&numbers::digits(number));
    }
}

/// "example.com", "www.site.io/path", "localhost:3000".
fn bare(said: &mut Said, token: &str, dialect: Dialect) -> bool {
    let end = token.find([':', '/', '?', '#']).unwrap_or(token.len());
    let (host, rest) = token.split_at(end);
    let local = host == "localhost" && rest.starts_with(':');
    let path = rest.len() > 1 && !rest.starts_with(':');
    let address = local || is_host(host) && domains::is_address(host, path);
    if address {
        place(said, token, dialect);
    }
    address
}

/// Whether this may be a host: names with full stops between them, the last one of letters.
fn is_host(host: &str) -> bool {
    let name = |part: &str| {
        let signs = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        !part.is_empty() && part.bytes().all(signs) && !part.starts_with('-')
    };
    let Some((names, last)) = host.rsplit_once('.') else { return false };
    let top = last.len() >= 2 && last.bytes().all(|b| b.is_ascii_alphabetic());
    top && names.split('.').all(name)
}

#[cfg(test)]
mod tests;
