//! The plans of SSML: the cases in `kokoro-document/tests/ssml`, whose `--- plan` is in the
//! notation of `support`, one step a line. What is read of the documents is tested there.

use std::path::Path;

use kokoro_document::Format;
use kokoro_plan::Strictness;

use crate::support::{options, written};

/// The cases that must have a plan at least.
const LEAST: usize = 200;

#[test]
fn plans_of_ssml_are_as_they_are_written_down() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../kokoro-document/tests/ssml");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let (mut count, mut wrong) = (0, Vec::new());
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for case in text.split("=== ").skip(1) {
            let Some((read, expected)) = case.split_once("\n--- plan\n") else { continue };
            let (title, rest) = read.split_once('\n').unwrap();
            let (input, _) = rest.split_once("\n---").unwrap();
            let mut options = options();
            options.text.format = Format::Ssml;
            if title.ends_with("[lenient]") {
                options.strictness = Strictness::Lenient;
            }
            let found = written(input, &options).replace(" | ", "\n");
            count += 1;
            if found.trim() != expected.trim() {
                wrong.push(format!("{title}\n{input}\n--- is planned as\n{found}\n"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= LEAST, "only {count} cases");
}
