//! Readings in brackets behind the word that they read: 漢字（かんじ）. They are not said again.

use super::groups::Part;
use super::kana;

/// The most morphemes that a reading, and the words before it, are looked for in.
const LONGEST: usize = 12;

/// Takes out the readings that say what the words before them say. The word before becomes the
/// reading of both.
pub(super) fn take_out<'t>(parts: Vec<Part<'t>>) -> Vec<Part<'t>> {
    let mut kept: Vec<Part<'t>> = Vec::with_capacity(parts.len());
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let behind =
            matches!(part.surface, "(" | "（").then(|| reading(&parts[at + 1..])).flatten();
        let end = behind.filter(|(ruby, _)| is_said(&kept, ruby)).map(|(_, count)| at + 1 + count);
        let Some(mark) = end.and_then(|end| parts.get(end)) else {
            kept.push(part.clone());
            at += 1;
            continue;
        };
        if is_closing(mark.surface) {
            if let Some(last) = kept.last_mut() {
                last.range.end = mark.range.end;
            }
        } else {
            let mut open = part.clone();
            open.range.end = mark.range.end; // 夏目漱石（なつめそうせき、1867年…）
            kept.push(open);
        }
        at = end.map_or(at, |end| end + 1);
    }
    kept
}

/// The kana at the start of `parts` before a bracket or a comma, and how many parts they are.
fn reading(parts: &[Part<'_>]) -> Option<(String, usize)> {
    let is_hiragana =
        |part: &&Part<'_>| part.surface.chars().all(|c| matches!(c, 'ぁ'..='ん' | 'ー'));
    let count = parts.iter().take(LONGEST).take_while(is_hiragana).count();
    let mark = parts.get(count)?.surface;
    let ruby = parts[..count].iter().map(|part| part.surface).collect();
    (count > 0 && (is_closing(mark) || matches!(mark, "、" | ","))).then_some((ruby, count))
}

fn is_closing(mark: &str) -> bool {
    matches!(mark, ")" | "）")
}

/// Whether the last words, of which one has kanji, are read so.
fn is_said(words: &[Part<'_>], ruby: &str) -> bool {
    let ruby = sound(ruby);
    let mut said = String::new();
    for word in words.iter().rev().take(LONGEST) {
        said.insert_str(0, &word.reading);
        let kanji = word.surface.contains(|c| matches!(c, '一'..='鿿' | '々'));
        if kanji && sound(&said) == ruby {
            return true;
        }
        if said.len() > 2 * ruby.len() {
            break;
        }
    }
    false
}

/// Hiragana with all that is said alike written alike: とうきょう as とーきょー.
fn sound(kana: &str) -> String {
    let mut said = String::with_capacity(kana.len());
    let mut vowel = None;
    for c in kana.chars() {
        let long = matches!(
            (vowel, c),
            (Some('a'), 'あ')
                | (Some('i'), 'い')
                | (Some('ɯ' | 'ɨ' | 'o'), 'う')
                | (Some('e'), 'い' | 'え')
                | (Some('o'), 'お')
        );
        if long || c == 'ー' {
            said.push('ー');
            continue;
        }
        said.push(match c {
            'づ' => 'ず',
            'ぢ' => 'じ',
            'を' => 'お',
            c => c,
        });
        vowel = kana::one(c).and_then(|one| one.chars().next_back());
    }
    said
}

#[cfg(test)]
mod tests {
    use unidic::Class;

    use super::*;

    /// What is left of words with their readings.
    fn left(words: &[(&'static str, &str)]) -> String {
        let mut at = 0;
        let parts = words.iter().map(|(surface, reading)| {
            let range = at..at + surface.len();
            at = range.end;
            Part { range, surface, reading: (*reading).into(), kind: Class::Hiragana }
        });
        let left = take_out(parts.collect());
        assert_eq!(left.last().map(|part| part.range.end), Some(at));
        left.iter().map(|part| part.surface).collect()
    }

    #[test]
    fn readings_are_said_once() {
        let tokyo = ("東京", "とーきょー");
        let open = ("(", "(");
        assert_eq!(left(&[tokyo, ("都", "と"), open, ("とうきょうと", ""), (")", ")")]), "東京都");
        assert_eq!(left(&[tokyo, open, ("とう", ""), ("きょう", ""), (")", ")")]), "東京");
        assert_eq!(left(&[tokyo, open, ("まで", ""), (")", ")")]), "東京(まで)");
        let soseki = ("漱石", "そーせき");
        let tail = ("生", "せー");
        assert_eq!(left(&[soseki, open, ("そうせき", ""), ("、", ""), tail]), "漱石(生");
        assert_eq!(left(&[open, ("そうせき", ""), (")", "")]), "(そうせき)");
    }
}
