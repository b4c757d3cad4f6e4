//! Scores and ratios.

use crate::cursor::{Cursor, Match};
use crate::mandarin::amount::{Number, sign};
use crate::reader::Reader;

/// Words before a score.
#[rustfmt::skip]
const CONTEXT: &[&str] = &[
    "比分", "大胜", "战胜", "击败", "领先", "落后", "不敌", "逼平", "战平", "爆冷", "取胜", "获胜",
    "小胜", "险胜", "惨败", "完胜", "以", "总分", "戰勝", "擊敗", "領先", "落後",
];

/// How many characters before a number are looked at.
const NEAR: usize = 8;

/// Whether what stands before speaks of a score.
pub(super) fn is_score(cursor: &Cursor<'_, ()>) -> bool {
    let past = cursor.past();
    let start = past.char_indices().rev().nth(NEAR - 1).map_or(0, |(at, _)| at);
    let near = &past[start..];
    CONTEXT
        .iter()
        .any(|word| if *word == "以" { near.ends_with(word) } else { near.contains(word) })
}

/// 16:9 as 十六比九. Times have been read before.
pub(super) fn ratio(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let mut reader = Reader::new(cursor.rest());
    let mut said = String::from(sign(cursor, &mut reader)?);
    said.push_str(&Number::read(&mut reader)?.say());
    let mut parts = 1;
    loop {
        let mut ahead = reader;
        if ahead.eat_one(&[':', '∶', '：']).is_none() {
            break;
        }
        let Some(next) = Number::read(&mut ahead) else { break };
        said.push('比');
        said.push_str(&next.say());
        parts += 1;
        reader = ahead;
    }
    (parts > 1).then(|| Match::words(reader.at, &said))
}
