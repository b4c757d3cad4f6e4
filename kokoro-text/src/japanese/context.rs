//! Readings that the words before decide: 世界中 is せかいじゅう, 会議中 is かいぎちゅう.

use super::groups::Part;

/// Places and times behind which 中 is "all over" or "all through" them.
const WHOLE: &[&str] = &[
    "世界", "日本", "国", "町", "街", "村", "島", "家", "部屋", "学校", "店", "体", "身体", "顔",
    "今日", "明日", "一日", "一晩", "一年",
];

/// Corrects the readings of such words.
pub(super) fn correct(parts: &mut [Part<'_>]) {
    for at in 1..parts.len() {
        if parts[at].surface == "中" && parts[at].reading == "ちゅー" && is_whole(&parts[..at])
        {
            parts[at].reading = "じゅー".into();
        }
    }
}

/// Whether the last word is one of [`WHOLE`], perhaps in two parts: 一 and 年.
fn is_whole(before: &[Part<'_>]) -> bool {
    let [.., last] = before else { return false };
    if WHOLE.contains(&last.surface) {
        return true;
    }
    let [rest @ .., one, last] = before else { return false };
    let number = rest.last().is_some_and(|part| part.surface.ends_with(['十', '百', '千']));
    one.surface == "一" && matches!(last.surface, "日" | "晩" | "年") && !number
}

#[cfg(test)]
mod tests {
    use unidic::Class;

    use super::*;

    #[test]
    fn all_over_and_amid() {
        let said = |words: &[&'static str]| {
            let part = |surface: &&'static str| {
                let reading = if *surface == "中" { "ちゅー" } else { "" };
                Part { range: 0..1, surface, reading: reading.into(), kind: Class::Hiragana }
            };
            let mut parts: Vec<Part<'_>> = words.iter().map(part).collect();
            correct(&mut parts);
            parts.pop().map(|part| part.reading)
        };
        for whole in [&["世界", "中"][..], &["一", "年", "中"], &["家", "中"]] {
            assert_eq!(said(whole).as_deref(), Some("じゅー"), "{whole:?}");
        }
        for amid in [&["会議", "中"][..], &["十", "一", "日", "中"], &["中"]] {
            assert_eq!(said(amid).as_deref(), Some("ちゅー"), "{amid:?}");
        }
    }
}
