//! What holds for any text of Mandarin.

#![cfg(feature = "mandarin")]

mod support;

use std::ops::Range;

use kokoro_normalize::{Normalized, Options, mandarin};
use mapped_text::MappedText;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use support::read_from;

/// Pieces of which texts are made that rules may take for something.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "1", "2", "0", "5", "10", "007", "1984", "2026", "1,000", "3.14", ".5", "½", "②", "٣", "４",
    "Ⅳ", "￥", "$", "US$", "€", "%", "％", "°", "℃", "°C", "km", "kg", "m²", "h", "w", "年", "月", "日",
    "号", "第", "个", "点", "分之", "公元前", "电话", "拨打", "尾号", "比分", "时速", "后", "中国", "的",
    "a", "A", "PM", "B2B", "No.", "C++", "iPhone", "a@b.com", "www.", "http://", ".cn", "@", "#",
    "-", "–", "−", "－", "～", "/", ":", "：", ".", "，", ",", "。", "(", "）", "+", "=", "×", "≥", "&",
    " ", " ", " ", "·", "α", "→", "😀", "〇", "龘", "\u{20000}", "こ", "13501234567",
];

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..14);
    prop_oneof![3 => pieces.prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

fn read(source: &str, protected: &[Range<usize>]) -> Normalized {
    mandarin(&MappedText::from_source(source), protected, &Options::default())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Default::default()
    })]

    #[test]
    fn every_letter_and_digit_is_read(source in texts()) {
        let normalized = read(&source, &[]);
        let text = normalized.text.as_str();
        let said = read_from(&normalized, &source);
        for (at, c) in source.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            prop_assert!(said[at], "{c:?} at {at} of {source:?} is lost in {text:?}");
        }
    }

    #[test]
    fn protected_ranges_stay(parts in prop::collection::vec((texts(), any::<bool>()), 0..5)) {
        let mut source = String::new();
        let mut protected = Vec::new();
        for (part, kept) in &parts {
            if *kept {
                protected.push(source.len()..source.len() + part.len());
            }
            source.push_str(part);
        }
        let normalized = read(&source, &protected);
        prop_assert_eq!(normalized.protected.len(), protected.len());
        for (now, was) in normalized.protected.iter().zip(&protected) {
            prop_assert_eq!(&normalized.text.as_str()[now.clone()], &source[was.clone()]);
        }
    }
}
