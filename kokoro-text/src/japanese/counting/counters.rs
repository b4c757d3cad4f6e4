//! Counters, and how they and the number before them change.

/// A number and its counter as they are said together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Changed {
    /// The parts of the number: their lengths in bytes and their readings.
    pub(super) number: Vec<(usize, String)>,
    /// The counter as it is written, and its reading.
    pub(super) written: &'static str,
    pub(super) reading: String,
    /// Whether it is a counter also where UniDic has number and counter as one word.
    pub(super) alone: bool,
}

/// How a counter and the last sound of a number change each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    /// ほん: いっぽん, さんぼん, ろっぽん, はっぽん, じゅっぽん.
    Voiced,
    /// ふん: いっぷん, さんぷん, よんぷん.
    Half,
    /// かい: いっかい, ろっかい, はっかい, じゅっかい.
    K,
    /// がい behind さん, else as かい.
    VoicedK,
    /// さつ: いっさつ, はっさつ, じゅっさつ.
    S,
    /// ページ: じゅっページ.
    Ten,
    /// よん becomes よ, and nothing else changes.
    Four,
    /// Hours: よじ, しちじ, くじ.
    Hour,
    /// Months: しがつ, しちがつ, くがつ.
    Month,
    /// Days behind the tenth: じゅーよっか, じゅーしちにち, じゅーくにち.
    Day,
    /// People: よにん.
    People,
    /// Nothing changes.
    None,
}

/// Counters, the longer of those that begin alike first; readings; changes.
const COUNTERS: &[(&str, &str, Change)] = &[
    ("本", "ほん", Change::Voiced),
    ("匹", "ひき", Change::Voiced),
    ("杯", "はい", Change::Voiced),
    ("票", "ひょー", Change::Voiced),
    ("分間", "ふんかん", Change::Half),
    ("分", "ふん", Change::Half),
    ("泊", "はく", Change::Half),
    ("発", "はつ", Change::Half),
    ("拍", "はく", Change::Half),
    ("歩", "ほ", Change::Half),
    ("回", "かい", Change::K),
    ("個", "こ", Change::K),
    ("件", "けん", Change::K),
    ("巻", "かん", Change::K),
    ("曲", "きょく", Change::K),
    ("ヶ月", "かげつ", Change::K),
    ("か月", "かげつ", Change::K),
    ("カ月", "かげつ", Change::K),
    ("ヵ月", "かげつ", Change::K),
    ("箇月", "かげつ", Change::K),
    ("ヶ国", "かこく", Change::K),
    ("か国", "かこく", Change::K),
    ("カ国", "かこく", Change::K),
    ("ヵ国", "かこく", Change::K),
    ("ヶ所", "かしょ", Change::K),
    ("か所", "かしょ", Change::K),
    ("カ所", "かしょ", Change::K),
    ("ヵ所", "かしょ", Change::K),
    ("箇所", "かしょ", Change::K),
    ("基", "き", Change::K),
    ("級", "きゅー", Change::K),
    ("校", "こー", Change::K),
    ("戸", "こ", Change::K),
    ("階", "かい", Change::VoicedK),
    ("軒", "けん", Change::VoicedK),
    ("歳", "さい", Change::S),
    ("才", "さい", Change::S),
    ("冊", "さつ", Change::S),
    ("週間", "しゅーかん", Change::S),
    ("周年", "しゅーねん", Change::S),
    ("周", "しゅー", Change::S),
    ("種類", "しゅるい", Change::S),
    ("章", "しょー", Change::S),
    ("世紀", "せーき", Change::S),
    ("世帯", "せたい", Change::S),
    ("隻", "せき", Change::S),
    ("席", "せき", Change::S),
    ("社", "しゃ", Change::S),
    ("試合", "しあい", Change::S),
    ("頭", "とー", Change::S),
    ("通", "つー", Change::S),
    ("着", "ちゃく", Change::S),
    ("丁目", "ちょーめ", Change::S),
    ("体", "たい", Change::S),
    ("等", "とー", Change::S),
    ("点", "てん", Change::S),
    ("ページ", "ぺーじ", Change::Ten),
    ("パーセント", "ぱーせんと", Change::Ten),
    ("ポイント", "ぽいんと", Change::Ten),
    ("キロ", "きろ", Change::Ten),
    ("センチ", "せんち", Change::Ten),
    ("トン", "とん", Change::Ten),
    ("年間", "ねんかん", Change::Four),
    ("年生", "ねんせー", Change::Four),
    ("年", "ねん", Change::Four),
    ("円", "えん", Change::Four),
    ("時間", "じかん", Change::Hour),
    ("時", "じ", Change::Hour),
    ("月", "がつ", Change::Month),
    ("日", "にち", Change::Day),
    ("人", "にん", Change::People),
    ("羽", "わ", Change::None),
    ("話", "わ", Change::None),
    ("対", "たい", Change::S),
];

/// Counters that UniDic joins to numbers as names: 三本 is みもと there.
const ALONE: &str = "本匹杯個回階軒冊頭羽話";

