use mapped_text::MappedText;

use super::*;
use crate::block::MarkKind;
use crate::speech::Break;

fn read(text: &str) -> (String, Vec<(String, MarkKind)>) {
    let draft = Draft { text: MappedText::from_source(text), marks: Vec::new() };
    let draft = without_brackets(&draft);
    let text = draft.text.as_str().to_owned();
    let marks = draft.marks.into_iter().map(|mark| (text[mark.range].to_owned(), mark.kind));
    (text.clone(), marks.collect())
}

#[test]
fn marks_are_of_the_words() {
    let phonemes = |word: &str, said: &str| (word.into(), MarkKind::Phonemes(said.into()));
    assert_eq!(
        read("[Nguyen](/wˈɪn/) and [a b](/x y/), [not"),
        ("Nguyen and a b, [not".into(), vec![phonemes("Nguyen", "wˈɪn"), phonemes("a b", "x y")])
    );
    let stress = |word: &str, stress| (word.into(), MarkKind::Stress(stress));
    assert_eq!(
        read("the [best](+2), [that](-0.5) [one](1)"),
        (
            "the best, that one".into(),
            vec![stress("best", 2.0), stress("that", -0.5), stress("one", 1.0)]
        )
    );
}

#[test]
fn pauses_are_points() {
    use std::time::Duration;

    let text = "a [pause:1.5s] b [PAUSE: 20 ms], [pause:x] [pause] [pause:1s](y.z)";
    let draft = Draft { text: MappedText::from_source(text), marks: Vec::new() };
    let draft = without_brackets(&draft);
    assert_eq!(draft.text.as_str(), "a  b , [pause:x] [pause] pause:1s");
    let pauses: Vec<_> = draft.marks.into_iter().map(|m| (m.range, m.source, m.kind)).collect();
    let pause = |ms| MarkKind::Break(Break::Time(Duration::from_millis(ms)));
    assert_eq!(pauses, [(2..2, 2..14, pause(1500)), (5..5, 17..31, pause(20))]);
}

#[test]
fn addresses_are_silent() {
    for (text, said) in [
        ("Read [the guide](http://x.com/a_(b)) first.", "Read the guide first."),
        ("![A barn](barn.png) stood [![alone](a.png)](b.html)", "A barn stood alone"),
        ("[x](page \"Title\") [flags](#a#)", "x flags"),
        ("f[i](x) [1](see page 3) [a] (b) [](u.v)", "f[i](x) [1](see page 3) [a] (b) "),
    ] {
        assert_eq!(read(text).0, said, "{text}");
    }
}

#[test]
fn a_megabyte_of_brackets_takes_linear_time() {
    for piece in ["[", "]", "](", "[](", "[a](b", "[[]](", "(", "[a](b)", "](a)"] {
        read(&piece.repeat(1_000_000 / piece.len()));
    }
}

fn auto(text: &str) -> String {
    let draft = Draft { text: MappedText::from_source(text), marks: Vec::new() };
    without_markup(&draft).text.as_str().to_owned()
}

fn check(cases: &[(&str, &str)]) {
    for (text, said) in cases {
        assert_eq!(auto(text), *said, "{text:?}");
    }
}

/// Asserts that each text is left as it is.
fn untouched(texts: &[&str]) {
    for text in texts {
        assert_eq!(auto(text), *text);
    }
}

#[test]
fn emphasis_goes() {
    check(&[
        ("This is **very** good, `code` and __all__.", "This is very good, code and all."),
        ("This is ==key== and ~~old~~ *text*, _so_.", "This is key and old text, so."),
        ("***both*** and **bold *in* it**", "both and bold in it"),
        ("\"*Why?*\" (*so*) *it*'s __init__", "\"Why?\" (so) it's init"),
        ("``a `b` c`` x", "a `b` c x"),
        ("\\*so\\* snake\\_case \\_x\\_ \\# 1", "*so* snake_case _x_ # 1"),
        ("[text][1], [[page]] and [[page|words]]", "text, page and words"),
        ("[text](<a b>)\n[1]: https://x.org \"T\"\nso", "text\n\nso"),
        ("Wow![so](a.b) ![so](a.b)", "Wow!so so"),
        ("这是**重点**内容", "这是重点内容"),
    ]);
}

#[test]
fn what_is_no_markup_stays() {
    untouched(&[
        "C:\\_me_ and \\[x\\]",
        "So.[1][2] a[0][1] [[ -f x ]]",
        "2 * 3 * 4",
        "a*b*c and 2**3**4",
        "a_b_c snake_case foo_bar.py",
        "x < y > z",
        "if (a<b && c>d)",
        "R&D and AT&T; Q&A",
        "C:\\Users\\_me_",
        "5 > 3",
        "#1 fan",
        "@name",
        "I <3 you",
        "I can`t and she`ll see.",
        "`hello' he said. `goodbye'",
        "f**k, sh*t, *** and ****",
        "*Terms apply. *So do these.",
        "a == b and c == d",
        "5* hotel, 4* hotel",
        "/*.txt and _foo_.py",
        "Vec<T> and List<String>",
        "____ is a blank",
        "~5 and ~6, 3 ~~ 4",
    ]);
}

#[test]
fn tags_go_and_words_in_brackets_stay() {
    check(&[
        ("I&#39;m &quot;fine&quot; &amp; well&nbsp;so", "I'm \"fine\" & well\u{a0}so"),
        ("A voice: <Mission failed> rang out.", "A voice: Mission failed rang out."),
        ("<speak>Hello <break time=\"500ms\"/> world.</speak>", "Hello   world."),
        ("a <b>bold</b><br/>line<p class='x'>new</p>", "a bold\nline\u{2029}new\u{2029}"),
        ("<think>hm</think> <Ctrl+C>so &amp;quot;", " hm  Ctrl+C so \""),
        ("See <https://x.com/a_b> or <me@x.com>.", "See https://x.com/a_b or me@x.com."),
        ("<!-- not\nthis -->this<script>x<y</script>", "this"),
        ("<img src=\"a.png\" alt=\"A barn\"> stood", "A barn stood"),
        ("<!DOCTYPE html><foo bar=\"1\">x</foo>", "  x "),
    ]);
}

#[test]
fn notes_and_tasks_are_silent() {
    check(&[("So.[^1] And", "So. And"), ("[^1]: It is.", " It is."), ("- [x] done", "-  done")]);
}

#[test]
fn a_megabyte_of_markup_takes_linear_time() {
    for piece in [
        "*",
        "**a",
        "a** ",
        "_a_ ",
        "`",
        "` `` ",
        "`a` ",
        "<",
        "<b ",
        "<b a=\"",
        "<a",
        "<!--",
        "&",
        "&a",
        "[ ] ",
        "[^",
        "[^a]",
        "==a ",
        "<ab>",
        "</ab>",
        "[[",
        "]]",
        "[a][b",
        "\\_",
        "[a]: /\n",
        "<script>",
        "</",
        "<https:",
        "<b a b c ",
    ] {
        auto(&piece.repeat(300_000 / piece.len()));
    }
}
