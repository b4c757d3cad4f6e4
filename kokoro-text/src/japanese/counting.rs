//! Numbers with counters, which change each other's sounds: 一本 is いっぽん, 四時 is よじ.
//!
//! UniDic has the readings of both but not these changes, so upstream says いち ほん. Here a number
//! in kanji and the counter behind it are read together, unless upstream's ways are asked for.

mod counters;
mod numerals;

use std::ops::Range;

use unidic::Class;

use self::counters::counter;
use self::numerals::{Numeral, is_numeral, numeral};
use super::groups::Part;

/// The longest number that is read here, in characters.
const LONGEST: usize = 40;

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
                if part.surface.chars().all(is_numeral) {
                    while parts.get(next).is_some_and(|part| part.surface.chars().all(is_numeral)) {
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
    let start = parts[at].range.start;
    let rest = &text[start..];
    let number: usize =
        rest.chars().take(LONGEST + 1).take_while(|c| is_numeral(*c)).map(char::len_utf8).sum();
    let Numeral { words, last } = numeral(&rest[..number]).filter(|_| number > 0)?;
    let after = &rest[number..];
    let changed = counter(&words, last, after)?;
    let end = start + number + changed.written.len();
    // Both must be words of their own: 一回り is none with a counter.
    let count = parts[at..].iter().position(|part| part.range.end == end)? + 1;
    if count == 1 && !changed.alone || is_fraction(changed.written, &text[end..]) {
        return None;
    }
    let mut found = Vec::new();
    let mut place = start;
    let mut push = |length: usize, reading: String| {
        found.push(part(text, place..place + length, reading));
        place += length;
    };
    for (length, reading) in changed.number {
        push(length, reading);
    }
    push(changed.written.len(), changed.reading);
    Some((found, at + count))
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
