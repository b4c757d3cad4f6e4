//! Kanji numerals and their readings, as UniDic writes pronunciations: long vowels with ー.

/// A number in kanji.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Its parts (thousands, hundreds, the rest): their lengths in bytes and their readings.
    pub(super) words: Vec<(usize, String)>,
    /// Its last character.
    pub(super) last: char,
}

pub(super) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || matches!(c, '十' | '百' | '千' | '万' | '億' | '兆')
}

/// The zero of numbers in digits.
pub(super) const ZERO: char = '〇';

fn digit(c: char) -> Option<&'static str> {
    let reading = match c {
        '零' => "れい",
        '一' => "いち",
        '二' => "に",
        '三' => "さん",
        '四' => "よん",
        '五' => "ご",
        '六' => "ろく",
        '七' => "なな",
        '八' => "はち",
        '九' => "きゅー",
        _ => return None,
    };
    Some(reading)
}

/// Reads a number that is counted. None if it has two digits without a unit between them.
pub(super) fn numeral(written: &str) -> Option<Numeral> {
    let last = written.chars().next_back()?;
    let mut words: Vec<(usize, String)> = vec![(0, String::new())];
    let mut before = None;
    for c in written.chars() {
        let word = words.last_mut()?;
        word.0 += c.len_utf8();
        match digit(c) {
            Some(_) if before.is_some_and(|before| digit(before).is_some()) => return None,
            Some(reading) => word.1.push_str(reading),
            None => unit(c, before, &mut word.1),
        }
        if matches!(c, '千' | '百' | '万' | '億' | '兆') {
            words.push((0, String::new()));
        }
        before = Some(c);
    }
    words.retain(|(length, _)| *length > 0);
    Some(Numeral { words, last })
}

/// Reads three or four digits without units, 二〇二四, as they are counted. None if there are
/// fewer, for 二三 may be two or three, or if they begin with a zero.
pub(super) fn positional(written: &str) -> Option<Numeral> {
    let digits: Vec<char> = written.chars().collect();
    let known = digits.iter().all(|c| *c == ZERO || digit(*c).is_some_and(|_| *c != '零'));
    if !(3..=4).contains(&digits.len()) || digits[0] == ZERO || !known {
        return None;
    }
    let mut words: Vec<(usize, String)> = Vec::new();
    let mut last = ZERO;
    for (at, c) in digits.iter().enumerate() {
        let units = match digits.len() - at {
            4 => "千",
            3 => "百",
            2 => "十",
            _ => "",
        };
        let one = *c == '一' && !units.is_empty();
        let mut counted = String::new();
        if *c != ZERO && !one {
            counted.push(*c);
        }
        if *c != ZERO {
            counted.push_str(units);
        }
        last = counted.chars().next_back().unwrap_or(last);
        let said = numeral(&counted).map_or_else(String::new, |read| {
            read.words.into_iter().map(|(_, reading)| reading).collect()
        });
        // The tens and the ones are one word, and so is what is not said with what is.
        match words.last_mut() {
            Some(word) if units.is_empty() || said.is_empty() || word.1.is_empty() => {
                word.0 += c.len_utf8();
                word.1.push_str(&said);
            }
            _ => words.push((c.len_utf8(), said)),
        }
    }
    Some(Numeral { words, last })
}

/// Appends a unit behind a digit, which may change with it.
fn unit(unit: char, before: Option<char>, said: &mut String) {
    let mut changed = |from: &str, to: &str| {
        said.truncate(said.strip_suffix(from).map_or(said.len(), str::len));
        said.push_str(to);
    };
    match (before, unit) {
        (Some('三'), '百') => said.push_str("びゃく"),
        (Some('六'), '百') => changed("く", "っぴゃく"),
        (Some('八'), '百') => changed("ち", "っぴゃく"),
        (Some('三'), '千') => said.push_str("ぜん"),
        (Some('一' | '八'), '千') => changed("ち", "っせん"),
        (Some('一' | '八'), '兆') => changed("ち", "っちょー"),
        (Some('十'), '兆') => changed("ー", "っちょー"),
        (_, '百') => said.push_str("ひゃく"),
        (_, '千') => said.push_str("せん"),
        (_, '十') => said.push_str("じゅー"),
        (_, '万') => said.push_str("まん"),
        (_, '億') => said.push_str("おく"),
        (_, _) => said.push_str("ちょー"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_parts() {
        let read = |written: &str| {
            let words = numeral(written)?.words.into_iter().map(|(_, reading)| reading);
            Some(words.collect::<Vec<_>>().join(" "))
        };
        for (written, reading) in [
            ("十四", "じゅーよん"),
            ("三百六十五", "さんびゃく ろくじゅーご"),
            ("八千六百", "はっせん ろっぴゃく"),
            ("一千万", "いっせん まん"),
            ("十兆", "じゅっちょー"),
            ("二千二十四", "にせん にじゅーよん"),
        ] {
            assert_eq!(read(written).as_deref(), Some(reading), "{written}");
        }
        assert_eq!(read("二四"), None);
        let read = |written: &str| {
            let words = positional(written)?.words.into_iter().map(|(_, reading)| reading);
            Some(words.collect::<Vec<_>>().join(" "))
        };
        for (written, reading) in [
            ("二〇二四", Some("にせん にじゅーよん")),
            ("一九八五", Some("せん きゅーひゃく はちじゅーご")),
            ("二〇〇〇", Some("にせん")),
            ("三六五", Some("さんびゃく ろくじゅーご")),
            ("二三", None),
            ("〇一二", None),
            ("二千三", None),
        ] {
            assert_eq!(read(written).as_deref(), reading, "{written}");
        }
        assert_eq!(positional("二〇三〇").unwrap().last, '十');
    }
}
