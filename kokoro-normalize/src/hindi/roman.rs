//! Roman numerals.

use super::context::{begins, first_word, word_before};
use super::numbers;
use crate::cursor::{Cursor, Match};

/// Words behind which one letter is a numeral, too.
const PARTS: &[&str] = &["अध्याय", "भाग", "खंड", "खण्ड", "कक्षा", "अंक", "चरण", "परिशिष्ट"];
/// Names of rulers and popes, behind which a numeral is an ordinal.
#[rustfmt::skip]
const RULERS: &[&str] = &[
    "लुई", "जॉर्ज", "हेनरी", "एलिज़ाबेथ", "एलिजाबेथ", "चार्ल्स", "जेम्स", "विलियम", "एडवर्ड",
    "रिचर्ड", "फ़िलिप", "फिलिप", "पीटर", "कैथरीन", "निकोलस", "अलेक्जेंडर", "अलेक्ज़ेंडर", "पॉल",
    "जॉन", "पायस", "बेनेडिक्ट", "ग्रेगरी", "लियो", "क्लेमेंट", "इनोसेंट", "फ्रेडरिक", "फ़्रेडरिक",
    "विल्हेम", "नेपोलियन", "इमैनुएल", "फर्डिनेंड", "अल्फोंसो", "क्रिश्चियन", "हेराल्ड", "मैरी",
    "रामसेस", "टॉलेमी", "पुलकेशिन", "चंद्रगुप्त", "चन्द्रगुप्त", "कुमारगुप्त", "राजेंद्र", "राजराज",
    "बाजीराव", "शाहजहाँ", "आलमगीर", "अकबर", "महेंद्रवर्मन", "नरसिंहवर्मन",
];
/// The ordinals of rulers from the first on.
const REGNAL: [&str; 10] =
    ["प्रथम", "द्वितीय", "तृतीय", "चतुर्थ", "पंचम", "षष्ठ", "सप्तम", "अष्टम", "नवम", "दशम"];
/// The greatest numeral that is read.
const MOST: u64 = 39;

/// A numeral in capitals behind a word of Hindi.
pub(super) fn roman(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let before = word_before(cursor);
    if !begins(cursor) || !before.starts_with(|c| matches!(c, '\u{904}'..='\u{939}')) {
        return None;
    }
    let numeral = first_word(cursor.rest());
    let of_ruler = RULERS.contains(&before);
    let is_plain = numeral.len() > 1 || of_ruler || PARTS.contains(&before);
    let value = value(numeral).filter(|_| is_plain)?;
    let said = if of_ruler { regnal(value) } else { numbers::words(value) };
    Some(Match::words(numeral.len(), &said))
}

/// The number of a ruler: "द्वितीय", "चौदहवें".
fn regnal(number: u64) -> String {
    let known = usize::try_from(number - 1).ok().and_then(|at| REGNAL.get(at));
    known.map_or_else(|| numbers::words(number) + "वें", |word| (*word).to_owned())
}

/// The value of a numeral, if it is written as it should be.
fn value(numeral: &str) -> Option<u64> {
    (numeral.len() <= 8).then_some(())?;
    (1..=MOST).find(|number| {
        let tens = "X".repeat((number / 10) as usize);
        let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        numeral.strip_prefix(tens.as_str()) == Some(ones[(number % 10) as usize])
    })
}