/// The counter with which `after` begins, and how it and the number change. None if it has none,
/// or if UniDic says both as they are said.
pub(super) fn counter(words: &[(usize, String)], last: char, after: &str) -> Option<Changed> {
    let (written, reading, change) =
        COUNTERS.iter().find(|(written, ..)| after.starts_with(written))?;
    let next = after[written.len()..].chars().next();
    let number_follows = next.is_some_and(super::is_numeral);
    if *written == "点" && number_follows || *written == "対" && !number_follows {
        return None; // a decimal; 一対 that is no score
    }
    let (mut number, mut said) = (words.to_vec(), (*reading).to_owned());
    let (_, end) = number.last_mut()?;
    let small = words.len() == 1 && last != '十' && words[0].0 == last.len_utf8();
    match change {
        Change::Day if small => {
            *end = day(last)?.into();
            said = "か".into();
        }
        Change::Day if last == '十' => return None, // とおか, はつか
        Change::People if small && matches!(last, '一' | '二') => return None,
        Change::S if *written == "歳" && end == "にじゅー" && words.len() == 1 => {
            // はたち, which is said for both.
            *end = "はた".into();
            said = "ち".into();
        }
        _ => change_both(*change, last, end, &mut said),
    }
    Some(Changed { number, written, reading: said, alone: ALONE.contains(written) })
}

/// How the days from the second to the ninth are counted, before か.
fn day(digit: char) -> Option<&'static str> {
    let said = match digit {
        '二' => "ふつ",
        '三' => "みっ",
        '四' => "よっ",
        '五' => "いつ",
        '六' => "むい",
        '七' => "なの",
        '八' => "よー",
        '九' => "ここの",
        _ => return None,
    };
    Some(said)
}

/// Changes the end of a number and the start of a counter.
fn change_both(change: Change, last: char, number: &mut String, counter: &mut String) {
    let doubles = match change {
        Change::Voiced | Change::Half | Change::K | Change::VoicedK => {
            matches!(last, '一' | '六' | '八' | '十' | '百')
        }
        Change::S => matches!(last, '一' | '八' | '十'),
        Change::Ten => last == '十',
        _ => false,
    };
    if doubles && let Some((start, _)) = number.char_indices().next_back() {
        number.truncate(start);
        number.push('っ');
    }
    let shortened = match (change, last) {
        (Change::Hour | Change::People | Change::Four, '四') => Some(("よん", "よ")),
        (Change::Month, '四') => Some(("よん", "し")),
        (Change::Hour | Change::Month | Change::Day, '七') => Some(("なな", "しち")),
        (Change::Hour | Change::Month | Change::Day, '九') => Some(("きゅー", "く")),
        (Change::Day, '四') => {
            "か".clone_into(counter);
            Some(("よん", "よっ"))
        }
        _ => None,
    };
    if let Some((from, to)) = shortened
        && let Some(stem) = number.strip_suffix(from)
    {
        *number = format!("{stem}{to}");
    }
    let half = doubles || change == Change::Half && matches!(last, '三' | '四' | '千' | '万');
    let voiced =
        matches!(change, Change::Voiced | Change::VoicedK) && matches!(last, '三' | '千' | '万');
    let first = counter.chars().next();
    let new = match first {
        Some('か') if change == Change::VoicedK && voiced => Some('が'),
        Some('け') if change == Change::VoicedK && voiced => Some('げ'),
        Some('は' | 'ひ' | 'ふ' | 'ほ') if half => shifted(first, 2),
        Some('は' | 'ひ' | 'ふ' | 'ほ') if voiced => shifted(first, 1),
        _ => None,
    };
    if let (Some(new), Some(first)) = (new, first) {
        counter.replace_range(..first.len_utf8(), new.encode_utf8(&mut [0; 4]));
    }
}

/// The kana so many places behind another: ば and ぱ stand behind は.
fn shifted(kana: Option<char>, places: u32) -> Option<char> {
    char::from_u32(u32::from(kana?) + places)
}

#[cfg(test)]
mod tests {
    use super::super::numerals::numeral;
    use super::*;

    #[test]
    fn numbers_and_counters_change() {
        for (number, written, said) in [
            ("一", "本", "いっ ぽん"),
            ("三", "本", "さん ぼん"),
            ("十", "本", "じゅっ ぽん"),
            ("四", "本", "よん ほん"),
            ("二十五", "分", "にじゅーご ふん"),
            ("三十", "分", "さんじゅっ ぷん"),
            ("四", "分", "よん ぷん"),
            ("六", "回", "ろっ かい"),
            ("百", "匹", "ひゃっ ぴき"),
            ("三", "階", "さん がい"),
            ("三", "軒", "さん げん"),
            ("八", "歳", "はっ さい"),
            ("二十", "歳", "はた ち"),
            ("十", "パーセント", "じゅっ ぱーせんと"),
            ("二千二十四", "年", "にせん にじゅーよ ねん"),
            ("十四", "時", "じゅーよ じ"),
            ("九", "時間", "く じかん"),
            ("四", "月", "し がつ"),
            ("七", "月", "しち がつ"),
            ("二十四", "日", "にじゅーよっ か"),
            ("十九", "日", "じゅーく にち"),
            ("十一", "人", "じゅーいち にん"),
            ("四", "人", "よ にん"),
            ("二", "日", "ふつ か"),
            ("八", "日間", "よー か"),
            ("三", "羽", "さん わ"),
            ("三", "対二", "さん たい"),
        ] {
            let numeral = numeral(number).unwrap();
            let changed = counter(&numeral.words, numeral.last, written).unwrap();
            let words: Vec<&str> = changed.number.iter().map(|(_, said)| said.as_str()).collect();
            assert_eq!(format!("{} {}", words.join(" "), changed.reading), said);
        }
        for (number, written) in
            [("一", "日"), ("二十", "日"), ("二", "人"), ("二", "点五"), ("一", "対の")]
        {
            let numeral = numeral(number).unwrap();
            assert_eq!(counter(&numeral.words, numeral.last, written), None, "{number}{written}");
        }
    }
}
