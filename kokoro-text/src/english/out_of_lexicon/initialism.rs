//! Whether capitals, or letters that nobody could say, are read by their names.

/// What is spelled even in small letters, or against its looks.
const SPELLED: &[&str] = &[
    "aarp", "acl", "ai", "api", "apis", "asap", "atm", "bbc", "bios", "ceo", "cfo", "cia", "cli",
    "cpu", "css", "cto", "diy", "dna", "dns", "eta", "eu", "faq", "fyi", "gps", "gpu", "gui",
    "hiv", "http", "https", "ide", "ieee", "iou", "ios", "ipa", "irs", "isbn", "iso", "isp",
    "naacp", "nba", "nfl", "nhs", "npu", "ocr", "oem", "ok", "pdf", "rsvp", "sdk", "seo", "sms",
    "sos", "ssd", "ssh", "ssl", "tls", "tts", "ufo", "ui", "uk", "uri", "url", "usa", "usb", "usd",
    "uuid", "ux", "vip", "vpn", "wpm", "wtf", "xml",
];

/// Acronyms that are said as words although their shape does not show it.
const SAID: &[&str] = &[
    "ascii", "asics", "ieper", "jpeg", "mpeg", "nafta", "opec", "scuba", "snafu", "swat", "unesco",
    "unicef", "unix", "yolo", "oauth",
];

/// Whether a word in lower case is spelled whatever it looks like.
pub(super) fn is_in_list(lower: &str) -> bool {
    SPELLED.contains(&lower)
}

/// Whether letters are read by their names: `word` has the letters a to z alone, in upper or lower
/// case, and no lexicon has it as a word.
pub(super) fn is_spelled(word: &str, shouted: bool) -> bool {
    let lower = word.to_ascii_lowercase();
    if is_in_list(&lower) {
        return true;
    }
    if SAID.contains(&lower.as_str()) {
        return false;
    }
    let shape: String =
        lower.chars().map(|letter| if is_vowel(letter) { 'V' } else { 'C' }).collect();
    if !shape.contains('V') {
        return true;
    }
    if !shouted {
        return false;
    }
    match shape.len() {
        0..=3 => true,
        4 => !matches!(shape.as_str(), "CVCV" | "VCVC"),
        5 => shape.contains("CCC") || shape.contains("VVV"),
        _ => false,
    }
}

fn is_vowel(letter: char) -> bool {
    "aeiouy".contains(letter)
}

/// A plural of an initialism, "APIs" or "CPUs", without its ending.
pub(super) fn plural(word: &str) -> Option<&str> {
    let base = word.strip_suffix('s')?;
    let capitals = base.len() >= 2 && base.bytes().all(|byte| byte.is_ascii_uppercase());
    capitals.then_some(base)
}
