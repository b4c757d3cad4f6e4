//! What people paste, as a reader would read it.

use kokoro_document::{Block, BlockKind, Format, blocks};

fn read(input: &str, format: Format) -> Vec<String> {
    blocks(input, format).map(|block| block.text.as_str().to_owned()).collect()
}

#[test]
fn auto_reads_what_is_pasted() {
    for (input, said) in [
        (
            "Add this line:\n```\nx = 1\n```\nThen save.",
            vec!["Add this line:", "x = 1", "Then save."],
        ),
        ("| Name | Age |\n|---|---|\n| Tom | 30 |", vec!["Name", "Age", "Tom", "30"]),
        (
            "# The title\nText of it\n\n> quoted\n> text",
            vec!["The title", "Text of it", "quoted text"],
        ),
        ("- **So**: _yes_\n- [ ] no", vec!["So: yes", "no"]),
        ("<p>One.</p><p>Two<br>three &amp; four.</p>", vec!["One.", "Two three & four."]),
        ("A\u{a0}voice: <Mission failed>\r\nrang out.", vec!["A voice: Mission failed rang out."]),
        ("<!DOCTYPE html><title>no</title><li>One<li>Two", vec!["One", "Two"]),
        ("It began.\n\n***\n\nIt ended.", vec!["It began.", "", "It ended."]),
        ("x\n```\n\n a\n", vec!["x", "a"]),
    ] {
        assert_eq!(read(input, Format::Auto), said, "{input:?}");
    }
}

#[test]
fn plain_text_keeps_what_could_be_markup() {
    let text = "It is *so*, &amp; <b>. # 1";
    assert_eq!(read(text, Format::Plain), [text]);
}

#[test]
fn scene_breaks_have_no_text() {
    for line in ["***", "* * *", "---", "===", "___", "~~~", "⁂", "•••", "# # #", "─────"]
    {
        for format in [Format::Plain, Format::Auto] {
            let kinds: Vec<BlockKind> = blocks(line, format).map(|block| block.kind).collect();
            assert_eq!(kinds, [BlockKind::SceneBreak], "{line}");
        }
    }
}

/// A book is read as it is asked for: its first block does not take the time of all.
#[test]
fn plain_text_streams() {
    let book = "It was a dark and stormy night; the rain fell in torrents.\n\n".repeat(200_000);
    let first = blocks(&book, Format::Auto).next().map(|block| block.text.source(0..2));
    assert_eq!(first, Some(0..2));
}

/// Where the pauses of a document stand: a bar in the texts of its blocks.
fn with_pauses(input: &str, format: Format) -> Vec<String> {
    let with_bars = |block: Block| {
        let mut text = block.text.as_str().to_owned();
        for mark in block.marks.iter().rev() {
            assert!(input[mark.source.clone()].starts_with("[pause:"));
            text.insert(mark.range.start, '|');
        }
        text
    };
    blocks(input, format).map(with_bars).collect()
}

#[test]
fn pauses_stand_where_they_were_written_and_change_nothing_else() {
    for format in [Format::Plain, Format::Auto, Format::Markdown] {
        for (input, read) in [
            ("One [pause:1s] two.", vec!["One |two."]),
            ("[pause:1s]One two.[pause:500ms]", vec!["|One two.|"]),
            ("One.\n\n[pause:2s]\n\nTwo.", vec!["One.", "|Two."]),
            ("One. [pause:2s] [pause:2s]\n\nTwo.", vec!["One.||", "Two."]),
            ("# One [pause:2s]\n\n[pause:1s]\n", vec!["One|", "|"]),
            ("[pause:2s]", vec!["|"]),
            ("a[pause:2s]b", vec!["a|b"]),
        ] {
            let read: Vec<&str> = match format {
                Format::Plain => read.iter().map(|text| text.trim_start_matches("# ")).collect(),
                _ => read,
            };
            let found = with_pauses(input, format);
            let found: Vec<&str> = found.iter().map(|t| t.trim_start_matches("# ")).collect();
            assert_eq!(found, read, "{input:?} as {format}");
        }
    }
    let html = "<p>One<b>[pause:1s]</b> two.<p>[pause:2s]<ul><li>Three [pause:3s]</ul>";
    assert_eq!(with_pauses(html, Format::Html), ["One| two.", "|Three|"]);
}
