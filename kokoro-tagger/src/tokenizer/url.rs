//! Addresses of the web and of mail, which stay whole.
//!
//! ```text
//! [scheme://] [anything@] host [:port] [/ or ? or # anything]
//! ```
//!
//! A host is labels that are separated by periods, the last of which is of small letters, or four
//! numbers that are the address of a machine outside of private networks. The rules are those of
//! spaCy's `URL_PATTERN`, which come from Diego Perini's expression (MIT licence).

use std::ops::RangeInclusive;

use crate::classes::Classes;

/// Characters of a label of a host's name.
const LABEL: RangeInclusive<usize> = 1..=64;
/// Letters of the last label.
const LAST_LABEL: RangeInclusive<usize> = 2..=63;
/// Digits of a port.
const PORT: RangeInclusive<usize> = 2..=5;
/// Forms of the numbers of a machine's address; see [`is_number`].
const FIRST: [&str; 5] = ["N", "ND", "1DD", "2BD", "22T"];
const INNER: [&str; 5] = ["D", "DD", "1DD", "2FD", "25V"];
const LAST: [&str; 5] = ["N", "ND", "1DD", "2FD", "25F"];

/// Whether a word, which has no white space in it, is an address.
pub(crate) fn is_url(word: &str) -> bool {
    if !word.contains('.') {
        return false;
    }
    let after_at = word.match_indices('@').filter(|&(at, _)| at > 0).map(|(at, _)| at + 1);
    let mut starts = [Some(0), scheme(word)].into_iter().flatten().chain(after_at);
    starts.any(|start| is_location(&word[start..]))
}

/// The bytes of the scheme that a word begins with and of "://".
fn scheme(word: &str) -> Option<usize> {
    let colon = word.find(':')?;
    let is_name = |c: char| matches!(c, '+' | '-' | '.') || Classes::of(c).is(Classes::WORD);
    let name = &word[..colon];
    let fits = word[colon..].starts_with("://") && has(name, 2..=usize::MAX, is_name);
    fits.then_some(colon + 3)
}

/// Whether a text is a host with, possibly, a port and a path. It is not read further than its
/// first `@`, so that a word of many is read once.
fn is_location(text: &str) -> bool {
    let end = text.find([':', '/', '?', '#', '@']).unwrap_or(text.len());
    let (host, rest) = text.split_at(end);
    is_end(rest) && (is_machine(host) || is_name(host))
}

/// Whether a text is nothing, a path, or a port and one of these.
fn is_end(text: &str) -> bool {
    let is_path = |text: &str| text.is_empty() || text.starts_with(['/', '?', '#']);
    let Some(port) = text.strip_prefix(':') else { return is_path(text) };
    let rest = port.trim_start_matches(is_decimal);
    has(&port[..port.len() - rest.len()], PORT, is_decimal) && is_path(rest)
}

/// Whether a text is the name of a host.
fn is_name(host: &str) -> bool {
    let Some((labels, last)) = host.rsplit_once('.') else { return false };
    let is_small = |c: char| Classes::of(c).is(Classes::ALPHA_LOWER);
    has(last, LAST_LABEL, is_small) && labels.split('.').all(is_label)
}

/// Whether a text is a label of a host's name.
fn is_label(label: &str) -> bool {
    let is_outer = |c: char| c.is_ascii_alphanumeric() || matches!(c, '\u{a1}'..='\u{ffff}');
    let is_inner = |c: char| is_outer(c) || matches!(c, '_' | '-');
    has(label, LABEL, is_inner) && label.starts_with(is_outer) && label.ends_with(is_outer)
}

/// Whether a text is the address of a machine: four numbers, and not of a private network.
fn is_machine(host: &str) -> bool {
    let mut parts = host.split('.');
    let mut next = || parts.next();
    let (Some(a), Some(b), Some(c), Some(d), None) = (next(), next(), next(), next(), next())
    else {
        return false;
    };
    let fits = is_number(a, &FIRST) && is_number(d, &LAST);
    fits && is_number(b, &INNER) && is_number(c, &INNER) && !is_private(a, b)
}

/// Whether the addresses that begin with these numbers are of a private network or of this machine.
fn is_private(first: &str, second: &str) -> bool {
    match first {
        "10" | "127" => true,
        "169" => second == "254",
        "192" => second == "168",
        "172" => is_number(second, &["1S", "2D", "3B"]),
        _ => false,
    }
}

/// Whether a number has one of these forms, in which a digit stands for itself and a letter for one
/// of some digits.
fn is_number(number: &str, forms: &[&str]) -> bool {
    forms.iter().any(|form| {
        let mut digits = number.chars();
        let fits = form.chars().all(|letter| digits.next().is_some_and(|c| is_digit(c, letter)));
        fits && digits.next().is_none()
    })
}

/// Whether a letter of a [form](is_number) stands for a digit.
fn is_digit(digit: char, letter: char) -> bool {
    match letter {
        'D' => is_decimal(digit),
        'N' => matches!(digit, '1'..='9'),
        'B' => matches!(digit, '0'..='1'),
        'T' => matches!(digit, '0'..='3'),
        'F' => matches!(digit, '0'..='4'),
        'V' => matches!(digit, '0'..='5'),
        'S' => matches!(digit, '6'..='9'),
        _ => digit == letter,
    }
}

/// Whether a text consists of so many characters that are in a set.
fn has(text: &str, count: RangeInclusive<usize>, is_in: impl Fn(char) -> bool) -> bool {
    text.chars().all(is_in) && count.contains(&text.chars().count())
}

fn is_decimal(character: char) -> bool {
    Classes::of(character).is(Classes::DECIMAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_recognised() {
        let addresses = [
            "example.com",
            "http://example.com:8080/a?b#c",
            "mailto:a.b@example.co.uk",
            "svn+ssh://x@y.org",
            "8.8.8.8",
            "223.255.0.254:80/x",
            "a_b.example.com/",
            "münchen.de?x",
            "a@@b.com",
        ];
        for word in addresses {
            assert!(is_url(word), "{word}");
        }
    }

    #[test]
    fn other_words_are_none() {
        let others = [
            "example",
            "example.Com",
            "example.c",
            "-a.com",
            "a-.com",
            "a..com",
            "x://",
            "example.com:1",
            "example.com:123456",
            "example.com!",
            "10.0.0.1",
            "192.168.0.1",
            "172.20.0.1",
            "224.0.0.1",
            "1.2.3.255",
            "1.2.3",
            "@example.c",
        ];
        for word in others {
            assert!(!is_url(word), "{word}");
        }
    }
}
