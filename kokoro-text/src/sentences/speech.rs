//! Who speaks: `"Why?" Tom asked.` is one sentence.

/// Verbs that say that somebody spoke.
const VERBS: &[&str] = &[
    "said",
    "says",
    "say",
    "asked",
    "asks",
    "ask",
    "cried",
    "cries",
    "replied",
    "replies",
    "answered",
    "answers",
    "shouted",
    "shouts",
    "whispered",
    "whispers",
    "exclaimed",
    "exclaims",
    "called",
    "calls",
    "yelled",
    "yells",
    "screamed",
    "muttered",
    "murmured",
    "added",
    "adds",
    "continued",
    "demanded",
    "inquired",
    "enquired",
    "wondered",
    "repeated",
    "began",
    "snapped",
    "laughed",
    "sighed",
    "gasped",
    "begged",
    "insisted",
    "interrupted",
    "roared",
    "growled",
    "groaned",
    "thought",
    "told",
    "went",
];

/// The most words of a speaker's name, as in "the old Mr. Smith".
const MAX_NAME: usize = 3;

/// The longest speaker and verb in bytes.
const MAX_LENGTH: usize = 48;

/// Whether a quotation was closed by `closed`, and `rest`, which follows it, says who spoke it.
pub(super) fn names_speaker(closed: &str, rest: &str) -> bool {
    if !closed.contains(['"', '”', '’', '»', '\'']) {
        return false;
    }
    let mut length = MAX_LENGTH.min(rest.len());
    while !rest.is_char_boundary(length) {
        length -= 1;
    }
    let mut words = rest[..length].split(' ');
    let verb = |word: &str| {
        let word = word.trim_end_matches([',', '.', ':', ';', '!']);
        VERBS.iter().any(|verb| word.eq_ignore_ascii_case(verb))
    };
    let is_name = |word: &&str| !word.ends_with(['?', '!', ':', ';', ',']) && !word.contains('"');
    let first = words.next().unwrap_or_default();
    if verb(first) {
        return first.starts_with(char::is_lowercase);
    }
    is_name(&first) && words.take(MAX_NAME).take_while(|word| is_name(word) || verb(word)).any(verb)
}
