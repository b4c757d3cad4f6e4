//! Which words with full stops between them are addresses.

/// Ends of addresses that are no words. In alphabetical order.
#[rustfmt::skip]
const ENDS: [&str; 62] = [
    "academy", "ai", "app", "au", "biz", "blog", "br", "ca", "ch", "cloud", "club", "cn", "co",
    "com", "cz", "de", "design", "dev", "dk", "edu", "es", "eu", "fi", "fm", "fr", "gg", "gov",
    "gr", "hk", "hu", "ie", "il", "info", "int", "io", "jp", "kr", "mil", "mx", "net", "news",
    "nl", "nz", "online", "org", "page", "pl", "pt", "ru", "se", "shop", "site", "sm", "store",
    "tech", "tr", "tv", "tw", "ua", "uk", "wiki", "xyz",
];

/// Ends of addresses that are words, too: with a space forgotten, "It was done.in time" has one.
const WORDS: [&str; 14] =
    ["am", "as", "at", "be", "by", "in", "is", "it", "link", "me", "no", "so", "to", "us"];

/// Whether a host, which has a full stop, is an address without "https://" before it. What follows
/// "done.It" has a capital, so the end is all of small letters or the whole of capitals.
pub(crate) fn is_address(host: &str, has_path: bool) -> bool {
    let small = !host.contains(|c: char| c.is_ascii_uppercase());
    let capitals = !host.contains(|c: char| c.is_ascii_lowercase());
    let (names, end) = host.rsplit_once('.').unwrap_or(("", host));
    let small_end = !end.contains(|c: char| c.is_ascii_uppercase());
    let www = names.len() > 3 && names[..4].eq_ignore_ascii_case("www.");
    let end = end.to_ascii_lowercase();
    let named = names.contains(|c: char| c.is_ascii_alphabetic()) || names.len() > 1;
    let known = ENDS.binary_search(&end.as_str()).is_ok();
    let word = WORDS.binary_search(&end.as_str()).is_ok();
    (www && (small_end || capitals))
        || named && known && (small_end || capitals)
        || named && has_path && small && (word || (2..=3).contains(&end.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order() {
        assert!(ENDS.is_sorted());
        assert!(WORDS.is_sorted());
    }

    #[test]
    fn addresses_and_forgotten_spaces() {
        for host in ["example.com", "KIM.com", "EXAMPLE.COM", "a.b.co.uk", "www.any.thing"] {
            assert!(is_address(host, false), "{host}");
        }
        assert!(is_address("youtu.be", true));
        for host in ["done.In", "done.in", "home.He", "notes.txt", "end.Com"] {
            assert!(!is_address(host, false), "{host}");
        }
    }
}
