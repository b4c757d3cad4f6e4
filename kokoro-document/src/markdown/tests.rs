use super::*;

/// The blocks with a letter for what each is.
fn read(text: &str) -> Vec<String> {
    blocks(text).iter().map(Block::named).collect()
}

#[test]
fn structure_is_kept() {
    assert_eq!(
        read(
            "---\ntitle: no\n---\n# The *title* {#id}\n\nOne exam-\nple.\nTwo.\n\n***\n\n> a\n>> b"
        ),
        ["h1: The title", "p: One example. Two.", "break", "q1: a", "q2: b"]
    );
    assert_eq!(
        read("3. First.\n3. Then\n   - [x] so\n\n   more\n\nText"),
        ["li1: 3. First.", "li1: 4. Then", "li2: so", "li1: more", "p: Text"]
    );
    assert_eq!(
        read("| Name | Age |\n|---|---|\n| **Tom** | 30 |"),
        ["Inner: Name", "LastOfRow: Age", "Inner: Tom", "LastOfRow: 30"]
    );
    assert_eq!(
        read("Add this:\n```rust\nx = 1\n\n  y = 2\n```\nThen save."),
        ["p: Add this:", "Code: x = 1", "Code: y = 2", "p: Then save."]
    );
    assert_eq!(read("Tom Miller  \nSecond Street"), ["Verse: Tom Miller", "Verse: Second Street"]);
}

#[test]
fn what_stands_in_lines() {
    for (text, said) in [
        ("**very** `co*de`, ~~old~~ ==key== &amp; \\*so\\*", "very co*de, old key & *so*"),
        ("Read [the guide](http://x.com) or <https://y.com>", "Read the guide or https://y.com"),
        ("![A *red* barn](barn.png) alone[^1]", "A red barn alone"),
        ("a <b>bold</b> `a[i](x)` <Mission failed> $x^2$", "a bold a[i](x) Mission failed $x^2$"),
        ("2 * 3 snake_case &copy;", "2 * 3 snake_case ©"),
    ] {
        assert_eq!(read(text)[0], format!("p: {said}"), "{text}");
    }
    assert_eq!(read("So.[^1] And.\n\n[^1]: It is."), ["p: So. And.", "p: It is."]);
    assert_eq!(
        read("<details>\n<summary>More</summary>\n\nso\n\n</details>"),
        ["p: More", "p: so"]
    );
}

#[test]
fn marks_are_of_words() {
    let read = |text: &str| {
        let block = blocks(text).remove(0);
        let word = |mark: Mark| (block.text.as_str()[mark.range].to_owned(), mark.kind);
        block.marks.into_iter().map(word).collect::<Vec<_>>()
    };
    let phonemes = |word: &str, said: &str| (word.into(), MarkKind::Phonemes(said.into()));
    assert_eq!(read("The [Jason](/ʤˈAsᵊn/) file"), [phonemes("Jason", "ʤˈAsᵊn")]);
    assert_eq!(read("[a b](/ə bˈi/) [home](/index/)"), [phonemes("a b", "ə bˈi")]);
    assert_eq!(read("the [*best*](+2)"), [("best".into(), MarkKind::Stress(2.0))]);
}

#[test]
fn places_are_bytes_of_the_input() {
    let text = "> é *so* &amp; `co de`";
    let block = &blocks(text)[0];
    assert_eq!(block.text.as_str(), "é so & co de");
    assert_eq!(&text[block.text.source(3..5)], "so");
    assert_eq!(&text[block.text.source(6..7)], "&amp;");
    assert_eq!(&text[block.text.source(8..13)], "co de");
}

#[test]
fn depth_and_length_take_linear_time() {
    for piece in [
        "[", "*", "<", "&", "\n", "> ", "- ", "#", "|", "`", "![", "- a\n", "> a\n", "*a ",
        "**a** ", "[a](b", "[^a]", "$", "<a>", "1. a\n", "a\n\n",
    ] {
        let text = piece.repeat(100_000 / piece.len());
        read(&text);
    }
}
