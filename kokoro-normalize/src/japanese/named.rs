//! Letters and digits that together are a name, whose digits are said in English or as storeys,
//! and numbers in circles.

use super::number::digits;
use super::numbers::cardinal;
use crate::cursor::{Cursor, Match};
use crate::reader::Reader;

const NAMES: &[(&str, &str)] = &[
    ("MP3", "MPスリー"),
    ("MP4", "MPフォー"),
    ("mp3", "MPスリー"),
    ("mp4", "MPフォー"),
    ("2D", "ツーD"),
    ("3D", "スリーD"),
    ("3G", "スリーG"),
    ("4G", "フォーG"),
    ("5G", "ファイブG"),
    ("6G", "シックスG"),
    ("PS2", "PSツー"),
    ("PS3", "PSスリー"),
    ("PS4", "PSフォー"),
    ("PS5", "PSファイブ"),
    ("H2O", "HツーO"),
    ("O2", "Oツー"),
    ("CO2", "COツー"),
    ("F1", "Fワン"),
    ("J1", "Jワン"),
    ("J2", "Jツー"),
    ("J3", "Jスリー"),
    ("K-1", "Kワン"),
    ("M-1", "Mワン"),
    ("R-1", "Rワン"),
    ("G7", "Gセブン"),
    ("G8", "Gエイト"),
    ("G20", "Gトゥエンティ"),
    ("P2P", "PツーP"),
    ("B2B", "BツーB"),
    ("B2C", "BツーC"),
    ("GPT-3", "GPTスリー"),
    ("GPT-4", "GPTフォー"),
    ("GPT-4o", "GPTフォーオー"),
    ("GPT-5", "GPTファイブ"),
    ("TOP3", "トップスリー"),
    ("TOP5", "トップファイブ"),
    ("TOP10", "トップテン"),
    ("1st", "ファースト"),
    ("2nd", "セカンド"),
    ("3rd", "サード"),
    ("4th", "フォース"),
    ("5th", "フィフス"),
    ("10th", "テンス"),
];

/// A name of the list, or a storey: 3F, B1F.
pub(super) fn name(cursor: &Cursor<'_, ()>) -> Option<Match> {
    if cursor.before().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.')) {
        return None;
    }
    let rest = cursor.rest();
    let len = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
    let written = &rest[..len];
    if let Some((_, said)) = NAMES.iter().find(|(name, _)| *name == written) {
        return Some(Match::words(len, said));
    }
    let mut reader = Reader::new(rest);
    let below = if reader.eat("B") { "地下" } else { "" };
    let storey = digits(&mut reader).filter(|storey| storey.len() <= 2)?;
    let ends = reader.eat("F") && !reader.peek().is_some_and(|c| c.is_ascii_alphanumeric());
    ends.then(|| Match::words(reader.at, &format!("{below}{}階", cardinal(&storey))))
}

/// ①, ⑴, ❶: a number, and a pause behind it where it marks an item of a list.
pub(super) fn circled(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let first = cursor.first()?;
    let number = circled_number(first)?;
    let mut len = first.len_utf8();
    let after = &cursor.rest()[len..];
    let next = after.chars().next();
    let goes_on = next.is_none_or(|c| "のはがをにでともかや～〜、。,.:：)）]」".contains(c));
    if after.starts_with([' ', '　']) {
        len += next.map_or(0, char::len_utf8);
    }
    let pause = if goes_on { "" } else { "、" };
    Some(Match::words(len, &format!("{}{pause}", cardinal(&number.to_string()))))
}

fn circled_number(c: char) -> Option<u32> {
    let first = match c {
        '①'..='⑳' => '①',
        '⑴'..='⒇' => '⑴',
        '❶'..='❿' => '❶',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(first) + 1)
}
