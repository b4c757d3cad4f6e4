//! Numbers with counters, which change each other's sounds: 一本 is いっぽん, 四時 is よじ.
//!
//! UniDic has the readings of both but not these changes, so upstream says いち ほん. Here a number
//! in kanji and the counter behind it are read together, unless upstream's ways are asked for.

mod counters;
mod numerals;

use std::ops::Range;

use unidic::Class;

use self::counters::counter;
use self::numerals::{Numeral, ZERO, is_numeral, numeral, positional};
use super::groups::Part;

/// The longest number that is read here, in characters.
const LONGEST: usize = 40;

/// What makes an ordinal of a number.
const ORDINAL: char = '第';

/// Reads numbers with their counters anew.
pub(super) fn correct<'t>(text: &'t str, parts: Vec<Part<'t>>) -> Vec<Part<'t>> {
    let mut corrected = Vec::with_capacity(parts.len());
    let mut at = 0;
    while at < parts.len() {
        match counted(text, &parts, at) {
            Some((found, next)) => {
                corrected.extend(found);
                at = next;
            }
            None => {
                // The rest of a number is none of its own.
                let part = &parts[at];
                let mut next = at + 1;
                let of_number = |c| is_numeral(c) || c == ZERO;
                if part.surface.chars().all(of_number) {
                    while parts.get(next).is_some_and(|part| part.surface.chars().all(of_number)) {
                        next += 1;
                    }
                }
                corrected.extend(parts[at..next].iter().cloned());
                at = next;
            }
        }
    }
    corrected
}

/// The parts of a number and its counter that begin at part `at`, and the part behind them.
fn counted<'t>(text: &'t str, parts: &[Part<'t>], at: usize) -> Option<(Vec<Part<'t>>, usize)> {
    let first = parts[at].range.start;
    // 第一話 may be 第一 and 話.
    let ordinal = text[first..].starts_with(ORDINAL);
    let start = first + if ordinal { ORDINAL.len_utf8() } else { 0 };
    let rest = &text[start..];
    let of_number = |c: &char| is_numeral(*c) || *c == ZERO;
    let length: usize =
        rest.chars().take(LONGEST + 1).take_while(of_number).map(char::len_utf8).sum();
    let number = &rest[..length];
    let decimal = text[..start].ends_with('点');
    let read = || numeral(number).or_else(|| positional(number).filter(|_| !decimal));
    let Numeral { words, last } = read().filter(|_| length > 0)?;
    let after = &rest[length..];
    let (words, counter) = match counter(&words, last, after) {
        Some(changed) => {
            let counter = Some((changed.written, changed.reading, changed.alone));
            (changed.number, counter)
        }
        // UniDic knows no いっちょー.
        None if number.ends_with('兆') => (words, None),
        None => return None,
    };
    let end = start + length + counter.as_ref().map_or(0, |(written, ..)| written.len());
    // Both must be words of their own: 一回り is none with a counter.
    let count = parts[at..].iter().position(|part| part.range.end >= end)? + 1;
    let whole = parts[at + count - 1].range.end == end;
    let joined = count == 1 && counter.as_ref().is_some_and(|(.., alone)| !alone) && !ordinal;
    let fraction = counter.as_ref().is_some_and(|(written, ..)| is_fraction(written, &text[end..]));
    let ten_minutes = number == "十" && is_ten_minutes(&text[..start], &text[end..]);
    if !whole || fraction || joined && !ten_minutes {
        return None;
    }
    let mut found = Vec::new();
    let mut place = first;
    let mut push = |length: usize, reading: String| {
        found.push(part(text, place..place + length, reading));
        place += length;
    };
    if ordinal {
        push(ORDINAL.len_utf8(), "だい".into());
    }
    for (length, reading) in words {
        push(length, reading);
    }
    if let Some((written, reading, _)) = counter {
        push(written.len(), reading);
    }
    Some((found, at + count))
}

/// Whether 十分 between these texts is ten minutes rather than enough.
fn is_ten_minutes(before: &str, after: &str) -> bool {
    const BEHIND: &[&str] =
        &["間", "前", "後", "おき", "ほど", "くらい", "ぐらい", "以内", "以上", "経", "待", "遅"];
    ['時', '約', '歩', '車', '毎'].iter().any(|word| before.ends_with(*word))
        || ["あと", "バスで", "電車で"].iter().any(|word| before.ends_with(word))
        || BEHIND.iter().any(|word| after.starts_with(word))
}

fn part(text: &str, range: Range<usize>, reading: String) -> Part<'_> {
    Part { surface: &text[range.clone()], range, reading, kind: Class::Hiragana }
}

/// Whether 分 is that of a fraction: 三分の一, 四分音符.
fn is_fraction(counter: &str, after: &str) -> bool {
    let next = after.strip_prefix('の').and_then(|after| after.chars().next());
    let note = after.starts_with('音'); // 四分音符
    counter == "分" && (note || next.is_some_and(|c| is_numeral(c) || c == 'ル'))
}
