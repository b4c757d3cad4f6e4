use kokoro_text::{FrontEnds, Language};

use super::found::sounding;
use super::*;

fn options(format: Format) -> PlanOptions {
    let mut options = PlanOptions::new("af_heart", Language::AmericanEnglish);
    options.text.format = format;
    options
}

/// The sentences of a text, each with what of the text had been read behind it when it came out.
fn read(text: &str, format: Format) -> Vec<String> {
    let front_ends = FrontEnds::default();
    let mut follower = Follower::new(&front_ends, &options(format));
    let mut found = Vec::new();
    let mut take = |follower: &mut Follower<'_>, end: usize| {
        for item in follower {
            if let Some(source) = sounding(&item.unwrap()) {
                found.push(format!("{}|{}", &text[source.clone()], &text[source.end..end]));
            }
        }
    };
    for (at, c) in text.char_indices() {
        follower.push_text(c.encode_utf8(&mut [0; 4]));
        take(&mut follower, at + c.len_utf8());
    }
    follower.finish();
    take(&mut follower, text.len());
    found
}

#[test]
fn a_sentence_comes_out_at_the_first_letter_of_the_next() {
    for (text, expected) in [
        ("Hello there. How are you?", ["Hello there.| H", "How are you?|"]),
        ("I saw Dr. Smith. He ran.", ["I saw Dr. Smith.| H", "He ran.|"]),
        ("It costs $5.3 billion. So", ["It costs $5.3 billion.| S", "So|"]),
        ("We use it, e.g. here. So", ["We use it, e.g. here.| S", "So|"]),
        ("See www.x.org/a.b. So", ["See www.x.org/a.b.| So", "So|"]),
        ("J. R. Smith came. So", ["J. R. Smith came.| S", "So|"]),
        ("(He left.) “So it is.”", ["(He left.)| “S", "“So it is.”|"]),
        // After an abbreviation the word decides, after a quotation who spoke it.
        ("He lives in the U.S. The army", ["He lives in the U.S.| The ", "The army|"]),
        ("“Why?” she asked. So", ["“Why?” she asked.| S", "So|"]),
        ("“Why?” The door was open. So", ["“Why?”| The door was open. S", "The door was open.| S"]),
        ("Well… Then we go", ["Well…| Then ", "Then we go|"]),
    ] {
        assert_eq!(read(text, Format::Auto)[..2], expected, "{text:?}");
    }
}

#[test]
fn a_line_ends_a_sentence_unless_lines_are_wrapped() {
    assert_eq!(read("Good.\nSo", Format::Auto), ["Good.|\n", "So|"]);
    assert_eq!(read("He met Dr.\nSmith. So", Format::Auto), ["He met Dr.\nSmith.| S", "So|"]);
    let wrapped = "He met her.\nBut he then\nleft.\nit was late.\n\nSo";
    let expected = ["He met her.|\n", "But he then\nleft.\nit was late.|\n\n", "So|"];
    assert_eq!(read(wrapped, Format::Auto), expected);
    assert_eq!(read("A Title\n\nIt began", Format::Auto), ["A Title|\n\nI", "It began|"]);
    assert_eq!(read("Why?\n\nIt", Format::Auto), ["Why?|\n", "It|"]);
}

#[test]
fn markdown_comes_out_when_it_is_closed() {
    for format in [Format::Auto, Format::Markdown] {
        let expected = ["Hello there.| How are you?** F", "How are you?|** F", "Fine.|"];
        assert_eq!(read("**Hello there. How are you?** Fine.", format), expected);
        let expected = ["See [Dr. Smith](http://x.org).| S", "So|"];
        assert_eq!(read("See [Dr. Smith](http://x.org). So", format), expected);
        let expected = ["A heading|\n", "milk|\n- e", "eggs.|\n", "So|"];
        assert_eq!(read("# A heading\n- milk\n- eggs.\n\nSo", format), expected);
        let expected = ["Code:|\n```\n", "a = 1|\n", "b|\n", "So|"];
        assert_eq!(read("Code:\n```\na = 1\n\nb\n```\nSo", format), expected);
        let table = read("|a|b|\n|-|-|\n|c|d|\n", format);
        assert_eq!(table.last().unwrap(), "d||\n");
        assert_eq!(table.len(), 4);
    }
}

#[test]
fn other_languages_have_their_own_marks() {
    let text = "今天天气很好。我们去公园。";
    let front_ends = FrontEnds::default();
    let options = PlanOptions::new("zf_xiaobei", Language::Mandarin);
    let mut follower = Follower::new(&front_ends, &options);
    let mut came = Vec::new();
    for (at, c) in text.char_indices() {
        follower.push_text(c.encode_utf8(&mut [0; 4]));
        came.extend(follower.by_ref().map(|_| at));
    }
    assert_eq!(came, ["今天天气很好。".len()]);
}

#[test]
fn pages_are_planned_when_they_are_over() {
    let page = "<p>One. Two.</p><p>Three.</p>";
    for format in [Format::Auto, Format::Html] {
        let found = read(page, format);
        let expected = ["One.| Two.</p><p>Three.</p>", "Two.|</p><p>Three.</p>", "Three.|</p>"];
        assert_eq!(found, expected);
    }
}

#[test]
fn a_long_sentence_is_cut_at_a_clause() {
    let text = "some words and then, ".repeat(100);
    let found = read(&text, Format::Auto);
    assert!(found.len() > 3);
    assert!(found.iter().all(|said| said.split('|').next().unwrap().ends_with("then,")));
    let items = follow(&[&text], Format::Auto);
    let pauses = items.iter().filter(|item| matches!(item, Item::Pause(_)));
    assert_eq!(pauses.count(), found.len() - 1);
}

#[test]
fn what_says_nothing_is_told_at_the_end() {
    let front_ends = FrontEnds::default();
    let mut follower = Follower::new(&front_ends, &options(Format::Auto));
    follower.push_text("…\n\n***\n\n");
    assert!(follower.next().is_none());
    follower.finish();
    let error = follower.find(Result::is_err).unwrap();
    assert!(follower.next().is_none());
    assert!(matches!(error, Err(Error::Text(kokoro_text::Error::NothingToSay { .. }))));
    assert_eq!(read("?", Format::Auto), ["?|"]);
    assert_eq!(read("…\n\nSo. It", Format::Auto), ["So.| I", "It|"]);
}

/// All items of a text that arrives in `pieces`.
fn follow(pieces: &[&str], format: Format) -> Vec<Item> {
    let front_ends = FrontEnds::default();
    let mut follower = Follower::new(&front_ends, &options(format));
    let mut items = Vec::new();
    for piece in pieces {
        follower.push_text(piece);
        items.extend(follower.by_ref().map(Result::unwrap));
    }
    follower.finish();
    items.extend(follower.map(Result::unwrap));
    items
}
