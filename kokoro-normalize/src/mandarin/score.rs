//! Scores and ratios.

use crate::cursor::{Cursor, Match};
use crate::mandarin::amount::{Number, sign};
use crate::mandarin::numbers::cardinal;
use crate::reader::Reader;

/// Words before a score.
#[rustfmt::skip]
const CONTEXT: &[&str] = &[
    "比分", "大胜", "战胜", "击败", "领先", "落后", "不敌", "逼平", "战平", "爆冷", "取胜", "获胜",
    "小胜", "险胜", "惨败", "完胜", "以", "总分", "戰勝", "擊敗", "領先", "落後",
];

/// Words right behind a score.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "战胜", "击败", "胜", "负", "逆转", "惜败", "不敌", "逼平", "战平", "险胜", "大胜", "完胜", "小胜",
    "横扫", "领先", "落后", "告负", "淘汰", "力克", "获胜", "取胜", "憾负", "惨败", "完败", "轻取",
    "戰勝", "擊敗", "勝", "逆轉", "領先", "落後", "平局", "战成平", "握手言和", "大比分",
];

/// Teams, which stand on both sides of a score.
#[rustfmt::skip]
const TEAMS: &[&str] = &[
    "队", "隊", "国足", "女足", "男篮", "女排", "中国", "日本", "韩国", "朝鲜", "伊朗", "沙特", "澳大利亚",
    "泰国", "越南", "卡塔尔", "阿根廷", "巴西", "德国", "法国", "英格兰", "西班牙", "葡萄牙", "意大利",
    "荷兰", "比利时", "克罗地亚", "乌拉圭", "墨西哥", "美国", "摩洛哥", "湖人", "勇士", "火箭", "热火",
    "骑士", "凯尔特人", "雄鹿", "马刺", "快船", "尼克斯", "独行侠", "掘金", "太阳", "公牛", "雷霆", "曼联",
    "曼城", "切尔西", "利物浦", "阿森纳", "热刺", "皇马", "巴萨", "马竞", "拜仁", "多特", "尤文", "米兰",
    "国米", "巴黎", "国安", "申花", "泰山", "海港", "恒大", "广东", "辽宁", "中國", "韓國", "德國", "法國",
];

/// Words before two numbers that a hyphen joins to the number of a figure and the like.
const LABELS: &[&str] = &["图", "表", "例", "式", "附录", "习题", "例题", "圖", "公式"];

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

/// Words that begin as one of [`VERBS`] does and speak of something else.
const OTHER_WORDS: &[&str] =
    &["负责", "负担", "负债", "负面", "负增长", "负荷", "胜任", "胜利", "勝任", "淘汰赛", "获胜者"];

/// Whether `rest`, what stands behind two numbers, speaks of a score.
fn tells_score(rest: &str) -> bool {
    let begins = |words: &[&str]| words.iter().any(|word| rest.trim_start().starts_with(word));
    begins(VERBS) && !begins(OTHER_WORDS)
}

/// Whether two numbers with a colon between them, and `rest` behind them, are a score of a team
/// that is named before them, as in 中国队12:10战胜.
pub(super) fn is_of_team(cursor: &Cursor<'_, ()>, rest: &str) -> bool {
    tells_score(rest) && TEAMS.iter().any(|team| cursor.past().ends_with(team))
}

/// 中国1-2日本, 0-3负于, 图3-2: two numbers that a hyphen joins and that are no range.
pub(super) fn hyphened(cursor: &Cursor<'_, ()>) -> Option<Match> {
    let joined = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ',' | ':' | '/');
    if cursor.before().is_some_and(joined) {
        return None;
    }
    let mut reader = Reader::new(cursor.rest());
    let first = reader.digits(1..=3)?;
    reader.eat_one(&['-', '－', '–'])?;
    let second = reader.digits(1..=3)?;
    if reader.peek().is_some_and(|c| c == '%' || c == '=' || joined(c)) {
        return None;
    }
    let past = cursor.past().trim_end();
    let rest = reader.rest().trim_start();
    let label = LABELS.iter().any(|word| past.ends_with(word));
    let before = TEAMS.iter().any(|team| past.ends_with(team));
    let behind = TEAMS.iter().any(|team| rest.starts_with(team));
    let score = tells_score(rest) || before && behind;
    let between = if score {
        '比'
    } else if label {
        '杠'
    } else {
        return None;
    };
    let said = format!("{}{between}{}", cardinal(first), cardinal(second));
    Some(Match::words(reader.at, &said))
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
