//! Postal addresses, in which the digits of numbers are read one by one.

use super::context::{begins, is_word_char};
use super::number::digits;
use super::numbers;
use crate::cursor::{Cursor, Match};

/// How many bytes before and after a number tell whether it is in an address.
const REACH: usize = 240;

/// Words of which an address has one.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "स्ट्रीट", "रोड", "एवेन्यू", "अपार्टमेंट", "फ्लैट", "प्लॉट", "शॉप", "बूथ", "सेक्टर", "फ्लोर",
    "ब्लॉक",
    "पार्कवे", "कॉम्प्लेक्स", "स्क्वेर", "प्लाज़ा", "गली", "मकान", "कॉलोनी", "मार्ग", "मार्केट",
    "आरडी",
    "Street", "Road", "Avenue",
];
/// States and their capitals, behind which a number is a postal code.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "अमरावती", "ईटानगर", "दिसपुर", "पटना", "रायपुर", "पणजी", "गांधीनगर", "चंडीगढ़", "शिमला",
    "रांची",
    "बेंगलुरु", "तिरुवनंतपुरम", "भोपाल", "मुंबई", "इंफाल", "शिलांग", "आइजोल", "कोहिमा", "भुवनेश्वर",
    "जयपुर", "गंगटोक", "चेन्नई", "हैदराबाद", "अगरतला", "लखनऊ", "देहरादून", "कोलकाता", "दिल्ली",
    "श्रीनगर", "लेह", "प्रदेश", "असम", "बिहार", "छत्तीसगढ़", "गोवा", "गुजरात", "हरियाणा", "झारखंड",
    "कर्नाटक", "केरल", "महाराष्ट्र", "मणिपुर", "मेघालय", "मिज़ोरम", "नागालैंड", "ओडिशा", "पंजाब",
    "राजस्थान", "सिक्किम", "तमिलनाडु", "तेलंगाना", "त्रिपुरा", "उत्तराखंड", "बंगाल", "कश्मीर",
];
/// Words of sentences, of which an address has none.
#[rustfmt::skip]
const OF_SENTENCES: &[&str] = &[
    "है", "हैं", "था", "थे", "थी", "हो", "में", "पर", "को", "का", "की", "से", "ने", "कर", "गया",
    "गए",
    "गई", "रहा", "रहे", "रही", "यह", "वह", "तक", "जो", "कि", "हम", "मैं", "आप", "करें", "लिए",
];

/// A number of an address.
pub(super) fn number(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if !begins(cursor) {
        return None;
    }
    let rest = cursor.rest();
    let (len, ascii) = digits(rest)?;
    let past = cursor.past();
    let past = sentence(
        past[past.ceil_char_boundary(past.len().saturating_sub(REACH))..]
            .rsplit(['।', '\n'])
            .next(),
    );
    let after = sentence(rest[..rest.floor_char_boundary(REACH)].split(['।', '\n']).next());
    let words = || words(past).chain(words(after));
    let is_postal = ascii.len() == 6 && words_of_place(past);
    let is_address = || {
        words().any(|word| NOUNS.contains(&word))
            && !words().any(|word| OF_SENTENCES.contains(&word))
    };
    if !is_postal && !is_address() || rest[len..].starts_with(['.', ':', '%']) {
        return None;
    }
    let said = numbers::one_by_one(&ascii);
    let (more, joint) = joint(&rest[len..]);
    Some(Match::words(len + more, &format!("{said}{joint}")))
}

fn sentence(part: Option<&str>) -> &str {
    part.unwrap_or_default()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_word_char(c)).filter(|word| !word.is_empty())
}

/// Whether the last word is a place.
fn words_of_place(text: &str) -> bool {
    words(text).last().is_some_and(|word| PLACES.contains(&word))
}

/// A hyphen or a stroke between numbers or words of an address, and its name.
fn joint(text: &str) -> (usize, &'static str) {
    let trimmed = text.trim_start_matches(' ');
    let name = match trimmed.chars().next() {
        Some('-') => " हाइफ़न",
        Some('/') if digits(&trimmed[1..]).is_some() => " बटा",
        _ => return (0, ""),
    };
    (text.len() - trimmed.len() + 1, name)
}
