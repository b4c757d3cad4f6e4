use super::*;

fn said(text: &str) -> String {
    let text = MappedText::from_source(text);
    mandarin(&text, &[], &Options::default()).text.as_str().to_owned()
}

/// Each line: as it is written, and as it is said.
const CASES: &str = include_str!("cases.txt");

#[test]
fn what_is_written_is_said() {
    let mut wrong = Vec::new();
    for line in CASES.lines().filter(|line| !line.is_empty()) {
        let (written, expected) = line.split_once(" = ").expect("a case");
        let found = said(written);
        if found != expected {
            wrong.push(format!("{written}: {found}, expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_protected_stays() {
    let text = MappedText::from_source("共3个，第4个，5个");
    let found = mandarin(&text, &[13..14, 20..21], &Options::default());
    assert_eq!(found.text.as_str(), "共三个，第4个，5个");
    assert_eq!(found.protected, [15..16, 22..23]);
}

#[test]
fn hostile_text_takes_linear_time() {
    for unit in ["1", "1-", "1.", "1,", "1:", "1/", "-", "+", "$", "a.", "@", "１", "℃", "年1"]
    {
        let text = unit.repeat(300_000 / unit.len());
        said(&text);
    }
}
