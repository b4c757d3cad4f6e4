//! What SSML says, case by case: the files in `tests/ssml`.
//!
//! A case is a line `=== what it shows`, the input, a line `---` and what is read of it: a line for
//! each block, below it its voice and its marks, at last the warnings or the error. What a mark
//! says is followed by the words that it is said of, or by its place (`Hello| you`). A case whose
//! name ends with `[lenient]` is read leniently, all others strictly. What follows a line
//! `--- plan` is tested by `kokoro-plan`.

use std::path::Path;

use kokoro_document::ssml::{Ssml, SsmlError, Strictness, read};
use kokoro_document::{Block, BlockKind, Break, Mark, MarkKind, Prosody, SayAs, VoiceChoice};

/// How many characters before and after a place are shown.
const AROUND: usize = 8;

/// The cases that a release must have at least.
const LEAST: usize = 150;

#[test]
fn cases_say_what_they_should() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ssml");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let (mut count, mut failed) = (0, String::new());
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        for case in text.split("=== ").skip(1) {
            let (title, rest) = case.split_once('\n').unwrap();
            let (input, wanted) = rest.split_once("\n---\n").unwrap();
            let wanted = wanted.split("--- plan\n").next().unwrap_or_default();
            let found = shown(input, title);
            count += 1;
            if found.trim() != wanted.trim() {
                line(&mut failed, &format!("{name}: {title}\n{input}\n--- is read as\n{found}"));
            }
        }
    }
    assert!(failed.is_empty(), "{failed}");
    assert!(count >= LEAST, "only {count} cases");
}

/// What is read of `input`, as the files have it.
fn shown(input: &str, title: &str) -> String {
    let lenient = title.ends_with("[lenient]");
    let strictness = if lenient { Strictness::Lenient } else { Strictness::Strict };
    let mut out = String::new();
    match read(input, strictness) {
        Ok(Ssml { blocks, warnings, .. }) => {
            blocks.iter().for_each(|block| show_block(&mut out, block));
            for warning in warnings {
                let (place, message) = (warning.place, warning.message);
                line(&mut out, &format!("warning {}:{} {message}", place.line, place.column));
            }
        }
        Err(SsmlError { place, fault, .. }) => {
            line(&mut out, &format!("error {}:{} {fault}", place.line, place.column));
        }
    }
    out
}

fn line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

fn show_block(out: &mut String, block: &Block) {
    let kind = match block.kind {
        BlockKind::Paragraph => "p",
        BlockKind::Sentence => "s",
        BlockKind::Fragment => "fragment",
        _ => panic!("{:?}", block.kind),
    };
    line(out, format!("{kind}: {}", block.text.as_str()).trim_end());
    if let Some(VoiceChoice { names, gender, language, .. }) = &block.voice {
        let gender = gender.map(|gender| format!("{gender:?}").to_lowercase());
        let parts = names.iter().chain(&gender).chain(language);
        let parts: Vec<&str> = parts.map(String::as_str).collect();
        line(out, &format!("  voice {}", parts.join(" ")));
    }
    for mark in &block.marks {
        line(out, &format!("  {} <{}>", said(&mark.kind), place(block.text.as_str(), mark)));
    }
}

/// The words that a mark is said of, or its place.
fn place(text: &str, mark: &Mark) -> String {
    if !mark.range.is_empty() {
        return text[mark.range.clone()].to_owned();
    }
    let (before, after) = text.split_at(mark.range.start);
    let before: Vec<char> = before.chars().rev().take(AROUND).collect();
    let after = after.chars().take(AROUND);
    before.into_iter().rev().chain(['|']).chain(after).collect()
}

fn said(kind: &MarkKind) -> String {
    match kind {
        MarkKind::Phonemes(phonemes) => format!("phonemes {phonemes}"),
        MarkKind::Stress(stress) => format!("stress {stress}"),
        MarkKind::SayAs(SayAs { interpret_as, format, detail, .. }) => {
            let part = |name, value: &Option<String>| match value {
                Some(value) => format!(" {name}={value}"),
                None => String::new(),
            };
            format!("say-as {interpret_as}{}{}", part("format", format), part("detail", detail))
        }
        MarkKind::Language(language) => format!("language {language}"),
        MarkKind::Prosody(prosody) => said_of_prosody(prosody),
        MarkKind::Break(Break::Time(time)) => format!("break {time:?}"),
        MarkKind::Break(Break::Strength(strength)) => {
            format!("break {strength:?}")
        }
        MarkKind::Bookmark(name) => format!("bookmark {name}"),
        MarkKind::Audio(clip) => format!("audio {}", clip.src),
        other => panic!("{other:?}"),
    }
}

fn said_of_prosody(Prosody { rate, pitch, gain, .. }: &Prosody) -> String {
    let mut out = String::from("prosody");
    let mut number = |name: &str, value: f32, neutral: f32| {
        if value != neutral {
            out.push_str(&format!(" {name}{}", (value * 1000.0).round() / 1000.0));
        }
    };
    number("rate ", *rate, 1.0);
    number("median ", pitch.median.unwrap_or(0.0), 0.0);
    number("pitch ", pitch.ratio, 1.0);
    number("hertz ", pitch.hertz, 0.0);
    number("gain ", *gain, 1.0);
    out
}
