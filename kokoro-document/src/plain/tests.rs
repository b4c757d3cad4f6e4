use super::*;
use crate::block::BlockKind;

fn plain(text: &str) -> Plain<'_> {
    Plain::new(text, Markup::OfWords)
}

fn read(text: &str) -> Vec<String> {
    plain(text).map(|block| block.text.as_str().to_owned()).collect()
}

/// The blocks with a letter for what each is.
fn kinds(text: &str) -> Vec<String> {
    let name = |block: Block| {
        let kind = match block.kind {
            BlockKind::Paragraph => "p".into(),
            BlockKind::Heading { level } => format!("h{level}"),
            BlockKind::ListItem { .. } => "li".into(),
            BlockKind::Quote { depth } => format!("q{depth}"),
            BlockKind::Cell { place } => format!("{place:?}"),
            BlockKind::Verse => "v".into(),
            BlockKind::SceneBreak => return "break".into(),
            other => format!("{other:?}"),
        };
        format!("{kind}: {}", block.text.as_str())
    };
    plain(text).map(name).collect()
}

#[test]
fn wrapped_lines_are_joined() {
    assert_eq!(read("The old man\r\nwalked home\r\nalone."), ["The old man walked home alone."]);
    let wrapped = "It was the best of times, it was the worst of times, it was the age\n\
        of wisdom, it was the age of foolishness. And then Mr.\n\
        Smith came from London, where he had known a well-\n\
        known lady, and gave an exam-\n\
        ple of all this.";
    let joined = "It was the best of times, it was the worst of times, it was the age of wisdom, \
        it was the age of foolishness. And then Mr. Smith came from London, where he had known a \
        well-known lady, and gave an example of all this.";
    assert_eq!(read(wrapped), [joined]);
    assert_eq!(read("He may co-\noperate by e-\nmail now."), ["He may co-operate by e-mail now."]);
    assert_eq!(read("We met\nMary in\nthe park."), ["We met Mary in the park."]);
    assert_eq!(read("a two-\nand three-fold Anglo-\nSaxon"), ["a two- and three-fold Anglo-Saxon"]);
}

#[test]
fn sources_are_bytes_of_the_input() {
    let text = "\u{feff}An exam-\r\nple  of\u{a0}x.";
    let block = plain(text).next().unwrap();
    assert_eq!(block.text.as_str(), "An example of x.");
    let word = &text[block.text.source(3..10)];
    assert_eq!(word, "exam-\r\nple");
    assert_eq!(&text[block.text.source(11..13)], "of");
}

#[test]
fn paragraphs_end_where_their_author_ended_them() {
    assert_eq!(read("First paragraph ends here\n\nSecond begins here").len(), 2);
    assert_eq!(read("One.\n\n\n\n\nTwo."), ["One.", "Two."]);
    assert_eq!(
        read("One paragraph.\nAnother, which is long.\nA third."),
        ["One paragraph.", "Another, which is long.", "A third."]
    );
    let letter = "Dear Anna,\nThank you very much for the long letter that you wrote to\nus. We \
        were glad.\nYours\nTom";
    assert_eq!(
        read(letter),
        [
            "Dear Anna,",
            "Thank you very much for the long letter that you wrote to us. We were glad.",
            "Yours",
            "Tom"
        ]
    );
    assert_eq!(read("a\u{2029}b"), ["a", "b"]);
}

#[test]
fn headings_and_scene_breaks() {
    assert_eq!(
        kinds("Chapter 7\nThe dog slept by the fire.\n\nIV\n\nText"),
        ["h2: Chapter 7", "p: The dog slept by the fire.", "h2: IV", "p: Text"]
    );
    assert_eq!(
        kinds("Chapter One.\n\nIt began.\n\n---\n\nIt ended.\n* * *"),
        ["h2: Chapter One.", "p: It began.", "break", "p: It ended.", "break"]
    );
    assert_eq!(
        kinds("The Title\n=========\nText of it.\nMore\n---\nx"),
        ["h1: The Title", "p: Text of it.", "p: More", "break", "p: x"]
    );
    assert_eq!(
        kinds("CHAPTER I\nTHE BEGINNING\n\nIt was dark."),
        ["h2: CHAPTER I", "h2: THE BEGINNING", "p: It was dark."]
    );
    assert_eq!(
        kinds("THE END OF IT\n\nPart of me died."),
        ["h2: THE END OF IT", "p: Part of me died."]
    );
}

#[test]
fn lists() {
    assert_eq!(
        kinds("Things to buy\n- milk\n- eggs\n  and bread\n• salt"),
        ["p: Things to buy", "li: milk", "li: eggs and bread", "li: salt"]
    );
    assert_eq!(kinds("1. First wash.\n2. Then dry."), ["li: 1. First wash.", "li: 2. Then dry."]);
    assert_eq!(
        kinds("It happened in the year\n12. nobody came\nthen - I think\n- again."),
        ["p: It happened in the year 12. nobody came then - I think - again."]
    );
}

#[test]
fn verse_keeps_its_lines() {
    assert_eq!(kinds("Roses are red\nViolets are blue").len(), 2);
    assert_eq!(kinds("We walked with\nMary in Paris.").len(), 1);
    let poem = "Two roads diverged in a yellow wood,\nAnd sorry I could not travel both\n\
        And be one traveler, long I stood\nAnd looked down one as far as I could";
    assert!(kinds(poem).iter().all(|line| line.starts_with("v: ")));
    assert_eq!(kinds(poem).len(), 4);
    assert_eq!(kinds("Tom Miller\n12 Second Street\nSpringfield, IL 62704").len(), 3);
}

#[test]
fn mail_is_quoted() {
    assert_eq!(
        kinds("Tom wrote:\n> I saw her\n> in the park.\n>\n>> When?\nI see."),
        ["p: Tom wrote:", "q1: I saw her in the park.", "q2: When?", "p: I see."]
    );
    assert_eq!(kinds("> 5 is more"), ["p: > 5 is more"]);
}

#[test]
fn tables_are_read_cell_by_cell() {
    let cells = ["Inner: Name", "LastOfRow: Age", "Inner: Tom", "LastOfRow: 30"];
    assert_eq!(kinds("| Name | Age |\n|---|---|\n| Tom | 30 |"), cells);
    assert_eq!(kinds("Name\tAge\nTom\t30"), cells);
    assert_eq!(kinds("Name     Age\nTom      30"), cells);
    assert_eq!(kinds("Pasted\ttext with odd   spaces."), ["p: Pasted text with odd spaces."]);
}

#[test]
fn what_has_no_text_is_no_block() {
    for text in ["", " \n\t\r\n", "\u{feff}\u{200b}", "\n\n\n"] {
        assert_eq!(read(text), [""; 0], "{text:?}");
    }
}

#[test]
fn a_megabyte_takes_linear_time() {
    for piece in ["\n", "a\n", "> ", "- ", "- a\n", "#", "|", "|\n", "| a\n", "A b\n", "[", "\t a"]
    {
        let text = piece.repeat(300_000 / piece.len());
        assert!(plain(&text).count() < text.len());
    }
}
