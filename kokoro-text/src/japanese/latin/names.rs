//! Japanese names of letters, and of brands and words that are said otherwise than English has it.

/// What a letter is called.
pub(super) fn letter(c: char) -> Option<&'static str> {
    let at = c.to_ascii_lowercase();
    let number = usize::try_from(u32::from(at).checked_sub(u32::from('a'))?).ok()?;
    LETTERS.get(number).copied()
}

const LETTERS: [&str; 26] = [
    "エー",
    "ビー",
    "シー",
    "ディー",
    "イー",
    "エフ",
    "ジー",
    "エイチ",
    "アイ",
    "ジェー",
    "ケー",
    "エル",
    "エム",
    "エヌ",
    "オー",
    "ピー",
    "キュー",
    "アール",
    "エス",
    "ティー",
    "ユー",
    "ブイ",
    "ダブリュー",
    "エックス",
    "ワイ",
    "ゼット",
];

/// A well-known name in katakana; its capitals do not matter.
pub(super) fn name(word: &str) -> Option<&'static str> {
    if word.len() > LONGEST {
        return None;
    }
    let lower = word.to_lowercase();
    let at = NAMES.binary_search_by(|(name, _)| (*name).cmp(&lower)).ok()?;
    Some(NAMES[at].1)
}

const LONGEST: usize = 16;

/// In the order of their letters.
const NAMES: &[(&str, &str)] = &[
    ("amazon", "アマゾン"),
    ("android", "アンドロイド"),
    ("app", "アプリ"),
    ("apple", "アップル"),
    ("blog", "ブログ"),
    ("bluetooth", "ブルートゥース"),
    ("chatgpt", "チャットジーピーティー"),
    ("chrome", "クローム"),
    ("debian", "デビアン"),
    ("diy", "ディーアイワイ"),
    ("docker", "ドッカー"),
    ("e-mail", "イーメール"),
    ("email", "イーメール"),
    ("excel", "エクセル"),
    ("facebook", "フェイスブック"),
    ("firefox", "ファイアーフォックス"),
    ("git", "ギット"),
    ("github", "ギットハブ"),
    ("gmail", "ジーメール"),
    ("google", "グーグル"),
    ("hello", "ハロー"),
    ("html", "エイチティーエムエル"),
    ("ibm", "アイビーエム"),
    ("instagram", "インスタグラム"),
    ("intel", "インテル"),
    ("internet", "インターネット"),
    ("ios", "アイオーエス"),
    ("ipad", "アイパッド"),
    ("iphone", "アイフォーン"),
    ("it", "アイティー"),
    ("java", "ジャバ"),
    ("javascript", "ジャバスクリプト"),
    ("jaxa", "ジャクサ"),
    ("jpeg", "ジェーペグ"),
    ("json", "ジェイソン"),
    ("lan", "ラン"),
    ("latex", "ラテフ"),
    ("line", "ライン"),
    ("linux", "リナックス"),
    ("mac", "マック"),
    ("macbook", "マックブック"),
    ("mail", "メール"),
    ("microsoft", "マイクロソフト"),
    ("mr", "ミスター"),
    ("mrs", "ミセス"),
    ("ms", "ミズ"),
    ("mysql", "マイエスキューエル"),
    ("nasa", "ナサ"),
    ("nato", "ナトー"),
    ("netflix", "ネットフリックス"),
    ("news", "ニュース"),
    ("nintendo", "ニンテンドー"),
    ("ok", "オーケー"),
    ("online", "オンライン"),
    ("opec", "オペック"),
    ("openai", "オープンエーアイ"),
    ("pdf", "ピーディーエフ"),
    ("playstation", "プレイステーション"),
    ("png", "ピング"),
    ("python", "パイソン"),
    ("rust", "ラスト"),
    ("server", "サーバー"),
    ("sim", "シム"),
    ("slack", "スラック"),
    ("sony", "ソニー"),
    ("spotify", "スポティファイ"),
    ("starbucks", "スターバックス"),
    ("switch", "スイッチ"),
    ("tesla", "テスラ"),
    ("tiktok", "ティックトック"),
    ("toyota", "トヨタ"),
    ("twitter", "ツイッター"),
    ("ubuntu", "ウブントゥ"),
    ("unesco", "ユネスコ"),
    ("unicef", "ユニセフ"),
    ("unix", "ユニックス"),
    ("update", "アップデート"),
    ("usb", "ユーエスビー"),
    ("user", "ユーザー"),
    ("vs", "バーサス"),
    ("web", "ウェブ"),
    ("wi-fi", "ワイファイ"),
    ("wifi", "ワイファイ"),
    ("wikipedia", "ウィキペディア"),
    ("windows", "ウィンドウズ"),
    ("word", "ワード"),
    ("youtube", "ユーチューブ"),
    ("zip", "ジップ"),
    ("zoom", "ズーム"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order() {
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(NAMES.iter().all(|(name, _)| name.len() <= LONGEST));
        assert_eq!(name("Google"), Some("グーグル"));
        assert_eq!((letter('z'), letter('é')), (Some("ゼット"), None));
    }
}
